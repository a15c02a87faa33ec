"""Who decides: processes with their own open edition, so that deciding uses every core and no thread waits for another.

A worker opens the edition for itself (the lists are mapped files, so they share memory). The team is replaced as a
whole: by one with a newer edition, or when a worker died. The search of names keeps room for itself between two calls,
so one worker is never asked two questions at once.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import Any, TypeVar

from brightline.errors import WorkerLost

Answered = TypeVar("Answered")

_ATTEMPTS = 2  # a question is asked once more where its worker died
_GARBAGE = (20_000, 20, 50)  # objects before a first look, first looks before a second, second ones before a whole one
_ours = threading.local()


class Workers:
    """A team that answers questions about what `opening` gives. Safe to use from any thread.

    `opening`, questions and their arguments travel to other processes, so they must be such that can be pickled.
    `count` 0: one thread of this process instead, for tests and small machines.
    """

    def __init__(self, opening: Callable[[], object], count: int) -> None:
        self._opening, self._count = opening, count
        self._changing = threading.Lock()
        self._team = self._new_team()

    def ask(self, question: Callable[..., Answered], *arguments: object) -> Future[Answered]:
        """`question(opened, *arguments)`, answered by one worker; WorkerLost where two died of it."""
        answer: Future[Answered] = Future()
        self._ask(answer, question, arguments, _ATTEMPTS)
        return answer

    def renew(self, opening: Callable[[], object] | None = None) -> None:
        """Replace the team by one that opens anew; who was asked before still answers."""
        self._opening = opening or self._opening
        self._replace(self._team)

    def close(self) -> None:
        """Let every worker finish what it was asked, and end."""
        self._team.shutdown(wait=True)

    def _ask(
        self, answer: Future[Answered], question: Callable[..., Answered], arguments: tuple[object, ...], left: int
    ) -> None:
        team = self._team
        try:
            asked = team.submit(_answered, question, arguments)
        except (BrokenProcessPool, RuntimeError):  # the team broke, or was replaced, since it was looked at
            self._again(answer, question, arguments, left, team)
            return

        def told(done: Future[Answered]) -> None:
            fault = done.exception()
            if isinstance(fault, BrokenProcessPool):
                threading.Thread(
                    target=self._again, args=(answer, question, arguments, left, team), daemon=True
                ).start()
            elif fault is not None:
                answer.set_exception(fault)
            else:
                answer.set_result(done.result())

        asked.add_done_callback(told)

    def _again(
        self,
        answer: Future[Answered],
        question: Callable[..., Answered],
        arguments: tuple[object, ...],
        left: int,
        broken: Executor,
    ) -> None:
        """Ask a new team, or say that none answers."""
        try:
            self._replace(broken)
        except Exception as fault:  # noqa: BLE001 - whoever waits for the answer must hear of it
            answer.set_exception(fault)
            return
        if left > 1:
            self._ask(answer, question, arguments, left - 1)
        else:
            advice = "Perhaps memory ran out: start with fewer --workers."
            answer.set_exception(WorkerLost("deciding", "a worker that ended in the middle", "an answer", advice))

    def _replace(self, old: Executor) -> None:
        with self._changing:
            if self._team is not old:
                return
            self._team = self._new_team()
        old.shutdown(wait=False)

    def _new_team(self) -> Executor:
        """A team that has opened: its first answers were waited for."""
        if self._count == 0:
            team: Executor = ThreadPoolExecutor(1, initializer=_open, initargs=(self._opening,))
        else:
            context = multiprocessing.get_context("spawn")  # a fork would copy the locks of our threads as they stand
            team = ProcessPoolExecutor(self._count, context, initializer=_begin, initargs=(self._opening,))
        for ready in [team.submit(_is_open) for _ in range(max(1, self._count))]:
            ready.result()
        return team


def _begin(opening: Callable[[], object]) -> None:
    """A worker process: it leaves signals to its parent, which lets it finish, and ends when its parent is gone."""
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _open(opening)
    settle()


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


def _open(opening: Callable[[], object]) -> None:
    _ours.opened = opening()


def _is_open() -> bool:
    return hasattr(_ours, "opened")


def _answered(question: Callable[..., Any], arguments: tuple[object, ...]) -> Any:
    return question(_ours.opened, *arguments)
