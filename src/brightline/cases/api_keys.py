"""Keys for programs: shown once, kept as digests, with scopes, dead with the person they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, insert, select, update

from brightline.cases.actors import Actor
from brightline.cases.database import Store, stamp
from brightline.cases.journal.append import append
from brightline.cases.people import person_row
from brightline.cases.permissions import SCOPES, allowed, require
from brightline.cases.secret_texts import kept, new_id, new_secret
from brightline.cases.tables.people import api_keys, people
from brightline.errors import Clash, NotThere, Refused

PREFIX = "blk_"  # so that a scanner for leaked secrets knows one
START = 10  # signs of a key that may be shown again
LONGEST_LABEL = 80


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


def make_key(
    store: Store, person_id: str, label: str, scopes: tuple[str, ...], by: Actor, lasts: timedelta | None = None
) -> tuple[ApiKey, str]:
    """A new key and its secret, which is nowhere kept. Raises Refused for a scope or person that is not known."""
    require(by, "keys.change")
    check_scopes(scopes)
    _check_label(label)
    secret, now = PREFIX + new_secret(), store.now()
    with store.write() as conn:
        person = person_row(conn, person_id)
        if person.disabled:
            raise Clash("keys", f"the account of {person.name}, which is shut", "a live account")
        ends = stamp(now + lasts) if lasts else None
        chosen = tuple(sorted(set(scopes)))
        key = ApiKey(new_id(), person.id, person.name, label, secret[:START], chosen, stamp(now), ends, None)
        row = {"id": key.id, "digest": kept(secret), "start": key.start, "person": person.id, "label": label}
        conn.execute(insert(api_keys).values(**row, scopes=" ".join(key.scopes), made=key.made, ends=ends))
        said = {"person": person.id, "scopes": list(key.scopes), "label": label, "by": by.id, "by_name": by.name}
        append(conn, store, "key-made", key.id, said)
    return key, secret


def actor_of_key(store: Store, secret: str) -> Actor | None:
    """Who acts with this key; None where it is unknown or ended, or the person's account is shut."""
    with store.read() as conn:
        return actor_of_digest(conn, kept(secret), stamp(store.now()))


def actor_of_digest(conn: Connection, digest: str, now: str) -> Actor | None:
    """Who acts with the key of this digest at a moment; None as `actor_of_key` says."""
    row = conn.execute(_BY_DIGEST, {"digested": digest}).first()
    if row is None or row.ended or row.disabled or (row.ends and row.ends <= now):
        return None
    return Actor(row.person, row.person_name, row.role, "key", frozenset(row.scopes.split()))


def keys(store: Store, actor: Actor) -> tuple[ApiKey, ...]:
    """The keys that this person may see, newest first: all for who tends them, else one's own."""
    chosen = _with_people().order_by(api_keys.c.made.desc(), api_keys.c.id)
    if not allowed(actor, "keys.read"):
        chosen = chosen.where(api_keys.c.person == actor.id)
    with store.read() as conn:
        return tuple(_key(row) for row in conn.execute(chosen))


def end_key(store: Store, key_id: str, by: Actor) -> None:
    """End a key at once; one's own, or any for who tends them. Raises Refused."""
    with store.write() as conn:
        row = conn.execute(select(api_keys).where(api_keys.c.id == key_id)).first()
        if row is None or row.person != by.id:
            require(by, "keys.change")
        if row is None:
            raise NotThere("keys", f"the id {key_id[:64]!r}", "the id of a key")
        conn.execute(update(api_keys).where(api_keys.c.id == key_id).values(ended=row.ended or stamp(store.now())))
        append(conn, store, "key-ended", key_id, {"by": by.id, "by_name": by.name})


def _with_people() -> Select[Any]:
    chosen = select(api_keys, people.c.name.label("person_name"), people.c.role, people.c.disabled)
    return chosen.join(people, people.c.id == api_keys.c.person)


_BY_DIGEST = _with_people().where(api_keys.c.digest == bindparam("digested"))  # asked with every call: made once


def _key(row: Row[Any]) -> ApiKey:
    scopes = tuple(row.scopes.split())
    return ApiKey(row.id, row.person, row.person_name, row.label, row.start, scopes, row.made, row.ends, row.ended)


def check_scopes(scopes: tuple[str, ...]) -> None:
    """Raises Refused where one is not known, or there is none."""
    wrong = sorted(set(scopes) - set(SCOPES))
    if wrong or not scopes:
        raise Refused("scopes", ", ".join(wrong) or "none", f"some of {', '.join(SCOPES)}")


def _check_label(label: str) -> None:
    if not label.strip() or len(label) > LONGEST_LABEL or not label.isprintable():
        raise Refused("label", repr(label[:LONGEST_LABEL]), f"1 to {LONGEST_LABEL} printable letters: what uses it")
