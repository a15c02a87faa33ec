"""First letters for a spelled-out name: a graded sign, never enough when short."""

from __future__ import annotations

import pytest

from brightline.names.acronym import acronym_of, may_be_acronym
from brightline.names.compare import compare
from brightline.names.pairs import score_pair
from brightline.names.read import read_name
from brightline.names.scores import SHIPPED_THRESHOLD
from brightline.terms import Identifier, ListedEntity, ListedIdentifier, ListedName, Query


def test_joining_words_have_no_letter() -> None:
    assert acronym_of(read_name("Islamic Republic of Iran Shipping Lines")[0]) == "irisl"


@pytest.mark.parametrize("name", ["Oil Company", "One Two Three Four Five Six Seven Eight Nine"])
def test_two_words_and_more_than_eight_make_none(name: str) -> None:
    assert acronym_of(read_name(name)[0]) == ""


def test_persons_have_none() -> None:
    assert acronym_of(read_name("Ivan Ivanovich Primerov", True)[0]) == ""
    assert may_be_acronym(read_name("IIP", True)[0]) == ""


def test_three_letters_are_seen_but_country_and_legal_form_are_no_sign_beside_them() -> None:
    number = ListedIdentifier("INN", "7701991994", "RU")
    names = (ListedName("OOO Primer Obraz Zavod", "primary"),)
    entity = ListedEntity("t", "1", "Company", names, countries=("RU",), identifiers=(number,))
    alone, country = (compare(Query(name, "Company", ("RU",)), entity) for name in ("POZ", "OOO POZ"))
    numbered = compare(Query("OOO POZ", "Company", ("RU",), identifiers=(Identifier("INN", "7701991994"),)), entity)
    assert "acronym" in {step.name for step in alone.steps}
    assert max(alone.score, country.score) < SHIPPED_THRESHOLD <= numbered.score


def test_four_letters_do_with_a_country() -> None:
    names = (ListedName("Primer Obraz Zavod Svet", "primary"),)
    entity = ListedEntity("t", "1", "Company", names, countries=("RU",))
    assert compare(Query("POZS", "Company", ("RU",)), entity).score >= SHIPPED_THRESHOLD


def test_longer_ones_weigh_more() -> None:
    weights = [
        score_pair("Company", short, long).candidate.weight
        for short, long in (
            ("POZ", "Primer Obraz Zavod"),
            ("POZS", "Primer Obraz Zavod Svet"),
            ("POZSV", "Primer Obraz Zavod Svet Vostok"),
        )
    ]
    assert weights == sorted(weights)
    assert len(set(weights)) == 3


def test_a_legal_form_lends_no_letter() -> None:
    assert not score_pair("Company", "АО «ОДК»", "OOO Detskie Koliaski").match
    assert not score_pair("Company", "ODK", "OOO Detskie Koliaski").match
