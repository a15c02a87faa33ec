import pytest

from brightline.names.read import MOST_WORDS, read_name


@pytest.mark.parametrize(
    ("written", "words", "form"),
    [
        ("ООО «Пример»", ["primer"], "limited"),
        ("Primer Co., Ltd.", ["primer"], "limited"),
        ("PRIMER PUBLICLY TRADED COMPANY", ["primer"], "joint-stock"),
        ("J.S.C. Primer Bank", ["primer", "bank"], "joint-stock"),
        ("Public Joint Stock Company Primer", ["primer"], "joint-stock"),
        ("ФГУП «Пример»", ["primer"], "state"),
        ("НИИ Пример", ["research", "institute", "primer"], None),
        ("深圳市样例电子有限公司", ["shenzhen", "yangli", "dianzi"], "limited"),
        ("GmbH", ["gmbh"], None),
    ],
)
def test_organisations(written: str, words: list[str], form: str | None) -> None:
    name = read_name(written)[0]
    assert [word.plain for word in name.words] == words
    assert name.form == form


def test_persons_keep_what_looks_like_a_legal_form() -> None:
    assert [word.plain for word in read_name("AO Li", True)[0].words] == ["ao", "li"]


def test_chinese_persons_have_family_and_given_name() -> None:
    assert [word.plain for word in read_name("徐例实", True)[0].words] == ["xu", "lishi"]
    assert [word.plain for word in read_name("欧阳例实", True)[0].words] == ["ouyang", "lishi"]


@pytest.mark.parametrize("written", ["", "  ", "🚢", "\u202e", "-.,"])
def test_no_words_no_reading(written: str) -> None:
    assert read_name(written) == ()


def test_no_more_than_the_most_words_are_read() -> None:
    assert len(read_name("primer " * 500)[0].words) == MOST_WORDS


def test_words_spelled_out_are_closed_up() -> None:
    assert [word.plain for word in read_name("P R I M E R  Bank")[0].words] == ["primer", "bank"]
    assert [word.plain for word in read_name("A B C Bank")[0].words] == ["a", "b", "c", "bank"]
    assert [word.key for word in read_name("Hong Kong Primer Ltd")[0].words] == ["=hongkong", "primer"]


def test_chinese_words_say_what_kind_of_business_in_both_scripts() -> None:
    assert [word.key for word in read_name("样例科技发展有限公司")[0].words][1:] == ["=technology", "=development"]
    assert read_name("Yangli Keji")[0].words[1].key == "=technology"
    assert read_name("Primer Key")[0].words[1].key != "=technology"
    assert read_name("HE Lishi", True)[0].words[0].key == "he"


def test_a_family_name_is_as_common_for_a_woman_as_for_a_man() -> None:
    assert read_name("Kuznetsova", True)[0].words[0].weight == read_name("Kuznetsov", True)[0].words[0].weight


@pytest.mark.parametrize(
    "written",
    [
        "Primerpribor JSC (formerly Obraz Radio Works)",
        "PRIMERPRIBOR LLC PO BOX 16111 DUBAI",
        "ООО Примерприбор АО ранее ОАО Образец",
    ],
)
def test_what_stands_behind_a_legal_form_may_be_left_out(written: str) -> None:
    assert any([word.plain for word in name.words] == ["primerpribor"] for name in read_name(written))


def test_a_name_that_begins_with_its_legal_form_is_read_whole() -> None:
    assert len(read_name("JOINT STOCK COMPANY 356 OBRAZETS REPAIR PLANT")) == 1
