"""Leftover words that contradict each other speak against a match."""

from __future__ import annotations

import pytest

from brightline.names.pairs import score_pair


@pytest.mark.parametrize(
    ("one", "other", "step"),
    [
        ("SOROKIN PAVEL NIKOLAEVICH", "SOROKIN, Pavel Yurevich", "patronymic-differs"),
        ("Сорокина Анна Петровна", "SOROKINA, Anna Igorevna", "patronymic-differs"),
        ("PRIBOR FACTORY No. 7", "PRIBOR FACTORY No. 9", "number-differs"),
    ],
)
def test_a_contradiction_is_a_step_against_and_no_match(one: str, other: str, step: str) -> None:
    schema = "Person" if step.startswith("patronymic") else "Company"
    scored = score_pair(schema, one, other)
    assert {found.name: found.weight for found in scored.candidate.steps}[step] < 0
    assert not scored.match


@pytest.mark.parametrize("other", ["SOROKIN, Pavel", "SOROKIN, Pavel Nikolayevich", "Pavel Nikolaevich SOROKIN"])
def test_a_patronymic_left_out_or_spelt_otherwise_is_no_contradiction(other: str) -> None:
    scored = score_pair("Person", "SOROKIN PAVEL NIKOLAEVICH", other)
    assert "patronymic-differs" not in {found.name for found in scored.candidate.steps}
    assert scored.match


@pytest.mark.parametrize(
    ("ours", "theirs"), [("ALFA BANK MOSCOW", "JOINT STOCK COMPANY ALFA-BANK"), ("POST BANK KAZAN", "POST BANK")]
)
def test_a_place_behind_the_name_does_not_hide_it(ours: str, theirs: str) -> None:
    assert score_pair("Organization", ours, theirs).match


def test_another_place_is_still_another_branch() -> None:
    near = score_pair("Organization", "POST BANK MOSCOW", "POST BANK MOSCOW").score
    far = score_pair("Organization", "POST BANK KAZAN", "POST BANK MOSCOW").score
    assert far < near
    assert not score_pair("Organization", "POST BANK KAZAN", "POST BANK MOSCOW").match


def test_a_name_that_is_nothing_but_a_place_equals_no_other() -> None:
    assert not score_pair("Organization", "MOSCOW", "KAZAN").match


def test_one_common_name_of_a_persons_two_is_not_the_name() -> None:
    assert not score_pair("Person", "Haley Martin", "MARTIN").match
    assert not score_pair("Person", "Lucas Parrish", "LUCAS").match
    assert score_pair("Person", "Martin", "MARTIN").match


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("NORTH CREDTI BANK", "NORTH CREDIT BANK"),
        ("MAIN INTELLIGENCE DEARTMENT", "MAIN INTELLIGENCE DEPARTMENT"),
        ("URALS OPTICAL MECHANICLA PLANT", "URALS OPTICAL MECHANICAL PLANT"),
    ],
)
def test_a_slip_in_a_common_word_is_no_other_name(ours: str, theirs: str) -> None:
    assert score_pair("Company", ours, theirs).match


def test_two_fitting_letters_are_no_name() -> None:
    assert not score_pair("Organization", "J & E", "ETT").match
    assert not score_pair("Company", "K Technologies", "E.K.T.").match
