"""What names a party, however it is written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brightline.beside.party_keys import PAID, customers, keys_of, name_key
from brightline.names.forms import form_words
from brightline.terms import Party, Payment

LEGAL = form_words()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ООО «Северный Чай»", "Severny Chai LLC"),
        ("Yunnan Leaf Co., Ltd.", "YUNNAN LEAF"),
        ("Chai Severny", "Severny Chai"),
    ],
)
def test_script_order_and_legal_form_make_no_other_party(one: str, other: str) -> None:
    assert name_key(one, LEGAL) == name_key(other, LEGAL) != ""


def test_another_word_is_another_party() -> None:
    assert name_key("Severny Chai", LEGAL) != name_key("Yuzhny Chai", LEGAL)


def test_a_name_of_legal_forms_alone_keeps_them() -> None:
    assert name_key("OOO", LEGAL) != ""


def test_accounts_and_numbers_name_a_party_too() -> None:
    keys = list(keys_of(PAID, "Chai", "4070 2810-0000", "INN:7722993311;12", LEGAL))
    assert "paid account 407028100000" in keys
    assert "paid number 7722993311" in keys
    assert len(keys) == 3  # two letters of a number tell nobody


def test_of_a_cover_the_customers_count_and_not_the_banks() -> None:
    bank, customer = Party("debtor", "a", "Some Bank", bic="ZRCHRUMM"), Party("debtor", "b", "Chai")
    payment = Payment("x#1", "MT202COV", parties=(bank, customer))
    assert customers(payment, PAID) == (customer,)
    assert customers(replace(payment, parties=(bank,)), PAID) == (bank,)
