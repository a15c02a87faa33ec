"""A backup holds the whole store, whatever database it came from, and is restored whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, update
from tests.cases.conftest import Clock, mt103

from brightline.cases.arrival import Arrival
from brightline.cases.backup import back_up, restore
from brightline.cases.database import Store, open_store
from brightline.cases.deciding import Deciding
from brightline.cases.intake import accept
from brightline.cases.journal.append import append
from brightline.cases.journal.signing import Signer
from brightline.cases.journal.verify import verify
from brightline.cases.tables.every import METADATA
from brightline.cases.tables.people import people, sessions
from brightline.cases.tables.received import decisions
from brightline.errors import CallError, PathError, StoreError

MOMENT = datetime(2024, 7, 3, 9, 0, tzinfo=UTC)


@pytest.fixture
def filled(store: Store, deciding: Deciding) -> Store:
    for number, creditor in enumerate(("GOLDEN LEAF TEA LLC", "JOINT STOCK COMPANY ZAVOD KVARTSOVIK")):
        accept(store, Arrival(mt103(creditor), "text/plain", MOMENT, True, "bank", f"k{number}"), deciding)
    return store


@pytest.fixture(params=["sqlite", "postgresql"])
def other(
    request: pytest.FixtureRequest, store_url: str, tmp_path: Path, clock: Clock, signer: Signer
) -> Iterator[Store]:
    """Another empty store, of either kind."""
    url = f"sqlite:///{tmp_path / 'other.db'}"
    if request.param == "postgresql":
        url = request.getfixturevalue("second_postgresql_url")
    opened = open_store(url, clock, signer)
    yield opened
    opened.close()


def content(store: Store) -> dict[str, list[object]]:
    with store.read() as conn:
        return {
            table.name: [tuple(row) for row in conn.execute(select(table).order_by(*table.primary_key))]
            for table in METADATA.sorted_tables
        }


def test_a_backup_restored_into_either_database_is_the_same_store(filled: Store, other: Store, tmp_path: Path) -> None:
    backup = tmp_path / "backup.db"
    lines = back_up(filled, backup)
    assert restore(other, backup, replace=False) == lines > 8
    assert content(other) == content(filled)
    with other.write() as conn:
        assert append(conn, other, "person", "p1", {}) == lines + 1
    with other.read() as conn:
        assert list(verify(conn, {other.signer.public})) == []


def test_a_backup_is_one_file_that_opens_as_it_stands(filled: Store, tmp_path: Path, clock: Clock) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    back_up(filled, folder / "backup.db")
    assert [one.name for one in folder.iterdir()] == ["backup.db"]
    opened = open_store(f"sqlite:///{folder / 'backup.db'}", clock, create=False)
    assert content(opened) == content(filled)
    opened.close()


def test_nobody_is_signed_in_after_a_restore(filled: Store, tmp_path: Path) -> None:
    person = {"id": "p1", "name": "Ada", "folded": "ada", "role": "analyst", "added": "2024"}
    with filled.write() as conn:
        conn.execute(insert(people).values(person))
        conn.execute(insert(sessions).values(digest="d", person="p1", csrf="c", begun="2024", seen="2024"))
    back_up(filled, tmp_path / "backup.db")
    restore(filled, tmp_path / "backup.db", replace=True)
    with filled.read() as conn:
        assert conn.scalar(select(func.count()).select_from(sessions)) == 0
        assert conn.scalar(select(people.c.name)) == "Ada"


def test_a_store_that_holds_data_is_replaced_only_when_asked(filled: Store, deciding: Deciding, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "backup.db")
    before = content(filled)
    accept(filled, Arrival(mt103(reference="LATER"), "", MOMENT, True, "bank"), deciding)
    with pytest.raises(CallError, match="or add --replace"):
        restore(filled, tmp_path / "backup.db", replace=False)
    assert len(content(filled)["messages"]) == 3
    restore(filled, tmp_path / "backup.db", replace=True)
    assert content(filled) == before


def test_a_backup_never_replaces_a_file(filled: Store, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("kept")
    with pytest.raises(PathError, match="a name that is free"):
        back_up(filled, tmp_path / "mine")
    assert (tmp_path / "mine").read_text() == "kept"
    with pytest.raises(PathError, match="a folder that is there"):
        back_up(filled, tmp_path / "nowhere" / "backup.db")


def test_a_backup_somebody_changed_is_refused_whole(filled: Store, tmp_path: Path, clock: Clock) -> None:
    back_up(filled, tmp_path / "backup.db")
    changed = open_store(f"sqlite:///{tmp_path / 'backup.db'}", clock, create=False)
    with changed.engine.connect() as conn, conn.begin():
        conn.execute(update(decisions).values(outcome="release"))
    changed.close()
    before = content(filled)
    with pytest.raises(StoreError, match="not as it was written"):
        restore(filled, tmp_path / "backup.db", replace=True)
    assert content(filled) == before


def test_what_is_no_backup_is_refused(filled: Store, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("a letter " * 100)
    with pytest.raises(PathError, match="no database"):
        restore(filled, tmp_path / "letter", replace=True)
    with pytest.raises(PathError, match="made by `brightline db backup`"):
        restore(filled, tmp_path / "nothing", replace=True)
