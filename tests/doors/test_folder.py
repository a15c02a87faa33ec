"""A watched folder: decided once, answered beside, killed anywhere, poisoned files set aside and named."""

from __future__ import annotations

import gzip
import json
import os
import signal
from pathlib import Path

import pytest
from sqlalchemy import func, select
from tests.api.conftest import LISTED
from tests.cases.conftest import Clock, mt103

from brightline.cases import failpoints
from brightline.cases.database import open_store
from brightline.cases.deciding import Deciding
from brightline.cases.service import Service
from brightline.cases.tables.received import decisions, messages
from brightline.cases.workers import Workers
from brightline.doors.folder import WatchedFolder
from brightline.doors.taking import Taking, Tally
from brightline.errors import CallError, DoorAway, StoreError
from brightline.screen.edition import Edition


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    return made


def lay(folder: Path, name: str, content: bytes) -> None:
    """As a sender does: written beside, renamed in."""
    (folder / f".{name}").write_bytes(content)
    os.rename(folder / f".{name}", folder / name)


def take(folder: Path, service: Service) -> Tally:
    door = WatchedFolder("swift", folder)
    taking = Taking(door, service, Tally())
    try:
        taking.take_what_waits()
    finally:
        door.close()
    return taking.tally


def answers(folder: Path, name: str) -> list[dict[str, object]]:
    text = (folder / f"{name}.decision.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def kept(service: Service) -> tuple[int, int]:
    with service.store.read() as conn:
        counts = [conn.scalar(select(func.count()).select_from(table)) for table in (messages, decisions)]
    return counts[0] or 0, counts[1] or 0


def test_a_file_is_decided_answered_beside_and_put_away(folder: Path, service: Service) -> None:
    lay(folder, "a.fin", mt103())
    lay(folder, "b.fin.gz", gzip.compress(mt103(LISTED, reference="R2")))
    tally = take(folder, service)
    assert (tally.taken, tally.again, tally.aside, tally.whole) == (2, 0, 0, True)
    (line,) = answers(folder, "a.fin")
    assert (line["outcome"], line["payment"]["source"]) == ("release", "a.fin#1")  # type: ignore[index]
    assert answers(folder, "b.fin.gz")[0]["outcome"] != "release"
    assert sorted(one.name for one in (folder / "taken").iterdir()) == ["a.fin", "b.fin.gz"]
    assert not any((folder / "taking").iterdir())


def test_a_message_that_comes_twice_is_decided_once(folder: Path, service: Service, clock: Clock) -> None:
    lay(folder, "first.fin", mt103())
    take(folder, service)
    clock.move(hours=3)
    lay(folder, "second.fin", mt103())
    lay(folder, "first.fin", mt103())
    tally = take(folder, service)
    assert (tally.taken, tally.again) == (0, 2)
    assert answers(folder, "first.fin") == answers(folder, "second.fin")
    assert kept(service) == (1, 1)
    assert (folder / "taken" / "first.fin.2").exists()


def test_a_file_still_being_written_and_what_is_ours_are_left(folder: Path, service: Service) -> None:
    for name in ("a.fin.part", "b.TMP", ".hidden", "old.decision.jsonl"):
        (folder / name).write_bytes(mt103())
    (folder / "sub").mkdir()
    assert take(folder, service).taken == 0
    assert not any((folder / "unread").iterdir())


def test_poisoned_files_are_set_aside_with_the_reason_and_the_rest_go_on(folder: Path, service: Service) -> None:
    lay(folder, "a.fin", b"\x00\x01 poison")
    lay(folder, "b.fin", b"x" * (10 * 2**20 + 1))
    os.symlink("/etc/hostname", folder / "c.fin")
    os.mkfifo(folder / "d.fin")
    lay(folder, "e.fin", b'{"payment": {}, "papers": 7}')
    lay(folder, "z.fin", mt103())
    tally = take(folder, service)
    assert (tally.taken, tally.aside, tally.whole) == (1, 5, False)
    reasons = {name: json.loads((folder / "unread" / f"{name}.fin.reason.json").read_text()) for name in "abcde"}
    assert "expected XML, MT, JSON" in reasons["a"]["why"]
    assert len(reasons["a"]["cases"]) == 1
    assert "at most 10485760 bytes" in reasons["b"]["why"]
    assert "expected a file" in reasons["c"]["why"]
    assert "expected a file" in reasons["d"]["why"]
    assert "papers" in reasons["e"]["why"]
    assert os.path.islink(folder / "unread" / "c.fin")
    assert answers(folder, "z.fin")[0]["outcome"] == "release"


@pytest.mark.parametrize(
    "point", ["intake.message-written", "write.after-commit", "door.decided", "door.answer-written"]
)
def test_killed_anywhere_there_is_exactly_one_decision(
    folder: Path, edition: Edition, clock: Clock, tmp_path: Path, point: str
) -> None:
    """Killed as by kill -9 in the middle of the second of three files, then begun anew."""
    url = f"sqlite:///{tmp_path / 'killed.db'}"
    open_store(url, clock).close()
    for number in range(3):
        lay(folder, f"{number}.fin", mt103(reference=f"R{number}"))

    def run() -> tuple[Tally, tuple[int, int]]:
        service = Service(open_store(url, clock), Deciding(edition), Workers(lambda: Deciding(edition), 0))
        tally = take(folder, service)
        found = kept(service)
        service.close()
        return tally, found

    if not (child := os.fork()):
        failpoints._name, failpoints._left = point, 1
        try:
            run()
        finally:
            os._exit(0)
    status = os.waitpid(child, 0)[1]
    assert os.WIFSIGNALED(status)
    assert os.WTERMSIG(status) == signal.SIGKILL
    clock.move(minutes=5)
    assert run()[1] == (3, 3)
    ids = {answers(folder, f"{number}.fin")[0]["id"] for number in range(3)}
    assert len(ids) == 3
    assert sorted(one.name for one in (folder / "taken").iterdir()) == ["0.fin", "1.fin", "2.fin"]


def test_a_store_that_is_away_leaves_the_file_to_come_again(
    folder: Path, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(folder, "a.fin", mt103())

    def away(*_: object, **__: object) -> None:
        raise StoreError("store", "a full disk", "room")

    with monkeypatch.context() as patch:
        patch.setattr("brightline.doors.taking.earlier_answer", away)
        with pytest.raises(StoreError):
            take(folder, service)
    assert [one.name for one in (folder / "taking").iterdir()] == ["a.fin"]
    lay(folder, "a.fin", mt103(reference="ANOTHER"))  # of the same name, while the first is claimed
    assert take(folder, service).taken == 2
    assert kept(service) == (2, 2)


def test_a_folder_is_watched_by_one_process(folder: Path) -> None:
    door = WatchedFolder("swift", folder)
    with pytest.raises(CallError, match="another process watches"):
        WatchedFolder("other", folder)
    door.close()
    WatchedFolder("other", folder).close()
    with pytest.raises(CallError, match="a folder we may read and write"):
        WatchedFolder("swift", folder / "nowhere")


def test_a_folder_that_goes_away_is_told_in_a_sentence(folder: Path, service: Service) -> None:
    door = WatchedFolder("swift", folder)
    os.rename(folder, folder.with_name("elsewhere"))
    with pytest.raises(DoorAway, match="Nothing in it is lost"):
        Taking(door, service, Tally()).take_what_waits()
    door.close()
