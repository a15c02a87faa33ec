import pytest

from brightline.text.korean import AS_BORNE, KOREAN_MANNERS, NORTH, REVISED, SIMPLE, korean_syllables


@pytest.mark.parametrize(
    ("manner", "name"),
    [
        (REVISED, "park yeong ho"),
        (SIMPLE, "park yong ho"),
        (AS_BORNE, "park young ho"),
        (NORTH, "pak yong ho"),
    ],
)
def test_a_name_in_each_manner(manner: str, name: str) -> None:
    assert korean_syllables("박영호", manner, family=True) == tuple(name.split())


def test_a_word_is_no_family_name() -> None:
    assert korean_syllables("박") == ("bak",)
    assert korean_syllables("봉주", NORTH) == ("pong", "ju")


def test_other_letters_stay() -> None:
    assert all(korean_syllables("A1", manner) == ("A", "1") for manner in KOREAN_MANNERS)
