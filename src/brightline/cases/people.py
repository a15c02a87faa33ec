"""People of the desk: who they are, what they may do, and their passwords, kept only as argon2 hashes."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from argon2 import PasswordHasher
from sqlalchemy import Connection, delete, insert, select, update

from brightline.cases.actors import ADMINISTRATOR, ROLES, Actor
from brightline.cases.database import Store, stamp
from brightline.cases.journal.append import append
from brightline.cases.permissions import require
from brightline.cases.secret_texts import new_id
from brightline.cases.tables.cases import cases
from brightline.cases.tables.people import people as table
from brightline.cases.tables.people import sessions
from brightline.errors import Clash, NotAllowed, NotThere, Refused

SHORTEST_PASSWORD, LONGEST_PASSWORD = 12, 256
LONGEST_NAME = 64
HASHER = PasswordHasher()  # argon2id with the library's parameters of RFC 9106 for little memory


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account. `disabled`: since when; None while the account is live."""

    id: str
    name: str
    role: str
    added: str
    disabled: str | None


def add_person(
    store: Store, name: str, role: str, password: str | None, by: Actor, person_id: str | None = None
) -> Person:
    """Add somebody. Without a password nobody signs in so: an account for keys alone. Raises Refused.

    `person_id`: for an account whose id the program knows; one is drawn for everybody else.
    """
    require(by, "people.change")
    shown = _checked_name(name)
    _checked_role(role)
    hashed = None if password is None else HASHER.hash(_checked_password(password))
    person = Person(person_id or new_id(), shown, role, stamp(store.now()), None)
    with store.write() as conn:
        if conn.scalar(select(table.c.id).where(table.c.folded == folded(name))):
            raise Clash("people", f"the name {shown!r} a second time", "a name nobody has yet")
        row = {"id": person.id, "name": shown, "folded": folded(name), "role": role, "added": person.added}
        conn.execute(insert(table).values(**row, password=hashed))
        _tell(conn, store, "person-added", person, by)
    return person


def people(store: Store, actor: Actor) -> tuple[Person, ...]:
    """Everybody, by name. Raises Refused (403)."""
    require(actor, "people.read")
    with store.read() as conn:
        rows = conn.execute(select(table).order_by(table.c.folded)).mappings()
        return tuple(person_of(row) for row in rows)


def names_of(conn: Connection) -> dict[str, str]:
    """The name of everybody by id: small enough to read whole."""
    return {row.id: row.name for row in conn.execute(select(table.c.id, table.c.name))}


def colleagues(store: Store) -> tuple[Person, ...]:
    """Those to whom a case may be given: live analysts and approvers, by name."""
    with store.read() as conn:
        chosen = select(table).where(table.c.disabled.is_(None), table.c.role.in_(("analyst", "approver")))
        return tuple(person_of(row) for row in conn.execute(chosen.order_by(table.c.folded)).mappings())


def disable_person(store: Store, person_id: str, by: Actor) -> Person:
    """Shut an account: sessions and keys are dead at once, locks fall, cases go back to nobody. Raises Refused."""
    require(by, "people.change")
    with store.write() as conn:
        before = person_row(conn, person_id)
        if before.id == by.id:
            raise Clash("people", "your own account", "somebody else's", "Ask another administrator.")
        _keep_an_administrator(conn, before)
        conn.execute(delete(sessions).where(sessions.c.person == person_id))
        conn.execute(update(cases).where(cases.c.locked_by == person_id).values(locked_by=None, locked_until=None))
        conn.execute(update(cases).where(cases.c.assignee == person_id, cases.c.is_open).values(assignee=None))
        return _changed(conn, store, "person-disabled", before, by, {"disabled": stamp(store.now())})


def enable_person(store: Store, person_id: str, by: Actor) -> Person:
    """Open a shut account again. Raises Refused."""
    require(by, "people.change")
    with store.write() as conn:
        return _changed(conn, store, "person-enabled", person_row(conn, person_id), by, {"disabled": None})


