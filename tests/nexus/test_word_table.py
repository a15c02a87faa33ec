"""How a text is read for a table of words, and how the words are found in it."""

from __future__ import annotations

import pytest

from brightline.nexus.word_table import pattern_of, plain


def test_a_text_is_read_in_latin_letters_and_simplified_signs() -> None:
    assert plain("Завод «Луч», 機械廠") == "zavod luch 机械厂"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("завод", True),
        ("заводской", True),
        ("сахзавод", True),
        ("Машина времени", False),
        ("первый строитель", True),
        ("стройматериалы", False),
        ("上海机械厂", True),
    ],
)
def test_words_are_found_by_their_beginning_end_or_whole(text: str, found: bool) -> None:
    words = pattern_of(["zavod*", "*zavod", "stroi*", "机械厂", "mash"], unless=["stroimaterial"])
    assert (words.search(plain(text)) is not None) == found
