import pytest

from brightline.names.numbers import han_in_digits, in_digits


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("factory no 07", "factory 7"),
        ("завод номер 9", "завод 9"),
        ("volga ii", "volga 2"),
        ("ii volga", "ii volga"),
        ("tu154", "tu 154"),
        ("3rd plant", "3 plant"),
        ("second institute", "2 institute"),
        ("второи институт", "2 институт"),
        ("no way", "no way"),
        ("b2b", "b2b"),
        ("000", "0"),
    ],
)
def test_numbers_of_organisations(written: str, plain: str) -> None:
    assert in_digits(written.split(), False) == plain.split()


def test_of_a_person_only_the_numeral_at_the_end_is_a_number() -> None:
    assert in_digits(["john", "smith", "iii"], True) == ["john", "smith", "3"]
    assert in_digits(["vi", "ix", "vi"], True) == ["vi", "ix", "vi"]
    assert in_digits(["first", "second"], True) == ["first", "second"]


@pytest.mark.parametrize(
    ("written", "plain"),
    [("第七", "7"), ("第十", "10"), ("第十二", "12"), ("第二十", "20"), ("第一百零八", "108"), ("第五二", "52")],
)
def test_chinese_ordinals(written: str, plain: str) -> None:
    assert han_in_digits(f"样{written}所").split() == ["样", plain, "所"]
