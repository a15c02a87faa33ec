import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from brightline.names.tokens import MOST_WORDS, token_ways


def ways(written: str, person: bool = False) -> list[str]:
    """Each way as plain words."""
    return [" ".join([token.plain for token in tokens]) for tokens in token_ways(written, person)]


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Завод № 07", "zavod 7"),
        ("Factory No. 7", "factory 7"),
        ("Volga II", "volga 2"),
        ("II Volga", "ii volga"),
        ("Vostok1", "vostok 1"),
        ("3rd Plant", "3 plant"),
        ("第十二研究所", "12 yanjiusuo"),
        ("样例7号", "yangli 7"),
        ("P R I M E R", "primer"),
        ("Ayman az-Zawahiri", "ayman al zawahiri"),
        ("Abdurrahman", "abdul rahman"),
        ("Abdullaev", "abdullaev"),
        ("Abdallah", "abdallah"),
        ("Abd Allah Sami", "abdallah sami"),
        ("حسام الدين", "hesam din"),
        ("윤석호", "yoon seokho"),
    ],
)
def test_the_likeliest_way(written: str, plain: str) -> None:
    assert ways(written)[0] == plain


def test_a_roman_numeral_in_a_persons_name_stands_last() -> None:
    assert ways("John Vi III", True)[0] == "john vi 3"


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Chang Chia-cheng", "zhang jia zheng"),
        ("黃偉強", "wong wai keung"),
        ("朴永哲", "park yongchol"),
        ("山田太郎", "yamada taro"),
        ("Гончар", "honchar"),
        ("박봉주", "pak pongju"),
        ("박영호", "park youngho"),
        ("김정은", "kim jongun"),
        ("Uladzimir Navumau", "uladzimir navumov"),
        ("محسن", "mhsn"),
        ("GR4NIT", "granit"),
        ("АндрейПетрович Примеров", "andrei petrovich primerov"),
        ("Чжао Инкуй", "zhao yingkui"),
    ],
)
def test_other_ways(written: str, plain: str) -> None:
    assert plain in ways(written, True)[1:]


@settings(max_examples=200)
@given(st.text(max_size=80), st.booleans())
@example("⼀𪙿", False)
def test_any_text_has_words_or_none(written: str, person: bool) -> None:
    for tokens in token_ways(written, person):
        assert len(tokens) <= MOST_WORDS
        assert all(token.plain and token.folded for token in tokens)


def test_text_of_a_kilobyte_is_read_at_once() -> None:
    """No way to read may grow faster than its text: what follows takes milliseconds, not seconds."""
    for written in ("abd" * 340, "第" + "十" * 1000, "a1" * 500, "ال" * 250, "г" * 500, "ch'" * 340, "黃" * 300):
        assert all(len(tokens) <= MOST_WORDS for tokens in token_ways(written, True))


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("PrimerCo Ltd", "primer co ltd"),
        ("PRIMERCO LTD", "primer co ltd"),
        ("PrimerTrans", "primer trans"),
        ("ООО Шэньчжэнь Примерсвязь", "ooo shenzhen primersvyaz"),
    ],
)
def test_a_body_whose_words_were_run_together_or_are_chinese_in_russian(written: str, plain: str) -> None:
    assert plain in ways(written)[1:]


@pytest.mark.parametrize("written", ["McPrimer GmbH", "PRIMERCO", "DePrimer", "Лидер Си"])
def test_other_bodies_have_one_way(written: str) -> None:
    assert len(set(ways(written))) == 1
