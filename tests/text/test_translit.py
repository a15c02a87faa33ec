import pytest

from brightline.text.fold import fold
from brightline.text.translit import latin


@pytest.mark.parametrize(
    ("written", "ours"),
    [
        ("Владимир Щукин", "vladimir shchukin"),
        ("Сергій Гончар", "serhii gonchar"),
        ("Търговец Объезд", "targovets obezd"),
        ("Қасым Әлия", "kasym aliya"),
        ("深圳", "shenzhen"),
        ("Νικόλαος", "nikolaos"),
        ("カタカナ", "katakana"),
        ("キョウト シャチ ヤマダ", "kyoto shachi yamada"),
        ("ニッポン", "nippon"),
        ("გიორგი", "giorgi"),
        ("Արմեն", "armen"),
        ("Latin 7", "latin 7"),
        ("김", "gim"),
    ],
)
def test_words_in_latin_letters(written: str, ours: str) -> None:
    assert " ".join(latin(word) for word in fold(written).split()) == ours


def test_the_other_reading_of_the_letter_that_is_g_or_h() -> None:
    assert (latin("гончар"), latin("гончар", "other g")) == ("gonchar", "honchar")
    assert (latin("сергіи"), latin("сергіи", "other g")) == ("serhii", "sergii")
