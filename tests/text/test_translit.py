import pytest

from brightline.text.fold import fold
from brightline.text.translit import han_person, romanise


@pytest.mark.parametrize(
    ("written", "latin"),
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
def test_romanise(written: str, latin: str) -> None:
    assert romanise(fold(written)) == latin


def test_chinese_person() -> None:
    assert han_person("徐例实") == ("xu", "lishi")
    assert han_person("欧阳例") == ("ouyang", "li")
