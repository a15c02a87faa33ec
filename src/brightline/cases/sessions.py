"""Signing in: sessions that end by themselves, and a lock-out on guessing that tells nobody which names exist."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Any

from argon2.exceptions import VerificationError, VerifyMismatchError
from sqlalchemy import Connection, Row, delete, insert, select, update

from brightline.cases.actors import Actor
from brightline.cases.database import Store, stamp
from brightline.cases.journal.append import append
from brightline.cases.people import HASHER, folded
from brightline.cases.secret_texts import kept, new_secret
from brightline.cases.tables.people import people, sessions, sign_in_tries
from brightline.errors import NotSignedIn, TooManyTries

COOKIE = "brightline_session"  # carries the token, for the desk and for calls from its pages
LONGEST = timedelta(hours=12)  # from signing in
IDLE = timedelta(minutes=30)  # from the last page asked for
FREE_TRIES, FREE_TRIES_OF_SOURCE = 5, 25  # wrong ones before anybody waits; many people may share one address
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=5), timedelta(minutes=15)  # doubled with every further wrong one
FORGOTTEN = timedelta(hours=24)  # after which wrong ones count no more
_SEEN_EVERY = timedelta(minutes=1)  # a page does not write when the last one did within it
_NOBODY = HASHER.hash(new_secret())  # verified where there is no such name, so that it takes as long


@dataclass(frozen=True, slots=True)
class SessionToken:
    """What the browser keeps (`token`, in a cookie) and what every form sends back (`csrf`)."""

    token: str
    csrf: str
    actor: Actor


def sign_in(store: Store, name: str, password: str, source: str = "") -> SessionToken:
    """Open a session. `source`: where the caller is (an address), for the lock-out.

    Raises NotSignedIn (401): one sentence for an unknown name, a wrong password and a shut account; TooManyTries (429)
    after too many wrong ones, with the seconds to wait, whatever the password.
    """
    tried = _tried(name, source)
    with store.read() as conn:
        _wait_over(conn, tried, store.now())
        person = conn.execute(select(people).where(people.c.folded == folded(name))).first()
    right = _verified(person, password) and person is not None and person.disabled is None
    with store.write() as conn:
        _wait_over(conn, tried, store.now())  # guesses sent all at once come here one after the other
        if right and person is not None and _still(conn, person):
            conn.execute(delete(sign_in_tries).where(sign_in_tries.c.digest == tried[0][0]))
            return _begin(conn, store, Actor(person.id, person.name, person.role, "desk"))
        for digest, _ in tried:
            _count(conn, digest, store.now())
        append(conn, store, "sign-in-refused", person.id if person else "nobody", {"source": source})
    raise NotSignedIn("sign-in", "a name or password that do not fit", "a name and its password")


def person_of_session(store: Store, token: str) -> Actor | None:
    """Whose session it is; None where it is unknown or ended, or the person's account was shut."""
    live = _live(store, token)
    if live is None:
        return None
    if store.now() - datetime.fromisoformat(live.seen) > _SEEN_EVERY:
        with store.write() as conn:
            conn.execute(update(sessions).where(sessions.c.digest == kept(token)).values(seen=stamp(store.now())))
    return Actor(live.id, live.name, live.role, "desk")


def csrf_of_session(store: Store, token: str) -> str | None:
    """What forms of this session must send back; None where there is no live session."""
    live = _live(store, token)
    return None if live is None else str(live.csrf)


def sign_out(store: Store, token: str) -> None:
    """End a session. One that is not there is no error."""
    with store.write() as conn:
        person = conn.scalar(select(sessions.c.person).where(sessions.c.digest == kept(token)))
        if person:
            conn.execute(delete(sessions).where(sessions.c.digest == kept(token)))
            append(conn, store, "signed-out", person, {})


def _begin(conn: Connection, store: Store, actor: Actor) -> SessionToken:
    token, csrf, now = new_secret(), new_secret(), store.now()
    conn.execute(delete(sessions).where(sessions.c.begun < stamp(now - LONGEST)))
    row = {"digest": kept(token), "person": actor.id, "csrf": csrf, "begun": stamp(now), "seen": stamp(now)}
    conn.execute(insert(sessions).values(**row))
    append(conn, store, "signed-in", actor.id, {"name": actor.name})
    return SessionToken(token, csrf, actor)


def _live(store: Store, token: str) -> Row[Any, Any, Any, Any, Any] | None:
    """The session and its person, unless it ended. A clock set back does not make a session live longer."""
    now = store.now()
    chosen = (
        select(people.c.id, people.c.name, people.c.role, sessions.c.seen, sessions.c.csrf)
        .join(people, people.c.id == sessions.c.person)
        .where(sessions.c.digest == kept(token), people.c.disabled.is_(None))
        .where(sessions.c.begun > stamp(now - LONGEST), sessions.c.seen > stamp(now - IDLE))
        .where(sessions.c.begun <= stamp(now + IDLE))
    )
    with store.read() as conn:
        return conn.execute(chosen).first()


def _verified(person: Row[Any] | None, password: str) -> bool:
    """Whether the password fits. As long a look where there is nobody, or nobody signs in with a password."""
    known = person is not None and person.password is not None
    try:
        HASHER.verify(person.password if person is not None and known else _NOBODY, password)
    except VerifyMismatchError:
        return False
    except VerificationError:
        return False
    return known


def _still(conn: Connection, person: Row[Any]) -> bool:
    """Whether account, role and password are as they were when the password was looked at, which takes its time."""
    return conn.execute(select(people).where(people.c.id == person.id)).first() == person


def _tried(name: str, source: str) -> Sequence[tuple[str, int]]:
    """What wrong ones are counted for, and how many are free: the name, whether anybody has it, and the source."""
    named = (kept(f"name {folded(name)}"), FREE_TRIES)
    return (named, (kept(f"source {source}"), FREE_TRIES_OF_SOURCE)) if source else (named,)


def _wait_over(conn: Connection, tried: Sequence[tuple[str, int]], now: datetime) -> None:
    for digest, free in tried:
        row = conn.execute(select(sign_in_tries).where(sign_in_tries.c.digest == digest)).first()
        left = _left(row, free, now) if row else timedelta()
        if left > timedelta():
            told = f"Wait {ceil(left.total_seconds())} s and try again."
            raise TooManyTries("sign-in", "too many wrong passwords", "a pause", told)


def _left(row: Row[Any], free: int, now: datetime) -> timedelta:
    since = now - datetime.fromisoformat(row.last)
    if row.wrong < free or since > FORGOTTEN:
        return timedelta()
    doubled: int = 2 ** min(row.wrong - free, 16)
    wait = min(LONGEST_WAIT, FIRST_WAIT * doubled)
    return min(wait, wait - since)  # a clock set back makes nobody wait longer than the wait


def _count(conn: Connection, digest: str, now: datetime) -> None:
    row = conn.execute(select(sign_in_tries).where(sign_in_tries.c.digest == digest)).first()
    conn.execute(delete(sign_in_tries).where(sign_in_tries.c.last < stamp(now - FORGOTTEN)))
    old = row is None or now - datetime.fromisoformat(row.last) > FORGOTTEN
    values = {"digest": digest, "wrong": 1 if old or row is None else row.wrong + 1, "last": stamp(now)}
    conn.execute(delete(sign_in_tries).where(sign_in_tries.c.digest == digest))
    conn.execute(insert(sign_in_tries).values(**values))
