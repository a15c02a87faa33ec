"""What a message leaves in the store beside itself: the edition, decisions, and payments, each with a journal line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256

from sqlalchemy import Connection, bindparam, insert, select, update

from brightline.cases.database import Store
from brightline.cases.deciding import Decided, Screened
from brightline.cases.journal.append import append_standing
from brightline.cases.journal.standing import DECISION, EDITION, PAYMENT
from brightline.cases.kept import Kept, in_parts, standing
from brightline.cases.sealed import new_keys, seal_with
from brightline.cases.storable import storable, storable_or_none
from brightline.cases.tables.received import decisions, editions, payments
from brightline.screen.wire import edition_json


def keep_edition(conn: Connection, store: Store, screened: Screened, at: str) -> None:
    """Remember the edition a message was decided with, once."""
    if conn.scalar(select(editions.c.id).where(editions.c.id == screened.edition.id)) is not None:
        return
    note = json.dumps(edition_json(screened.edition), ensure_ascii=False)
    texts = {"policy": storable(screened.policy), "institution": storable(screened.institution)}
    row = {"id": screened.edition.id, "note": storable(note), "first_used": at} | texts
    conn.execute(insert(editions).values(row))
    append_standing(conn, store, EDITION, row)


def keep_decisions(
    conn: Connection, store: Store, decided: Sequence[Decided], edition: str, message: str, at: str
) -> tuple[Kept, ...]:
    """Store what was decided about a message; for what is there already, what stands."""
    ids = [one.id or _made_id(message, number) for number, one in enumerate(decided, start=1)]
    kept = standing(conn, ids)
    new: dict[str, Decided] = {}
    for name, one in zip(ids, decided, strict=True):
        if name not in kept:
            new.setdefault(name, one)
    _write_decisions(conn, store, new, edition, at)
    kept |= {name: Kept(name, one.outcome, one.line, new=True) for name, one in new.items()}
    return tuple(kept[name] for name in ids)


def _made_id(message: str, number: int) -> str:
    """A name for what has no decision: unreadable, or not a payment."""
    return sha256(f"{message}/{number}".encode()).hexdigest()[:32]


def _write_decisions(conn: Connection, store: Store, new: dict[str, Decided], edition: str, at: str) -> None:
    """New rows; one whose text was erased before gets its text anew."""
    erased = _erased(conn, list(new))
    keys = new_keys(conn, list(new))
    rows = []
    for name, one in new.items():
        row = {"id": name, "outcome": one.outcome, "edition": edition if one.id else None, "decided": at}
        rows.append(row | {"sealed": seal_with(keys[name], name, one.line)})
        append_standing(conn, store, DECISION, row, one.line)
    if fresh := [row for row in rows if row["id"] not in erased]:
        conn.execute(insert(decisions), fresh)
    if again := [{**row, "named": row["id"]} for row in rows if row["id"] in erased]:
        conn.execute(update(decisions).where(decisions.c.id == bindparam("named")), again)


def _erased(conn: Connection, ids: Sequence[str]) -> frozenset[str]:
    asked = select(decisions.c.id)
    return frozenset(one for some in in_parts(ids) for one in conn.scalars(asked.where(decisions.c.id.in_(some))))


def keep_payments(
    conn: Connection, store: Store, decided: Sequence[Decided], kept: Sequence[Kept], message: str
) -> None:
    """One row for everything read from a message, with its decision."""
    rows = [
        {
            "message": message,
            "number": number,
            "decision": stored.id,
            "format": storable(one.format),
            "end_to_end_id": storable_or_none(one.end_to_end_id),
            "uetr": storable_or_none(one.uetr and one.uetr.lower()),
            "country": storable_or_none(one.country),
        }
        for number, (one, stored) in enumerate(zip(decided, kept, strict=True), start=1)
    ]
    conn.execute(insert(payments), rows)
    for row in rows:
        append_standing(conn, store, PAYMENT, row)
