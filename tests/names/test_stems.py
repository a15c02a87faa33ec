"""Endings and cut words."""

from __future__ import annotations

import pytest

from brightline.names.pairs import score_pair
from brightline.names.sound import sound
from brightline.names.stems import beginning_of, is_cut, stem_of
from brightline.text.translit import latin


@pytest.mark.parametrize(
    ("bent", "plain"), [("казанский", "kazan"), ("уральская", "ural"), ("тульского", "tul"), ("sistemy", "sistem")]
)
def test_an_ending_is_taken_off_where_four_letters_stay(bent: str, plain: str) -> None:
    stem = stem_of(sound(latin(bent)))
    assert stem == plain or len(plain) < 4


@pytest.mark.parametrize("word", ["oe", "nova", "7ova", ""])
def test_short_words_and_numbers_have_no_ending(word: str) -> None:
    assert stem_of(word) == word


def test_a_cut_word_shares_its_beginning_with_the_whole() -> None:
    assert is_cut("technolo", "technology")
    assert is_cut("technology", "technolo")
    assert beginning_of("technolo") == beginning_of("technology") != ""
    assert not is_cut("tech", "technology")
    assert not is_cut("technolo", "technolo")


def _steps(schema: str, one: str, other: str) -> set[str]:
    return {step.name for step in score_pair(schema, one, other).candidate.steps}


def test_bodies_bend_and_persons_do_not() -> None:
    assert "word-bent" in _steps("Company", "Primerskaya Stal", "Primer Stal")
    assert "word-bent" not in _steps("Person", "Anna Primerskaya", "Anna Primer")


def test_only_the_last_word_of_a_name_is_cut() -> None:
    assert "word-cut" in _steps("Company", "Primer Obraztso", "Primer Obraztsovyi")
    assert "word-cut" not in _steps("Company", "Obraztso Primer", "Obraztsovyi Primer")
    assert "word-cut" not in _steps("Person", "Primer Obraztso", "Primer Obraztsovyi")
