"""Phrases looked up word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.nexus.signs.phrase_table import read_phrases

PHRASES, TRADES = read_phrases("phrases.yaml"), read_phrases("trades.yaml")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("spare parts, previously Moscow", "rerouted"),
        ("смена грузополучателя по контракту 5", "rerouted"),
        ("原定发往莫斯科", "rerouted"),
        ("goods for RE-EXPORT", "reexport"),
        ("транзит в РФ", "reexport"),
        ("end user not disclosed", "conceals"),
        ("OPLATA PO AGENTSKOMU DOGOVORU 17", "pays_for_another"),
        ("代付 货款", "pays_for_another"),
        ("prepayment 100%", "terms"),
        ("EAR99 items", "uncontrolled"),
        ("军用 器材", "military_use"),
    ],
)
def test_a_phrase_is_seen_in_three_languages_and_in_latin_letters(text: str, kind: str) -> None:
    assert kind in {found.kind for found in PHRASES.find(text)}


@pytest.mark.parametrize(
    "text",
    [
        "TRANSSHIPMENT ALLOWED", "PARTIAL SHIPMENTS PROHIBITED", "navy blue t-shirts", "payment under invoice 55",
        "children's clothes", "pay for goods", "цветы и чай", "in good order, freight prepaid",
    ],
)  # fmt: skip
def test_plain_words_are_no_sign(text: str) -> None:
    assert PHRASES.find(text) == ()


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("Almaty Bakery LLP", {"everyday"}),
        ("Bishkek Logistic Service", {"logistics"}),
        ("深圳市华强电子进出口有限公司", {"technical", "trading"}),
        ("HK Sunrise Trading Limited", {"trading"}),
        ("ООО Детский мир", {"everyday"}),
        ("Bright Star Ltd", set()),
    ],
)
def test_the_trades_that_a_name_tells_of(name: str, kinds: set[str]) -> None:
    assert {found.kind for found in TRADES.find(name)} == kinds


@given(st.text(max_size=60))
def test_any_text_is_looked_through(text: str) -> None:
    assert len(set(PHRASES.find(text))) == len(PHRASES.find(text))
