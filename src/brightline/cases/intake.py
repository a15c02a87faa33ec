"""Taking in a message: screened, then stored with its decisions, journal lines, cases and answer in one transaction.

When `accept` returns, all of it is on disk; when it raises, none of it is. A payment equal to one decided before with
the same edition and `as_of` has the same decision id: it is kept as a message of its own, answered with the decision
that stands, and opens no second case.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection, insert, select

from brightline.cases.database import Store, stamp
from brightline.cases.deciding import Deciding, Screened
from brightline.cases.failpoints import reach
from brightline.cases.journal.append import append_standing
from brightline.cases.journal.standing import MESSAGE, REPEATABLE
from brightline.cases.kept import Kept, lines_of_message
from brightline.cases.open import OPENS, open_case
from brightline.cases.sealed import new_keys, seal_with
from brightline.cases.storable import storable
from brightline.cases.stored import keep_decisions, keep_edition, keep_payments
from brightline.cases.tables.received import idempotency, messages
from brightline.errors import Refused
from brightline.screen.wire import read_line


@dataclass(frozen=True, slots=True)
class Arrival:
    """A message that came in. `by`: the id of the person or key; `key`: the Idempotency-Key of the call.

    `as_of_given`: the caller named the moment; else it is that of the arrival, and no part of what the call asked.
    """

    body: bytes
    content_type: str
    as_of: datetime
    as_of_given: bool
    by: str
    key: str | None = None

    def digest(self) -> str:
        """What must be equal where a key is used again."""
        asked = self.as_of.isoformat() if self.as_of_given else ""
        return sha256(asked.encode() + b"\n" + self.body).hexdigest()


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was stored. `lines`: the decision lines in the order of the message; `cases`: the cases that hold them.

    `readable`: something in the message could be read (else the answer is 422). `again`: an earlier call with the same
    key had stored it, and this is its answer.
    """

    message: str
    lines: tuple[bytes, ...]
    cases: tuple[str, ...]
    readable: bool
    again: bool = False


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
        return _earlier(conn, arrival)


def keep(store: Store, arrivals: Sequence[tuple[Arrival, Screened]]) -> tuple[Accepted | Refused, ...]:
    """Store screened messages in one transaction; an answer for each, or the refusal that concerns it alone.

    Raises StoreError where nothing could be stored.
    """
    with store.write() as conn:
        return tuple(_keep_or_refuse(conn, store, *one) for one in arrivals)


def _keep_or_refuse(conn: Connection, store: Store, arrival: Arrival, screened: Screened) -> Accepted | Refused:
    try:
        return _earlier(conn, arrival) or _keep(conn, store, arrival, screened)
    except Refused as refused:
        return refused


def _earlier(conn: Connection, arrival: Arrival) -> Accepted | None:
    if arrival.key is None:
        return None
    asked = (idempotency.c.by == arrival.by) & (idempotency.c.key == storable(arrival.key))
    found = conn.execute(select(idempotency.c.digest, idempotency.c.message).where(asked)).one_or_none()
    if found is None:
        return None
    if found.digest != arrival.digest():
        raise Refused("Idempotency-Key", "a key used before with another message", "a key of its own for each message")
    return _answer(found.message, lines_of_message(conn, found.message), again=True)


def _answer(message: str, kept: Sequence[Kept], *, again: bool) -> Accepted:
    cases = dict.fromkeys(one.id for one in kept if one.outcome in OPENS)
    readable = any(one.outcome != "unreadable" for one in kept)
    return Accepted(message, tuple(one.line for one in kept), tuple(cases), readable, again)


def _keep(conn: Connection, store: Store, arrival: Arrival, screened: Screened) -> Accepted:
    at = stamp(store.now())
    message = os.urandom(16).hex()
    _keep_message(conn, store, arrival, message, at)
    reach("intake.message-written")
    keep_edition(conn, store, screened, at)
    kept = keep_decisions(conn, store, screened.decided, screened.edition.id, message, at)
    keep_payments(conn, store, screened.decided, kept, message)
    _keep_key(conn, store, arrival, message, at)
    reach("intake.payments-written")
    for one in {one.id: one for one in kept}.values():
        if one.new and one.outcome in OPENS:
            open_case(conn, store, one.id, message, read_line(one.line.decode()), arrival.by)
    reach("intake.cases-opened")
    return _answer(message, kept, again=False)


def _keep_message(conn: Connection, store: Store, arrival: Arrival, message: str, at: str) -> None:
    key = new_keys(conn, [message])[message]
    row = {
        "id": message,
        "received": at,
        "by": storable(arrival.by),
        "content_type": storable(arrival.content_type),
        "as_of": arrival.as_of.isoformat(),
        "size": len(arrival.body),
        "sealed_under": message,
    }
    conn.execute(insert(messages).values(row | {"sealed": seal_with(key, message, arrival.body)}))
    append_standing(conn, store, MESSAGE, row, arrival.body)


def _keep_key(conn: Connection, store: Store, arrival: Arrival, message: str, at: str) -> None:
    if arrival.key is None:
        return
    said = {"by": storable(arrival.by), "key": storable(arrival.key), "digest": arrival.digest()}
    row = said | {"message": message, "at": at}
    conn.execute(insert(idempotency).values(row))
    append_standing(conn, store, REPEATABLE, row)
