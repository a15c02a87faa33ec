"""Phrases found in texts: the longest first, everyday words that hold a listed one, words spelled out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.goods.named import name_goods


@pytest.mark.parametrize(
    "text",
    [
        "Bearing Point consulting",
        "potato chips",
        "fish, banana chips",
        "memory foam pillows",
        "power bank",
        "food processor",
        "light switches",
        "LED lamps",
        "laptops",
        "smartphones",
        "televisions",
        "kettles and fans household",
        "camera matrimoniale",
        "light switch",
        "wood chips",
        "poker chips",
        "water pistols",
        "board games Missile Command",
        "restaurant server",
        "transistor radio",
        "optical mouse",
        "laser printers",
        "toy drone",
        "玩具无人机",
        "игрушечный дрон",
        "book transfer",
        "memory cards",
        "thermal paper",
        "hair connector",
        "雷达表",
        "今天线上支付",
        "кухонный процессор",
        "бритвенные станки",
        "деревообрабатывающий станок",
        "变频空调",
        "视频会议",
        "audio amplifiers",
        "garden hose connectors",
    ],
)
def test_everyday_words_that_hold_a_word_for_listed_goods(text: str) -> None:
    assert {one.reading for one in name_goods(text)} & {"listed", "sensitive"} == set()


@given(st.text(max_size=200))
def test_any_text_is_read_without_error_and_the_words_stand_in_it(text: str) -> None:
    for one in name_goods(text):
        assert one.words.replace(" ", "") in text.replace(" ", "") or any(0x3400 <= ord(c) <= 0xFAFF for c in text)


@pytest.mark.parametrize(
    "text", ["tea and b a l l  b e a r i n g s", "tea, ball bear\u200bings", "ｂｅａｒｉｎｇｓ and tea"]
)
def test_words_spelled_out_or_parted_by_invisible_signs_are_read(text: str) -> None:
    assert "listed" in {one.reading for one in name_goods(text)}
