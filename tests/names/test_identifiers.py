"""Which numbers are one number, on invented bearers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.names.identifiers import (
    CLEARING,
    SETTLING,
    comparable,
    institution,
    plain_identifier,
    sameness,
    values_of,
)
from brightline.terms import Identifier, ListedIdentifier


def same(ours: tuple[str, str], theirs: tuple[str, str, str | None], *countries: str) -> str | None:
    return sameness(Identifier(*ours), ListedIdentifier(*theirs), countries)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("OTHER", "987654321012"), ("NATIONAL-ID", "987654321012", "KZ")),  # a Kazakh BIN without a name
        (("BIN", "987654321012"), ("REG", "987654321012", "KZ")),  # with a name that we do not know
        (("TAX", "01234567898765"), ("TAX", "01234567898765", "KG")),
        (("OTHER", "8230260247"), ("TAX", "Some V.D. 823 026 0247", "TR")),  # an office before the number
        (("TAX", "101119567"), ("REG", "UNP 101119567", "BY")),
        (("INN", "7707083893"), ("REG", "7707083893", "RU")),
        (("OTHER", "7707083893"), ("INN", "7707083893", "RU")),
    ],
)
def test_a_long_number_settles_whatever_either_side_calls_it(
    ours: tuple[str, str], theirs: tuple[str, str, str | None]
) -> None:
    assert same(ours, theirs) == "identifier-same"


@pytest.mark.parametrize(
    ("ours", "theirs", "countries", "found"),
    [
        (("OTHER", "1774305"), ("REG", "1774305", "HK"), ("HK",), "identifier-same"),
        (("OTHER", "1774305"), ("REG", "1774305", "HK"), ("CN",), "document-same"),
        (("OTHER", "66481"), ("REG", "66481", "AE"), ("AE",), "document-same"),  # short: each emirate counts anew
        (("OTHER", "9074729"), ("IMO", "9074729", None), (), "document-same"),
        (("PASSPORT", "721234567"), ("PASSPORT", "721234567", "RU"), (), "document-same"),
        (("PASSPORT", "721234567"), ("PASSPORT", "721234567", "RU"), ("RU",), "identifier-same"),
    ],
)
def test_a_short_number_settles_only_at_home(
    ours: tuple[str, str], theirs: tuple[str, str, str | None], countries: tuple[str, ...], found: str
) -> None:
    assert same(ours, theirs, *countries) == found


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("REG", "9074729"), ("IMO", "9074729", None)),  # a firm's number and a ship's
        (("TAX", "721234567"), ("PASSPORT", "721234567", "RU")),
        (("OTHER", "000000000"), ("REG", "000000000", "HK")),
        (("OTHER", "1234"), ("REG", "1234", "HK")),
        (("OTHER", "UNKNOWN"), ("REG", "UNKNOWN", "HK")),
        (("KPP", "770101001"), ("REG", "770101001", "BY")),  # thousands of firms share a KPP
        (("IBAN", "DE89370400440532013000"), ("REG", "DE89370400440532013000", "DE")),
        (("OTHER", "me@example.org1"), ("EMAIL", "me@example.org1", None)),
    ],
)
def test_numbers_that_are_not_one_number(ours: tuple[str, str], theirs: tuple[str, str, str | None]) -> None:
    assert same(ours, theirs, "HK", "RU", "BY") is None


def test_branches_of_a_bank_are_one_bank_and_a_ships_number_goes_with_or_without_its_letters() -> None:
    assert plain_identifier("BIC", "svmkrumm777") == plain_identifier("BIC", "SVMKRUMM") == "SVMKRUMM"
    assert plain_identifier("IMO", "IMO 9074729") == plain_identifier("IMO", "9074729") == "9074729"
    assert institution("BIC", "svmkrumm777") == institution("BIC", "SVMKCNSH") == "SVMK"
    assert institution("BIC", "SVMK") is institution("INN", "7707083893") is None


@given(st.sampled_from(["INN", "BIC", "PASSPORT"]), st.text(st.characters(max_codepoint=127), max_size=20))
def test_a_plain_number_holds_nothing_else_and_stays_as_it_is(scheme: str, value: str) -> None:
    once = plain_identifier(scheme, value)
    assert once == "".join(letter for letter in once if letter.isalnum()).upper()
    assert plain_identifier(scheme, once) == once
    assert all(len(one) >= 5 and one.isalnum() for one in values_of(scheme, value))


def test_every_settling_scheme_is_compared_and_no_account_is() -> None:
    assert all(comparable(scheme) for scheme in SETTLING)
    assert CLEARING < SETTLING
    assert not comparable("IBAN")
