"""Numbers in cells and sentences: by label, by check digits, by column."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.lists.reading.numbers import identifier, numbers_in, scheme_by_digits, scheme_by_label
from brightline.terms import ListedIdentifier

INN, OGRN = "7707083893", "1027700132195"
IS_INN, IS_KPP = ("INN", INN, "RU"), ("KPP", "773601001", "RU")


@pytest.mark.parametrize(
    ("cell", "column", "found"),
    [
        (f"{INN} (Tax ID/INN)", "REG", [("INN", INN, "RU")]),
        (f"TIN {INN}", "REG", [("INN", INN, "RU")]),
        (f"INN: {INN} KPP: 773601001 OGRN: {OGRN}", "REG", [IS_INN, IS_KPP, ("OGRN", OGRN, "RU")]),
        (f"{INN} / 773601001", "TAX", [("INN", INN, "RU"), ("KPP", "773601001", "RU")]),
        (f"{INN}, KPP 773601001, OKPO 20239393", "INN", [IS_INN, IS_KPP, ("OKPO", "20239393", "RU")]),
        ("7 707 083 893", "INN", [("INN", INN, "RU")]),
        (f"{OGRN} on 25.11.2002", "OGRN", [("OGRN", OGRN, "RU")]),
        ("91440300708461136T (China, Unified Social Credit Code)", "REG", [("USCC", "91440300708461136T", "CN")]),
        ("73713787 (BRN); 3120008 (TRN)", "REG", [("REG", "73713787", None), ("TAX", "3120008", None)]),
        ("190950894 (Belarus)", "REG", [("REG", "190950894", "BY")]),
        (f"{INN} (Ukraine)", "TAX", [("TAX", INN, "UA")]),
        ("Italian Fiscal Code SSYBLK62T26Z336L", "NATIONAL-ID", [("TAX", "SSYBLK62T26Z336L", "IT")]),
        ("1938008353 (Ukraine)", "TAX", [("TAX", "1938008353", "UA")]),
        ("N42881363 (Iran) expired 10 October 2022", "PASSPORT", [("PASSPORT", "N42881363", "IR")]),
        ("0803 940939", "PASSPORT", [("PASSPORT", "0803 940939", None)]),
        ("Russian passport no. 55 0314316, valid until 6.12.2029", "PASSPORT", [("PASSPORT", "55 0314316", "RU")]),
        ("MP 3413113 and MP 2387911", "PASSPORT", [("PASSPORT", "MP 3413113", None), ("PASSPORT", "MP 2387911", None)]),
        ("series МН No 553834", "PASSPORT", [("PASSPORT", "МН 553834", None)]),
        ("national ID no.54201-247561-5", "NATIONAL-ID", [("NATIONAL-ID", "54201-247561-5", None)]),
        ("JSNMRUMM", "BIC", [("BIC", "JSNMRUMM", None)]),
        ("IMO 9074729", "REG", [("IMO", "9074729", None)]),
        ("issued on 4 June 1985", "PASSPORT", []),
        ("", "REG", []),
    ],
)  # fmt: skip
def test_numbers_in_cells(cell: str, column: str, found: list[tuple[str, str, str | None]]) -> None:
    assert [(each.scheme, each.value, each.country) for each in numbers_in(cell, column)] == found


def test_a_number_has_the_form_of_its_scheme() -> None:
    assert identifier("IMO", "IMO 9074729") == ListedIdentifier("IMO", "9074729")
    assert identifier("BIC", "sabr ru mm") == ListedIdentifier("BIC", "SABRRUMM")
    assert identifier("EMAIL", "A@b.example") == ListedIdentifier("EMAIL", "A@b.example")
    assert identifier("INN", "7707 083 893").country == "RU"


def test_labels() -> None:
    assert scheme_by_label("SWIFT/BIC") == "BIC"
    assert scheme_by_label("Numéro de passeport") == "PASSPORT"
    assert scheme_by_label("National Identification Number") == "NATIONAL-ID"
    assert scheme_by_label("colour") is None


@given(st.text(alphabet="0123456789", min_size=1, max_size=20))
def test_digits_that_meet_no_check_have_no_scheme_of_their_own(digits: str) -> None:
    scheme = scheme_by_digits(digits)
    assert scheme in (None, "INN", "OGRN", "LEI")
    if scheme == "INN":
        assert len(digits) in (10, 12)


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert all(each.value for each in numbers_in(text, "REG"))
