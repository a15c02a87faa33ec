"""Which stores a verb speaks of: the one named, or every one in the home."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from brightline.cases.database import Store, now, open_store
from brightline.cases.journal.signing import PUBLIC_FILE, open_signer, read_public_key
from brightline.cli.context import Context
from brightline.errors import CallError

CASES = "cases.db"


def own_store(home: Path) -> str:
    """The URL of the home's own store."""
    return f"sqlite:///{(home / CASES).absolute()}"


def store_urls(home: Path, db: str | None) -> tuple[str, ...]:
    """The store named by --db, else every store in the home. Raises CallError where there is none."""
    if db is not None:
        return (db,)
    found = tuple(f"sqlite:///{one.absolute()}" for one in sorted(home.glob("*.db")) if _is_store(one))
    if not found:
        raise CallError("--db", f"no store in {home}", "a store", "Name one with --db, or start `brightline serve`.")
    return found


def one_store(home: Path, db: str | None) -> str:
    """The one store meant. Raises CallError where the home holds none, or more than one and none is named."""
    urls = store_urls(home, db)
    if len(urls) > 1:
        raise CallError("--db", f"{len(urls)} stores in {home}", "one of them", f"Name it: {', '.join(urls)}")
    return urls[0]


def _is_store(path: Path) -> bool:
    """Whether a file in the home is a store; what cannot be read is taken for one, so that it is not passed over."""
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as conn:
            asked = "SELECT 1 FROM sqlite_master WHERE name = 'journal_head'"
            return conn.execute(asked).fetchone() is not None
    except sqlite3.Error:
        return True


@contextmanager
def opened(ours: Context, url: str, *, signs: bool = False, create: bool = False) -> Iterator[Store]:
    """A store, closed again at the end. `signs`: the call writes, so that the home's key signs its checkpoint."""
    store = open_store(url, now, open_signer(ours.home) if signs else None, create=create)
    try:
        yield store
    finally:
        store.close()


def trusted_keys(home: Path, named: Sequence[Path]) -> tuple[bytes, ...]:
    """The public keys named by --key, and the home's own where it has one."""
    own = home / PUBLIC_FILE
    return tuple(read_public_key(one) for one in [*named, *([own] if own.exists() else [])])
