"""A field made for one identifier, as payers fill it: numbers are published examples or made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.payments.enrich_party import complete_party
from brightline.payments.identifier_cells import read_cell
from brightline.terms import Identifier, Party

INN = ("INN", "7707083893", True)
KPP = ("KPP", "773601001", True)
OGRN = ("OGRN", "1027700132195", True)
USCC = ("USCC", "91110000600037341L", True)


def said(value: str, country: str | None = "RU", scheme: str = "OTHER") -> list[tuple[str, str, bool | None]]:
    return [(one.scheme, one.value, one.valid) for one in read_cell(Identifier(scheme, value), country)]


@pytest.mark.parametrize(
    "value",
    ["7707083893", "INN 7707083893", "INN7707083893", "INN:7707083893", "ИНН 7707083893", "ИНН7707083893",
     "I.N.N. 7707083893", "INN NR 7707083893", "RU7707083893", "77 07 08 38 93", "№ 7707083893", "TIN 7707083893"],
)  # fmt: skip
def test_an_inn_is_read_however_it_is_introduced(value: str) -> None:
    assert INN in said(value)


@pytest.mark.parametrize(
    "value",
    ["INN/KPP 7707083893/773601001", "ИНН/КПП 7707083893/773601001", "7707083893/773601001", "7707083893 773601001",
     "ИНН 7707083893 КПП 773601001"],
)  # fmt: skip
def test_two_numbers_in_one_field_are_two(value: str) -> None:
    assert {INN, KPP} <= set(said(value))


@pytest.mark.parametrize(
    ("value", "country", "number"),
    [
        ("OGRN 1027700132195", "RU", OGRN),
        ("ОГРН1027700132195", "RU", OGRN),
        ("USCC 91110000600037341L", "CN", USCC),
        ("统一社会信用代码91110000600037341L", "CN", USCC),
        ("RU7707083893", None, INN),
        ("БИН 987654321012", "KZ", ("TAX", "987654321012", None)),
        ("ИНН 01234567898765", "KG", ("TAX", "01234567898765", None)),
        ("INN 7707083894", "KZ", ("TAX", "7707083894", None)),  # no Russian number: another country's
        ("VKN 8230260247", "TR", ("TAX", "8230260247", None)),
        ("Vergi No 823 026 0247", "TR", ("OTHER", "8230260247", None)),
        ("CR NO 1774305", "HK", ("REG", "1774305", None)),
        ("BR NO. 32369319-000-05-24-7", "HK", ("OTHER", "32369319", None)),
        ("LICENSE 591619", "AE", ("OTHER", "591619", None)),
        ("УНП 101119567", "BY", ("TAX", "101119567", None)),
        ("ЕИК 123456789", "BG", ("OTHER", "123456789", None)),
    ],
)
def test_numbers_of_every_country_lose_their_labels(
    value: str, country: str | None, number: tuple[str, str, bool | None]
) -> None:
    assert number in said(value, country)


@pytest.mark.parametrize(
    ("scheme", "value"),
    [
        ("INN/KPP", "7707083893/773601001"),
        ("ИНН КЛИЕНТА", "7707083893"),
        ("INN", "ИНН 7707083893"),
        ("CUST", "7707083893"),
    ],
)
def test_a_scheme_that_we_do_not_know_is_a_label(scheme: str, value: str) -> None:
    assert INN in said(value, "RU", scheme)


@pytest.mark.parametrize(
    ("scheme", "value"), [("OTHER", "AB1234567"), ("INN", "7707083893"), ("PHONE", "+7 495 1234567")]
)
def test_nothing_is_added_to_what_says_it_all(scheme: str, value: str) -> None:
    assert said(value, "RU", scheme) == []


@given(
    st.text("INИН RU:/.-0123456789AKB", max_size=24),
    st.sampled_from([None, "RU", "KZ"]),
    st.sampled_from(["OTHER", "INN", "X"]),
)
def test_the_printed_value_stays_and_a_second_reading_adds_nothing(
    value: str, country: str | None, scheme: str
) -> None:
    party = complete_party(Party("debtor", "p", country=country, identifiers=(Identifier(scheme, value),)), False, True)
    assert (party.identifiers[0].scheme, party.identifiers[0].value) == (scheme, value)
    assert complete_party(party, False, True) == party
