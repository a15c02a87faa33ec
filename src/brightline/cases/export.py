"""Giving stored decisions out again, as `brightline screen` writes them: `explain` and `replay` read the result."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from brightline.cases.kept import standing
from brightline.cases.tables.received import decisions

TOGETHER = 50  # lines opened at once: an export of any length takes the memory of these


def exported_lines(conn: Connection, since: str = "", until: str = "9") -> Iterator[bytes]:
    """The lines decided from one stamp up to another, oldest first, read as asked for. What was erased is left out."""
    asked = select(decisions.c.id).where(decisions.c.decided >= since, decisions.c.decided < until)
    ordered = asked.order_by(decisions.c.decided, decisions.c.id).execution_options(stream_results=True)
    for some in conn.scalars(ordered).partitions(TOGETHER):
        found = standing(conn, some)
        yield from (one.line for name in some if (one := found[name]) is not None)
