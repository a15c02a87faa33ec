"""OFAC's facts, wherever they are filed."""

from __future__ import annotations

import pytest

from brightline.lists.draft import Draft
from brightline.lists.facts import measures_of, note_fact
from brightline.terms import ListedIdentifier

S11 = "See Section 11 of Executive Order 14024."


@pytest.mark.parametrize("kind", ["Secondary sanctions risk:", "secondary sanctions risk", "SECONDARY SANCTIONS RISK:"])
def test_a_secondary_sanction_is_read_from_its_kind(kind: str) -> None:
    draft = Draft("x", "1")
    assert note_fact(draft, kind, S11)
    assert (draft.secondary, draft.identifiers) == (["s11"], [])


@pytest.mark.parametrize("kind", ["Passport", "Identification Number", "Document"])
def test_a_secondary_sanction_filed_as_something_else_is_still_one(kind: str) -> None:
    draft = Draft("x", "1")
    note_fact(draft, kind, f"Secondary sanctions risk: {S11}")
    note_fact(draft, kind, S11)
    assert (draft.secondary, draft.identifiers) == (["s11", "s11"], [])


def test_a_link_that_names_an_order_is_a_link() -> None:
    draft = Draft("x", "1")
    note_fact(draft, "Linked To:", "FUND UNDER EXECUTIVE ORDER 13224")
    assert draft.secondary == []
    assert draft.links[0].name == "FUND UNDER EXECUTIVE ORDER 13224"


def test_facts_that_are_no_identifiers() -> None:
    draft = Draft("x", "1")
    for kind, value in (
        ("Gender", "Female"),
        ("Birthdate", "08 Feb 1980"),
        ("Nationality of Registration", "Russia"),
        ("Aircraft Manufacture Date", "Sep 2007"),
        ("CAATSA Section 235 Information:", "BLOCKING PROPERTY AND INTERESTS IN PROPERTY. Sec 235(a)(9)"),
    ):
        assert note_fact(draft, kind, value)
    assert (draft.genders, draft.birth_dates, draft.countries) == (["female"], ["1980-02-08"], ["RU"])
    assert (draft.secondary, draft.measures, draft.identifiers) == (["caatsa", "caatsa"], ["blocking"], [])
    assert ("aircraft manufacture date", "2007-09") in draft.kept


def test_the_makers_number_of_an_aircraft_is_an_identifier() -> None:
    draft = Draft("x", "1", "Airplane")
    note_fact(draft, "Aircraft Manufacturer's Serial Number (MSN)", "1013409297")
    assert draft.identifiers == [ListedIdentifier("MSN", "1013409297", None)]


def test_an_unknown_kind_is_kept_and_said_to_be_unknown() -> None:
    draft = Draft("x", "1")
    assert not note_fact(draft, "Colour of the Roof -", "red")
    assert draft.kept == [("Colour of the Roof", "red")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Block", ("blocking",)),
        ("13662 Sectoral Directive 1", ("sectoral",)),
        ("Executive Order 14024 Directive 2", ("correspondent-account",)),
        ("Executive Order 14024 Directive 1a", ("sectoral",)),
        ("561 Full Restrictions", ("correspondent-account",)),
        ("EXPORT SANCTIONS Sec. 235(a)(2)", ("export-control",)),
        ("Reject", ()),
    ],
)
def test_measures_are_read_from_the_publishers_words(text: str, expected: tuple[str, ...]) -> None:
    assert measures_of(text) == expected
