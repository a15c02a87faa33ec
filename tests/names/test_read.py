import pytest

from brightline.names.read import MOST_WORDS, read_name


@pytest.mark.parametrize(
    ("written", "words", "form"),
    [
        ("ООО «Пример»", ["primer"], "limited"),
        ("Primer Co., Ltd.", ["primer"], "limited"),
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
