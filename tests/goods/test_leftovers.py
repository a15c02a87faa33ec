from __future__ import annotations

import pytest

from brightline.goods.named import name_goods


def beside(text: str) -> list[tuple[str, str]]:
    return [(one.reading, one.words) for one in name_goods(text) if one.reading in ("rest", "open")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("COSMETICS / ZORBLAX / GLIMP", ["ZORBLAX", "GLIMP"]),
        ("TOYS, GYROZORB HOLDERS", ["GYROZORB HOLDERS"]),
        ("ИГРУШКИ И КВАДРАТОРЫ", ["КВАДРАТОРЫ"]),
        ("玩具、圆盘座", ["圆盘座"]),
        ("ZORBLAX. INVOICE 5: TOYS", []),  # another sentence
        ("ZORBLAX, GLIMP", []),  # no civil goods beside which they would count for nothing
    ],
)
def test_a_part_of_a_list_that_no_table_understands_is_told(text: str, words: list[str]) -> None:
    assert [one for reading, one in beside(text) if reading == "rest"] == words


@pytest.mark.parametrize(
    "text",
    [
        "TOYS ETC",
        "TOYS AND OTHER GOODS",
        "TOYS & MISC",
        "ИГРУШКИ И ДР.",
        "ИГРУШКИ, ОДЕЖДА И Т.Д.",
        "玩具等",
        "玩具及其他",
    ],
)
def test_a_list_that_goes_on_unnamed_is_open(text: str) -> None:
    assert [reading for reading, _ in beside(text)] == ["open"]


@pytest.mark.parametrize(
    "text",
    [
        "LADIES DRESSES, BLOUSES, SKIRTS AND SCARVES INV 22/1",
        "MEN'S AND WOMEN'S SHOES, SIZES 36-45, COLOUR BLACK, BROWN",
        "TOYS AND OTHER SOFT TOYS, CONTRACT WITH OOO ROMASHKA, MOSCOW",
        "МУЖСКАЯ И ЖЕНСКАЯ ОБУВЬ, АРТ. 4455, 1200 ПАР, В Т.Ч. НДС 20%",
        "OPLATA ZA IGRUSHKI, OBUV I ODEZHDU, DOGOVOR 5",
        "玩具、服装等日用品, 合同号 2024-15",
        "SHOES MODEL 55, BRAND XINGDA",
    ],
)
def test_paperwork_modifiers_places_and_brands_are_no_items(text: str) -> None:
    assert beside(text) == []
