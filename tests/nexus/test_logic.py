"""Three answers: a fact we lack is not a fact that is false."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.law.vocabulary import TESTS as WORDS
from brightline.nexus.logic import (
    TESTS,
    Reach,
    Share,
    at_least,
    begun,
    either,
    every,
    goes_to,
    holds_any,
    is_any,
    may_reach,
    negate,
    not_over,
    reaches,
    share_at_least,
    states_any,
)
from brightline.terms import Answer

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN
NOW = datetime(2024, 6, 12, 3, 0, tzinfo=UTC)
answers = st.lists(st.sampled_from(Answer), min_size=1, max_size=6)


def test_the_tests_are_those_of_the_language() -> None:
    assert set(TESTS) == set(WORDS)


@given(answers)
def test_every_and_either_are_each_others_mirror(said: list[Answer]) -> None:
    assert every(said) is negate(either([negate(one) for one in said]))


@given(answers, st.randoms())
def test_order_does_not_matter(said: list[Answer], rng: object) -> None:
    turned = list(reversed(said))
    assert (every(said), either(said)) == (every(turned), either(turned))


def test_unknown_wins_only_where_nothing_settles() -> None:
    assert every([YES, UNKNOWN]) is UNKNOWN
    assert every([NO, UNKNOWN]) is NO
    assert either([NO, UNKNOWN]) is UNKNOWN
    assert either([YES, UNKNOWN]) is YES


def test_words() -> None:
    assert is_any(("RUSSIA-EO14024 ", "SDGT"), ("russia-eo14024",), NOW) is YES
    assert is_any((), ("a",), NOW) is NO
    assert holds_any((), ("a",), NOW) is UNKNOWN
    assert holds_any(("b",), ("a",), NOW) is NO
    assert holds_any(("other",), ("a",), NOW) is UNKNOWN
    assert holds_any(("other", "b"), ("a",), NOW) is NO
    assert holds_any(("other",), ("other",), NOW) is YES
    assert states_any(("b",), ("a",), NOW) is UNKNOWN
    assert states_any(("a",), ("a",), NOW) is YES


def test_days_are_taken_with_the_care_of_all_zones() -> None:
    assert begun("2024-06-12", (), NOW) is YES
    assert begun("2024-06-13", (), NOW) is NO
    assert begun("2024-06", (), NOW) is YES
    assert begun("2025", (), NOW) is NO
    assert begun(None, (), NOW) is YES
    assert begun("in June", (), NOW) is YES
    assert not_over("2024-06-11", (), NOW) is YES  # somewhere it is still the 11th
    assert not_over("2024-06-10", (), NOW) is UNKNOWN
    assert not_over("3033", (), NOW) is YES
    assert not_over(None, (), NOW) is YES


def test_reach() -> None:
    assert reaches(Reach(("RU",), ("RU", "CN")), ("RU", "BY"), NOW) is YES
    assert reaches(Reach(("CN",), ("CN", "RU")), ("RU", "BY"), NOW) is UNKNOWN
    assert reaches(Reach(("CN",), ("CN",)), ("RU", "BY"), NOW) is NO
    assert may_reach(Reach(("KG",), ("KG",)), ("KG",), NOW) is UNKNOWN
    assert may_reach(Reach(("CN",), ("CN", "KG")), ("KG",), NOW) is NO
    assert may_reach(Reach((), ("CN",)), ("KG",), NOW) is UNKNOWN  # nothing says where the goods go


@given(answers)
def test_at_least_one_is_either_and_at_least_all_is_every(said: list[Answer]) -> None:
    assert at_least(1, said) is either(said)
    assert at_least(len(said), said) is every(said)


def test_at_least_two_counts_what_is_sure_and_what_may_be() -> None:
    assert at_least(2, [YES, NO, YES]) is YES
    assert at_least(2, [YES, UNKNOWN, NO]) is UNKNOWN
    assert at_least(2, [YES, NO, NO]) is NO


def test_goods_go_to_a_place_only_where_a_destination_says_so() -> None:
    assert goes_to(Reach(("KZ",), ("KZ", "CN")), ("KZ",), NOW) is YES
    assert goes_to(Reach(("DE",), ("DE", "CN")), ("CN",), NOW) is NO
    assert goes_to(Reach((), ("CN",)), ("CN",), NOW) is UNKNOWN
    assert goes_to(Reach((), ("DE",)), ("CN",), NOW) is NO
    assert goes_to(Reach((), ()), ("CN",), NOW) is NO


@pytest.mark.parametrize(
    ("least", "greatest", "answer"),
    [
        (500, 500, Answer.YES),
        (499, 499, Answer.NO),
        (499, 501, Answer.UNKNOWN),
        (None, 499, Answer.NO),
        (None, None, Answer.UNKNOWN),
        (500, None, Answer.YES),
    ],
)
def test_a_share_is_weighed_by_its_bounds(least: int | None, greatest: int | None, answer: Answer) -> None:
    assert share_at_least(Share(least, greatest), ("500",), NOW) is answer
