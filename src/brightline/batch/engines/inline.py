"""Many inputs on one machine: order kept, one worker a process, the edition opened before the fork and shared."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from typing import TypeVar, cast

from brightline.errors import WorkerLost

Task = TypeVar("Task")
Done = TypeVar("Done")

_work: Callable[[object], object] | None = None


def in_order(work: Callable[[Task], Done], tasks: Iterable[Task], workers: int, ahead: int = 8) -> Iterator[Done]:
    """`work` done on every task, answers in the order of the tasks, whatever the number of workers.

    No more than `ahead` tasks a worker are under way, so memory stays flat however many tasks there are.
    `work` must be a pure function of its task: it is handed to the workers once, by fork.
    """
    if workers <= 1:
        yield from map(work, tasks)
        return
    global _work
    _work = work  # type: ignore[assignment]
    with _team(workers) as team:
        waiting = iter(tasks)
        under_way = deque(team.submit(_do, task) for task in islice(waiting, workers * ahead))
        while under_way:
            done = under_way.popleft()
            yield cast("Done", done.result())
            under_way.extend(team.submit(_do, task) for task in islice(waiting, 1))


@contextmanager
def _team(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Workers that are gone when the block ends, however it ends. Raises WorkerLost if one of them ends before."""
    others = multiprocessing.active_children()
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, mp_context=context) as team:
        try:
            _fork(team)
            yield team
        except BrokenProcessPool:
            advice = "Perhaps memory ran out: call again with fewer --workers."
            raise WorkerLost("screening", "a worker that ended in the middle", "an answer from it", advice) from None
        except BaseException:
            for worker in multiprocessing.active_children():
                if worker not in others:
                    worker.terminate()
            raise


def _fork(team: ProcessPoolExecutor) -> None:
    """Start all workers deaf to ctrl-C, which their parent answers; one that strikes meanwhile waits."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        team.submit(_nothing)  # the first task forks every worker, and each keeps what is blocked now
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _nothing() -> None:
    """The task that is none."""


def _do(task: Task) -> object:
    assert _work is not None
    return _work(task)
