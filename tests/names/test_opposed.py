"""What contradicts between two names takes away, however much the rest agrees."""

from __future__ import annotations

import pytest

from brightline.names.opposed import of_two_genders
from brightline.names.pairs import score_pair
from brightline.names.words import word_of


def steps(schema: str, one: str, other: str) -> dict[str, int]:
    return {step.name: step.weight for step in score_pair(schema, one, other).candidate.steps}


@pytest.mark.parametrize(
    ("schema", "one", "other", "step"),
    [
        ("Person", "Maria Primerova", "Elena Primerova", "name-differs"),
        ("Person", "S. Primerov", "Vladimir Primerov", "name-differs"),
        ("Person", "Kim Tong Chol", "Kim Tong Ho", "name-differs"),
        ("Person", "Ivan Olegovich Primerov", "Ivan Petrovich Primerov", "patronymic-differs"),
        ("Person", "Sergey Valerievich Primerov", "Sergei Valentinovich Primerov", "patronymic-differs"),
        ("Person", "Igor Yurievich Primerov", "Igor Yurevich Obraztsovich", "name-differs"),
        ("Person", "Ahmad bin Hassan Primer", "Hassan bin Ahmad Primer", "order-differs"),
        ("Person", "A. Primerov", "A. Primerova", "gender-differs"),
        ("Company", "Obrazets Leasing", "Obrazets Insurance", "kind-differs"),
        ("Company", "Obrazets Primer", "Obrazets Kvartsovik", "word-differs"),
        ("Company", "Obrazets Iran", "Obrazets Russia", "place-differs"),
        ("Company", "Obrazets 25", "Obrazets 210", "number-differs"),
        ("Company", "Obrazets Fund 6MJ8", "Obrazets Fund 1YK4", "number-differs"),
        ("Vessel", "OBRAZ PRIMER", "OBRAZ PRIMER 2", "mark-extra"),
    ],
)
def test_a_contradiction_takes_away_and_there_is_no_match(schema: str, one: str, other: str, step: str) -> None:
    for ours, theirs in ((one, other), (other, one)):
        found = steps(schema, ours, theirs)
        assert found[step] < 0
        assert not score_pair(schema, ours, theirs).match


@pytest.mark.parametrize(
    ("one", "other", "step"),
    [
        ("Ivan Nikolaevich Primerov", "Ivan Mykolaiovych Primerov", "name-differs"),
        ("Ivan Yakovlevich Primerov", "Ivan Yakovych Primerov", "patronymic-differs"),
        ("Elena Primerov", "Elena Primerova", "gender-differs"),
        ("Ahmad bin Hassan", "Ahmad ibn Hassan", "order-differs"),
        ("Tarek been Habib ben Primer", "Tarek ben Habib ben Primer", "order-differs"),
    ],
)
def test_another_spelling_is_no_contradiction(one: str, other: str, step: str) -> None:
    assert step not in steps("Person", one, other)


def test_much_that_agrees_does_not_outweigh_a_number() -> None:
    long = "Primer Obrazets Aerospace Science Industry Corporation Second Academy Subordinate Institution"
    assert not score_pair("Company", f"{long} 25", f"{long} 210").match
    assert not score_pair("Company", f"{long} Kvartsovik", f"{long} Malinovka").match


def test_a_city_does_not_contradict_its_country() -> None:
    assert "place-differs" not in steps("Company", "Obrazets Moscow", "Obrazets Russia")


def test_titles_and_fathers_markers_say_nothing_of_a_person() -> None:
    for one, other in (("Haji Ahmad Primer", "Ahmad Primer"), ("Dr Ivan Primerov", "Ivan Primerov")):
        assert score_pair("Person", one, other).match


def test_a_mans_given_name_is_not_a_womans() -> None:
    for one, other in (("Daniel", "Danielle"), ("Gabriel", "Gabriela"), ("Karim", "Karima")):
        assert not score_pair("Person", f"{one} Primer", f"{other} Primer").match
        assert not score_pair("Person", f"{other} Primer", f"{one} Primer").match


@pytest.mark.parametrize(("one", "other", "two"), [("gabriel", "gabriela", True), ("nadezhd", "nadezhda", False)])
def test_a_letter_lost_from_a_womans_name_makes_no_mans_name(one: str, other: str, two: bool) -> None:
    words = word_of(one, one), word_of(other, other)
    assert of_two_genders(*words) == of_two_genders(*reversed(words)) == two
