"""How a text is read for a table of words, and how the words are found in it."""

from __future__ import annotations

import pytest

from brightline.nexus.word_table import make_table

TABLE = make_table(
    [
        ("plant", ["zavod*", "*zavod", "machine building", "机械厂"], ()),
        ("builder", ["stroi*", "stroitelno montazhn*"], ["stroimaterial", "stroi materials"]),
    ]
)


@pytest.mark.parametrize("text", ["СТРОИТЕЛЬНО-МОНТАЖНЫЙ", "stroitelno-montazhnyy", "stroitel'no montajniy"])
def test_the_ways_to_write_russian_are_one(text: str) -> None:
    assert [hit.kind for hit in TABLE.find(text)] == ["builder", "builder"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("завод", ["plant"]),
        ("заводской", ["plant"]),
        ("сахзавод", ["plant"]),
        ("Zavodskoy machine-building trust", ["plant", "plant"]),
        ("Машина времени", []),
        ("первый строитель", ["builder"]),
        ("стройматериалы", []),
        ("stroi materials", []),
        ("строительно-монтажные работы", ["builder", "builder"]),
        ("上海机械厂有限公司", ["plant"]),
        ("", []),
    ],
)
def test_words_are_found_by_their_beginning_end_or_whole(text: str, kinds: list[str]) -> None:
    assert [hit.kind for hit in TABLE.find(text)] == kinds


def test_a_hit_says_where_it_stands() -> None:
    assert [(hit.at, hit.words) for hit in TABLE.find("old machine building works")] == [(1, "machine building")]


def test_a_beginning_of_two_letters_is_refused() -> None:
    with pytest.raises(ValueError, match="fewer than 3 letters"):
        make_table([("plant", ["za*"], ())])
