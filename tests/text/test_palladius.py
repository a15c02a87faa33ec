import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.text.fold import fold
from brightline.text.palladius import palladius


@pytest.mark.parametrize(
    ("written", "pinyin"),
    [
        ("Чжао", "zhao"),
        ("Инкуй", "yingkui"),
        ("Інкуй", "yingkui"),
        ("Чэнь", "chen"),
        ("Чень", "chen"),
        ("Вэйминь", "weimin"),
        ("Вей", "wei"),
        ("Шэньчжэнь", "shenzhen"),
        ("Тяньцзинь", "tianjin"),
        ("Хуавэй", "huawei"),
        ("Синьда", "xinda"),
        ("Цзэминь", "zemin"),
        ("Сюй", "xu"),
        ("Люй", "lu"),
        ("Юаньюань", "yuanyuan"),
        ("Чанъань", "changan"),
        ("Чанань", "chanan"),
        ("Сы", "si"),
        ("Хэ", "he"),
    ],
)
def test_a_word_of_chinese_syllables(written: str, pinyin: str) -> None:
    assert palladius(fold(written)) == pinyin


@pytest.mark.parametrize("written", ["Иванов", "Петербург", "завод", "Пекин", "Тр", "Лидер"])
def test_other_words_are_none(written: str) -> None:
    assert palladius(fold(written)) is None


@pytest.mark.parametrize("written", ["ана" * 9 + "щ", "ан" * 2000])
def test_a_hostile_word_is_soon_told(written: str) -> None:
    assert palladius(written) is None


@given(st.text("абвгдежзийклмнопрстуфхцчшщъыьэюя", max_size=64))
def test_it_always_ends_and_gives_plain_letters(word: str) -> None:
    read = palladius(word)
    assert read is None or read == "" or (read.isascii() and read.isalpha())
