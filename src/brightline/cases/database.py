"""The store: SQLite or PostgreSQL behind one door, one writer at a time, and a clock that is handed in.

A transaction of `write()` is the only one that writes until it ends, on both databases: what it reads stays true until
it commits, and two people who act at once come one after the other. `read()` sees one moment of the store.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime

import psycopg
from sqlalchemy import Connection, Engine, create_engine, event, make_url, select
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from brightline.cases.failpoints import reach
from brightline.cases.journal.signing import Signer, signer_from
from brightline.cases.journal.writing import Writing, begin_lines, write_lines
from brightline.cases.tables.journal import journal_head
from brightline.cases.upgrading import check_version, lay_tables, version_of
from brightline.errors import CallError, PathError, StoreError

Clock = Callable[[], datetime]

BUSY_SECONDS = 30  # how long a writer waits for its turn before it says so
LONG_LOG = 4 * 2**20  # bytes of SQLite's log that are carried into its file
_LONGEST_LOG = 20_000  # pages of 4096 bytes after which a commit carries them, whoever waits
_LINES = "brightline_lines"
_LOCK = select(journal_head.c.size).with_for_update()


def now() -> datetime:
    """The clock of the machine."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """A moment as the store writes it: UTC, microseconds, always 27 characters, so that texts sort as moments."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Store:
    """One open store. Safe to share between threads; `close()` gives its connections back."""

    def __init__(self, engine: Engine, clock: Clock, signer: Signer) -> None:
        self.engine, self.signer = engine, signer
        self._clock = clock
        self._turn = threading.Lock()

    @property
    def is_sqlite(self) -> bool:
        """Whether a file holds it, not a server."""
        return self.engine.dialect.name == "sqlite"

    @property
    def name(self) -> str:
        """The store's URL without its password, for messages."""
        return self.engine.url.render_as_string(hide_password=True)

    def now(self) -> datetime:
        """The moment, by the clock the store was opened with."""
        return self._clock()

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A writing transaction: committed with its journal lines when the block ends without an error, else undone.

        When the block is left without an error, everything is on disk. Not to be nested. Raises StoreError where the
        database cannot be reached, is full, or no turn came in time.
        """
        if not self._turn.acquire(timeout=BUSY_SECONDS):
            raise _busy(self.name)
        try:
            with _told(self.name), self.engine.connect() as conn:
                conn.execution_options(brightline_write=True)
                with conn.begin(), self._lines(conn):
                    reach("write.begun")
                    yield conn
                    reach("write.before-journal")
                reach("write.after-commit")
        finally:
            self._turn.release()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A reading transaction: all its queries see the store as it was at the first of them. Raises StoreError."""
        with _told(self.name), self.engine.connect() as conn:
            if not self.is_sqlite:
                conn.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            with conn.begin():
                yield conn

    def write_back(self) -> None:
        """Carry what SQLite's log holds into its file, once the log is long; to be called every few seconds.

        SQLite would do it in the middle of somebody's commit. Nearly all is carried beside the writers; the rest in a
        turn of its own, so that the log can begin anew. PostgreSQL has processes for this. Raises StoreError.
        """
        if self.is_sqlite and _size(f"{self.engine.url.database}-wal") > LONG_LOG:
            with _told(self.name), self.engine.connect() as conn:
                cursor = conn.connection.cursor()
                cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")
                with self._turn:
                    cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def sweep(self) -> None:
        """Have what was deleted gone from the disk too, as far as SQLite goes: its log is written back and cut.

        PostgreSQL keeps deleted rows until its own vacuum; nothing is done there. Raises StoreError.
        """
        if self.is_sqlite:
            with _told(self.name), self.engine.connect() as conn:
                conn.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Give all connections back."""
        self.engine.dispose()

    @contextmanager
    def _lines(self, conn: Connection) -> Iterator[None]:
        """Take the turn to write, and write the journal's lines at the end, last of all.

        SQLite took the lock when the transaction began; elsewhere the row of the journal's head is the lock.
        """
        if not self.is_sqlite:
            conn.execute(_LOCK)
        waiting = conn.info  # kept at hand: a connection that was lost gives it out no more
        waiting[_LINES] = None
        try:
            yield
            writing: Writing | None = waiting[_LINES]
            if writing is not None:
                write_lines(conn, writing, self.signer, stamp(self.now()))
            reach("write.before-commit")
        finally:
            waiting.pop(_LINES, None)


def lines_of(conn: Connection) -> Writing:
    """The journal lines waiting in the writing transaction of `conn`. Raises RuntimeError where it is none."""
    if _LINES not in conn.info:
        raise RuntimeError("a journal line is written inside store.write() alone: elsewhere it would be lost")
    found: Writing | None = conn.info[_LINES]
    if found is None:
        found = conn.info[_LINES] = begin_lines(conn)
    return found


def told_by(engine: Engine) -> AbstractContextManager[None]:
    """What goes wrong in opening this database is raised in one of our sentences.

    StoreError; CallError where the server answers and has no such database: then the call names a wrong one.
    """
    return _told(engine.url.render_as_string(hide_password=True), opening=True)


def make_engine(url: str) -> Engine:
    """An engine for `sqlite:///file` or `postgresql://…`. Raises CallError for anything else."""
    try:
        chosen = make_url(url)
    except ArgumentError as broken:
        raise CallError("--db", str(broken), "sqlite:///FILE or postgresql://USER@HOST/NAME") from None
    if chosen.get_backend_name() == "sqlite" and chosen.database not in (None, "", ":memory:"):
        engine = create_engine(chosen, connect_args={"timeout": BUSY_SECONDS}, pool_size=16, max_overflow=32)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    if chosen.get_backend_name() == "postgresql":
        engine = create_engine(chosen.set(drivername="postgresql+psycopg"), pool_size=16, pool_pre_ping=True)
        event.listen(engine, "connect", _prepare_postgresql)
        return engine
    raise CallError("--db", repr(url), "sqlite:///FILE or postgresql://USER@HOST/NAME")


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    """A write-ahead log, everything on disk at commit, foreign keys kept, what is deleted overwritten.

    Transactions are begun by `_begin_sqlite`.
    """
    connection.isolation_level = None
    always = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")
    for pragma in (*always, f"wal_autocheckpoint={_LONGEST_LOG}"):
        connection.execute(f"PRAGMA {pragma}")


def _prepare_postgresql(connection: psycopg.Connection[object], _record: object) -> None:
    """Who waits for another service's turn to end is told in time, as on SQLite."""
    connection.execute(f"SET lock_timeout = '{BUSY_SECONDS * 1000:.0f}ms'")
    connection.commit()


