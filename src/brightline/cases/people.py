"""People of the desk: who they are, what they may do, and their passwords, kept only as argon2 hashes."""

from __future__ import annotations

from dataclasses import dataclass

from brightline.cases.actors import Actor
from brightline.cases.database import Store


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account. `disabled`: since when; None while the account is live."""

    id: str
    name: str
    role: str
    added: str
    disabled: str | None


def add_person(store: Store, name: str, role: str, password: str | None, by: Actor) -> Person:
    """Add somebody. Without a password nobody signs in so: an account for keys alone. Raises Refused."""
    raise NotImplementedError


def people(store: Store, actor: Actor) -> tuple[Person, ...]:
    """Everybody, by name. Raises Refused (403)."""
    raise NotImplementedError


def disable_person(store: Store, person_id: str, by: Actor) -> Person:
    """Shut an account: sessions and keys are dead at once, locks fall, cases go back to nobody. Raises Refused."""
    raise NotImplementedError


def enable_person(store: Store, person_id: str, by: Actor) -> Person:
    """Open a shut account again. Raises Refused."""
    raise NotImplementedError


def set_password(store: Store, person_id: str, password: str, by: Actor) -> None:
    """Give somebody (or oneself) a new password; every session of that person ends. Raises Refused."""
    raise NotImplementedError


def set_role(store: Store, person_id: str, role: str, by: Actor) -> Person:
    """Give somebody another role, never oneself. Raises Refused."""
    raise NotImplementedError
