"""A store on each database, each test's own, and a clock that tests set."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text
from tests.cases.passwords import quick_passwords
from tests.screen.conftest import edition, payment

from brightline.cases.database import Store, make_engine, open_store
from brightline.cases.deciding import Deciding
from brightline.cases.journal.signing import Signer, signer_from
from brightline.cases.tables.every import METADATA
from brightline.cases.upgrading import begin_journal
from brightline.screen.edition import Edition

__all__ = ["edition", "payment", "quick_passwords"]

SERVER = "postgresql://postgres@127.0.0.1:5432/postgres"
_numbers = count(1)


class Clock:
    """A clock that stands until a test moves it, forward or back."""

    def __init__(self) -> None:
        self.moment = datetime(2024, 7, 3, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def move(self, **by: float) -> None:
        """Move by days, hours, minutes or seconds."""
        self.moment += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def server() -> str:
    """The URL of a PostgreSQL server, or a skip that says what is missing."""
    try:
        psycopg.connect(SERVER, connect_timeout=2).close()
    except psycopg.OperationalError:
        pytest.skip(f"no PostgreSQL at {SERVER}")
    return SERVER


@pytest.fixture
def postgresql_url(server: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """A schema of the test's own without a table, dropped after it."""
    yield from _schema(server, request)


@pytest.fixture
def second_postgresql_url(server: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """Another one."""
    yield from _schema(server, request)


@pytest.fixture(scope="session")
def laid_postgresql_url(server: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """A schema whose tables are laid once: laying them for each test would keep the disk busy most of the time."""
    for url in _schema(server, request):
        open_store(url).close()
        yield url


@pytest.fixture
def emptied_postgresql_url(laid_postgresql_url: str) -> Iterator[str]:
    """The schema with its tables, every row gone after the test but that of a new journal's beginning."""
    yield laid_postgresql_url
    engine = make_engine(laid_postgresql_url)
    with engine.begin() as conn:
        conn.execute(text("SET LOCAL session_replication_role = replica"))  # rows go in any order
        for table in METADATA.tables.values():
            conn.execute(table.delete())
        begin_journal(conn)
    engine.dispose()


@pytest.fixture(scope="session")
def laid_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the tables laid."""
    file = tmp_path_factory.mktemp("laid") / "cases.db"
    open_store(f"sqlite:///{file}").close()
    return file


def _schema(server: str, request: pytest.FixtureRequest) -> Iterator[str]:
    worker = getattr(request.config, "workerinput", {}).get("workerid", "one")
    schema = f"brightline_{worker}_{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(server, autocommit=True) as conn:
        conn.execute(f'DROP SCHEMA IF EXISTS "{schema}" CASCADE')
        conn.execute(f'CREATE SCHEMA "{schema}"')
        yield f"{server}?options=-csearch_path%3D{schema}%20-csynchronous_commit%3Doff"  # the server does not die here
        conn.execute(f'DROP SCHEMA "{schema}" CASCADE')


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a place where no store was laid yet, once on each database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'cases.db'}"
    return str(request.getfixturevalue("postgresql_url"))


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty store, once on each database."""
    if request.param == "sqlite":
        copied = shutil.copy(request.getfixturevalue("laid_sqlite"), tmp_path / "cases.db")
        return f"sqlite:///{copied}"
    return str(request.getfixturevalue("emptied_postgresql_url"))


@pytest.fixture
def signer() -> Signer:
    return signer_from(bytes(range(32)))


@pytest.fixture
def store(store_url: str, clock: Clock, signer: Signer) -> Iterator[Store]:
    """An empty store, once on each database."""
    opened = open_store(store_url, clock, signer)
    yield opened
    opened.close()


@pytest.fixture
def deciding(edition: Edition) -> Deciding:
    return Deciding(edition)


def mt103(creditor: str = "GOLDEN LEAF TEA LLC", about: str = "GREEN TEA, HS 090210", reference: str = "REF1") -> bytes:
    """An invented MT103 as posted, about tea unless told."""
    return (
        "{1:F01QINGCNBJAXXX0000000000}{2:I103KZKZKZKAXXXXN}{4:\n"
        f":20:{reference}\n:23B:CRED\n:32A:240703CNY125000,00\n:50K:/123456789\nHARBIN MORNING TRADE CO LTD\nCN\n"
        f":59:/KZ001122334455667788\n{creditor}\nALMATY\nKZ\n:70:{about}\n:71A:SHA\n-}}"
    ).encode()
