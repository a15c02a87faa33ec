"""Many inputs on one machine: order kept, one worker a process, the edition opened before the fork and shared."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar, cast

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
    with multiprocessing.get_context("fork").Pool(workers, initializer=_quiet) as pool:
        waiting = iter(tasks)
        under_way = deque(pool.apply_async(_do, (task,)) for task in islice(waiting, workers * ahead))
        while under_way:
            done = under_way.popleft()
            yield cast("Done", done.get())
            under_way.extend(pool.apply_async(_do, (task,)) for task in islice(waiting, 1))


def _quiet() -> None:
    """A worker leaves ctrl-C to its parent, which stops the whole run."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _do(task: Task) -> object:
    assert _work is not None
    return _work(task)
