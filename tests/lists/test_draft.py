"""An entity in the making."""

from __future__ import annotations

import pytest

from brightline.lists.draft import Draft, looks_like_a_company
from brightline.terms import ListedName


@pytest.mark.parametrize(
    ("name", "company"),
    [
        ("PRIMER PRIBOR LLC", True),
        ("OOO PRIMER", True),
        ("PRIMER CO., LTD.", True),
        ("COMERCIAL PRIMERA, S.A.", True),
        ("PUBLIC JOINT STOCK COMPANY PRIMER", True),
        ("PRIMER S.A. DE C.V.", True),
        ("MINISTRY OF SAMPLES", False),
        ("ISLAMIC SAMPLE CORPS", False),
        ("PRIMER COAST GUARD", False),
        ("SALT AND SAMPLES", False),
    ],
)
def test_a_legal_form_tells_a_company(name: str, company: bool) -> None:
    assert looks_like_a_company(name) is company


def test_values_stay_in_order_and_once() -> None:
    draft = Draft("x", "1", programs=["B", "A", "B"])
    draft.name(" PRIMER   PRIBOR ", "primary")
    draft.name("PRIMER PRIBOR", "weak")
    draft.name("  ", "alias")
    for country in ("Russia", "RU", "nowhere at all", None):
        draft.country(country)
    draft.keep("a", "1")
    draft.keep("b", "")
    found = draft.entity()
    assert found.names == (ListedName("PRIMER PRIBOR", "primary"),)
    assert (found.programs, found.countries, found.kept) == (("B", "A"), ("RU",), (("a", "1"),))


def test_what_makes_an_entry_russian() -> None:
    assert Draft("x", "1", programs=["RUSSIA-EO14024"]).russian
    assert Draft("x", "1", programs=["BPI-RUSSIA-EO14024"]).russian
    assert Draft("x", "1", countries=["RU"]).russian
    assert not Draft("x", "1", programs=["SYRIA"], countries=["BY"]).russian
