"""Export, retention, backup and restore take the memory of some rows, however many there are."""

from __future__ import annotations

import os
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert

from brightline.cases.backup import back_up, restore
from brightline.cases.database import Store, open_store, stamp
from brightline.cases.export import exported_lines
from brightline.cases.retention import due, read_terms
from brightline.cases.sealed import new_keys, seal_with
from brightline.cases.tables.received import decisions
from brightline.errors import StoreError

ROWS, SIZE = 2000, 8_000  # together some 15 MiB that no compression makes smaller
FEW = 5 << 20
TERMS = read_terms('otherwise: {days: 1, because: "a test"}', "terms.yaml")
LATER = datetime(2030, 1, 1, tzinfo=UTC)


def filled(store: Store) -> Store:
    """A store with many sealed decisions of before."""
    text, at = os.urandom(SIZE), stamp(store.now())
    for start in range(0, ROWS, 500):
        names = [f"{number:032x}" for number in range(start, start + 500)]
        with store.write() as conn:
            keys = new_keys(conn, names)
            rows = [{"id": one, "outcome": "release", "decided": at, "sealed": seal_with(keys[one], one, text)}
                    for one in names]  # fmt: skip
            conn.execute(insert(decisions), rows)
    return store


def peak(work: Callable[[], object]) -> int:
    """The most memory that Python held for a piece of work, in bytes."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def counted(store: Store, read: Callable[..., object], *more: object) -> Callable[[], None]:
    def work() -> None:
        with store.read() as conn:
            assert sum(1 for _ in read(conn, *more)) == ROWS  # type: ignore[attr-defined]

    return work


def test_what_is_read_row_by_row_is_never_held_whole(store: Store) -> None:
    filled(store)
    assert peak(counted(store, exported_lines)) < FEW
    assert peak(counted(store, due, LATER, TERMS)) < FEW


def test_a_backup_and_its_restoring_hold_some_rows_at_a_time(tmp_path: Path) -> None:
    store = filled(open_store(f"sqlite:///{tmp_path / 'cases.db'}"))
    other = open_store(f"sqlite:///{tmp_path / 'other.db'}")
    file = tmp_path / "backup.db"
    assert peak(lambda: back_up(store, file)) < FEW
    assert file.stat().st_size > ROWS * SIZE

    def refused() -> None:
        with pytest.raises(StoreError, match="without a line in the journal"):  # these decisions were laid past it
            restore(other, file, replace=False)

    assert peak(refused) < FEW
    store.close()
    other.close()
