"""Which scheme a printed kind or label names."""

from __future__ import annotations

import pytest

from brightline.lists.reading.kinds import scheme_of


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
        ("Driving licence", "NATIONAL-ID"),
        ("Numéro de passeport", "PASSPORT"),
        ("National Identification Number", "NATIONAL-ID"),
        ("ИНН", "INN"),
        ("TIN", "TAX"),
        ("Other identification number", "OTHER"),
        ("colour", None),
        ("Gender", None),
        ("Secondary sanctions risk:", None),
    ],
)
def test_a_printed_kind_names_a_scheme(kind: str, scheme: str | None) -> None:
    assert scheme_of(kind) == scheme
