"""Bars sum to the weight and touch each other, whatever the steps."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.screen.waterfall import Bar, axis, bars, in_nats, spans, zero_at

STEPS = st.lists(st.tuples(st.text(max_size=5), st.integers(-20_000, 20_000)), max_size=30)


def test_bars_of_a_known_comparison() -> None:
    drawn = bars([("starting point", -8000), ("surname, close", 5500), ("birth year, same", 3000), ("country", -1500)])
    assert [(bar.start, bar.end) for bar in drawn] == [(0, -8000), (-8000, -2500), (-2500, 500), (500, -1000)]
    assert drawn[1] == Bar("surname, close", 5500, -8000, -2500)
    assert axis(drawn) == (-8000, 500)
    assert zero_at(drawn) == 941


@given(STEPS)
def test_bars_sum_to_the_weight_and_leave_no_gap(steps: list[tuple[str, int]]) -> None:
    drawn = bars(steps)
    assert [bar.name for bar in drawn] == [name for name, _ in steps]
    assert (drawn[-1].end if drawn else 0) == sum(weight for _, weight in steps)
    assert all(left.end == right.start for left, right in pairwise(drawn))
    assert all(bar.end - bar.start == bar.weight for bar in drawn)


@given(STEPS)
def test_every_bar_is_drawn_inside_the_axis_and_seen_if_it_moves(steps: list[tuple[str, int]]) -> None:
    drawn = bars(steps)
    for bar, span in zip(drawn, spans(drawn), strict=True):
        assert 0 <= span.left <= span.left + span.width <= 1000
        assert (span.width > 0) == (bar.weight != 0)
    assert 0 <= zero_at(drawn) <= 1000


def test_nothing_to_draw() -> None:
    assert bars([]) == ()
    assert spans(()) == ()
    assert axis(()) == (0, 0)


@pytest.mark.parametrize(
    ("weight", "shown"),
    [(0, "0.0"), (49, "0.0"), (50, "+0.1"), (5500, "+5.5"), (-8000, "−8.0"), (-1449, "−1.4"), (12345, "+12.3")],
)
def test_weights_are_shown_in_nats(weight: int, shown: str) -> None:
    assert in_nats(weight) == shown
