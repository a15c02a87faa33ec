"""One writer at a time, all or nothing, on both databases; what the database says becomes one of our sentences."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from tempfile import mkdtemp

import psycopg
import pytest
from sqlalchemy import insert, select, text
from tests.cases.conftest import Clock

from brightline.cases import database
from brightline.cases.database import Store, open_store, stamp
from brightline.cases.journal.append import append
from brightline.cases.journal.reading import lines_about, lines_from, newest_checkpoint
from brightline.cases.journal.signing import Signer
from brightline.cases.journal.verify import verify
from brightline.cases.tables.keys import case_keys
from brightline.cases.upgrading import upgrade
from brightline.errors import CallError, PathError, StoreError


def told(store: Store) -> list[str]:
    with store.read() as conn:
        assert list(verify(conn, {store.signer.public})) == []
        return [line.subject for line in lines_from(conn, 1)]


def test_what_was_written_is_there_after_reopening(store: Store, store_url: str, clock: Clock, signer: Signer) -> None:
    with store.write() as conn:
        assert append(conn, store, "person", "p1", {}) == 1
        assert append(conn, store, "person", "p2", {}) == 2
    store.close()
    again = open_store(store_url, clock, signer)
    assert told(again) == ["p1", "p2"]
    with again.write() as conn:
        assert append(conn, again, "person", "p3", {}) == 3
    assert told(again) == ["p1", "p2", "p3"]
    again.close()


def test_a_block_left_by_an_error_leaves_nothing(store: Store) -> None:
    with pytest.raises(RuntimeError):
        _write_and_fail(store)
    with store.write() as conn:
        assert append(conn, store, "person", "p2", {}) == 1
        assert conn.scalar(select(case_keys.c.key)) is None
    assert told(store) == ["p2"]


def _write_and_fail(store: Store) -> None:
    with store.write() as conn:
        conn.execute(insert(case_keys).values(subject="s", key=b"k"))
        append(conn, store, "person", "p1", {})
        raise RuntimeError


def test_writers_come_one_after_the_other_and_lose_nothing(store: Store) -> None:
    def work(number: int) -> None:
        with store.write() as conn:
            append(conn, store, "person", f"p{number}", {})

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(40)))
    assert sorted(told(store)) == sorted(f"p{number}" for number in range(40))


def test_two_services_on_one_store_never_write_the_same_line(
    store: Store, store_url: str, clock: Clock, signer: Signer
) -> None:
    other = open_store(store_url, clock, signer)

    def work(mine: Store, name: str) -> None:
        for number in range(25):
            with mine.write() as conn:
                append(conn, mine, "person", f"{name}{number}", {})

    threads = [threading.Thread(target=work, args=one) for one in ((store, "a"), (other, "b"))]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    found = told(store)
    assert len(found) == 50
    assert [one for one in found if one.startswith("a")] == [f"a{number}" for number in range(25)]
    other.close()


def test_two_services_that_start_together_lay_the_tables_once(empty_url: str, clock: Clock, signer: Signer) -> None:
    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(lambda _: open_store(empty_url, clock, signer), range(4)))
    for one in opened:
        with one.write() as conn:
            append(conn, one, "person", "p", {})
    assert len(told(opened[0])) == 4
    for one in opened:
        one.close()


def test_a_reader_sees_one_moment_while_others_write(store: Store) -> None:
    with store.write() as conn:
        append(conn, store, "person", "p1", {})
    with store.read() as conn:
        before = len(list(lines_from(conn, 1)))
        with store.write() as writer:
            append(writer, store, "person", "p2", {})
        assert len(list(lines_from(conn, 1))) == before == 1
    assert told(store) == ["p1", "p2"]


def test_a_clock_that_jumps_changes_no_order(store: Store, clock: Clock) -> None:
    for days in (0, 400, -800, 1, 0):
        clock.move(days=days)
        with store.write() as conn:
            append(conn, store, "person", "p", {"days": days})
    with store.read() as conn:
        lines = lines_about(conn, "p")
    assert [line.number for line in lines] == [1, 2, 3, 4, 5]
    assert lines[1].at > lines[2].at
    assert told(store) == ["p"] * 5


def test_a_stamp_is_utc_of_one_width_and_sorts_as_moments_do() -> None:
    noon = datetime(2024, 7, 3, 12, tzinfo=timezone(timedelta(hours=8)))
    assert stamp(noon) == "2024-07-03T04:00:00.000000Z"
    assert stamp(noon) < stamp(noon + timedelta(microseconds=1)) < stamp(datetime(2024, 7, 3, 5, tzinfo=UTC))


def test_a_database_that_went_away_is_said_and_used_again_when_back(
    postgresql_url: str, clock: Clock, signer: Signer
) -> None:
    """The server ends every connection, as it does when it is restarted; the next call finds it again."""
    store = open_store(postgresql_url, clock, signer)
    with pytest.raises(StoreError, match="expected a database that answers"):
        _write_while_the_server_goes(store, postgresql_url)
    with store.write() as conn:
        append(conn, store, "person", "p1", {})
    assert told(store) == ["p1"]
    store.close()


def test_connections_that_died_while_nobody_used_them_are_never_noticed(
    postgresql_url: str, clock: Clock, signer: Signer
) -> None:
    store = open_store(postgresql_url, clock, signer)
    with store.read() as conn:
        pid = conn.scalar(text("SELECT pg_backend_pid()"))
    _end(postgresql_url, pid)
    with store.write() as conn:
        append(conn, store, "person", "p1", {})
    assert told(store) == ["p1"]
    store.close()


def _write_while_the_server_goes(store: Store, url: str) -> None:
    with store.write() as conn:
        append(conn, store, "person", "lost", {})
        _end(url, conn.scalar(text("SELECT pg_backend_pid()")))
        conn.execute(text("SELECT 1"))


def _end(url: str, pid: int) -> None:
    with psycopg.connect(url.split("?")[0], autocommit=True) as conn:
        conn.execute("SELECT pg_terminate_backend(%s)", (pid,))


def test_a_database_that_is_not_there_is_said(clock: Clock) -> None:
    with pytest.raises(StoreError, match="See that the database runs"):
        open_store("postgresql://postgres@127.0.0.1:1/nothing", clock)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes, or a skip where this machine lets nobody mount one."""
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(tmp_path)], capture_output=True)
    if made.returncode:
        pytest.skip(f"no small disk can be mounted here: {made.stderr.decode().strip()}")
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)


