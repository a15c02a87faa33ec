import pytest

from brightline.text.fold import fold
from brightline.text.translit import han_person, latin


@pytest.mark.parametrize(
    ("written", "ours"),
    [
        ("Владимир Щукин", "vladimir shchukin"),
        ("Сергій Гончар", "serhii gonchar"),
        ("深圳", "shenzhen"),
        ("Νικόλαος", "nikolaos"),
        ("محمد علي", "muhammad ali"),
        ("עמר", "amr"),
        ("カタカナ", "katakana"),
        ("Latin 7", "latin 7"),
        ("김", "gim"),
    ],
)
def test_words_in_latin_letters(written: str, ours: str) -> None:
    assert " ".join(latin(word) for word in fold(written).split()) == ours


def test_chinese_person() -> None:
    assert han_person("徐例实") == ("xu", "lishi")
    assert han_person("欧阳例") == ("ouyang", "li")
