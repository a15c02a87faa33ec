"""What a word is worth: its group, its weight, what it costs to lack it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.names.weights import weights
from brightline.names.words import han_spellings, heard, kinship, meaning_of, short_forms, word_of, word_tables
from brightline.text.han import han_syllables


@pytest.mark.parametrize(
    "spellings",
    [
        "trading торговый 贸易 ticaret",
        "international международный 国际",
        "group группа 集团",
        "aleksandr alexander oleksandr alexandre",
        "andrei andrey andrii",
    ],
)
def test_spellings_of_one_meaning_have_one_key(spellings: str) -> None:
    tables = word_tables()
    keys = {
        tables.pinyin[tables.han[spelling]] if spelling in tables.han else meaning_of(heard(spelling))
        for spelling in spellings.split()
    }
    assert len(keys) == 1
    assert keys.pop()[0] in "=~"


def test_a_bent_ending_is_known_by_its_beginning() -> None:
    stem, key = next(iter(word_tables().stems.items()))
    assert meaning_of(stem + "xyz") == key
    assert meaning_of(stem[:3]) != key


def test_a_word_of_kind_weighs_less_than_a_word_that_says_who() -> None:
    assert word_of("trading", "trading").weight < word_of("kvartsovik", "kvartsovik").weight


def test_a_word_in_no_table_weighs_by_the_length_of_its_sound() -> None:
    found = [word_of(plain, plain) for plain in ("zyb", "zybruk", "zybrukanel")]
    assert [one.weight for one in found] == [weights().rare_word[min(len(one.sound), 10)] for one in found]
    assert found[0].weight < found[1].weight < found[2].weight


def test_a_patronymic_and_a_number_have_their_own_cost() -> None:
    father, other = word_of("karpovich", "karpovich"), word_of("kvartsovik", "kvartsovik")
    assert (father.patronymic, other.patronymic) == (True, False)
    assert father.lack <= weights().lack_patronymic < other.lack
    assert word_of("7", "7").lack == weights().lack_number


def test_a_place_is_marked() -> None:
    assert word_of("moscow", "moscow").place
    assert not word_of("kvartsovik", "kvartsovik").place


def test_abbreviations_stand_for_words_of_known_meaning() -> None:
    forms = short_forms()
    assert forms["npo"] == ("research", "production", "association")
    assert all(words for words in forms.values())


@given(st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=20))
def test_no_word_is_worth_less_than_nothing(plain: str) -> None:
    word = word_of(plain, plain)
    assert word.weight >= 0
    assert word.lack >= 0
    assert word == word_of(plain, plain)


@pytest.mark.parametrize(
    ("plain", "role"),
    [
        ("7", "number"),
        ("karpovich", "patronymic"),
        ("colonel", "title"),
        ("bin", "father"),
        ("oglu", "father"),
        ("abu", "kunya"),
        ("al", "article"),
        ("von", "particle"),
        ("moscow", "place"),
        ("aleksandr", "given"),
        ("sasha", "given"),
        ("trading", "generic"),
        ("kvartsovik", "name"),
    ],
)
def test_a_word_shows_its_part(plain: str, role: str) -> None:
    assert word_of(plain, plain).role == role


@pytest.mark.parametrize(
    ("ours", "theirs", "grade"),
    [
        ("sasha", "aleksandr", "diminutive"),
        ("sasha", "shura", "diminutive"),
        ("bill", "william", "diminutive"),
        ("michael", "mikhail", "cousin"),
        ("aleksandr", "oleksandr", None),  # one name in two spellings: the key says it
        ("sasha", "mikhail", None),
    ],
)
def test_nicknames_and_cousins_are_akin(ours: str, theirs: str, grade: str | None) -> None:
    assert kinship(word_of(ours, ours), word_of(theirs, theirs)) == grade
    assert kinship(word_of(theirs, theirs), word_of(ours, ours)) == grade


def test_the_pinyin_of_every_chinese_word_is_shipped() -> None:
    """bench/names/make_pinyin.py writes the table anew."""
    found = {spelling: "".join(han_syllables(spelling)) for spelling in han_spellings()}
    assert {spelling: word_tables().han[spelling] for spelling in found} == found


def test_patronymics_of_one_father_are_one_in_every_language() -> None:
    def key(plain: str) -> str:
        return word_of(plain, plain).key

    assert key("vladimirovich") == key("volodymyrovych") == key("uladzimiravich")
    assert key("sergeevna") == key("serhiivna") != key("sergeevich")
    assert key("karpovich") != key("kirillovich")
