"""Order is kept and nothing is lost, whatever the number of workers."""

from __future__ import annotations

import pytest

from brightline.batch.engines.inline import in_order


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
