"""Goods lines and texts, in three languages and in Latin letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.goods.describe import see_goods
from brightline.terms import Form, Goods, SeenGoods, Text

TIERS = {
    "848210": "3.B",
    "854231": "1",
    "854239": "1",
    "852589": "3.A",
    "854149": "3.A",
    "854800": "2",
    "845710": "4.B",
    "845811": "4.B",
    "903020": "4.A",
    "852691": "2",
    "853224": "2",
    "880730": "3.B",
    "901420": "3.B",
    "901480": "3.B",
}
CRITICAL = {"848210": "CI-6", "381121": "CI-5", "340319": "CI-5", "845710": "CI-1a", "9030": "CI-3"}


def see(*texts: str, goods: tuple[Goods, ...] = ()) -> tuple[SeenGoods, ...]:
    lines = tuple(Text("remittance", text, f"70[{n}]") for n, text in enumerate(texts))
    return see_goods(goods, lines, TIERS, CRITICAL)


def line(hs: str | None, words: str | None = None, edition: str | None = None) -> Goods:
    return Goods(hs, edition, words, "goods[1]")


@pytest.mark.parametrize(
    ("text", "hs"),
    [
        ("CONTRACT 12 BALL BEARINGS 6204-2RS", "848210"),
        ("ball-bearings", "848210"),
        ("Подшипники шариковые по контракту 12", "848210"),
        ("поставка подшипников", "848210"),
        ("PODSHIPNIKI PO KONTRAKTU", "848210"),
        ("POSTAVKA PODSHIPNIKOV", "848210"),
        ("滚珠轴承 100件", "848210"),
        ("货款轴承", "848210"),
        ("軸承", "848210"),
        ("數控機床", "845710"),
        ("鉭電容 電容器", "853224"),
        ("無人機零件", "880730"),
        ("轴 承", "848210"),  # characters decoded one by one
        ("CNC lathe model CK6150", "845811"),
        ("токарный станок с ЧПУ", "845811"),
        ("оплата за станки с ЧПУ", "845710"),
        ("数控车床2台", "845811"),
        ("STM32 microcontrollers", "854231"),
        ("микроконтроллеры", "854231"),
        ("MIKROKONTROLLERY", "854231"),
        ("integrated circuits", "854239"),
        ("микросхемы интегральные", "854239"),
        ("MIKROSKHEMY", "854239"),
        ("MIKROSHEMY", "854239"),
        ("集成电路", "854239"),
        ("芯片货款", "854239"),
        ("digital oscilloscope", "903020"),
        ("осциллографы цифровые", "903020"),
        ("示波器", "903020"),
        ("GNSS module", "852691"),
        ("модули ГЛОНАСС", "852691"),
        ("卫星导航接收机", "852691"),
        ("ceramic capacitors", "853224"),
        ("керамические конденсаторы", "853224"),
        ("KERAMICHESKIE KONDENSATORY", "853224"),
        ("陶瓷电容", "853224"),
        ("UAV components", "880730"),
        ("запчасти для дронов", "880730"),
        ("无人机配件", "880730"),
        ("gyroscopes", "901420"),
        ("гироскопы", "901420"),
        ("陀螺仪", "901420"),
        ("п\u006fдшипники", "848210"),  # a Latin letter among Cyrillic ones
    ],
)
def test_words_for_listed_goods(text: str, hs: str) -> None:
    seen = see(text)
    assert (hs, TIERS[hs], "words", "listed") in [(one.hs, one.tier, one.grade, one.reading) for one in seen]


@pytest.mark.parametrize(
    "text",
    [
        "children's clothes",
        "CHILDRENS CLOTHING INV 5",
        "детская одежда",
        "ДЕТСКОЙ ОДЕЖДЫ",
        "DETSKAYA ODEZHDA",
        "童装",
        "tea",
        "чай черный",
        "绿茶",
        "茶叶",
        "medicine",
        "лекарственные средства",
        "药品",
        "plastic housewares",
        "塑料家居用品",
        "посуда из пластика",
        "обувь женская",
        "OBUV ZHENSKAYA",
        "鞋子",
        "toys",
        "игрушки",
        "玩具",
        "potato chips",
        "camera bag",
        "food processor",
        "мебель",
        "家具",
    ],
)
def test_everyday_goods_are_harmless(text: str) -> None:
    seen = see(text)
    assert seen
    assert all(one.harmless and one.reading == "harmless" and one.tier is None and one.critical is None for one in seen)


@pytest.mark.parametrize(
    "text",
    [
        "spare parts",
        "запчасти",
        "ZAPCHASTI",
        "оборудование",
        "设备",
        "electronic components",
        "配件",
        "за товар",
        "货款",
        "PAYMENT FOR GOODS",
        "technical services",
        "goods and ocean freight",
        "ocean freight",
        "customs clearance",
        "таможенное оформление",
        "运费",
        "toys and other goods",
        "TOYS ETC",
        "ИГРУШКИ И ДР.",
        "玩具等货物",
        "FURNITURE, CNC",
        "TOYS, ZORBLAX",
        "ALUMINIUM POWDER",
        "TACTICAL BOOTS",
    ],
)
def test_words_that_leave_the_goods_open(text: str) -> None:
    assert "vague" in [one.reading for one in see(text)]
    assert not any(one.tier for one in see(text))


@pytest.mark.parametrize(
    "text",
    [
        "salary for May",
        "заработная плата",
        "工资",
        "tuition fee",
        "дивиденды",
        "loan repayment",
        "赡家款",
        "помощь родственникам",
        "оплата обучения",
    ],
)
def test_purposes_that_are_no_goods(text: str) -> None:
    assert [one.reading for one in see(text)] == ["service"]


def test_carriage_of_named_goods_is_a_service_and_of_unnamed_ones_is_as_unclear_as_they_are() -> None:
    assert [one.reading for one in see("ocean freight for pomelo and mandarins")] == ["service", "harmless", "harmless"]
    assert "vague" in [one.reading for one in see("freight for electronic components")]
    assert "vague" in [one.reading for one in see("freight of ball bearings")]


def test_a_clear_code_settles_wide_nouns_and_unknown_parts_of_a_list_beside_it() -> None:
    text = "MEDICAL SYSTEM, EQUIPMENT, ZORBLAX"
    assert {one.reading for one in see(text, goods=(line("902214"),))} == {"unlisted"}
    assert "vague" in [one.reading for one in see(text, goods=(line("610910"),))]


@pytest.mark.parametrize(
    "text",
    [
        "INV 55 DD 01.02.2024",
        "part payment",
        "interest bearing",
        "CIF cost insurance and freight",
        "",
        "合同17号",
        "/ROC/123",
        "CONTRACT BEARING NUMBER 12",
    ],
)
def test_texts_that_name_nothing(text: str) -> None:
    assert see(text) == ()


@pytest.mark.parametrize(
    "text", ["FPV drones", "беспилотники", "无人机", "ammunition", "бронежилеты", "军用设备", "helicopter"]
)
def test_arms_and_drones_are_never_harmless_nor_plainly_unlisted(text: str) -> None:
    (one,) = see(text)
    assert (one.reading, one.harmless, one.tier) == ("vague", False, None)
    assert "military or sensitive" in one.note


@pytest.mark.parametrize("code", ["930690", "880622", "8710.00", "880211"])
def test_codes_of_arms_and_drones_are_for_a_person(code: str) -> None:
    assert [(one.reading, one.grade) for one in see(goods=(line(code, "toys"),))] == [("vague", "code")]


def test_words_for_arms_beside_a_harmless_code_are_told() -> None:
    assert [one.reading for one in see(goods=(line("950300", "toys and FPV drones"),))] == ["unlisted", "vague"]


@pytest.mark.parametrize(
    "text", ["станки токарные", "конденсаторы керамические", "центры обрабатывающие", "STANKI TOKARNYE"]
)
def test_russian_customs_wording_puts_the_noun_first(text: str) -> None:
    assert see(text)[0].reading == "listed"


def test_a_longer_phrase_wins_over_a_shorter_one() -> None:
    assert [one.words for one in see("tapered roller bearings")] == ["tapered roller bearings"]
    assert [one.reading for one in see("wood chips")] == ["unlisted"]


def test_words_are_kept_as_printed() -> None:
    assert see("Deep-Groove Ball BEARINGS, 5 pcs")[0].words == "Deep-Groove Ball BEARINGS"


def test_a_code_is_graded_code_and_carries_tier_and_class() -> None:
    (one,) = see(goods=(line("8482.10.90", "bearings"),))
    assert (one.hs, one.tier, one.grade, one.critical, one.reading) == ("848210", "3.B", "code", "CI-6", "listed")


def test_a_class_is_found_by_heading() -> None:
    (one,) = see(goods=(line("903033"),))
    assert (one.tier, one.critical, one.reading) == (None, "CI-3", "unlisted")


def test_lubricants_are_critical_without_a_tier() -> None:
    (one,) = see("смазочные материалы")
    assert (one.tier, one.critical, one.harmless, one.reading) == (None, "CI-5", False, "unlisted")


def test_words_settle_an_undecided_code() -> None:
    (camera,) = see(goods=(line("852580", "digital cameras"),))
    (solar,) = see(goods=(line("854140", "solar panels"),))
    (neither,) = see(goods=(line("854140", "parts as per list"),))
    assert (camera.reading, camera.tier) == ("listed", "3.A")
    assert (solar.reading, solar.tier) == ("unlisted", None)
    assert (neither.reading, neither.tier) == ("undecided", None)
    assert "holds listed and other goods" in neither.note


def test_words_that_contradict_an_unlisted_code_are_seen_beside_it() -> None:
    code, words = see(goods=(line("950300", "toys, microcontrollers STM32"),))
    assert (code.reading, code.grade) == ("unlisted", "code")
    assert (words.reading, words.grade, words.tier) == ("listed", "words", "1")
    assert "950300" in words.note


def test_harmless_words_do_not_soften_a_listed_code_and_contradict_it() -> None:
    (one,) = see(goods=(line("854231", "children's clothes"),))
    assert (one.tier, one.harmless) == ("1", False)
    assert "name other goods than the code 854231" in one.note
    (agreeing,) = see(goods=(line("854231", "microcontrollers for toys"),))
    assert agreeing.note == ""


@pytest.mark.parametrize(
    "text",
    [
        "spare parts for refrigerators", "washing machine spare parts", "запчасти для холодильников",
        "запасные части к стиральным машинам", "冰箱配件", "bicycle parts", "spare parts for passenger cars",
    ],
)  # fmt: skip
def test_parts_of_civil_goods_are_more_than_vague(text: str) -> None:
    assert [one.reading for one in see(text)] == ["unlisted"]


@pytest.mark.parametrize("text", ["spare parts for drones", "запчасти для дронов", "无人机配件"])
def test_parts_of_drones_are_listed(text: str) -> None:
    assert [one.reading for one in see(text)] == ["listed"]


@pytest.mark.parametrize(
    "text", ["spare parts", "spare parts and refrigerators", "auto parts", "автозапчасти", "汽车配件", "配件"]
)
def test_other_parts_stay_vague(text: str) -> None:
    assert "vague" in [one.reading for one in see(text)]


def test_a_spoiled_word_says_what_it_was_read_as() -> None:
    assert [one.note for one in see("B3ARINGS")] == ["read as 'bearing'"]
    assert see("dr0nes")[0].note.startswith("goods of a military or sensitive kind")


def test_a_line_that_cannot_be_read_is_vague() -> None:
    assert [one.reading for one in see(goods=(line(None, "QWERTY 17"), line("12", None)))] == ["vague", "vague"]


def test_vague_words_stay_beside_harmless_ones() -> None:
    assert [one.reading for one in see("children's clothes and equipment")] == ["harmless", "vague"]


def test_decoded_forms_are_read_too() -> None:
    text = Text("remittance", "6602 2110", "70", forms=(Form("ccc", "轴承"),))
    assert [one.hs for one in see_goods((), (text,), TIERS)] == ["848210"]


def test_a_text_beside_its_own_code_adds_no_vague_line() -> None:
    goods = (Goods("611120", None, "baby garments HS 611120", "70[0]"),)
    assert [one.reading for one in see("spare parts HS 611120", goods=goods)] == ["unlisted"]
    assert [one.reading for one in see("bearings HS 611120", goods=goods)] == ["unlisted", "listed"]


def test_nothing_is_listed_without_lists() -> None:
    assert [one.tier for one in see_goods((line("854231"),), (Text("remittance", "bearings", "70"),), {})] == [
        None,
        None,
    ]


def test_each_line_stands_once() -> None:
    assert len(see("bearings, BEARINGS and ball bearings")) == 1


@given(
    st.lists(st.sampled_from(["bearings", "чай", "设备", "salary", "goods", "HS", "12", "轴承", "toys"]), max_size=8)
)
def test_lines_do_not_depend_on_case(words: list[str]) -> None:
    text = " ".join(words)
    assert [one.reading for one in see(text)] == [one.reading for one in see(text.upper())]
