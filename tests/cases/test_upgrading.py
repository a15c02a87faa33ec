"""The scripts lay exactly the tables the code speaks of, on both databases; other programs' stores are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, select, text
from tests.cases.conftest import Clock

from brightline.cases import migrations
from brightline.cases.database import make_engine, open_store
from brightline.cases.tables.every import METADATA
from brightline.cases.tables.journal import journal_head
from brightline.cases.upgrading import upgrade, version_of
from brightline.errors import StoreError


def differences(engine: Engine) -> list[object]:
    with engine.connect() as conn:
        found = compare_metadata(MigrationContext.configure(conn, opts={"compare_type": True}), METADATA)
    return [one for one in found if not (one[0] == "remove_table" and one[1].name == "alembic_version")]


def test_what_the_scripts_lay_is_what_the_code_speaks_of(empty_url: str) -> None:
    engine = make_engine(empty_url)
    assert upgrade(engine) == (None, migrations.NEWEST)
    assert differences(engine) == []
    assert upgrade(engine) == (migrations.NEWEST, migrations.NEWEST)
    engine.dispose()


def test_what_the_service_lays_is_the_same(empty_url: str, clock: Clock) -> None:
    store = open_store(empty_url, clock)
    assert differences(store.engine) == []
    assert upgrade(store.engine) == (migrations.NEWEST, migrations.NEWEST)
    store.close()


def test_an_upgraded_store_keeps_its_journal_and_opens(empty_url: str, clock: Clock) -> None:
    engine = make_engine(empty_url)
    upgrade(engine)
    with engine.connect() as conn:
        origin = conn.scalar(select(journal_head.c.origin))
    upgrade(engine)
    engine.dispose()
    store = open_store(empty_url, clock, create=False)
    with store.read() as conn:
        assert conn.scalar(select(journal_head.c.origin)) == origin
    store.close()


def test_the_newest_script_is_the_one_named() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(str(migrations.__file__)).parent))
    assert ScriptDirectory.from_config(config).get_heads() == [migrations.NEWEST]


@pytest.mark.parametrize(("version", "advice"), [("0000", "brightline db upgrade"), ("9999", "a newer program")])
def test_a_store_of_another_program_is_refused(empty_url: str, clock: Clock, version: str, advice: str) -> None:
    store = open_store(empty_url, clock)
    with store.engine.connect() as conn, conn.begin():
        conn.execute(text("UPDATE alembic_version SET version_num = :version"), {"version": version})
    store.close()
    with pytest.raises(StoreError, match=advice):
        open_store(empty_url, clock)


def test_an_upgrade_that_fails_changes_nothing(empty_url: str) -> None:
    engine = make_engine(empty_url)
    with engine.connect() as conn, conn.begin():
        conn.execute(text("CREATE TABLE people (id INTEGER)"))  # in the way of the second script
    with pytest.raises(Exception, match="people"):
        upgrade(engine)
    with engine.connect() as conn:
        assert inspect(conn).get_table_names() == ["people"]
        assert version_of(conn) is None
    engine.dispose()
