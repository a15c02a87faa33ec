"""The forms of words that tables compare."""

from __future__ import annotations

import pytest

from brightline.nexus.words_of import one_spelling, words_of


def test_a_word_in_its_forms() -> None:
    russian, latin, number = words_of("Подшипники bearings 2024").words
    assert (russian.stem, russian.latin, russian.spelled) == ("подшипник", "", "podshipniki")
    assert (latin.folded, latin.stem, latin.spelled) == ("bearings", "bearing", "bearings")
    assert {number.stem, number.latin, number.spelled} == {"2024"}


@pytest.mark.parametrize("written", ["stroitelnyy", "stroytelny i", "stroitelniy"])
def test_spellings_of_russian_come_together(written: str) -> None:
    assert one_spelling(written).startswith("stroiteln")


def test_chinese_words_are_one_run_with_their_places() -> None:
    read = words_of("abc 军 用 品 x")
    assert (read.chinese, read.places) == ("军用品", (1, 2, 3))
    assert words_of("слово word").chinese == ""
