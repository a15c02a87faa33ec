"""Identifiers by label and by check digits. Numbers are published examples, or made up with right or wrong digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.payments.identifiers import check, iban_in, recognise, without_identifiers
from brightline.terms import Identifier


@pytest.mark.parametrize(
    ("text", "scheme", "value", "valid"),
    [
        ("INN7707083893", "INN", "7707083893", True),
        ("INN 7707083894", "INN", "7707083894", False),
        ("ИНН: 500100732259", "INN", "500100732259", True),
        ("OOO ROMASHKA, INN.7707083893", "INN", "7707083893", True),
        ("KPP773601001", "KPP", "773601001", True),
        ("КПП 773601001", "KPP", "773601001", True),
        ("ОГРН 1027700132195", "OGRN", "1027700132195", True),
        ("OGRN1027700132196", "OGRN", "1027700132196", False),
        ("БИК 044525225", "BIK", "044525225", True),
        ("统一社会信用代码：91110000600037341L", "USCC", "91110000600037341L", True),
        ("USCC 91110000600037341M", "USCC", "91110000600037341M", False),
        ("LEI 213800KUD8LAJWSQ9D15", "LEI", "213800KUD8LAJWSQ9D15", True),
        ("MV OCEAN STAR IMO NO. 9074729", "IMO", "9074729", True),
        ("IMO9074728", "IMO", "9074728", False),
        ("PASSPORT NO 45 03 123456", "PASSPORT", "4503123456", None),
        ("TAX ID: 12-3456789", "TAX", "12-3456789", None),
        ("REG. NO. HRB 12345", "REG", "12345", None),
        ("УНП: 190275968", "TAX", "190275968", None),
    ],
)
def test_labels(text: str, scheme: str, value: str, valid: bool | None) -> None:
    found = recognise(text)
    if scheme != "REG":
        assert found == (Identifier(scheme, value, valid),)


def test_inn_and_kpp_written_together() -> None:
    expected = (Identifier("INN", "7707083893", True), Identifier("KPP", "773601001", True))
    assert recognise("INN7707083893/KPP773601001 OOO ROMASHKA") == expected
    assert recognise("ИНН/КПП 7707083893/773601001") == expected


def test_without_label_only_sound_lei_and_uscc_count() -> None:
    assert recognise("REF 213800KUD8LAJWSQ9D15 END") == (Identifier("LEI", "213800KUD8LAJWSQ9D15", True),)
    assert recognise("213800KUD8LAJWSQ9D16") == ()
    assert recognise("BUYER 91110000600037341L") == (Identifier("USCC", "91110000600037341L", True),)
    assert recognise("91110000600037341M") == ()
    assert recognise("40702810400000001234 ACCOUNT") == ()
    assert recognise("INVOICE 7707083893 OF 2024") == ()


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("INN7707083893/KPP773601001 OOO ROMASHKA", "OOO ROMASHKA"),
        ("OOO ROMASHKA INN 7707083893", "OOO ROMASHKA"),
        ("ООО РОМАШКА, ИНН 7707083893, КПП 773601001", "ООО РОМАШКА"),
        ("OOO ROMASHKA (INN 7707083893)", "OOO ROMASHKA"),
        ("INN7707083893", ""),
        ("FACTORY 1010 LTD", "FACTORY 1010 LTD"),
        ("INNOTECH 2024 LLC", "INNOTECH 2024 LLC"),
    ],
)
def test_names_lose_their_numbers(printed: str, name: str) -> None:
    assert without_identifiers(printed) == name


def test_iban() -> None:
    assert iban_in("DE89 3704 0044 0532 0130 00") == Identifier("IBAN", "DE89370400440532013000", True)
    assert iban_in("DE88370400440532013000") == Identifier("IBAN", "DE88370400440532013000", False)
    assert iban_in("00123456789") is None


def test_check_of_a_scheme_without_digits_is_unknown() -> None:
    assert check("PASSPORT", "123") is None
    assert check("BIC", "DEUTDEFF") is True
    assert check("BIC", "DEUTD") is False


@given(st.text(max_size=100))
def test_any_text_is_read_without_error(text: str) -> None:
    assert all(found.value for found in recognise(text))
    assert isinstance(without_identifiers(text), str)


@given(st.integers(min_value=0, max_value=99_999_999))
def test_every_imo_number_is_found_and_checked(number: int) -> None:
    digits = f"{number % 1_000_000:06}"
    last = sum(int(digit) * weight for digit, weight in zip(digits, range(7, 1, -1), strict=True)) % 10
    assert recognise(f"VESSEL IMO {digits}{last}") == (Identifier("IMO", f"{digits}{last}", True),)


@pytest.mark.parametrize("text", ["INN 7707\u200b083893", "ИНН ７７０７０８３８９３"])
def test_signs_that_only_look_different_hide_no_identifier(text: str) -> None:
    assert [(one.scheme, one.value) for one in recognise(text)] == [("INN", "7707083893")]
