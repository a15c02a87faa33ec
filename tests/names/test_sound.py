import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.names.sound import sound


@pytest.mark.parametrize(
    "spellings",
    [
        "kuznetsov kuznecov kuznetzoff",
        "yevgeniy evgeny evgenii jewgenij",
        "yuriy yuri jurij iurii",
        "yuryevich jurjewitsch yurievich",
        "aksyonov aksenov",
        "khlebnikov hlebnikov",
        "zhukov zukov",
        "shchukin schukin",
        "alexandr aleksandr",
        "tatyana tatiana",
        "polytech politekh",
        "rasheed rashid",
        "sergeev sergeyev",
        "goekhan gokhan",
        "xalilov khalilov",
    ],
)
def test_romanisations_of_one_name_sound_alike(spellings: str) -> None:
    assert len({sound(spelling) for spelling in spellings.split()}) == 1


def test_abbreviations_are_said_letter_by_letter() -> None:
    assert sound("jpm") != sound("ipm")
    assert sound("jan") == sound("ian")


def test_other_names_do_not() -> None:
    assert sound("ivanov") != sound("ivanova")
    assert sound("petrov") != sound("pavlov")
    assert sound("jong") != sound("yong")
    assert sound("junjie") != sound("yunyi")
    assert sound("jurij") == sound("yurii")


@given(st.text(max_size=30))
def test_any_text_has_a_sound(text: str) -> None:
    assert isinstance(sound(text), str)
