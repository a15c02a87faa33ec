"""SWIFT-RUR 6: case carries meaning, apostrophes switch to Latin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.payments.rur6 import capitals_hint_rur6, decode_capitals, decode_rur6, encode_rur6, looks_like_rur6


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("OBqESTVO S OGRANIcENNOi OTVETSTVENNOSTXu", "ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ"),
        ("OOO mROMAQKAm", 'ООО "РОМАШКА"'),
        ("OPLATA PO ScETU n 15 OT 12.03.2024", "ОПЛАТА ПО СЧЕТУ № 15 ОТ 12.03.2024"),
        ("'(VO11100)' OPLATA ZA 'SKF' PODQIPNIKI", "(VO11100) ОПЛАТА ЗА SKF ПОДШИПНИКИ"),
        ("eLEKTRONNAa TEHNIKA", "ЭЛЕКТРОННАЯ ТЕХНИКА"),
    ],
)
def test_reading(written: str, read: str) -> None:
    assert decode_rur6(written) == read
    assert looks_like_rur6(written) or written.startswith("'")


def test_upper_casing_changes_the_reading() -> None:
    assert decode_rur6("oJ") == "ЁЖ"
    assert decode_rur6("OJ") == "ОЖ"


def test_capitals_are_guessed_for_the_lost_pairs() -> None:
    assert decode_capitals("SERGEI SCET OGRANICENNOI ROSSIIA") == "СЕРГЕЙ СЧЕТ ОГРАНИЧЕННОЙ РОССИИЯ"


@pytest.mark.parametrize(
    "ordinary",
    [
        "Payment for goods",
        "ACME GmbH",
        "McDONALD FOODS",
        "INVOICE 15",
        "Foo SA",
        "Electronic parts, CIF Riga",
        "",
        "JOE DOE",
    ],
)
def test_ordinary_writing_is_not_taken_for_it(ordinary: str) -> None:
    assert not looks_like_rur6(ordinary)
    assert not capitals_hint_rur6(ordinary)


def test_capitals_alone_need_pairs_of_letters_that_romanisation_does_not_write() -> None:
    assert capitals_hint_rur6("ZAPCASTI MAQINY PODQIPNIKI")
    assert not capitals_hint_rur6("ZAPCHASTI MASHINY PODSHIPNIKI")


RUSSIAN = st.text(alphabet='АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ 0123456789.,-()№%"&!$;_=*', max_size=80)


@given(RUSSIAN)
def test_the_way_there_and_back(text: str) -> None:
    assert decode_rur6(encode_rur6(text)) == text


@given(st.text(max_size=80))
def test_any_text_is_read_without_error(text: str) -> None:
    assert isinstance(decode_rur6(text), str)
    assert isinstance(decode_capitals(text), str)
    assert looks_like_rur6(text) in (True, False)


def test_latin_and_braces_travel_between_apostrophes() -> None:
    assert encode_rur6("{VO11100} ОПЛАТА SKF") == "'(VO11100)' OPLATA 'SKF'"
