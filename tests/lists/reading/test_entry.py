"""An entry being put together."""

from __future__ import annotations

import pytest

from brightline.errors import SourceError
from brightline.lists.reading.entry import Entry, clean
from brightline.terms import ListedIdentifier, ListedName


def entry(schema: str = "Person") -> Entry:
    return Entry("list", "1", schema, "f line 1")


def test_each_name_once_in_its_strongest_kind() -> None:
    one = entry()
    for value, kind in (("A B", "weak"), ("A B", "alias"), ("A B", "weak"), (" C\u200e ", "primary"), ("-", "alias")):
        one.name(value, kind)
    assert one.done().names == (ListedName("C", "primary"), ListedName("A B", "alias"))


def test_an_alias_in_another_script_is_original_but_a_weak_one_stays_weak() -> None:
    one = entry()
    one.name("A", "primary")
    one.name("Б", "alias")
    one.name("В", "weak")
    assert [name.kind for name in one.done().names] == ["primary", "original", "weak"]


def test_the_same_number_is_kept_once_with_its_country() -> None:
    one = entry()
    one.name("A", "primary")
    for country in (None, "RU", None, "RU"):
        one.identifier("PASSPORT", "12 345", country)
    assert one.done().identifiers == (ListedIdentifier("PASSPORT", "12 345", "RU"),)


def test_what_cannot_be_an_entry_is_refused() -> None:
    with pytest.raises(SourceError, match="without a name"):
        entry().done()
    nameless = Entry("list", "", "Person", "f line 1")
    nameless.name("A", "primary")
    with pytest.raises(SourceError, match="without an id"):
        nameless.done()


def test_the_printed_form_of_a_divided_name_is_kept() -> None:
    one = entry("Company")
    one.names("BRELKBANK (BRB)", "primary")
    assert one.done().kept == (("name as printed", "BRELKBANK (BRB)"),)


def test_clean_joins_lines_and_drops_unseen_marks() -> None:
    assert clean(" a\n b\u200e\ufeff ") == "a b"
    assert clean(None) == ""


def test_ten_digits_are_no_persons_inn() -> None:
    person, company = entry(), entry("Company")
    for each in (person, company):
        each.name("A", "primary")
        each.identifier("INN", "7707083893")
    assert person.done().identifiers == (ListedIdentifier("TAX", "7707083893"),)
    assert company.done().identifiers == (ListedIdentifier("INN", "7707083893", "RU"),)
