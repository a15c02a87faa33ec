"""How much of a word's weight a slip of the pen leaves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.names.pairs import score_pair
from brightline.names.slips import alike, slip_percent
from brightline.names.weights import weights


def percent(one: str, other: str) -> int:
    return slip_percent(one, other, weights())


@pytest.mark.parametrize(
    ("likely", "unlikely"),
    [
        (("sechin", "sechn"), ("sechin", "sehin")),  # a vowel lost, a consonant lost
        (("kadyrov", "kadirov"), ("kadyrov", "kapyrov")),  # a vowel for a vowel, a consonant for one unlike it
        (("tupolev", "dupolev"), ("tupolev", "rupolev")),  # t and d sound alike
        (("petrov", "petrrov"), ("petrov", "petlrov")),  # a letter doubled
        (("abdur", "badur"), ("abdur", "ebdur")),  # neighbours exchanged at the beginning, another first letter
    ],
)
def test_slips_that_hands_make_leave_more_than_those_that_make_other_names(
    likely: tuple[str, str], unlikely: tuple[str, str]
) -> None:
    assert percent(*likely) > percent(*unlikely)


def test_longer_words_bear_more_slips() -> None:
    assert percent("obraz", "obrz") < percent("obraztsov", "obratsov")
    assert percent("obraztsovyi", "obratsovi") > 0
    assert percent("obraz", "oraf") == 0


@pytest.mark.parametrize(("one", "other"), [("wei", "wen"), ("li", "lu"), ("abc", "abcd"), ("x" * 41, "x" * 40)])
def test_short_and_endless_words_have_no_slips(one: str, other: str) -> None:
    assert percent(one, other) == 0


WORD = st.text("abeikost", min_size=1, max_size=14)


@given(WORD, WORD)
def test_it_does_not_matter_which_is_ours(one: str, other: str) -> None:
    assert percent(one, other) == percent(other, one)
    assert alike(one, other) == alike(other, one)
    assert 0 <= percent(one, other) <= 100


def test_alike_is_more_than_half() -> None:
    assert alike("hasri", "husari")
    assert not alike("esteban", "miguel")


def test_two_chinese_syllables_are_two_names() -> None:
    assert not score_pair("Person", "Wang Fang", "Wang Feng").match
    assert not score_pair("Person", "Kim Yong Chol", "Kim Jong Chol").match
    assert score_pair("Person", "Paek Se Bong", "Paek Se Pong").match


def test_a_consonant_for_another_counts_less_in_a_long_word() -> None:
    numbers = weights()
    short = slip_percent("zimin", "zikin", numbers) - slip_percent("zimin", "zemin", numbers)
    long = slip_percent("primerbank", "primerbakk", numbers) - slip_percent("primerbank", "premerbank", numbers)
    assert short < long < 0