def test_a_full_disk_is_said_and_work_goes_on_when_there_is_room(
    small_disk: Path, clock: Clock, signer: Signer
) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 1_700_000)
    store = open_store(f"sqlite:///{small_disk / 'cases.db'}", clock, signer)
    with store.write() as conn:
        append(conn, store, "person", "p1", {})
    with pytest.raises(StoreError, match="expected room on the disk"):
        _fill(store)
    kept = told(store)
    assert kept[0] == "p1"
    ballast.unlink()
    with store.write() as conn:
        append(conn, store, "person", "after", {"text": "x" * 20_000})
    assert told(store) == [*kept, "after"]
    store.close()


@pytest.fixture
def small_server(server: str, postgresql_url: str) -> Iterator[tuple[str, Path]]:
    """A schema whose tables stand on a disk of 8 megabytes, and that disk; a skip where none can be mounted."""
    folder = Path(mkdtemp(dir="/tmp"))
    folder.chmod(0o755)
    space = f"small_{folder.name}"
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(folder)], capture_output=True)
    if made.returncode:
        pytest.skip(f"no small disk can be mounted here: {made.stderr.decode().strip()}")
    data = folder / "data"
    data.mkdir(mode=0o700)
    try:
        shutil.chown(data, "postgres", "postgres")
    except LookupError:
        pytest.skip("the server is not of this machine")
    with psycopg.connect(server, autocommit=True) as conn:
        conn.execute(f"CREATE TABLESPACE \"{space}\" LOCATION '{data}'")
        yield f"{postgresql_url}%20-cdefault_tablespace%3D{space}", folder
        laid = conn.execute("SELECT schemaname, tablename FROM pg_tables WHERE tablespace = %s", (space,)).fetchall()
        conn.execute(f"DROP TABLE {', '.join('.'.join(names) for names in laid)} CASCADE")
        conn.execute(f'DROP TABLESPACE "{space}"')
    subprocess.run(["umount", str(folder)], check=True)
    folder.rmdir()


