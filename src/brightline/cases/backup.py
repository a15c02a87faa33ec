"""A backup is a store in one SQLite file, whatever database it was taken from: it can be opened as it stands.

Restoring copies its rows into another store, of either kind, in one transaction that ends with the journal verified.
Keys travel with the rows: a backup taken before an erasure still opens what was erased after it.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Table, delete, func, insert, select

from brightline.cases.database import Store, open_store
from brightline.cases.failpoints import reach
from brightline.cases.journal.verify import verify
from brightline.cases.tables.every import METADATA
from brightline.cases.tables.journal import journal_head
from brightline.cases.tables.people import sessions, sign_in_tries
from brightline.errors import CallError, PathError, StoreError

NOT_TAKEN = (sessions, sign_in_tries)  # everybody signs in anew
_BATCH = 200  # rows of a table that are held at once
_SQLITE = b"SQLite format 3\0"  # how every SQLite file begins


def back_up(store: Store, path: Path) -> int:
    """Write a backup of one moment to a file that is not there yet; the lines of its journal.

    Built beside and moved into place when it is whole and on disk. Raises PathError where the file is there already.
    """
    if path.exists():
        raise PathError(str(path), "a file", "a name that is free", "A backup never replaces another.")
    if not path.absolute().parent.is_dir():
        raise PathError(str(path), "no such folder", "a file name in a folder that is there")
    aside = Path(tempfile.mkdtemp(prefix=f".{path.name}.", dir=path.absolute().parent))
    try:
        lines = _copy_to(store, aside / path.name)
        reach("backup.before-rename")
        os.replace(aside / path.name, path)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return lines


def _copy_to(store: Store, aside: Path) -> int:
    taken = open_store(f"sqlite:///{aside.absolute()}", store.now, store.signer)
    try:
        with store.read() as source, taken.write() as target:
            _copy(source, target)
            lines = _lines(target)
    finally:
        taken.close()
    with closing(sqlite3.connect(aside)) as alone:
        alone.execute("PRAGMA journal_mode=DELETE")  # one file, with nothing beside it
    return lines


def see_backup(path: Path) -> None:
    """Raise PathError where there is no such file, or one that is no database: asked before a store is laid for it."""
    expected = "a backup made by `brightline db backup`"
    if not path.is_file():
        raise PathError(str(path), "no such file", expected)
    with path.open("rb") as file:
        if file.read(len(_SQLITE)) != _SQLITE:
            raise PathError(str(path), "a file that is no database", expected)


def restore(store: Store, path: Path, *, replace: bool, keys: Collection[bytes] = ()) -> int:
    """Fill a store from a backup; the lines of its journal. All or nothing.

    Raises CallError where the store holds data and `replace` does not say that it may go, PathError as `see_backup`,
    StoreError where the database in it is no backup or its journal does not hold.
    """
    see_backup(path)
    backup = open_store(f"sqlite:///{path.absolute()}", store.now, store.signer, create=False)
    try:
        with backup.read() as source, store.write() as target:
            if _lines(target) and not replace:
                advice = "Restore into an empty store, or add --replace."
                raise CallError(store.name, f"a store with {_lines(target)} journal lines", "an empty one", advice)
            _copy(source, target)
            _refuse_broken(target, str(path), keys)
            return _lines(target)
    finally:
        backup.close()


def _refuse_broken(conn: Connection, name: str, keys: Collection[bytes]) -> None:
    fault = next(verify(conn, keys), None)
    if fault is not None:
        raise StoreError(name, str(fault), "a backup whose journal holds", "Nothing was restored from it.")


def _copy(source: Connection, target: Connection) -> None:
    """All rows of all tables, in the place of whatever was there."""
    for table in reversed(METADATA.sorted_tables):
        target.execute(delete(table))
    for table in METADATA.sorted_tables:
        if table not in NOT_TAKEN:
            _copy_table(source, target, table)
        reach("restore.half-way")


def _copy_table(source: Connection, target: Connection, table: Table) -> None:
    asked = select(table).execution_options(stream_results=True)
    for rows in source.execute(asked).mappings().partitions(_BATCH):
        target.execute(insert(table), [dict(row) for row in rows])


def _lines(conn: Connection) -> int:
    return int(conn.scalar(select(func.max(journal_head.c.size))) or 0)
