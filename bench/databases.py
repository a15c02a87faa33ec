"""Stores to measure and prove on: an SQLite file, and a schema of a PostgreSQL server where one answers."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

SERVER = "postgresql://postgres@127.0.0.1:5432/postgres"
SCHEMA = "brightline_bench"


def has_server() -> bool:
    """Whether a PostgreSQL server answers."""
    try:
        psycopg.connect(SERVER, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


@contextmanager
def empty_store(kind: str) -> Iterator[str]:
    """The URL of an empty store, `sqlite` or `postgresql`, gone afterwards."""
    if kind == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{Path(folder) / 'cases.db'}"
        return
    with psycopg.connect(SERVER, autocommit=True) as conn:
        conn.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
        conn.execute(f"CREATE SCHEMA {SCHEMA}")
        yield f"{SERVER}?options=-csearch_path%3D{SCHEMA}"
        conn.execute(f"DROP SCHEMA {SCHEMA} CASCADE")