def _begin_sqlite(conn: Connection) -> None:
    """A writer takes its lock at once: one that reads first and asks later could be turned away in its middle."""
    conn.exec_driver_sql("BEGIN IMMEDIATE" if conn.get_execution_options().get("brightline_write") else "BEGIN")


@contextmanager
def _told(name: str, *, opening: bool = False) -> Iterator[None]:
    """What the database says in its own words, as one of our sentences. A broken rule of a table stays what it is."""
    try:
        yield
    except IntegrityError:
        raise
    except (DBAPIError, PoolTimeout) as broken:
        told = str(getattr(broken, "orig", None) or broken).strip().splitlines()[0]
        if opening and _names_none(told.lower()):
            raise CallError("--db", f"{name}: {told}", "a database that is there", "Correct it, or make it.") from None
        raise StoreError(name, told, *_expected(told.lower())) from broken


def _names_none(told: str) -> bool:
    """Whether a server says that it has no such database (or nobody of that name)."""
    return "connection" in told and "does not exist" in told


def _expected(told: str) -> tuple[str, str]:
    """What was expected instead, and what to do: nothing of the transaction was kept."""
    kept = "Nothing of this call was kept"
    if any(words in told for words in ("full", "no space", "disk i/o", "could not extend")):
        return "room on the disk", f"{kept}. Make room and call again."
    if "locked" in told or "timeout" in told:
        return "a turn to write", f"{kept}. Another process holds the store; call again."
    if _names_none(told):
        return "a database that is there", f"{kept}. See that the database is there and call again."
    if "no such table" in told or "does not exist" in told:
        return "a store of this program", "Run `brightline db upgrade`."
    return "a database that answers", f"{kept}. See that the database runs and call again."


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)
    except OSError:
        return 0


def _busy(name: str) -> StoreError:
    return StoreError(name, f"no turn to write within {BUSY_SECONDS} s", *_expected("locked"))


def open_store(url: str, clock: Clock = now, signer: Signer | None = None, *, create: bool = True) -> Store:
    """The store behind a URL; an empty database gets its tables where `create` says so.

    `signer` signs the journal's checkpoints; without one a key is made that lives as long as the process.
    Raises StoreError where the database cannot be reached or is of another program, CallError where the URL names none
    or one that is not there.
    """
    engine = make_engine(url)
    if engine.dialect.name == "sqlite":
        _see_file(str(engine.url.database), create=create)
    store = Store(engine, clock, signer or signer_from(os.urandom(32)))
    try:
        _begin(store, create=create)
    except BaseException:
        store.close()
        raise
    return store


def _see_file(path: str, *, create: bool) -> None:
    """A new file is its owner's alone: it holds the keys of what is sealed in it."""
    if not os.path.exists(path):
        if not create:
            raise CallError("--db", f"no file {path}", "a store that is there")
        try:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
        except OSError as broken:
            raise PathError(path, broken.strerror or "no place to write", "a file we may write") from None


def _begin(store: Store, *, create: bool) -> None:
    """Lay the tables where they are wanted and not there, and look whose they are."""
    with told_by(store.engine), store.engine.connect() as conn:
        conn.execution_options(brightline_write=create)
        with conn.begin():
            if create and version_of(conn) is None:
                lay_tables(conn)
            check_version(conn, store.name)
