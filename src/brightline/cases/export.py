"""Giving stored decisions out again, as `brightline screen` writes them: `explain` and `replay` read the result."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from brightline.cases.kept import MANY, standing
from brightline.cases.tables.received import decisions


def exported_lines(conn: Connection, since: str = "", until: str = "9") -> Iterator[bytes]:
    """The lines decided from one stamp up to another, oldest first. What was erased is left out."""
    asked = select(decisions.c.id).where(decisions.c.decided >= since, decisions.c.decided < until)
    ids = conn.scalars(asked.order_by(decisions.c.decided, decisions.c.id)).all()
    for start in range(0, len(ids), MANY):
        some = ids[start : start + MANY]
        found = standing(conn, some)
        yield from (one.line for name in some if (one := found[name]) is not None)
