"""A store of each earlier release, upgraded on both databases: readable, the journal verifies, work goes on."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, MetaData, select
from tests.cases.conftest import Clock, mt103

from brightline.cases import migrations
from brightline.cases.arrival import Arrival
from brightline.cases.database import make_engine, open_store
from brightline.cases.deciding import Deciding
from brightline.cases.intake import accept
from brightline.cases.journal.signing import signer_from
from brightline.cases.journal.verify import verify
from brightline.cases.kept import decision_line, message_of
from brightline.cases.tables.cases import cases
from brightline.cases.tables.received import decisions
from brightline.cases.upgrading import upgrade
from brightline.errors import StoreError

STORES = sorted((Path(__file__).parent / "earlier_stores").glob("schema_*.jsonl"))
SIGNER = signer_from(bytes(range(32)))  # as make.py signs


def laid(url: str, file: Path) -> Engine:
    """The store as that release left it: its tables by its own scripts, then its rows."""
    engine = make_engine(url)
    schema = file.stem.removeprefix("schema_")
    with engine.connect() as conn:
        conn.execution_options(brightline_write=True)
        with conn.begin():
            config = Config()
            config.set_main_option("script_location", str(Path(str(migrations.__file__)).parent))
            config.attributes["connection"] = conn
            command.upgrade(config, schema)
            tables = MetaData()
            tables.reflect(conn)
            for table, row in rows(file):
                conn.execute(tables.tables[table].insert().values(row))
    return engine


def rows(file: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        said = json.loads(line)
        yield said["table"], {name: _value(value) for name, value in said["row"].items()}


def _value(value: Any) -> Any:
    return base64.b64decode(value["b64"]) if isinstance(value, dict) else value


@pytest.mark.parametrize("file", STORES, ids=[one.stem for one in STORES])
def test_an_earlier_store_is_upgraded_whole(empty_url: str, clock: Clock, deciding: Deciding, file: Path) -> None:
    engine = laid(empty_url, file)
    schema = file.stem.removeprefix("schema_")
    with pytest.raises(StoreError, match="brightline db upgrade"):
        open_store(empty_url, clock, SIGNER)
    assert upgrade(engine) == (schema, migrations.NEWEST)
    engine.dispose()
    store = open_store(empty_url, clock, SIGNER, create=False)
    with store.read() as conn:
        assert list(verify(conn, [SIGNER.public])) == []
        ids = list(conn.scalars(select(decisions.c.id).order_by(decisions.c.id)))
        outcomes = [json.loads(decision_line(conn, one))["outcome"] for one in ids]
        assert sorted(outcomes) == ["release", "review", "unreadable"]
        assert all(message_of(conn, one) for one in ids)
        assert len(conn.execute(select(cases)).all()) == 2
    arrival = Arrival(mt103(reference="NEW"), "text/plain", clock.moment, True, "bank", "new")
    assert accept(store, arrival, deciding).readable
    with store.read() as conn:
        assert list(verify(conn, [SIGNER.public])) == []
    store.close()


def test_there_is_a_store_of_every_release_before_this() -> None:
    """Schema 0001 was never released; of each schema since that a release had, one store is kept."""
    assert [one.stem for one in STORES] == ["schema_0002"]
