"""Tariff codes as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.goods.codes import is_heading, six_digits


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("848210", "848210"),
        ("8482.10", "848210"),
        ("8482.10.50.28", "848210"),
        ("8482 10 900 8", "848210"),
        ("HS 84821090", "848210"),
        ("ТН ВЭД 8482 10 900 8", "848210"),
        ("税号84821090", "848210"),
        ("8482-10-90", "848210"),
        ("8482", "8482"),
        ("84821", "8482"),
        ("0101.21", "010121"),
        ("８４８２.１０", "848210"),
        ("8482\u200b10", "848210"),
    ],
)
def test_the_first_six_digits(written: str, code: str) -> None:
    assert six_digits(written) == code


@pytest.mark.parametrize("written", ["", "abc", "84", "848", "990000", "001234", "8482 and 8483 and", "1" * 15])
def test_what_is_no_code(written: str) -> None:
    assert six_digits(written) is None


def test_a_heading_is_told_from_a_code() -> None:
    assert is_heading("8482")
    assert not is_heading("848210")


@given(st.text(max_size=60))
def test_never_raises_and_gives_four_or_six_digits(written: str) -> None:
    code = six_digits(written)
    assert code is None or (code.isdecimal() and len(code) in (4, 6))
