"""Phrases of trade through the whole tariff: everyday ones are settled, linked ones never are.

The phrases stand in `phrases/`, each with its chapter or heading. Both halves were written before the tables were
widened; the half `aside` was not looked at while they were.
"""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import pytest

from brightline.goods.describe import see_goods
from brightline.goods.stems import simplified
from brightline.goods.words import rows
from brightline.law.book import LawBook, read_book
from brightline.nexus.signs.goods_kinds import kind_of_code
from brightline.terms import SeenGoods, Text

PHRASES = Path(__file__).parent / "phrases"
MOMENT = datetime(2024, 9, 1, tzinfo=UTC)
LEAST_SETTLED = 0.97  # of everyday phrases, in either half


@lru_cache(maxsize=1)
def book() -> LawBook:
    return read_book()


@lru_cache(maxsize=2)
def phrases(name: str) -> tuple[tuple[str, str], ...]:
    """Half and phrase of each row."""
    with (PHRASES / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return tuple((row["half"], row["phrase"]) for row in csv.DictReader(file, delimiter="\t"))


def see(text: str) -> tuple[SeenGoods, ...]:
    return see_goods((), (Text("remittance", text, "70"),), book().tiers_on(MOMENT), book().classes_on(MOMENT))


def settled(text: str) -> bool:
    """Whether a text names goods, and nothing but goods of neither list."""
    seen = see(text)
    return bool(seen) and all(
        one.reading in ("harmless", "unlisted", "service") and not one.tier and not one.critical for one in seen
    )


def test_there_are_enough_phrases() -> None:
    assert len(phrases("everyday")) >= 400
    assert len(phrases("listed")) >= 200


@pytest.mark.parametrize("half", ["worked", "aside"])
def test_nearly_all_everyday_phrases_are_settled(half: str) -> None:
    asked = [phrase for one, phrase in phrases("everyday") if one == half]
    missed = [phrase for phrase in asked if not settled(phrase)]
    assert len(missed) <= (1 - LEAST_SETTLED) * len(asked), missed


def test_no_linked_phrase_is_settled_by_an_everyday_word_in_it() -> None:
    assert [phrase for _, phrase in phrases("listed") if settled(phrase)] == []


@pytest.mark.parametrize(
    "text",
    [
        "netting of claims", "door to door delivery", "ZIP 690000", "Microsoft Windows", "as per catalogue 12",
        "pickup at warehouse", "ZORBLAX 200 drums", "ZORBLAX, packed in wooden crates", "GLIMP 5 pallets",
        "ZORBLAX в картонных коробках", "24 часа", "Казань, договор 5", "от двери до двери", "铁桶装", "电话 0451-123",
        "optical mirrors", "carbon brushes", "copper foil", "laser markers", "wafers", "wafer boxes", "vacuum pump",
        "solenoid valves", "clock generators", "camouflage fabric", "toluene", "nitric acid", "cotton linters",
        "dissolving pulp", "tungsten rods", "hand magnifiers", "фольга", "кнопки", "решетки", "薄膜", "硫酸",
        "keyboard controllers", "RFID tags", "TPU modules", "outboard motors", "toys, MIRROR ZORBLAX LINE",
    ],
)  # fmt: skip
def test_words_of_two_meanings_packing_and_paperwork_settle_nothing(text: str) -> None:
    assert not settled(text)


@pytest.mark.parametrize(
    "text",
    [
        "汽车芯片", "拖拉机轴承", "渔船雷达", "bicycle bearings", "fishing sonar", "car antennas", "printer chips",
        "GPS watches", "sewing machine motors", "hair dryer motors", "watch crystals quartz", "тонометры и датчики",
        "微波炉电容", "microwave transistors", "refrigerator compressors", "toy car microcontrollers",
    ],
)  # fmt: skip
def test_a_listed_or_open_word_beside_an_everyday_one_keeps_its_weight(text: str) -> None:
    assert see(text)
    assert not settled(text)


@pytest.mark.parametrize(
    ("text", "hs"),
    [("injection moulding machine", "8477"), ("excavators crawler excavator", "8429"), ("пилорама", "8465")],
)
def test_machines_that_makers_work_with_carry_their_heading(text: str, hs: str) -> None:
    """So that the rule on sectors asks about them as it does where a code names them."""
    assert settled(text)
    assert hs in {one.hs for one in see(text)}


def test_parts_of_a_machine_keep_the_heading_of_the_machine() -> None:
    assert [(one.reading, one.hs) for one in see("spare parts for injection moulding machines")] == [
        ("unlisted", "8477")
    ]


def test_codes_of_the_tables_by_chapter_are_on_no_list_and_everyday_only_where_plain_life_uses_them() -> None:
    held = {*book().tiers_on(MOMENT), *book().classes_on(MOMENT)}
    for table, _, written, reading, hs in rows():
        if "/" in table and hs:
            assert not any(code == hs or hs.startswith(code) for code in held), (table, written)
            assert reading != "harmless" or kind_of_code(hs), (table, written)


def test_only_known_words_by_chapter_hold_a_listed_chinese_word() -> None:
    """A waste disposer is no processor, a wood milling machine none for metal."""
    grave = {simplified(one) for table, language, one, *_ in rows() if language == "zh" and table == "priority"}
    longest = [one for table, language, one, *_ in rows() if "/" in table and language == "zh"]
    assert [one for one in longest if any(word in simplified(one) for word in grave)] == ["垃圾处理器", "木工铣床"]
