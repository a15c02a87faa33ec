"""Reading back what was taken in: decision lines byte for byte as they were answered, and messages as they came."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from brightline.cases.sealed import open_sealed, open_with
from brightline.cases.tables.keys import case_keys
from brightline.cases.tables.received import decisions, messages, payments
from brightline.errors import NotThere

MANY = 500  # names asked for in one query
_STANDING = (
    select(decisions.c.id, decisions.c.outcome, decisions.c.sealed, case_keys.c.key)
    .outerjoin(case_keys, case_keys.c.subject == decisions.c.id)
    .where(decisions.c.id.in_(bindparam("ids", expanding=True)))
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A decision line in the store. `id`: its row, that of the decision where one was taken. `new`: stored just now."""

    id: str
    outcome: str
    line: bytes
    new: bool = False


def decision_line(conn: Connection, decision: str) -> bytes:
    """The line of a decision as it was answered. Raises NotThere where there is none, or it was erased."""
    found = standing(conn, [decision]).get(decision)
    if found is None:
        raise NotThere(f"decision {decision}", "none of this name, or erased", "the id of a stored decision")
    return found.line


def standing(conn: Connection, ids: Sequence[str]) -> dict[str, Kept | None]:
    """Those of these decisions that have a row; None for one whose text was erased."""
    found = (row for some in in_parts(ids) for row in conn.execute(_STANDING, {"ids": some}))
    return {row.id: _opened(row) for row in found}


def lines_of_message(conn: Connection, message: str) -> tuple[Kept, ...]:
    """What a message was answered with, in its order. Raises NotThere where part of it was erased."""
    asked = select(payments.c.decision).where(payments.c.message == message).order_by(payments.c.number)
    ids = tuple(conn.scalars(asked))
    found = standing(conn, ids)
    kept = tuple(one for name in ids if (one := found.get(name)) is not None)
    if len(kept) < len(ids):
        raise NotThere(f"message {message}", "an answer whose personal data was erased", "one that is still kept")
    return kept


def message_of(conn: Connection, decision: str) -> str | None:
    """The id of the message a decision was first taken for."""
    asked = select(messages.c.id).join(payments, payments.c.message == messages.c.id)
    return conn.scalar(asked.where(payments.c.decision == decision).order_by(messages.c.received).limit(1))


def body_of(conn: Connection, message: str) -> bytes | None:
    """A message as it was posted; None where it was erased. Raises NotThere where there is none."""
    row = conn.execute(select(messages.c.sealed).where(messages.c.id == message)).one_or_none()
    if row is None:
        raise NotThere(f"message {message}", "none of this name", "the id of a stored message")
    return open_sealed(conn, message, row.sealed)


def in_parts(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """Names in parts a single query can ask for."""
    return (names[start : start + MANY] for start in range(0, len(names), MANY))


def _opened(row: Row[Any, Any, Any, Any]) -> Kept | None:
    if row.key is None or row.sealed is None:
        return None
    return Kept(row.id, row.outcome, open_with(row.key, row.id, row.sealed))
