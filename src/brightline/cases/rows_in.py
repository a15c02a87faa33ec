"""Rows into a table as the driver of the database takes them: for what is written with every payment.

SQLAlchemy's own way looks at every value of every row once more, which costs more than storing them. Here a statement
is made once for each table, and values go to the driver as they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect, Table, insert


def add_rows(conn: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add rows that all name the same columns. Values are such as the driver knows: text, number, bytes, nothing."""
    if not rows:
        return
    said, order = _insert(table, conn.dialect, tuple(rows[0]))
    given = [tuple(row[name] for name in order) for row in rows] if order else list(rows)
    conn.exec_driver_sql(said, given)


@lru_cache(maxsize=256)
def _insert(table: Table, dialect: Dialect, columns: tuple[str, ...]) -> tuple[str, Sequence[str]]:
    """The statement, and the order of its values where they have no names."""
    made: Any = insert(table).compile(dialect=dialect, column_keys=list(columns))
    return str(made), tuple(made.positiontup) if made.positional else ()
