"""What a release needs beside the rules: required lists, whole and fresh, and a whole message."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.screen.conftest import AFTER_JUNE, edition_of, version

from brightline.nexus.facts import facts_of
from brightline.screen.edition import Edition
from brightline.screen.requirements import (
    list_problems,
    message_problems,
    missing_regimes,
    regimes_not_loaded,
    unsupported,
)
from brightline.terms import Noted, Party, Payment

Made = Callable[..., Payment]


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2024-07-02", ()),
        ("2024-06-03", ()),  # thirty days: the last that the shipped policy allows
        ("2024-06-02", ("of 2024-06-02 is 31 days old; the policy allows 30",)),
        ("2025-01-01", ()),
    ],
)
def test_a_required_list_may_be_as_old_as_the_policy_says(published: str, told: tuple[str, ...]) -> None:
    problems = list_problems(edition_of(version(published=published)), AFTER_JUNE)
    assert len(problems) == len(told)
    assert all(words in one.lacks for one, words in zip(problems, told, strict=True))


def test_an_excerpt_and_a_list_not_loaded_are_problems() -> None:
    (excerpt,) = list_problems(edition_of(version(excerpt=True)), AFTER_JUNE)
    assert excerpt.lacks == "the required list us-ofac-sdn is an excerpt"
    (absent,) = list_problems(edition_of(version("un-sc", regime="un")), AFTER_JUNE)
    assert absent.lacks == "the required list us-ofac-sdn is not loaded"
    assert absent.would_settle == "the publisher's newest complete file, imported"


def test_a_list_that_nobody_requires_may_be_anything() -> None:
    beside = version("un-sc", published="2019-01-01", regime="un", excerpt=True)
    assert list_problems(edition_of(version(), beside), AFTER_JUNE) == ()


def test_in_a_trial_the_starter_edition_stands_for_the_required_lists() -> None:
    starter = version("brightline-starter", regime="trial", excerpt=True)
    assert list_problems(edition_of(starter, trial=True), AFTER_JUNE) == ()
    assert list_problems(edition_of(starter), AFTER_JUNE) != ()


@pytest.mark.parametrize("role", ["debtor", "ultimate_debtor", "initiating_party", "debtor_agent"])
def test_anybody_on_the_paying_side_is_enough(role: str, payment: Made) -> None:
    creditor = next(party for party in payment().parties if party.role == "creditor")
    named = replace(payment(), parties=(Party(role, "P", "OOO ROMASHKA"), creditor))
    assert message_problems(named) == ()


def test_a_party_without_name_and_number_is_nobody(payment: Made) -> None:
    empty = tuple(replace(party, name=None, bic=None, identifiers=()) for party in payment().parties)
    told = [one.lacks for one in message_problems(replace(payment(), parties=empty))]
    assert told == ["nobody is named who pays", "nobody is named who is paid"]


def test_a_message_that_breaks_off_lacks_its_end(payment: Made) -> None:
    (problem,) = message_problems(replace(payment(), codes=(Noted("incomplete", "", "{4}"),)))
    assert problem.rule == "message"
    assert "breaks off" in problem.lacks


def test_regimes_not_loaded_are_told_once_in_the_order_of_the_policy(edition: Edition) -> None:
    assert missing_regimes(edition) == ("eu", "uk", "un", "jp")
    (one,) = regimes_not_loaded(edition)
    assert one.lacks == "no list is loaded of the regimes eu, uk, un, jp"
    every = edition_of(*(version(f"{regime}-x", regime=regime) for regime in ("us", "eu", "uk", "un", "jp")))
    assert regimes_not_loaded(every) == ()


def test_what_a_tied_payment_lacks_where_nothing_speaks_for_it(payment: Made, edition: Edition) -> None:
    lacking = unsupported(facts_of(payment()), edition)
    assert "tied to RU" in lacking.lacks
    assert "invoice" in lacking.would_settle
