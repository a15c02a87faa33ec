"""Kinds of identifiers, and what their form says against the printed kind."""

from __future__ import annotations

import pytest

from brightline.lists.idkinds import identifier, scheme_of
from brightline.terms import ListedIdentifier


def read(kind: str, value: str, country: str | None = None, russian: bool = False) -> tuple[str, str, str | None]:
    found = identifier(kind, value, country, russian=russian)
    assert found is not None
    return found.scheme, found.value, found.country


@pytest.mark.parametrize(
    ("kind", "scheme"),
    [
        ("Tax ID No.", "TAX"),
        ("Registration Number", "REG"),
        ("Passport", "PASSPORT"),
        ("Diplomatic Passport", "PASSPORT"),
        ("National ID No.", "NATIONAL-ID"),
        ("National Foreign ID Number", "NATIONAL-ID"),
        ("C.U.R.P.", "NATIONAL-ID"),
        ("Identification Number", "NATIONAL-ID"),
        ("Paraguayan tax identification number", "TAX"),
        ("SWIFT/BIC", "BIC"),
        ("Legal Entity Number", "LEI"),
        ("BIK (RU)", "BIK"),
        ("Unified Social Credit Code (USCC)", "USCC"),
        ("United Social Credit Code Certificate (USCCC)", "USCC"),
        ("D-U-N-S Number", "DUNS"),
        ("Vessel Registration Identification", "IMO"),
        ("MMSI", "MMSI"),
        ("Vessel Call Sign", "CALLSIGN"),
        ("Digital Currency Address - XBT", "CRYPTO"),
        ("Email Address", "EMAIL"),
        ("Website", "WEBSITE"),
        ("Phone Number", "PHONE"),
        ("Aircraft Tail Number", "TAIL"),
        ("Aircraft Manufacturer's Serial Number (MSN)", "MSN"),
        ("Military Registration Number", "NATIONAL-ID"),
        ("MSB Registration Number", "REG"),
        ("Gender", None),
        ("Secondary sanctions risk:", None),
    ],
)
def test_a_printed_kind_names_a_scheme(kind: str, scheme: str | None) -> None:
    assert scheme_of(kind) == scheme


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
    assert identifier("Gender", "Male") is None
    assert identifier("Tax ID No.", "  ") is None
    assert identifier("SWIFT/BIC", "abcdrumm") == ListedIdentifier("BIC", "ABCDRUMM", None)
