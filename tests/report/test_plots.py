"""Plots are drawn to scale."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from brightline.report.plots import columns, round_up, stacked


def percent(text: str) -> float:
    return float(text.removesuffix("%"))


def test_the_pieces_of_a_bar_lie_end_to_end_to_the_scale_of_the_whole() -> None:
    first, second = stacked([("right", 1), ("nothing", 0), ("wrong", 3)], 8)
    assert (first.at, first.size) == ("0.00%", "12.50%")
    assert (second.kind, second.at, second.size) == ("wrong", "12.50%", "37.50%")
    assert stacked([("right", 0)], 0) == ()


def test_columns_stand_on_the_ground_and_end_below_a_round_number() -> None:
    plot = columns([("W1", [("a", 3), ("b", 1)]), ("W2", [("a", 7)])])
    assert [tick for tick, _ in plot.ticks] == [0, 5, 10]
    assert plot.ticks[0][1] == "100.00%"
    first = plot.columns[0]
    assert [(one.at, one.size) for one in first.segments] == [("70.00%", "30.00%"), ("60.00%", "10.00%")]
    assert (first.left, first.middle, first.width, first.total) == ("20.50%", "25.00%", "9.00%", 4)


def test_many_columns_stand_beside_each_other_without_touching() -> None:
    drawn = columns([(str(number), [("a", 1)]) for number in range(52)]).columns
    ends = [percent(one.left) + percent(one.width) for one in drawn]
    assert all(end < percent(after.left) for end, after in zip(ends, drawn[1:], strict=False))
    assert ends[-1] <= 100


def test_nothing_to_draw_is_an_empty_plot() -> None:
    assert columns([]).columns == ()


@given(st.integers(min_value=0, max_value=10**9))
def test_a_scale_ends_at_or_above_its_count_and_wastes_little(count: int) -> None:
    top = round_up(count)
    assert top >= count
    assert top < 2.5 * count or top == 1


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 500)), max_size=4))
def test_pieces_never_leave_the_bar(parts: list[tuple[str, int]]) -> None:
    whole = sum(count for _, count in parts)
    assert all(percent(one.at) + percent(one.size) <= 100.01 for one in stacked(parts, whole))
