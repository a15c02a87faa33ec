"""Pairs and passports of the month: how many hold, were proposed, ended, and run out soon."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection, RowMapping, select

from brightline.cases.clearances import KINDS
from brightline.cases.database import stamp
from brightline.cases.month.span import Month
from brightline.cases.tables.clearances import clearances
from brightline.report.sheet import TEXT, Column, Table, row_of

SOON = timedelta(days=30)
_COUNTED = ("live", "proposed", "approved", "refused", "ended", "expired", "expire_soon")


def clearings(conn: Connection, month: Month) -> Table:
    """Pairs and passports, a row a kind."""
    rows = conn.execute(select(clearances)).mappings().all()
    told = [row_of(f"{kind}s", *_counts([row for row in rows if row["kind"] == kind], month)) for kind in KINDS]
    columns = (
        Column("kind", "Kind", TEXT),
        Column("live", "Hold at the end"),
        Column("proposed", "Proposed"),
        Column("approved", "Approved"),
        Column("refused", "Refused"),
        Column("ended", "Ended"),
        Column("expired", "Of these expired"),
        Column("expire_soon", "Expire in 30 days"),
    )
    return Table("clearances", "Pairs and passports", columns, told)


def _counts(rows: list[RowMapping], month: Month) -> list[int]:
    first, last = month.first, month.last
    today, soon = month.seen.date().isoformat(), (month.seen + SOON).date().isoformat()
    live = [row for row in rows if _lives(row, stamp(month.seen)) and row["expires"] >= today]
    ended = [row for row in rows if row["approved"] and first <= (row["ended"] or "") < last]
    counts = {
        "live": len(live),
        "proposed": sum(first <= row["proposed"] < last for row in rows),
        "approved": sum(first <= (row["approved"] or "") < last for row in rows),
        "refused": sum(row["state"] == "refused" and first <= (row["ended"] or "") < last for row in rows),
        "ended": len(ended),
        "expired": sum(row["expires"] < row["ended"][:10] for row in ended),
        "expire_soon": sum(row["expires"] < soon for row in live),
    }
    return [counts[name] for name in _COUNTED]


def _lives(row: RowMapping, moment: str) -> bool:
    """Whether it had been approved, and not been ended, by a moment."""
    approved, ended = row["approved"], row["ended"]
    return approved is not None and approved < moment and (ended is None or ended >= moment)
