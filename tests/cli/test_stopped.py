"""Stopped in the middle: ctrl-C, a disk without room, a reader that goes away. Processes of their own."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from brightline.cli.files import write_whole

HEARD = "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"  # also where the tests run unheard
LOADED = HEARD + "import brightline.cli.main, pathlib\npathlib.Path('../loaded').touch()\n"
LOADING = (
    HEARD
    + """import pathlib, sys
class Watch:
    def find_spec(self, name, path=None, target=None):
        if name == "brightline.cli.main":  # loaded by the call itself, which answers ctrl-C from here on
            pathlib.Path("../loaded").touch()
sys.meta_path.insert(0, Watch())
"""
)


def _when_loaded(desk: Any, *arguments: str, before: str = LOADED, **more: Any) -> Any:
    """A call that has begun its work: the program is loaded, the verb is about to run."""
    mark = desk.folder.parent / "loaded"
    mark.unlink(missing_ok=True)
    process = desk.start(*arguments, before=before, **more)
    _wait_for(mark)
    return process


def _wait_for(path: Path, words: int = 0) -> None:
    """Until there is a file, with so many words in it, or half a minute has passed."""
    until = time.monotonic() + 30
    while time.monotonic() < until and not (path.exists() and len(path.read_bytes().split()) >= words):
        time.sleep(0.01)


@pytest.mark.parametrize("delay", [0.0, 0.3])
def test_ctrl_c_while_the_program_loads(desk: Any, delay: float) -> None:
    process = _when_loaded(desk, "demo", before=LOADING)
    time.sleep(delay)
    process.send_signal(signal.SIGINT)
    done = desk.wait(process)
    assert done.status in (0, 130), done.err
    assert "Traceback" not in done.err, done.err


@pytest.fixture
def importing(desk: Any, sdn_file: Callable[..., bytes]) -> Any:
    """A desk with a list in its home, and another one at hand."""
    desk.write("good.csv", sdn_file(3))
    assert desk.quick("lists", "import", "good.csv", "--excerpt", "--published", "2024-06-01").status == 0
    desk.write("sdn.csv", sdn_file(8_000))
    desk.write("short.csv", sdn_file(30))
    return desk


def test_ctrl_c_in_the_middle_of_an_import(importing: Any, fingerprint: Callable[[Path], Mapping[str, str]]) -> None:
    before = fingerprint(importing.home)
    process = _when_loaded(importing, "lists", "import", "sdn.csv", "--excerpt", "--published", "2024-07-01")
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    done = importing.wait(process)
    assert done.status == 130, done.err
    assert "Traceback" not in done.err, done.err
    assert "ctrl-C" in done.err
    assert fingerprint(importing.home) == before


STRIKES = ("import_lists.gather", "import_lists.freeze", "import_lists.build", "import_lists.store_list")
WRITES = ("list.arrow", "names.idx", "version.json")


@pytest.mark.parametrize("where", [*STRIKES, *WRITES])
def test_wherever_ctrl_c_strikes_an_import_the_home_stays_as_it_was(
    where: str, importing: Any, fingerprint: Callable[[Path], Mapping[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fingerprint(importing.home)
    if where in STRIKES:
        monkeypatch.setattr(f"brightline.cli.{where}", _struck())
    else:
        monkeypatch.setattr("brightline.cli.home.write_whole", _struck(where))
    done = importing.quick("lists", "import", "short.csv", "--excerpt", "--published", "2024-07-01")
    assert done.status == 130
    assert "ctrl-C" in done.err
    assert fingerprint(importing.home) == before
    monkeypatch.undo()
    assert importing.quick("lists", "import", "short.csv", "--excerpt", "--published", "2024-07-01").status == 0


def _struck(at: str = "") -> Callable[..., None]:
    """In the place of a function: ctrl-C when it is called. `at`: not before it has written the file of this name."""

    def called(*arguments: Any, **_: Any) -> None:
        if at:
            write_whole(*arguments)
        if not at or arguments[0].name == at:
            signal.raise_signal(signal.SIGINT)

    return called


def test_ctrl_c_in_the_middle_of_screening(desk: Any) -> None:
    row = "10.00,CNY,Tea House Of {0},Tea Maker {0},green tea\n"
    text = "amount,currency,debtor_name,creditor_name,goods\n" + "".join(row.format(number) for number in range(30_000))
    desk.write("many.csv", text)
    call = ("screen", "many.csv", "--trial", "--out", "d.jsonl", "--workers", "2")
    process = _when_loaded(desk, *call, start_new_session=True)
    _wait_for(Path(f"/proc/{process.pid}/task/{process.pid}/children"), words=2)
    os.killpg(process.pid, signal.SIGINT)  # a terminal sends it to every process of the call
    done = desk.wait(process)
    assert done.status == 130, done.err
    assert "Traceback" not in done.err
    assert sorted(path.name for path in desk.folder.iterdir()) == ["many.csv"]


def _little_room() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))


def test_a_file_that_may_not_grow_leaves_nothing_behind(desk: Any, sdn_file: Callable[..., bytes]) -> None:
    """A limit on the size of files stands in for a full disk: it strikes in the middle of a write as well."""
    desk.write("sdn.csv", sdn_file(600))
    done = desk("lists", "import", "sdn.csv", "--excerpt", "--published", "2024-07-01", preexec_fn=_little_room)
    assert done.status == 1
    assert "nothing half-written" in done.err
    assert "Traceback" not in done.err
    assert [path for path in desk.home.rglob("*") if path.is_file()] == []
    assert desk.quick("lists", "show", "--json").out == ""


def test_decisions_that_find_no_room_leave_nothing_behind(desk: Any) -> None:
    rows = "".join(f"10.00,CNY,Tea House {number},Tea Maker {number}\n" for number in range(5))
    desk.write("many.csv", "amount,currency,debtor_name,creditor_name\n" + rows)
    done = desk("screen", "many.csv", "--trial", "--out", "d.jsonl", preexec_fn=_little_room)
    assert done.status == 1, done.err
    assert "Traceback" not in done.err
    assert sorted(path.name for path in desk.folder.iterdir()) == ["many.csv"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device here that is always full")
def test_a_full_disk_behind_stdout_is_told(desk: Any) -> None:
    desk.write("one.csv", "amount,currency,debtor_name,creditor_name\n10.00,CNY,A,B\n")
    with open("/dev/full", "wb") as full:
        done = desk("screen", "one.csv", "--trial", stdout=full)
    assert done.status == 1
    assert "disk is full" in done.err
    assert "Traceback" not in done.err
    assert "Exception ignored" not in done.err


def test_a_reader_that_goes_away_is_told(desk: Any) -> None:
    rows = "".join(f"10.00,CNY,Tea House {number},Tea Maker {number}\n" for number in range(20))
    desk.write("many.csv", "amount,currency,debtor_name,creditor_name\n" + rows)
    reading, writing = os.pipe()
    process = desk.start("screen", "many.csv", "--trial", stdout=writing)
    os.close(writing)
    os.close(reading)
    done = desk.wait(process)
    assert done.status == 1
    assert "Traceback" not in done.err
    assert "Exception ignored" not in done.err


def test_an_output_that_is_a_pipe_is_written_to_and_left_as_it_is(desk: Any) -> None:
    """Writing aside and moving into place would replace a device or a pipe by a file."""
    os.mkfifo(desk.folder / "pipe")
    desk.write("one.csv", "amount,currency,debtor_name,creditor_name\n10.00,CNY,A,B\n")
    reader = subprocess.Popen(["cat", desk.folder / "pipe"], stdout=subprocess.PIPE, text=True)
    done = desk.quick("screen", "one.csv", "--trial", "--out", "pipe")
    read, _ = reader.communicate(timeout=20)
    assert done.status == 0, done.err
    assert (desk.folder / "pipe").is_fifo()
    assert json.loads(read)["payment"]["source"] == "one.csv#1"
