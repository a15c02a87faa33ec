"""First letters for a spelled-out name: a graded sign, never enough when short."""

from __future__ import annotations

import pytest

from brightline.names.acronym import acronym_of, may_be_acronym
from brightline.names.compare import compare
from brightline.names.pairs import score_pair
from brightline.names.read import read_name
from brightline.names.scores import SHIPPED_THRESHOLD
from brightline.terms import ListedEntity, ListedName, Query


def test_joining_words_have_no_letter() -> None:
    assert acronym_of(read_name("Islamic Republic of Iran Shipping Lines")[0]) == "irisl"


@pytest.mark.parametrize("name", ["Oil Company", "One Two Three Four Five Six Seven Eight Nine"])
def test_two_words_and_more_than_eight_make_none(name: str) -> None:
    assert acronym_of(read_name(name)[0]) == ""


def test_persons_have_none() -> None:
    assert acronym_of(read_name("Ivan Ivanovich Primerov", True)[0]) == ""
    assert may_be_acronym(read_name("IIP", True)[0]) == ""


def test_three_letters_are_seen_but_need_another_sign() -> None:
    entity = ListedEntity("t", "1", "Company", (ListedName("Primer Obraz Zavod", "primary"),), countries=("RU",))
    alone = compare(Query("POZ", "Company"), entity)
    beside = compare(Query("POZ", "Company", ("RU",)), entity)
    assert "acronym" in {step.name for step in alone.steps}
    assert alone.score < SHIPPED_THRESHOLD <= beside.score


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
