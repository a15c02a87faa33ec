"""Small payments for goods that nobody names: only those, and only under the policy's limit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from tests.screen.conftest import edition_of, version

from brightline.nexus.facts import facts_of
from brightline.screen.policy import Policy
from brightline.screen.tolerated import tolerance, without_unknown_goods
from brightline.terms import Answer, Finding, Force, Payment, SeenGoods
from brightline.terms.beside import Beside
from brightline.terms.earlier import Habit, History, Moved

DAY = date(2024, 5, 16)
Made = Callable[..., Payment]
UNKNOWN = Finding("chpl-goods", Answer.UNKNOWN, "review", Force.EXPOSES)


@pytest.fixture(scope="module")
def policy() -> Policy:
    text = edition_of(version()).policy.text.replace("tolerated_unknown: {}", "tolerated_unknown: {CNY: 1000}")
    return edition_of(version(), text=text).policy


def test_the_limit_is_told_in_words(payment: Made, policy: Policy) -> None:
    told = tolerance([UNKNOWN], facts_of(payment()), policy, DAY)
    assert told is not None
    assert (told.answer, told.effect, told.force) == (Answer.YES, "none", Force.POLICY)
    assert "up to 1000 CNY" in told.clauses[0].saw


@pytest.mark.parametrize(
    "more",
    [replace(UNKNOWN, answer=Answer.YES), replace(UNKNOWN, error="broken"), replace(UNKNOWN, rule="arms-direct")],
)
def test_anything_else_that_holds_ends_it(more: Finding, payment: Made, policy: Policy) -> None:
    assert tolerance([UNKNOWN, more], facts_of(payment()), policy, DAY) is None


@pytest.mark.parametrize(("reading", "tier"), [("listed", "1"), ("undecided", None)])
def test_goods_that_are_or_may_be_listed_are_not_unknown_goods(
    reading: str, tier: str | None, payment: Made, policy: Policy
) -> None:
    goods = (SeenGoods("RmtInf/Ustrd", "854231", tier, "code", reading=reading),)
    assert tolerance([UNKNOWN], facts_of(payment(), goods=goods), policy, DAY) is None


def test_where_nothing_holds_or_the_amount_is_greater_there_is_nothing_to_tolerate(
    payment: Made, policy: Policy
) -> None:
    assert tolerance([], facts_of(payment()), policy, DAY) is None
    assert tolerance([UNKNOWN], facts_of(replace(payment(), amount="1000.01")), policy, DAY) is None
    assert tolerance([UNKNOWN], facts_of(payment()), edition_of(version()).policy, DAY) is None


def test_only_the_questions_on_unknown_goods_lose_their_effect() -> None:
    listed = replace(UNKNOWN, rule="listed-party")
    assert [one.effect for one in without_unknown_goods([UNKNOWN, listed])] == ["none", "review"]


def _paid(*rows: tuple[str, str]) -> History:
    moved = tuple(Moved(day, amount, "CNY", "SOMEBODY", "history.recent[0]") for day, amount in rows)
    return History(Habit(0), Habit(len(rows)), Habit(0), moved)


def _counting() -> Policy:
    counted = "tolerated_unknown: {CNY: {amount: 1000, count: 2, period_days: 30}}"
    return edition_of(
        version(), text=edition_of(version()).policy.text.replace("tolerated_unknown: {}", counted)
    ).policy


def test_a_limit_that_counts_holds_where_nobody_can_count(payment: Made) -> None:
    assert tolerance([UNKNOWN], facts_of(payment()), _counting(), DAY) is None


@pytest.mark.parametrize(
    ("rows", "number"),
    [
        ((), "number 1"),
        ((("2024-05-02", "900.00"),), "number 2"),
        ((("2024-05-02", "900.00"), ("2024-05-03", "5000.00")), "number 2"),  # a large one was never tolerated
        ((("2024-04-16", "900.00"), ("2024-04-15", "900.00")), "number 1"),  # outside the period
        ((("2024-05-02", "900.00"), ("2024-05-16", "10.00")), None),
    ],
)
def test_payments_of_the_payer_are_counted(
    rows: tuple[tuple[str, str], ...], number: str | None, payment: Made
) -> None:
    told = tolerance([UNKNOWN], facts_of(payment(), beside=Beside(history=_paid(*rows))), _counting(), DAY)
    assert (told is None) == (number is None)
    if told is not None:
        assert number in told.clauses[0].saw
