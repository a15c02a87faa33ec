import pytest

from brightline.text.fold import fold
from brightline.text.han import han_family, han_given, han_person, han_syllables


def test_family_and_given_name() -> None:
    assert han_person("徐例实") == (1, ("xu", "lishi"))
    assert han_person("欧阳例") == (2, ("ouyang", "li"))
    assert han_person("徐") is None


@pytest.mark.parametrize(("run", "family"), [("曾例", "zeng"), ("单例", "shan"), ("任例", "ren"), ("仇例", "qiu")])
def test_a_sign_is_read_as_in_a_family_name(run: str, family: str) -> None:
    assert han_family(run[0]) == family


def test_traditional_and_simplified_signs_are_read_alike() -> None:
    assert fold("張偉") == fold("张伟")
    assert han_person(fold("張偉")) == (1, ("zhang", "wei"))
    assert han_syllables(fold("吕")) == ("lu",)


def test_a_name_of_hong_kong() -> None:
    assert han_person(fold("黃偉強"), "cantonese") == (1, ("wong", "wai", "keung"))
    assert han_person(fold("陳嘉誠"), "cantonese") == (1, ("chan", "ka", "sing"))
    assert han_person("乂例", "cantonese") is None
    assert han_given(fold("嘉欣"), "cantonese") == ("ka", "yan")


def test_a_name_of_korea_and_of_japan_in_chinese_signs() -> None:
    assert han_person(fold("朴永哲"), "korean") == (1, ("park", "yongchol"))
    assert han_person("徐例实", "korean") is None
    assert han_person(fold("山田太郎"), "japanese") == (2, ("yamada", "taro"))
    assert han_person("徐例实", "japanese") is None
