"""What messages leave in the store, laid in one go for all: messages, editions, decisions, payments, keys used."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, bindparam, select, update

from brightline.cases.arrival import Arrival
from brightline.cases.database import Store, stamp
from brightline.cases.deciding import Decided, Screened
from brightline.cases.failpoints import reach
from brightline.cases.journal.append import append_standing
from brightline.cases.journal.standing import DECISION, EDITION, MESSAGE, PAYMENT, REPEATABLE
from brightline.cases.kept import Kept, standing
from brightline.cases.rows_in import add_rows
from brightline.cases.sealed import new_keys, seal_with
from brightline.cases.storable import storable, storable_or_none
from brightline.cases.tables.received import decisions, editions, idempotency, messages, payments
from brightline.screen.wire import edition_json

_HAS_EDITION = select(editions.c.id).where(editions.c.id == bindparam("named"))
_LONGEST_UETR = 80  # of 36 signs; an index takes no text of any length
_FILL_AGAIN = update(decisions).where(decisions.c.id == bindparam("named"))

Row = dict[str, object]
Named = tuple[str, Decided, Screened]  # what was decided, under the id it is stored by


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message about to be stored under an id of its own."""

    id: str
    arrival: Arrival
    screened: Screened

    def named(self) -> Iterator[tuple[str, Decided]]:
        """What was decided, with the id it is stored under: its own, else one made from its place."""
        for place, one in enumerate(self.screened.decided, start=1):
            yield one.id or self._made(place), one

    def _made(self, place: int) -> str:
        return sha256(f"{self.id}/{place}".encode()).hexdigest()[:32]


def lay(conn: Connection, store: Store, incoming: Sequence[Incoming]) -> tuple[tuple[Kept, ...], ...]:
    """Store messages with all that was decided, in the caller's transaction; for each what it is answered with."""
    if not incoming:
        return ()
    at = stamp(store.now())
    _lay_editions(conn, store, (one.screened for one in incoming), at)
    _lay_messages(conn, store, incoming, at)
    reach("intake.message-written")
    named = [(name, one, each.screened) for each in incoming for name, one in each.named()]
    kept = _lay_decisions(conn, store, named, at)
    _lay_payments(conn, store, incoming)
    _lay_keys_used(conn, store, incoming, at)
    reach("intake.payments-written")
    return tuple(tuple(kept[name] for name, _ in one.named()) for one in incoming)


def lay_again(conn: Connection, store: Store, screened: Screened) -> tuple[Kept, ...]:
    """Store what was decided anew about a payment that is in the store already: no message, no payment, no case."""
    at = stamp(store.now())
    _lay_editions(conn, store, [screened], at)
    kept = _lay_decisions(conn, store, [(name, one, screened) for one in screened.decided if (name := one.id)], at)
    return tuple(kept.values())


def _lay_editions(conn: Connection, store: Store, screened: Iterable[Screened], at: str) -> None:
    """Remember each edition once, with the texts that `replay` needs."""
    for one in {one.edition.id: one for one in screened}.values():
        if conn.scalar(_HAS_EDITION, {"named": one.edition.id}) is not None:
            continue
        note = storable(json.dumps(edition_json(one.edition), ensure_ascii=False))
        texts = {"policy": storable(one.policy), "institution": storable(one.institution)}
        row = {"id": one.edition.id, "note": note, "first_used": at} | texts
        add_rows(conn, editions, [row])
        append_standing(conn, store, EDITION, row)


def _lay_messages(conn: Connection, store: Store, incoming: Sequence[Incoming], at: str) -> None:
    keys = new_keys(conn, [one.id for one in incoming])
    rows = []
    for one in incoming:
        row = _message_row(one, at)
        append_standing(conn, store, MESSAGE, row, one.arrival.body)
        rows.append(row | {"sealed": seal_with(keys[one.id], one.id, one.arrival.body)})
    add_rows(conn, messages, rows)


def _message_row(one: Incoming, at: str) -> Row:
    return {
        "id": one.id,
        "received": at,
        "by": storable(one.arrival.by),
        "content_type": storable(one.arrival.content_type),
        "as_of": one.arrival.as_of.isoformat(),
        "size": len(one.arrival.body),
    }


def _lay_decisions(conn: Connection, store: Store, named: Sequence[Named], at: str) -> Mapping[str, Kept]:
    """Store what was decided for the first time; for what is there already, what stands."""
    found = standing(conn, [name for name, _, _ in named])
    erased = {name for name, one in found.items() if one is None}
    kept = {name: one for name, one in found.items() if one is not None}
    rows: list[Row] = []
    for name, one, screened in named:
        if name in kept:
            continue
        edition = screened.edition.id if one.id else None
        row: Row = {"id": name, "outcome": one.outcome, "edition": edition, "decided": at}
        append_standing(conn, store, DECISION, row, one.line)
        rows.append(row)
        kept[name] = Kept(name, one.outcome, one.line, new=True)
    _write_decisions(conn, rows, kept, erased)
    return kept


def _write_decisions(conn: Connection, rows: Sequence[Row], kept: Mapping[str, Kept], erased: Set[str]) -> None:
    """New rows; one whose text was erased before gets its text anew."""
    keys = new_keys(conn, [str(row["id"]) for row in rows])
    sealed = {name: seal_with(key, name, kept[name].line) for name, key in keys.items()}
    whole = [row | {"sealed": sealed[str(row["id"])]} for row in rows]
    add_rows(conn, decisions, [row for row in whole if row["id"] not in erased])
    if again := [row | {"named": row["id"]} for row in whole if row["id"] in erased]:
        conn.execute(_FILL_AGAIN, again)


def _lay_payments(conn: Connection, store: Store, incoming: Sequence[Incoming]) -> None:
    """One row for everything read from a message, with the id of its decision."""
    rows = [
        _payment_row(one.id, place, name, decided)
        for one in incoming
        for place, (name, decided) in enumerate(one.named(), start=1)
    ]
    add_rows(conn, payments, rows)
    for row in rows:
        append_standing(conn, store, PAYMENT, row)


def _payment_row(message: str, place: int, decision: str, decided: Decided) -> Row:
    return {
        "message": message,
        "number": place,
        "decision": decision,
        "format": storable(decided.format),
        "message_id": _indexed(decided.message_id),
        "end_to_end_id": storable_or_none(decided.end_to_end_id),
        "uetr": storable_or_none(decided.uetr and decided.uetr.lower()[:_LONGEST_UETR]),
        "country": storable_or_none(decided.country),
    }


def _indexed(reference: str | None) -> str | None:
    """A reference as an index takes it; one that is longer is no reference of a message."""
    return storable_or_none(reference[:_LONGEST_UETR] if reference else None)


def _lay_keys_used(conn: Connection, store: Store, incoming: Sequence[Incoming], at: str) -> None:
    rows = [_key_row(one, one.arrival.key, at) for one in incoming if one.arrival.key is not None]
    add_rows(conn, idempotency, rows)
    for row in rows:
        append_standing(conn, store, REPEATABLE, row)


def _key_row(one: Incoming, key: str, at: str) -> Row:
    said: Row = {"by": storable(one.arrival.by), "key": storable(key), "digest": one.arrival.digest()}
    return said | {"message": one.id, "at": at}
