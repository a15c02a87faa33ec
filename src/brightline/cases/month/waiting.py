"""What waited when the month ended: how old it was, what was overdue, and the reports that were owed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Row, and_, or_, select

from brightline.cases.database import stamp
from brightline.cases.due import reports
from brightline.cases.month.span import Month
from brightline.cases.month.sums import added, amount_of
from brightline.cases.tables.cases import cases, due_reports
from brightline.report.sheet import AMOUNT, TEXT, Column, Table, row_of

AGES = ((1, "under a day"), (3, "1 to 3 days"), (7, "3 to 7 days"), (14, "7 to 14 days"), (30, "14 to 30 days"))
OLDER = "30 days and more"
_HELD = ("stop", "review", "unreadable")
_SHOWN = ("id", "opened", "gravest", "corridor_from", "corridor_to", "amount", "currency", "cut_off")


def ageing(conn: Connection, month: Month) -> Table:
    """Cases that waited when the month was seen, by age and what the program said."""
    counts: Counter[tuple[str, str]] = Counter()
    values: dict[str, dict[str, Decimal]] = {}
    for row in _waited(conn, month):
        age = _age(row.opened, month.seen)
        counts[age, row.gravest] += 1
        values.setdefault(age, {})
        added(values[age], row.currency, amount_of(row.amount))
    names = [name for _, name in AGES] + [OLDER]
    rows = [
        row_of(
            name,
            *(counts[name, one] for one in _HELD),
            sum(counts[name, one] for one in _HELD),
            _told(values.get(name)),
        )
        for name in names
    ]
    columns = (
        Column("age", "Age", TEXT),
        *(Column(one, one.capitalize()) for one in _HELD),
        Column("cases", "Cases"),
        Column("value", "Value", TEXT),
    )
    return Table("ageing", "What waits, by age", columns, rows, f"Cases not ended by {month.seen:%Y-%m-%d %H:%M} UTC.")


def overdue(conn: Connection, month: Month) -> Table:
    """Cases whose cut-off had passed while they waited, the oldest first."""
    rows = [
        row_of(row.id, row.opened[:10], row.gravest, *_way_and_amount(row), row.cut_off[:10])
        for row in _waited(conn, month)
        if row.cut_off is not None and row.cut_off < stamp(month.seen)
    ]
    columns = (
        Column("case", "Case", TEXT),
        Column("opened", "Opened", TEXT),
        Column("outcome", "Outcome", TEXT),
        Column("corridor", "Corridor", TEXT),
        Column("amount", "Amount", AMOUNT),
        Column("cut_off", "Cut-off", TEXT),
    )
    return Table("overdue", "Overdue", columns, rows, "Waiting, and the end of the value date (UTC) has passed.")


def reports_due(conn: Connection, month: Month) -> Table:
    """Reports to authorities whose last day lay in the month: filed in time, filed late, not filed."""
    asked = select(due_reports).where(due_reports.c.due_on >= month.first[:10], due_reports.c.due_on < month.last[:10])
    counts: Counter[tuple[str, str]] = Counter()
    for row in conn.execute(asked):
        counts[row.report, _filed(row, month)] += 1
    known = reports()
    names = sorted({name for name, _ in counts})
    states = ("in_time", "late", "not_filed", "still_to_come")
    rows = [
        row_of(name, known[name].what if name in known else "", *(counts[name, one] for one in states))
        for name in names
    ]
    columns = (
        *(Column("report", "Report", TEXT), Column("what", "What", TEXT), Column("in_time", "Filed in time")),
        *(Column("late", "Late"), Column("not_filed", "Not filed"), Column("still_to_come", "Day not come")),
    )
    return Table("reports_due", "Reports to authorities", columns, rows, "Those whose last day lay in the month.")


def _way_and_amount(row: Row[Any]) -> tuple[str, str]:
    return f"{row.corridor_from}-{row.corridor_to}", f"{row.amount or ''} {row.currency or ''}".strip()


def _filed(row: Row[Any], month: Month) -> str:
    if row.filed is not None and row.filed < stamp(month.seen):
        return "in_time" if row.filed[:10] <= row.due_on else "late"
    return "not_filed" if row.due_on < month.seen.date().isoformat() else "still_to_come"


def _waited(conn: Connection, month: Month) -> Sequence[Row[Any]]:
    """Cases opened before the month was seen and not ended by then, oldest first."""
    moment = stamp(month.seen)
    still = or_(cases.c.is_open, and_(cases.c.ended.is_not(None), cases.c.ended >= moment))
    asked = select(*(cases.c[name] for name in _SHOWN)).where(cases.c.opened < moment, still)
    return conn.execute(asked.order_by(cases.c.opened, cases.c.id)).all()


def _age(opened: str, seen: datetime) -> str:
    days = (seen - datetime.fromisoformat(opened)).total_seconds() / 86_400
    return next((name for limit, name in AGES if days < limit), OLDER)


def _told(values: dict[str, Decimal] | None) -> str:
    return "; ".join(f"{value:,f} {currency}" for currency, value in sorted((values or {}).items()))
