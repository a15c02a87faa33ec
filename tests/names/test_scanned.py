"""Letters taken for others are read as what they look like; real numbers stay numbers."""

from __future__ import annotations

import pytest

from brightline.names.pairs import score_pair
from brightline.names.scanned import looks_of, with_capital_i, without_digits


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("иван0в", "иванов"),
        ("шк0льник", "школьник"),
        ("gr4nit", "granit"),
        ("5ilsalat", "silsalat"),
        ("baser1", "baseri"),
        ("a1exander", "alexander"),
        ("e6htesad", "eghtesad"),
    ],
)
def test_a_digit_in_a_word_is_a_letter(word: str, meant: str) -> None:
    assert without_digits([word, "primer"]) == [meant, "primer"]


@pytest.mark.parametrize("word", ["2017", "a7a5", "rt2000", "s7", "2nd", "b2b", "bank1945", "primer"])
def test_a_number_stays_a_number(word: str) -> None:
    assert without_digits([word]) is None


def test_a_small_l_among_capitals_is_an_i() -> None:
    assert with_capital_i("JOlNT-STOCK") == "JOINT-STOCK"
    assert with_capital_i("lRAN Electronics") == "IRAN Electronics"
    assert with_capital_i("Al Ali Mall") == "Al Ali Mall"


def test_letters_run_together_look_alike() -> None:
    assert looks_of("harnid") == looks_of("hamid")
    assert looks_of("rn") == ""
    assert score_pair("Person", "PRIMEROV, Harnid", "PRIMEROV, Hamid").match
