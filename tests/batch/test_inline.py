"""Order is kept and nothing is lost, whatever the number of workers."""

from __future__ import annotations

import os
import signal
import time

import pytest

from brightline.batch.engines.inline import in_order
from brightline.errors import WorkerLost


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_answers_come_in_the_order_of_the_tasks(workers: int) -> None:
    done = list(in_order(lambda number: number * number, range(100), workers))
    assert done == [number * number for number in range(100)]


def test_no_more_tasks_are_taken_than_are_under_way() -> None:
    taken: list[int] = []

    def tasks() -> object:
        for number in range(1000):
            taken.append(number)
            yield number

    answers = in_order(lambda number: number, tasks(), 2, ahead=4)  # type: ignore[arg-type]
    next(answers)
    assert len(taken) <= 2 * 4 + 1
    answers.close()  # type: ignore[attr-defined]


def test_an_error_in_a_worker_reaches_the_caller() -> None:
    def broken(number: int) -> int:
        raise ValueError(f"task {number}")

    with pytest.raises(ValueError, match="task 0"):
        list(in_order(broken, range(3), 2))


def test_a_worker_that_is_killed_is_told_and_nobody_waits_for_it() -> None:
    def killed(number: int) -> int:
        if number == 3:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    with pytest.raises(WorkerLost, match="ended in the middle"):
        list(in_order(killed, range(100), 2))


def test_workers_do_not_outlive_a_call_that_is_left() -> None:
    began = time.monotonic()
    answers = in_order(lambda number: time.sleep(number), iter([0, 60, 60]), 2)
    next(answers)
    answers.close()  # type: ignore[attr-defined]
    assert time.monotonic() - began < 30
