"""A word one slip from a known one may weigh as little as that; other words weigh what they weigh."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.names.mistaken import SHORTEST, Mistaken
from brightline.names.words import word_of

_KNOWN = Mistaken({"department": 700, "credit": 900}, {"tehnolog": 600})


@pytest.mark.parametrize(
    ("word", "least"),
    [("deartment", 700), ("departmetn", 700), ("credti", 900), ("tehnloogies", 600), ("sorokin", 7000), ("cred", 7000)],
)
def test_a_slip_is_seen_through(word: str, least: int) -> None:
    assert _KNOWN.least(word, word, 7000) == least


@given(st.text("abdert", min_size=SHORTEST - 1, max_size=12))
def test_any_word_with_a_letter_taken_out_may_be_the_word(word: str) -> None:
    known = Mistaken({word: 1}, {})
    for at in range(len(word)):
        short = word[:at] + word[at + 1 :]
        assert len(short) < SHORTEST or known.least(short, short, 2) == 1


def test_known_words_keep_their_weight() -> None:
    for text in ("department", "ivan", "moscow", "kvartsovik"):
        assert word_of(text, text).least == word_of(text, text).weight
    assert word_of("deartment", "deartment").least == word_of("department", "department").weight
