"""The payment a message or letter speaks of: by its UETR, else by one reference that only one payment has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, select

from brightline.cases.actors import Actor
from brightline.cases.database import Store
from brightline.cases.kept import standing
from brightline.cases.open import open_case
from brightline.cases.requests.recognise import Names
from brightline.cases.tables.cases import case_decisions
from brightline.cases.tables.received import decisions, messages, payments
from brightline.screen.wire import read_line

_MOVES_MONEY = ("release", "review", "stop")


@dataclass(frozen=True, slots=True)
class Found:
    """A payment that was decided here, and the message it came in."""

    decision: str
    message: str


def find_payment(conn: Connection, names: Names) -> Found | None:
    """The newest decision of the payment meant; None where none was seen here, or several have the same reference."""
    if names.uetr and (found := _those(conn, payments.c.uetr == names.uetr)):
        return found[0]
    for reference in names.references:
        if found := _those(conn, payments.c.message_id == reference):
            return _only(found)
    if names.end_to_end_id:
        return _only(_those(conn, payments.c.end_to_end_id == names.end_to_end_id))
    return None


def case_of(conn: Connection, store: Store, found: Found, by: Actor) -> str:
    """The case of a payment; one that was released at once gets one, so that what is asked has a place."""
    held = select(case_decisions.c.case).where(case_decisions.c.decision == found.decision)
    case: str | None = conn.scalar(held.limit(1))
    if case is not None:
        return case
    line = standing(conn, [found.decision])[found.decision]
    said = read_line(line.line.decode()) if line else {"outcome": "release", "payment": {}}
    return open_case(conn, store, found.decision, found.message, said, by.id)


def _those(conn: Connection, meant: ColumnElement[bool]) -> Sequence[Found]:
    """The decided payments meant, newest first."""
    asked = (
        select(payments.c.decision, payments.c.message)
        .join(decisions, decisions.c.id == payments.c.decision)
        .join(messages, messages.c.id == payments.c.message)
        .where(meant, decisions.c.outcome.in_(_MOVES_MONEY))
        .order_by(messages.c.received.desc(), payments.c.message)
    )
    return [Found(row.decision, row.message) for row in conn.execute(asked)]


def _only(found: Sequence[Found]) -> Found | None:
    return found[0] if len({one.decision for one in found}) == 1 else None
