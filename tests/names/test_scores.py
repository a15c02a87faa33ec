from hypothesis import given
from hypothesis import strategies as st

from brightline.names.scores import SHIPPED_THRESHOLD, SURE, score_of, weight_of
from brightline.names.weights import weights


def test_the_shipped_numbers_are_those_of_the_file() -> None:
    assert round(SHIPPED_THRESHOLD * 10000) == weights().shipped_threshold
    assert round(SURE * 10000) == weights().sure


@given(st.integers(-100_000, 100_000), st.integers(0, 5000))
def test_the_score_never_falls_as_the_weight_grows(weight: int, more: int) -> None:
    assert 0 <= score_of(weight) <= score_of(weight + more) <= 1


@given(st.integers(0, 10_000))
def test_weight_of_is_the_least_weight_that_reaches_a_score(ten_thousandths: int) -> None:
    weight = weight_of(ten_thousandths / 10_000)
    assert score_of(weight) >= ten_thousandths / 10_000
    assert ten_thousandths == 0 or score_of(weight - 1) < ten_thousandths / 10_000


def test_no_weight_reaches_more_than_one() -> None:
    assert weight_of(1.5) > weights().scores[-1][0]


def test_long_equal_names_are_still_told_apart() -> None:
    assert score_of(20_000) < score_of(25_000) < score_of(40_000)
