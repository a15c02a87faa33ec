"""Taking in a message: screened, then stored with its decisions, journal lines, cases and answer in one transaction.

When `accept` returns, all of it is on disk; when it raises, none of it is. A payment equal to one decided before with
the same edition and `as_of` has the same decision id: it is kept as a message of its own, answered with the decision
that stands, and opens no second case.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from brightline.cases.actors import Actor
from brightline.cases.api_keys import actor_of_digest
from brightline.cases.arrival import Arrival
from brightline.cases.database import Store, stamp
from brightline.cases.deciding import Deciding, Screened
from brightline.cases.failpoints import reach
from brightline.cases.kept import Kept, lines_of_message
from brightline.cases.open import OPENS, open_case
from brightline.cases.outbox import announce
from brightline.cases.permissions import POSTING, require
from brightline.cases.requests.register import join_message
from brightline.cases.storable import storable
from brightline.cases.stored import Incoming, lay
from brightline.cases.tables.received import idempotency
from brightline.errors import NotSignedIn, Refused
from brightline.screen.wire import read_line
from brightline.terms import Outcome

__all__ = ["Accepted", "Arrival", "accept", "earlier_answer", "keep"]

NOT_A_PAYMENT = Outcome.NOT_A_PAYMENT.value
_USED = select(idempotency.c.digest, idempotency.c.message).where(
    idempotency.c.by == bindparam("who"), idempotency.c.key == bindparam("named")
)


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was stored. `lines`: the decision lines in the order of the message, with their `outcomes`.

    `cases`: decisions that have a case. `again`: an earlier call with the same key had stored it, and this is its
    answer.
    """

    message: str
    lines: tuple[bytes, ...]
    outcomes: tuple[str, ...]
    cases: tuple[str, ...]
    again: bool = False

    @property
    def readable(self) -> bool:
        """Whether something in the message could be read; else the answer is 422."""
        return any(outcome != "unreadable" for outcome in self.outcomes)


def accept(store: Store, arrival: Arrival, deciding: Deciding) -> Accepted:
    """Screen and store one message; the first answer where its key was used before with the same message.

    Raises Refused where the key was used with another message, StoreError where nothing could be stored.
    """
    if (answered := earlier_answer(store, arrival)) is not None:
        return answered
    screened = deciding.screen(arrival.body, arrival.as_of)
    reach("intake.screened")
    answer = keep(store, [(arrival, screened)])[0]
    if isinstance(answer, Refused):
        raise answer
    return answer


def earlier_answer(store: Store, arrival: Arrival) -> Accepted | None:
    """The answer an earlier call with this key was given. Raises Refused where that call brought another message."""
    if arrival.key is None:
        return None
    with store.read() as conn:
        if refused := _refused_keys(conn, store, [arrival]).get(arrival.key_digest):
            raise refused
        return _earlier(conn, arrival)


def keep(store: Store, arrivals: Sequence[tuple[Arrival, Screened]]) -> tuple[Accepted | Refused, ...]:
    """Store screened messages in one transaction; an answer for each, or the refusal that concerns it alone.

    Two that came with the same key are one: the second is answered as the first. Raises StoreError where nothing
    could be stored.
    """
    with store.write() as conn:
        refused = _refused_keys(conn, store, [arrival for arrival, _ in arrivals])
        answers: dict[int, Accepted | Refused | None] = {
            place: refused.get(arrival.key_digest) or _answered(conn, arrival)
            for place, (arrival, _) in enumerate(arrivals)
        }
        new = _first_of_each_key(arrivals, answers)
        for (place, incoming), kept in zip(new.items(), lay(conn, store, tuple(new.values())), strict=True):
            _open_cases(conn, store, incoming, kept)
            announce(conn, store, "decision.created", _told(incoming.id, kept))
            answers[place] = _answer(incoming.id, kept, again=False)
        reach("intake.cases-opened")
        found = [answers[place] or _answered(conn, arrival) for place, (arrival, _) in enumerate(arrivals)]
    return tuple(one for one in found if one is not None)


def _refused_keys(conn: Connection, store: Store, arrivals: Iterable[Arrival]) -> dict[str | None, Refused]:
    """Why messages that came with some key of API are not taken, by its digest: it ended, or may no longer post."""
    digests = {one.key_digest for one in arrivals if one.key_digest is not None}
    now = stamp(store.now())
    told = {digest: _refusal(actor_of_digest(conn, digest, now)) for digest in digests}
    return {digest: refusal for digest, refusal in told.items() if refusal}


def _refusal(actor: Actor | None) -> Refused | None:
    if actor is None:
        return NotSignedIn("API key", "one that ended since the call began", "one that is live", "Ask for a new key.")
    try:
        require(actor, POSTING)
    except Refused as refused:
        return refused
    return None


def _answered(conn: Connection, arrival: Arrival) -> Accepted | Refused | None:
    try:
        return _earlier(conn, arrival)
    except Refused as refused:
        return refused


def _first_of_each_key(
    arrivals: Sequence[tuple[Arrival, Screened]], answers: Mapping[int, object]
) -> dict[int, Incoming]:
    """What is to be stored, by its place: of those that came with one key the first."""
    used: set[tuple[str, str]] = set()
    new: dict[int, Incoming] = {}
    for place, (arrival, screened) in enumerate(arrivals):
        key = arrival.key and (arrival.by, arrival.key)
        if answers[place] or key in used:
            continue
        new[place] = Incoming(os.urandom(16).hex(), arrival, screened)
        if key:
            used.add(key)
    return new


def _earlier(conn: Connection, arrival: Arrival) -> Accepted | None:
    if arrival.key is None:
        return None
    found = conn.execute(_USED, {"who": storable(arrival.by), "named": storable(arrival.key)}).one_or_none()
    if found is None:
        return None
    if found.digest != arrival.digest():
        told = "a key used before with another message"
        raise Refused("Idempotency-Key", told, "a key of its own for each message")
    return _answer(found.message, lines_of_message(conn, found.message), again=True)


def _answer(message: str, kept: Sequence[Kept], *, again: bool) -> Accepted:
    cases = dict.fromkeys(one.id for one in kept if one.outcome in OPENS)
    return Accepted(message, tuple(one.line for one in kept), tuple(one.outcome for one in kept), tuple(cases), again)


def _told(message: str, kept: Sequence[Kept]) -> list[dict[str, object]]:
    """What others are told of new decisions: ids and outcomes."""
    new = {one.id: one for one in kept if one.new}.values()
    return [
        {
            "decision": one.id,
            "outcome": one.outcome,
            "message": message,
            "case": one.id if one.outcome in OPENS else None,
        }
        for one in new
    ]


def _open_cases(conn: Connection, store: Store, incoming: Incoming, kept: Sequence[Kept]) -> None:
    for one in {one.id: one for one in kept}.values():
        if one.new and one.outcome in OPENS:
            open_case(conn, store, one.id, incoming.id, read_line(one.line.decode()), incoming.arrival.by)
        elif one.new and one.outcome == NOT_A_PAYMENT:
            join_message(conn, store, incoming.id, read_line(one.line.decode()), incoming.arrival.by)
