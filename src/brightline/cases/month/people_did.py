"""What people decided in the month: dispositions, overrides of the program, exposure let go or turned away."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Row, func, select

from brightline.beside.ledger import EXPOSED
from brightline.cases.events import PREFIX
from brightline.cases.month.span import Month
from brightline.cases.month.sums import NO_CURRENCY, amount_of
from brightline.cases.tables.cases import cases
from brightline.cases.tables.journal import journal
from brightline.report.sheet import AMOUNT, TEXT, Column, Table
from brightline.terms.dispositions import CLOSED, RELEASED

LET_GO, TURNED_AWAY = "released against the program", "turned away though not linked"
_SHOWN = ("gravest", "determination", "disposition", "reason", "amount", "currency", "is_open")


def dispositions(conn: Connection, month: Month) -> Table:
    """How the cases that ended in the month ended, by what the program had said."""
    counts = Counter((row.gravest, row.disposition) for row in _ended(conn, month))
    rows = [(outcome, how, counts[outcome, how]) for outcome, how in sorted(counts)]
    columns = (Column("outcome", "Program said", TEXT), Column("disposition", "People decided", TEXT))
    return Table("dispositions", "How cases ended", (*columns, Column("cases", "Cases")), rows)


def overrides(conn: Connection, month: Month) -> Table:
    """Cases ended in the month against what the program said, by the reason given."""
    counts: Counter[tuple[str, str, str, str]] = Counter()
    for row in _ended(conn, month):
        if kind := _override(row):
            counts[kind, row.gravest, row.determination or "", row.reason or ""] += 1
    columns = (
        Column("override", "Override", TEXT),
        Column("outcome", "Program said", TEXT),
        Column("determination", "Determination", TEXT),
        Column("reason", "Reason given", TEXT),
        Column("cases", "Cases"),
    )
    note = "Released: the program had said stop, or linked. Turned away: it had said not linked."
    return Table("overrides", "Overrides", columns, [(*key, counts[key]) for key in sorted(counts)], note)


def acts(conn: Connection, month: Month) -> Table:
    """How often each act was done, out of the journal; acts on personal data since erased count too."""
    asked = select(journal.c.kind, func.count()).where(journal.c.at >= month.first, journal.c.at < month.last)
    found = conn.execute(asked.where(journal.c.kind.startswith(PREFIX)).group_by(journal.c.kind))
    rows = sorted((-int(count), str(kind).removeprefix(PREFIX)) for kind, count in found)
    columns = (Column("act", "Act", TEXT), Column("times", "Times"))
    return Table("acts", "What was done in cases", columns, [(act, -times) for times, act in rows])


def exposure(conn: Connection, month: Month) -> Table:
    """Payments held in the month that were linked, or of which nobody could tell, by currency and how they ended."""
    sums: dict[tuple[str, str, str], tuple[int, Decimal]] = {}
    asked = select(*(cases.c[name] for name in _SHOWN)).where(
        cases.c.opened >= month.first, cases.c.opened < month.last, cases.c.determination.in_(EXPOSED)
    )
    for row in conn.execute(asked):
        key = (row.determination, "waiting" if row.is_open else str(row.disposition), row.currency or NO_CURRENCY)
        count, value = sums.get(key, (0, Decimal(0)))
        sums[key] = count + 1, value + amount_of(row.amount)
    rows = [(*key, sums[key][0], f"{sums[key][1]:f}") for key in sorted(sums)]
    columns = (
        Column("determination", "Determination", TEXT),
        Column("state", "State now", TEXT),
        Column("currency", "Currency", TEXT),
        Column("cases", "Cases"),
        Column("value", "Value", AMOUNT),
    )
    return Table(
        "exposure", "Exposure", columns, rows, "Of cases opened in the month; amounts as printed, by currency."
    )


def _ended(conn: Connection, month: Month) -> list[Row[Any]]:
    ended = cases.c.ended.is_not(None), cases.c.ended >= month.first, cases.c.ended < month.last
    return list(conn.execute(select(*(cases.c[name] for name in _SHOWN)).where(*ended)))


def _override(row: Row[Any]) -> str:
    if row.disposition == RELEASED:
        return LET_GO if row.gravest == "stop" or row.determination == "linked" else ""
    return TURNED_AWAY if row.determination == "not-linked" and row.disposition != CLOSED else ""
