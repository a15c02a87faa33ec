"""Words brought to one form."""

from __future__ import annotations

import pytest

from brightline.goods.stems import in_latin, latin_stem, stem
from brightline.text.fold import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bearing", "bearings"),
        ("battery", "batteries"),
        ("box", "boxes"),
        ("подшипник", "подшипниками"),
        ("шариковый", "шариковых"),
        ("микросхема", "микросхемы"),
        ("линия", "линии"),
    ],
)
def test_grammatical_forms_share_a_stem(one: str, other: str) -> None:
    assert stem(fold(one)) == stem(fold(other))


@pytest.mark.parametrize("word", ["bus", "glass", "gas", "ЧПУ", "plus"])
def test_short_and_other_words_keep_their_end(word: str) -> None:
    assert stem(fold(word)) == fold(word)


@pytest.mark.parametrize(
    ("russian", "written"),
    [
        ("подшипники", "podshipniki"),
        ("подшипники", "PODSHIPNIKOV"),
        ("щетка", "schetka"),
        ("щетка", "shchetka"),
        ("микросхема", "mikroshemy"),
        ("микросхема", "mikroskhema"),
        ("запчасти", "zapchastei"),
        ("конденсатор", "kondensatory"),
    ],
)
def test_the_tables_of_romanisation_meet(russian: str, written: str) -> None:
    assert latin_stem(in_latin(fold(russian))) == latin_stem(fold(written))
