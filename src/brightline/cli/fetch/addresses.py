"""Where each list is fetched from: the publishers' addresses, or a mirror of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from urllib.parse import quote, urlsplit

import yaml

from brightline.errors import CallError
from brightline.lists.source import About, read_about

_SCHEMES = ("http", "https")


@dataclass(frozen=True, slots=True)
class Address:
    """Where one list comes from. `files`: the address of each of its files, by name, that of the entries first."""

    list: str
    source: str
    files: Mapping[str, str]

    @property
    def about(self) -> About:
        """What is known of the publisher and the licence."""
        return read_about(self.source)


@cache
def published_addresses() -> Mapping[str, Address]:
    """The publishers' addresses that ship, by list."""
    said = yaml.safe_load(resources.files(__package__).joinpath("addresses.yaml").read_text(encoding="utf-8"))
    return {name: Address(name, one["source"], dict(one["files"])) for name, one in said.items()}


def chosen_addresses(wanted: Sequence[str], mirror: str | None) -> list[Address]:
    """The lists asked for (all where none is), from their publishers or from a mirror. Raises CallError."""
    known = published_addresses()
    for name in wanted:
        if name not in known:
            raise CallError(name, "a list we have no address of", f"one of: {', '.join(known)}")
    chosen = [known[name] for name in dict.fromkeys(wanted)] or list(known.values())
    if mirror is None:
        return chosen
    base = _checked(mirror)
    return [Address(one.list, one.source, {name: f"{base}/{quote(name)}" for name in one.files}) for one in chosen]


def _checked(mirror: str) -> str:
    try:
        parts = urlsplit(mirror)
        sound = parts.scheme in _SCHEMES and bool(parts.hostname) and not parts.query and not parts.fragment
        _ = parts.port
    except ValueError:
        sound = False
    if not sound:
        raise CallError("--from", repr(mirror), "an address such as https://mirror.example.org/lists")
    return mirror.rstrip("/")
