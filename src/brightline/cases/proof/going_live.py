"""How long each version of a list took from its publication to the first payment decided with it."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import Connection, select

from brightline.cases.tables.received import editions
from brightline.report.sheet import SECONDS, TEXT, Column, Table, row_of
from brightline.screen.edition import published_moment


def going_live(conn: Connection) -> Table:
    """A row for each version of a list that decided a payment, the newest first."""
    first: dict[tuple[str, str, str], str] = {}
    for row in conn.execute(select(editions.c.note, editions.c.first_used).order_by(editions.c.first_used)):
        lists = json.loads(row.note)["lists"]
        for name, version in lists.items():
            first.setdefault((name, str(version["published"]), str(version["digest"])), row.first_used)
    rows = [row_of(name, published, used, _took(published, used)) for (name, published, _), used in first.items()]
    rows.sort(key=lambda row: (str(row[2]), str(row[0])), reverse=True)
    columns = (
        Column("list", "List", TEXT),
        Column("published", "Published", TEXT),
        Column("live", "First payment decided with it", TEXT),
        Column("seconds", "From publication", SECONDS),
    )
    note = "A list without an hour counts from the first moment of its day, UTC. Only versions that decided a payment."
    return Table("live", "From publication to live", columns, rows, note)


def _took(published: str, used: str) -> int:
    return max(0, int((datetime.fromisoformat(used) - published_moment(published)).total_seconds()))
