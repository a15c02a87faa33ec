"""Who may be told what: profiles.yaml, read strictly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from brightline.errors import Refused
from brightline.text.marks import Entry, parse_yaml

PARTS = ("references", "money", "parties", "goods", "papers", "screening", "rules", "state")
_OPEN = "open"


@dataclass(frozen=True, slots=True)
class Profile:
    """Who gets an answer, and the parts it may hold, in their order."""

    profile: str
    says: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _State:
    says: str
    only: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    profiles: Mapping[str, Profile]
    states: Mapping[str, _State]


def profiles() -> Mapping[str, Profile]:
    """Every profile by its name, in the order of the file."""
    return _table().profiles


def profile_of(name: str) -> Profile:
    """The profile of that name. Raises Refused naming those there are."""
    if name not in profiles():
        raise Refused("profile", repr(name[:20]), f"one of {', '.join(profiles())}")
    return profiles()[name]


def state_told(state: str, profile: str) -> str:
    """How the state of a case is told to somebody: no more than that it is open where the ending is not for them."""
    known = _table().states
    found = known.get(state, known[_OPEN])
    return found.says if not found.only or profile in found.only else known[_OPEN].says


@lru_cache(maxsize=1)
def _table() -> _Table:
    name = "profiles.yaml"
    entry = parse_yaml(files("brightline.answering.answers").joinpath(name).read_text(encoding="utf-8"), name).entry()
    read = [_profile(one.entry()) for one in entry.take("profiles").items()]
    states = dict(_state(one.entry()) for one in entry.take("states").items())
    entry.close()
    return _Table({one.profile: one for one in read}, states)


def _profile(entry: Entry) -> Profile:
    name, says = entry.take("profile").text(), entry.take("says").text()
    parts = tuple(one.word(PARTS) for one in entry.take("parts").items())
    entry.close()
    return Profile(name, says, parts)


def _state(entry: Entry) -> tuple[str, _State]:
    name, says, only = entry.take("state").text(), entry.take("says").text(), entry.take_optional("only")
    entry.close()
    return name, _State(says, only.words() if only else ())
