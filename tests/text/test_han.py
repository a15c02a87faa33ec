import pytest

from brightline.text.fold import fold
from brightline.text.han import cantonese_person, han_person, han_syllables, japanese_person, korean_person


def test_family_and_given_name() -> None:
    assert han_person("徐例实") == ("xu", "lishi")
    assert han_person("欧阳例") == ("ouyang", "li")


@pytest.mark.parametrize(("run", "family"), [("曾例", "zeng"), ("单例", "shan"), ("任例", "ren"), ("仇例", "qiu")])
def test_a_sign_is_read_as_in_a_family_name(run: str, family: str) -> None:
    assert han_person(run)[0] == family


def test_traditional_and_simplified_signs_are_read_alike() -> None:
    assert fold("張偉") == fold("张伟")
    assert han_person(fold("張偉")) == ("zhang", "wei")
    assert han_syllables(fold("吕")) == ("lu",)


def test_a_name_of_hong_kong() -> None:
    assert cantonese_person(fold("黃偉強")) == ("wong", "wai", "keung")
    assert cantonese_person(fold("陳嘉誠")) == ("chan", "ka", "sing")
    assert cantonese_person("乂例") is None


def test_a_name_of_korea_and_of_japan_in_chinese_signs() -> None:
    assert korean_person(fold("朴永哲")) == ("park", "yongchol")
    assert korean_person("徐例实") is None
    assert japanese_person(fold("山田太郎")) == ("yamada", "taro")
    assert japanese_person("徐例实") is None
