"""Workers answer in other processes, live through the death of one, and are renewed without losing a question."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from brightline.cases.workers import Workers
from brightline.errors import CallError, WorkerLost


class Opening:
    """Opens a folder: reads the word in its file. Can be sent to another process."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "word"

    def __call__(self) -> str:
        return self.file.read_text(encoding="utf-8")


def with_word(opened: str, more: str) -> tuple[str, int]:
    return f"{opened} {more}", os.getpid()


def die(opened: str) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_once(opened: str, mark: Path) -> str:
    """Die when asked for the first time; answer when asked again."""
    if not mark.exists():
        mark.touch()
        die(opened)
    return "alive"


def a_lock(opened: str) -> object:
    return threading.Lock()


def refuse(opened: str) -> None:
    raise CallError("a question", opened, "another one", "Ask another.")


@pytest.fixture
def opening(tmp_path: Path) -> Opening:
    (tmp_path / "word").write_text("first", encoding="utf-8")
    return Opening(tmp_path)


@pytest.fixture
def workers(opening: Opening) -> Iterator[Workers]:
    made = Workers(opening, 1)
    yield made
    made.close()


def test_a_worker_answers_in_its_own_process(workers: Workers) -> None:
    said, process = workers.ask(with_word, "word").result(30)
    assert said == "first word"
    assert process != os.getpid()


def test_without_workers_a_thread_answers_here(opening: Opening) -> None:
    here = Workers(opening, 0)
    assert here.ask(with_word, "word").result(30) == ("first word", os.getpid())
    here.close()


def test_an_error_comes_back_as_it_was_raised(workers: Workers) -> None:
    with pytest.raises(CallError, match=r"a question: expected another one, found first\. Ask another\."):
        workers.ask(refuse).result(30)


def test_a_question_is_asked_again_when_its_worker_died(workers: Workers, tmp_path: Path) -> None:
    assert workers.ask(die_once, tmp_path / "mark").result(60) == "alive"


def test_a_question_that_kills_every_worker_is_given_up_and_others_go_on(workers: Workers) -> None:
    with pytest.raises(WorkerLost):
        workers.ask(die).result(60)
    assert workers.ask(with_word, "again").result(30)[0] == "first again"


def test_a_renewed_team_opens_anew(workers: Workers, opening: Opening) -> None:
    opening.file.write_text("second", encoding="utf-8")
    assert workers.ask(with_word, "word").result(30)[0] == "first word"
    workers.renew()
    assert workers.ask(with_word, "word").result(30)[0] == "second word"


def test_what_cannot_be_opened_says_why_and_is_opened_when_it_can(workers: Workers, opening: Opening) -> None:
    opening.file.unlink()
    for _ in range(2):
        with pytest.raises((FileNotFoundError, WorkerLost)):
            workers.ask(die).result(30)
    with pytest.raises(FileNotFoundError):
        workers.renew()
    opening.file.write_text("third", encoding="utf-8")
    assert workers.ask(with_word, "word").result(30)[0] == "third word"


def test_an_answer_that_cannot_travel_is_said_to_be_one(workers: Workers) -> None:
    with pytest.raises(TypeError, match="cannot travel"):
        workers.ask(a_lock).result(30)
    assert workers.ask(with_word, "word").result(30)[0] == "first word"