def test_a_full_disk_of_a_server_is_said_and_work_goes_on_when_there_is_room(
    small_server: tuple[str, Path], clock: Clock, signer: Signer
) -> None:
    url, disk = small_server
    store = open_store(url, clock, signer)
    ballast = disk / "ballast"
    ballast.write_bytes(b"x" * 6_000_000)
    with pytest.raises(StoreError, match="expected room on the disk"):
        _fill(store)
    kept = told(store)
    ballast.unlink()
    with store.write() as conn:
        append(conn, store, "person", "after", {"text": "x" * 20_000})
    assert told(store) == [*kept, "after"]
    store.close()


def _fill(store: Store) -> None:
    for number in range(200):
        with store.write() as conn:
            append(conn, store, "person", f"big{number}", {"text": os.urandom(10_000).hex()})


def test_a_writer_whose_turn_does_not_come_is_told(
    store_url: str, clock: Clock, signer: Signer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.2)
    first, second = open_store(store_url, clock, signer), open_store(store_url, clock, signer)
    with first.write() as conn:
        append(conn, first, "person", "p1", {})
        began = time.monotonic()
        with pytest.raises(StoreError, match="a turn to write"), second.write():
            pass
        with pytest.raises(StoreError, match="a turn to write"):
            _write_in_a_thread(first)
        assert time.monotonic() - began < 5
    assert told(first) == ["p1"]
    first.close()
    second.close()


def _write_in_a_thread(store: Store) -> None:
    def work() -> None:
        with store.write():
            pass

    with ThreadPoolExecutor(1) as pool:
        pool.submit(work).result()


@pytest.mark.parametrize("url", ["", "nonsense", "sqlite://", "mysql://root@127.0.0.1/x", "sqlite:///:memory:"])
def test_a_url_of_no_store_is_refused(url: str, clock: Clock) -> None:
    with pytest.raises(CallError, match="--db"):
        open_store(url, clock)


def test_a_file_that_is_no_store_is_refused(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "cases.db").write_text("a letter, and a long one, " * 50)
    with pytest.raises(StoreError, match="not a database"):
        open_store(f"sqlite:///{tmp_path / 'cases.db'}", clock)


def test_a_line_outside_a_writing_transaction_is_refused(store: Store) -> None:
    with store.read() as conn, pytest.raises(RuntimeError, match="it would be lost"):
        append(conn, store, "person", "p1", {})
    with store.write():
        pass
    with store.read() as conn, pytest.raises(RuntimeError, match="it would be lost"):
        append(conn, store, "person", "p1", {})


def test_a_new_file_is_its_owners_alone(tmp_path: Path, clock: Clock) -> None:
    open_store(f"sqlite:///{tmp_path / 'cases.db'}", clock).close()
    assert stat.S_IMODE((tmp_path / "cases.db").stat().st_mode) == 0o600
    with pytest.raises(PathError, match="a file we may write"):
        open_store(f"sqlite:///{tmp_path / 'nowhere' / 'cases.db'}", clock)


def test_a_store_that_must_be_there_is_not_made(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(CallError, match="a store that is there"):
        open_store(f"sqlite:///{tmp_path / 'none.db'}", clock, create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_is_not_there_is_not_one_to_upgrade(server: str, clock: Clock) -> None:
    """The call names a wrong one: exit status 2, as for a file that is not there."""
    for meant in (lambda: open_store(f"{server}_gone", clock), lambda: open_and_upgrade(f"{server}_gone")):
        with pytest.raises(CallError, match="a database that is there") as refused:
            meant()
        assert "db upgrade" not in str(refused.value)


def open_and_upgrade(url: str) -> None:
    engine = database.make_engine(url)
    with database.told_by(engine):
        upgrade(engine)


def test_a_long_log_is_carried_into_the_file_and_begun_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite alone: else a payment's commit would do it, and the log would grow as long as writers never pause."""
    monkeypatch.setattr(database, "LONG_LOG", 0)
    store, log = open_store(f"sqlite:///{tmp_path / 'cases.db'}"), tmp_path / "cases.db-wal"
    for _ in range(3):
        write_a_line(store)
    long = log.stat().st_size
    store.write_back()
    write_a_line(store)
    assert log.stat().st_size == long  # begun anew: it is written over, not added to
    with store.read() as conn:
        assert newest_checkpoint(conn).size == 4  # type: ignore[union-attr]
    store.close()


def write_a_line(store: Store) -> None:
    with store.write() as conn:
        append(conn, store, "noted", "a test", {"said": "x" * 5000})
