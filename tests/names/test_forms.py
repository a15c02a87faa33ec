"""Legal forms in every script come to their kind; a word that is none stays a word."""

from __future__ import annotations

import pytest

from brightline.names.forms import countries_of_form, form_at, form_rows, han_form
from brightline.text.fold import fold
from brightline.text.scripts import is_han

KINDS = {"limited", "joint-stock", "partnership", "state", "sole", "nonprofit", "cooperative", "free-zone"}
KINDS |= {"private-enterprise"}


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("ооо ромашка", "limited"),
        ("limited liability company romashka", "limited"),
        ("gmbh", "limited"),
        ("публичное акционерное общество", "joint-stock"),
        ("pjsc romashka", "joint-stock"),
        ("федеральное государственное унитарное предприятие", "state"),
        ("индивидуальныи предприниматель лунев", "sole"),
    ],
)
def test_a_form_is_known_where_it_stands(words: str, kind: str) -> None:
    length, found = form_at(words.split(), 0)
    assert found == kind
    assert length >= 1
    assert form_at(["ромашка", *words.split()], 1) == (length, kind)


def test_the_longest_form_is_taken() -> None:
    assert form_at(["public", "joint", "stock", "company"], 0) == (4, "joint-stock")
    assert form_at(["joint", "stock", "company"], 0) == (3, "joint-stock")
    assert form_at(["limited", "liability", "partnership"], 0) == (3, "limited")


@pytest.mark.parametrize("word", ["ромашка", "heron", "trading", "7"])
def test_a_word_that_is_no_form(word: str) -> None:
    assert form_at([word], 0) == (0, None)
    assert han_form(word) is None


def test_half_a_form_is_none() -> None:
    assert form_at(["акционерное", "ромашка"], 0) == (0, None)


@pytest.mark.parametrize(("part", "kind"), [("有限公司", "limited"), ("股份有限公司", "joint-stock"), ("苍鹭", None)])
def test_chinese_forms(part: str, kind: str | None) -> None:
    assert han_form(part) == kind


def test_every_spelling_of_the_table_is_found_under_its_kind() -> None:
    """A spelling that folds into one of another kind would never be found."""
    assert {kind for kind, _, _ in form_rows()} == KINDS
    wrong = []
    for kind, _, spelling in form_rows():
        words = fold(spelling).split()
        found = han_form("".join(words)) if is_han(words[0][0]) else form_at(words, 0)[1]
        if found != kind:
            wrong.append((kind, spelling, found))
    assert wrong == []


def test_forms_of_at_least_forty_countries_are_known() -> None:
    assert len({country for _, countries, _ in form_rows() for country in countries}) >= 40


@pytest.mark.parametrize(
    ("written", "countries"),
    [
        ("ООО", ("RU", "BY", "KG", "TJ")),
        ("ТОО", ("KZ",)),
        ("MChJ", ("UZ",)),
        ("GmbH", ("DE", "AT", "CH", "LI")),
        ("Sdn. Bhd.", ("MY",)),
        ("有限公司", ("CN", "HK", "TW")),
        ("Ltd.", ()),
        ("S.A.", ()),
        ("ООО Пример", ()),
        ("", ()),
    ],
)
def test_the_countries_that_a_form_points_to(written: str, countries: tuple[str, ...]) -> None:
    assert countries_of_form(written) == countries


def test_a_form_with_dots_stands_for_those_without() -> None:
    assert form_at(["s", "r", "o"], 0) == (3, "limited")
    assert form_at(["sro"], 0) == (1, "limited")