def set_password(store: Store, person_id: str, password: str, by: Actor) -> None:
    """Give somebody (or oneself) a new password; every session of that person ends. Raises Refused."""
    if by.id != person_id or by.scopes is not None:  # a key never changes its own person's password
        require(by, "people.change")
    hashed = HASHER.hash(_checked_password(password))
    with store.write() as conn:
        before = person_row(conn, person_id)
        conn.execute(delete(sessions).where(sessions.c.person == person_id))
        _changed(conn, store, "password-changed", before, by, {"password": hashed})


def set_role(store: Store, person_id: str, role: str, by: Actor) -> Person:
    """Give somebody another role, never oneself. Raises Refused."""
    require(by, "people.change")
    _checked_role(role)
    with store.write() as conn:
        before = person_row(conn, person_id)
        if before.id == by.id:
            raise Clash("people", "your own role", "somebody else's", "Ask another administrator.")
        _keep_an_administrator(conn, before)
        conn.execute(delete(sessions).where(sessions.c.person == person_id))
        return _changed(conn, store, "role-changed", before, by, {"role": role})


def person_row(conn: Connection, person_id: str) -> Person:
    """One person. Raises NotThere."""
    row = conn.execute(select(table).where(table.c.id == person_id)).mappings().first()
    if row is None:
        raise NotThere(
            "people", f"the id {person_id[:64]!r}", "the id of a person", "`brightline users list` names all."
        )
    return person_of(row)


def require_live(conn: Connection, actor: Actor) -> None:
    """Raises NotAllowed (403) where the account was shut since the call began, nobody's account stands behind it, or
    the role it acts in is its role no more.

    To be asked in the transaction that writes: what a disabled person had begun ends there.
    """
    role = conn.scalar(select(table.c.role).where(table.c.id == actor.id, table.c.disabled.is_(None)))
    if role is None:
        raise NotAllowed("account", f"no live account of {actor.name}", "a person with one", "Ask an administrator.")
    if role != actor.role:
        told = f"{actor.name} in the role {actor.role}, who is now {role}"
        raise NotAllowed("account", told, "the role of now", "Sign in again.")


def person_of(row: Mapping[Any, Any]) -> Person:
    """A row of the table without its secrets."""
    return Person(row["id"], row["name"], row["role"], row["added"], row["disabled"])


def folded(name: str) -> str:
    """A name as it is looked up: case and ways of writing one letter do not tell people apart."""
    return unicodedata.normalize("NFKC", name).strip().casefold()[:LONGEST_NAME]


def _changed(
    conn: Connection, store: Store, kind: str, before: Person, by: Actor, values: Mapping[str, str | None]
) -> Person:
    conn.execute(update(table).where(table.c.id == before.id).values(**values))
    after = person_row(conn, before.id)
    _tell(conn, store, kind, after, by)
    return after


def _tell(conn: Connection, store: Store, kind: str, person: Person, by: Actor) -> None:
    said = {"name": person.name, "role": person.role, "by": by.id, "by_name": by.name, "via": by.via}
    append(conn, store, kind, person.id, said)


def _keep_an_administrator(conn: Connection, person: Person) -> None:
    live = select(table.c.id).where(table.c.role == ADMINISTRATOR, table.c.disabled.is_(None))
    if person.role == ADMINISTRATOR and set(conn.scalars(live)) <= {person.id}:
        raise Clash("people", "the last administrator", "another one who stays", "Add another administrator first.")


def _checked_name(name: str) -> str:
    shown = unicodedata.normalize("NFC", name).strip()
    if not shown or len(shown) > LONGEST_NAME or not shown.isprintable():
        raise Refused("name", repr(name[:80]), f"1 to {LONGEST_NAME} printable letters")
    return shown


def _checked_role(role: str) -> None:
    if role not in ROLES:
        raise Refused("role", repr(role), " or ".join(ROLES))


def _checked_password(password: str) -> str:
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        told = f"{len(password)} letters"
        raise Refused("password", told, f"{SHORTEST_PASSWORD} to {LONGEST_PASSWORD} letters, best several words")
    return password
