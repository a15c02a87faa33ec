"""How a text is read for a table of words, and how the words are found in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.nexus.make_word_table import Row, make_table, read_table

SIGNS, TRADES = read_table("signs.yaml"), read_table("trades.yaml")
TABLE = make_table(
    [
        Row("plant", words=["zavod*", "*zavod", "machine building"], zh=["机械厂"]),
        Row("builder", words=["stroi*", "stroitelno montazhn*"], unless=["stroimaterial", "stroi materials"]),
    ]
)


@pytest.mark.parametrize("text", ["СТРОИТЕЛЬНО-МОНТАЖНЫЙ", "stroitelno-montazhnyy", "stroitel'no montajniy"])
def test_the_ways_to_write_russian_are_one(text: str) -> None:
    assert [hit.kind for hit in TABLE.find(text)] == ["builder", "builder"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("завод", ["plant"]),
        ("заводской", ["plant"]),
        ("сахзавод", ["plant"]),
        ("Zavodskoy machine-building trust", ["plant", "plant"]),
        ("Машина времени", []),
        ("первый строитель", ["builder"]),
        ("стройматериалы", []),
        ("stroi materials", []),
        ("строительно-монтажные работы", ["builder", "builder"]),
        ("上海机械厂有限公司", ["plant"]),
        ("", []),
    ],
)
def test_words_are_found_by_their_beginning_end_or_whole(text: str, kinds: list[str]) -> None:
    assert [hit.kind for hit in TABLE.find(text)] == kinds


def test_a_hit_says_where_it_stands() -> None:
    assert [(hit.at, hit.words) for hit in TABLE.find("old machine building works")] == [(1, "machine building")]


def test_the_longest_phrase_wins_and_nothing_takes_its_words() -> None:
    table = make_table(
        [Row("nothing", en=["diamond tool"]), Row("gem", en=["diamond"]), Row("set", en=["diamond ring"])]
    )
    found = [(hit.kind, hit.at) for hit in table.find("diamond tools, a diamond, diamond rings")]
    assert found == [("gem", 3), ("set", 4)]


def test_chinese_is_found_through_blanks_and_in_the_order_of_words() -> None:
    table = make_table([Row("army", en=["army"], zh=["军用"]), Row("toy", zh=["玩具"])])
    found = [(hit.kind, hit.at, hit.words) for hit in table.find("玩具 army 军 用 品")]
    assert found == [("toy", 0, "玩具"), ("army", 1, "army"), ("army", 2, "军用")]


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
    assert kind in {found.kind for found in SIGNS.find(text)}


@pytest.mark.parametrize(
    "text",
    [
        "TRANSSHIPMENT ALLOWED", "PARTIAL SHIPMENTS PROHIBITED", "navy blue t-shirts", "payment under invoice 55",
        "children's clothes", "pay for goods", "цветы и чай", "in good order, freight prepaid",
    ],
)  # fmt: skip
def test_plain_words_are_no_sign(text: str) -> None:
    assert SIGNS.find(text) == ()


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
    for table in (SIGNS, TRADES, TABLE):
        places = [hit.at for hit in table.find(text)]
        assert places == sorted(places)
