"""Who decides: processes with their own open edition, so that deciding uses every core and no thread waits for another.

A worker opens the edition for itself (the lists are mapped files, so they share memory). The team is replaced as a
whole by one with a newer edition; a worker that died is replaced alone. The search of names keeps room for itself
between two calls, so one worker is never asked two questions at once.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from typing import Any, TypeVar

from brightline.errors import WorkerLost

Answered = TypeVar("Answered")
Opening = Callable[[], object]
Question = tuple[Callable[..., Any], tuple[object, ...]]

Asked = tuple[Future[Any], Question]

_ATTEMPTS = 2  # a question is asked once more where its worker died
_GARBAGE = (20_000, 20, 50)  # objects before a first look, first looks before a second, second ones before a whole one
_SPAWN = multiprocessing.get_context("spawn")  # a fork would copy the locks of our threads as they stand


class Workers:
    """A team that answers questions about what `opening` gives. Safe to use from any thread.

    `opening`, questions and their arguments travel to other processes, so they must be such that can be pickled.
    `count` 0: one thread of this process instead, for tests and small machines. Raises what `opening` raises.
    """

    def __init__(self, opening: Opening, count: int) -> None:
        self._opening, self._count = opening, count
        self._changing = threading.Lock()
        self._team = _Team(opening, count)

    def ask(self, question: Callable[..., Answered], *arguments: object) -> Future[Answered]:
        """`question(opened, *arguments)`, answered by one worker; WorkerLost where two died of it."""
        answer: Future[Answered] = Future()
        with self._changing:
            self._team.ask((answer, (question, arguments)))
        return answer

    def renew(self, opening: Opening | None = None) -> None:
        """Replace the team by one that opens anew; who was asked before still answers."""
        self._opening = opening or self._opening
        new = _Team(self._opening, self._count)
        with self._changing:
            old, self._team = self._team, new
        old.end()

    def close(self) -> None:
        """Let every worker finish what it was asked, and end."""
        self._team.end()
        self._team.join()


class _Team:
    """Workers that take questions from one queue. All have opened when it is made."""

    def __init__(self, opening: Opening, count: int) -> None:
        self._questions: SimpleQueue[Asked | None] = SimpleQueue()
        made: Sequence[_Process | _Here] = [_Process(opening) for _ in range(count)] or [_Here(opening)]
        try:
            for one in made:
                one.be_open()
        except BaseException:
            for one in made:
                one.close()
            raise
        self._threads = [threading.Thread(target=self._serve, args=(one,), daemon=True) for one in made]
        for thread in self._threads:
            thread.start()

    def ask(self, asked: Asked) -> None:
        self._questions.put(asked)

    def end(self) -> None:
        """End once every question before this is answered."""
        for _ in self._threads:
            self._questions.put(None)

    def join(self) -> None:
        for thread in self._threads:
            thread.join()

    def _serve(self, one: _Process | _Here) -> None:
        while (asked := self._questions.get()) is not None:
            answer, question = asked
            try:
                told = _answered(one, question)
            except Exception as fault:  # noqa: BLE001 - whoever waits for the answer must hear of it
                answer.set_exception(fault)
            else:
                answer.set_result(told)
        one.close()


def _answered(one: _Process | _Here, question: Question) -> Any:
    """What a worker answers; one that died is opened again, and asked once more."""
    for _ in range(_ATTEMPTS):
        try:
            one.be_open()
            return one.ask(question)
        except (EOFError, ConnectionError):
            continue
    advice = "Perhaps memory ran out: start with fewer --workers."
    raise WorkerLost("deciding", "a worker that ended in the middle", "an answer", advice)


class _Process:
    """A worker process at the other end of a pipe. It is started at once; `be_open` waits until it has opened.

    A call that raises EOFError or ConnectionError found that it died.
    """

    def __init__(self, opening: Opening) -> None:
        self._opening, self._is_open = opening, False
        self._start()

    def _start(self) -> None:
        self._pipe, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_work, args=(theirs, self._opening), daemon=True)
        self._process.start()
        theirs.close()

    def be_open(self) -> None:
        """Start it anew where it ended, and wait until it has opened. Raises what opening raised."""
        if self._process.exitcode is not None:
            self._is_open = False
            self._start()
        if not self._is_open:
            try:
                self._told()
            except BaseException:
                self.close()
                raise
            self._is_open = True

    def ask(self, question: Question) -> Any:
        """The answer. Raises what the question raised."""
        self._pipe.send(question)
        return self._told()

    def close(self) -> None:
        """Let it end."""
        self._pipe.close()
        self._process.join()

    def _told(self) -> Any:
        try:
            raised, told = self._pipe.recv()
        except (EOFError, ConnectionError):
            self._process.join()  # so that its end is known to the next call
            raise
        if raised:
            raise told
        return told


class _Here:
    """A worker in this process."""

    def __init__(self, opening: Opening) -> None:
        self._opening, self._opened = opening, list[object]()

    def be_open(self) -> None:
        """Open, where it has not."""
        if not self._opened:
            self._opened.append(self._opening())

    def ask(self, question: Question) -> Any:
        """The answer. Raises what the question raised."""
        asked, arguments = question
        return asked(self._opened[0], *arguments)

    def close(self) -> None:
        """Nothing is held."""


def _work(pipe: Connection, opening: Opening) -> None:
    """A worker process: it leaves signals to its parent, which lets it finish, and ends when its parent is gone."""
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    opened = list[object]()
    _tell(pipe, lambda: opened.append(opening()))
    settle()
    with suppress(EOFError, ConnectionError):  # the parent closed its end: there is nothing more to answer
        while opened:
            question, arguments = pipe.recv()
            _tell(pipe, partial(question, opened[0], *arguments))


def _tell(pipe: Connection, answer: Callable[[], object]) -> None:
    """Send the answer, or what it raised; where that cannot travel, its words."""
    try:
        told: tuple[bool, object] = False, answer()
    except Exception as fault:  # noqa: BLE001 - whoever asked must hear of it, in the other process
        told = True, fault
    try:
        pipe.send(told)
    except (pickle.PicklingError, AttributeError, TypeError) as fault:
        pipe.send((True, TypeError(f"an answer that cannot travel: {fault}")))


def settle() -> None:
    """What a process holds by now stays to its end: it is looked through for garbage no more.

    A full look through an open edition takes 0.15 seconds in which nothing is answered.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_GARBAGE)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
