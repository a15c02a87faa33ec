"""People who look: first come, first served, as many a day as there are."""

from __future__ import annotations

import numpy as np

from brightline.lab.bank import RELEASED, REVIEWED, STOPPED, handle, waiting

IDS = np.arange(1_000, dtype=np.uint64)
NOBODY = np.zeros(1_000, dtype=bool)


def test_a_queue_grows_when_more_comes_than_is_looked_at() -> None:
    day = np.repeat(np.arange(10), 100)
    waited = waiting(day, np.ones(1_000, dtype=bool))
    assert waited[0] == 1
    assert waited[:100].max() == 17  # 100 a day, 6 looked at
    assert (np.diff(waited + day) >= 0).all()


def test_a_stop_is_never_let_go_and_a_release_costs_no_day() -> None:
    outcome = np.array([RELEASED, STOPPED] * 500)
    handled = handle(1, IDS, np.zeros(1_000, dtype=np.int64), outcome, NOBODY)
    assert handled.let_go.tolist() == [True, False] * 500
    assert not handled.days.any()


def test_a_person_lets_go_most_of_what_shows_nothing_and_little_of_what_does() -> None:
    outcome, day = np.full(1_000, REVIEWED), np.zeros(1_000, dtype=np.int64)
    assert 0.86 < handle(1, IDS, day, outcome, NOBODY).let_go.mean() < 0.94
    assert 0.06 < handle(1, IDS, day, outcome, ~NOBODY).let_go.mean() < 0.14
