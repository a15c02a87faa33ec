"""Requests for information of the month, by way and correspondent: how many, answered, late, and how long it took."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from brightline.cases.month.span import Month
from brightline.cases.tables.requests import requests
from brightline.report.sheet import SECONDS, TEXT, Column, Table, row_of


def asked_and_answered(conn: Connection, month: Month) -> Table:
    """A row for each way and correspondent, the most requests first. Late: answered or still open after its day."""
    asked = select(requests).where(requests.c.at >= month.first, requests.c.at < month.last)
    groups: dict[tuple[str, str], list[Row[Any]]] = {}
    for row in conn.execute(asked):
        groups.setdefault((row.way, row.correspondent), []).append(row)
    rows = [row_of(*key, len(some), *_fared(some, month)) for key, some in groups.items()]
    rows.sort(key=lambda row: (-int(row[2] or 0), str(row[0]), str(row[1])))
    columns = (
        *(Column("way", "Way", TEXT), Column("correspondent", "Correspondent", TEXT), Column("requests", "Requests")),
        *(Column("answered", "Answered"), Column("late", "Late"), Column("median_seconds", "Median time", SECONDS)),
    )
    return Table("requests", "Requests for information", columns, rows)


def _fared(some: list[Row[Any]], month: Month) -> tuple[int, int, int | None]:
    today = month.seen.date().isoformat()
    took = sorted(_took(row) for row in some if row.answered)
    late = sum(row.due is not None and (row.answered or today)[:10] > row.due for row in some)
    return len(took), late, took[(len(took) - 1) // 2] if took else None


def _took(row: Row[Any]) -> int:
    return int((datetime.fromisoformat(row.answered) - datetime.fromisoformat(row.at)).total_seconds())
