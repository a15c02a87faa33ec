"""Kinds of goods beside a sign."""

from __future__ import annotations

import pytest

from brightline.law.book import read_book
from brightline.nexus.signs.goods_kinds import (
    is_everyday,
    is_food_or_medicine,
    is_risky,
    is_service,
    is_technical,
    is_vague,
    kind_of_code,
)
from brightline.terms import SeenGoods


def line(reading: str, hs: str | None = None, words: str = "", **more: str) -> SeenGoods:
    return SeenGoods("70", hs, more.get("tier"), "code" if hs else "words", words=words, reading=reading)


def test_no_listed_or_critical_code_is_an_everyday_one() -> None:
    codes = {code.code for codes in read_book().goods.values() for code in codes}
    assert {code for code in codes if kind_of_code(code)} == set()


@pytest.mark.parametrize(("hs", "kind"), [("611120", "everyday"), ("090210", "food"), ("300490", "medical")])
def test_codes_of_plain_life(hs: str, kind: str) -> None:
    assert kind_of_code(hs) == kind
    assert is_everyday(line("unlisted", hs))


def test_an_unlisted_code_or_word_is_not_yet_an_everyday_one() -> None:
    assert not is_everyday(line("unlisted", "842710"))
    assert not is_everyday(line("unlisted", words="car tyres"))
    assert is_everyday(line("harmless", words="toys"))


def test_listed_undecided_and_sensitive_goods_are_risky_and_vague_ones_are_not() -> None:
    assert is_risky(line("listed", "848210", tier="3.B"))
    assert is_risky(line("undecided", "854140"))
    assert not is_risky(line("vague", words="spare parts"))
    assert is_vague(line("vague", words="spare parts"))


def test_vague_words_of_technology_and_of_services() -> None:
    assert is_technical(line("vague", words="electronic components"))
    assert not is_technical(line("vague", words="goods"))
    assert is_service(line("vague", words="consulting services"))
    assert not is_service(line("vague", words="equipment"))


def test_food_and_medicine_by_code_and_by_words() -> None:
    assert is_food_or_medicine(line("unlisted", "300490"))
    assert is_food_or_medicine(line("harmless", words="green tea"))
    assert not is_food_or_medicine(line("harmless", words="toys"))
