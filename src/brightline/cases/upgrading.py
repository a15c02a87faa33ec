"""Which program's tables a database has, and how an older one is brought to this program's."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import Connection, Engine, Row, insert, inspect, select, text

from brightline.cases.migrations import NEWEST
from brightline.cases.tables.every import METADATA
from brightline.cases.tables.journal import journal_head
from brightline.errors import StoreError

_VERSION = "alembic_version"
_TURN = text("SELECT pg_advisory_xact_lock(7266)")  # any number that nobody else takes: who lays tables comes alone


def version_of(conn: Connection) -> str | None:
    """The newest script a database has seen; None where it holds no store."""
    if not inspect(conn).has_table(_VERSION):
        return None
    found: Row[str] | None = conn.execute(text(f"SELECT version_num FROM {_VERSION}")).first()
    return None if found is None else str(found[0])


def lay_tables(conn: Connection) -> None:
    """Lay this program's tables in an empty database. Two services that start together lay them once."""
    if conn.dialect.name == "postgresql":
        conn.execute(_TURN)
        if version_of(conn) is not None:
            return
    METADATA.create_all(conn)
    conn.execute(text(f"CREATE TABLE {_VERSION} (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
    conn.execute(text(f"INSERT INTO {_VERSION} VALUES (:newest)"), {"newest": NEWEST})
    begin_journal(conn)


def begin_journal(conn: Connection) -> None:
    """An empty journal, with a name of its own."""
    empty = {"id": 1, "origin": os.urandom(16).hex(), "size": 0, "peaks": b"", "checkpointed": ""}
    if conn.scalar(select(journal_head.c.id)) is None:
        conn.execute(insert(journal_head).values(empty))


def check_version(conn: Connection, name: str) -> None:
    """Raises StoreError where the store was not made, or not brought up, by this program."""
    found = version_of(conn)
    if found is None:
        raise StoreError(name, "no store", "a store of this program", "Start the service, or restore a backup.")
    if found != NEWEST:
        advice = "Run `brightline db upgrade`." if found < NEWEST else "It was opened by a newer program; use that."
        raise StoreError(name, f"tables of version {found}", f"those of version {NEWEST}", advice)


def upgrade(engine: Engine) -> tuple[str | None, str]:
    """Bring a store to this program's tables; its version before and after. Nothing is changed where it fails."""
    from alembic import command  # here: only this needs it, and it takes its time to load
    from alembic.config import Config

    with engine.connect() as conn:
        conn.execution_options(brightline_write=True)
        with conn.begin():
            before = version_of(conn)
            config = Config()
            config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
            config.attributes["connection"] = conn
            command.upgrade(config, "head")
            begin_journal(conn)
    return before, NEWEST
