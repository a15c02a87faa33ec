"""Keys for programs: shown once, kept as digests, with scopes, dead with the person they belong to."""

from __future__ import annotations

from dataclasses import dataclass

from brightline.cases.actors import Actor
from brightline.cases.database import Store


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key as it may be shown again: never its secret. `start`: its first signs, to tell keys apart."""

    id: str
    person: str
    person_name: str
    label: str
    start: str
    scopes: tuple[str, ...]
    made: str
    ends: str | None
    ended: str | None


def make_key(store: Store, person_id: str, label: str, scopes: tuple[str, ...], by: Actor) -> tuple[ApiKey, str]:
    """A new key and its secret, which is nowhere kept. Raises Refused for a scope that is not known."""
    raise NotImplementedError


def actor_of_key(store: Store, secret: str) -> Actor | None:
    """Who acts with this key; None where it is unknown or ended, or the person's account is shut."""
    raise NotImplementedError


def keys(store: Store, actor: Actor) -> tuple[ApiKey, ...]:
    """The keys that this person may see: all for an administrator, else one's own."""
    raise NotImplementedError


def end_key(store: Store, key_id: str, by: Actor) -> None:
    """End a key at once. Raises Refused."""
    raise NotImplementedError
