"""Numbers in cells and sentences: by label, by check digits, by column."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.lists.reading.numbers import identifier, identifier_of_kind, numbers_in, scheme_by_digits
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
    assert identifier("DUNS", "12-345-6789").value == "123456789"
    assert identifier("REG", "FN 161285 i").value == "FN 161285 i"
    assert identifier("CRYPTO", "bc1qAr").value == "bc1qAr"


@given(st.text(alphabet="0123456789", min_size=1, max_size=20))
def test_digits_that_meet_no_check_have_no_scheme_of_their_own(digits: str) -> None:
    scheme = scheme_by_digits(digits)
    assert scheme in (None, "INN", "OGRN", "LEI")
    if scheme == "INN":
        assert len(digits) in (10, 12)


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert all(each.value for each in numbers_in(text, "REG"))


def read(kind: str, value: str, country: str | None = None, russian: bool = False) -> tuple[str, str, str | None]:
    found = identifier_of_kind(kind, value, country, russian=russian)
    assert found is not None
    return found.scheme, found.value, found.country


def test_russian_numbers_are_told_by_form_and_check_digits() -> None:
    assert read("Tax ID No.", "7707083893", "RU") == ("INN", "7707083893", "RU")
    assert read("Registration Number", "1027700132195", "RU") == ("OGRN", "1027700132195", "RU")
    assert read("Tax ID No.", "500100732259", "RU") == ("INN", "500100732259", "RU")
    # printed under each other's name: the check digits decide
    assert read("Tax ID No.", "1027700132195", "RU") == ("OGRN", "1027700132195", "RU")
    assert read("Registration Number", "7707083893", "RU") == ("INN", "7707083893", "RU")
    # a tax number with a slip of the publisher's is still a tax number
    assert read("Tax ID No.", "7707083894", "RU") == ("INN", "7707083894", "RU")
    assert read("Tax ID No.", "77-AB", "RU") == ("TAX", "77-AB", "RU")
    assert read("Government Gazette Number", "00032537", "RU") == ("OKPO", "00032537", "RU")
    assert read("Government Gazette Number", "00032537", "BY") == ("REG", "00032537", "BY")


def test_a_number_without_country_is_russian_only_for_a_russian_entry_and_with_check_digits() -> None:
    assert read("Tax ID No.", "7707083893", None, russian=True) == ("INN", "7707083893", "RU")
    assert read("Tax ID No.", "7707083893") == ("TAX", "7707083893", None)
    assert read("Tax ID No.", "7707083894", None, russian=True) == ("TAX", "7707083894", None)
    assert read("Registration ID", "1027700132195", None, russian=True) == ("OGRN", "1027700132195", "RU")


def test_other_countries_keep_their_kind_and_their_spaces() -> None:
    assert read("Tax ID No.", "309644860 100113", "UZ") == ("TAX", "309644860 100113", "UZ")
    assert read("Registration Number", "HE 265198", "CY") == ("REG", "HE 265198", "CY")
    assert read("Tax ID No.", "7707083893", "KZ") == ("TAX", "7707083893", "KZ")


def test_chinese_and_vessel_numbers() -> None:
    assert read("Registration Number", "91110000600037341L", "CN") == ("USCC", "91110000600037341L", "CN")
    assert read("Vessel Registration Identification", "IMO 9074729") == ("IMO", "9074729", None)
    assert read("Identification Number", "IMO 9074729") == ("IMO", "9074729", None)
    assert read("Vessel Registration Identification", "AB-17") == ("REG", "17", None)
    assert read("Legal Entity Number", "5493 00XU BSAJ QIOA 5W22".replace(" ", "")) == (
        "LEI",
        "549300XUBSAJQIOA5W22",
        None,
    )


def test_what_is_no_identifier_is_none() -> None:
    assert identifier_of_kind("Gender", "Male") is None
    assert identifier_of_kind("Tax ID No.", "  ") is None
    assert identifier_of_kind("SWIFT/BIC", "abcdrumm") == ListedIdentifier("BIC", "ABCDRUMM", None)
