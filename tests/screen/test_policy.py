"""The policy is read strictly: every slip is named with its place and the words that would be right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from brightline.errors import LawError
from brightline.law.book import read_book
from brightline.screen.policy import Policy, read_policy, shipped_names, shipped_text
from brightline.terms import Payment

DAY = date(2024, 5, 16)
RULES = ("listed-party", "s11-designated", "listed-bank-in-chain", "chpl-goods", "s11-critical-item")


def read(text: str) -> Policy:
    return read_policy(text, "mine.yaml", RULES)


def test_the_shipped_policy_holds() -> None:
    policy = read(shipped_text())
    assert policy.required_lists == ("us-ofac-sdn",)
    assert 0 < policy.candidate_score <= policy.sure_score <= 1
    assert policy.rules == RULES


@pytest.mark.parametrize(
    ("change", "to", "told"),
    [
        ("greatest_list_age_days: 30", "greatest_list_age_day: 30", "no 'greatest_list_age_days'"),
        ("regimes: [us, eu, uk, un, jp]", "regimes: [us, eu, uk, un]\nregime: [us]", "unknown key 'regime'"),
        ("greatest_list_age_days: 30", "", "no 'greatest_list_age_days'"),
        ("greatest_list_age_days: 30", "greatest_list_age_days: -1", "a whole number of 0 or more"),
        ("greatest_list_age_days: 30", "greatest_list_age_days: true", "(YAML makes a boolean of it)"),
        ("candidate: shipped", "candidate: 1.2", "a score above 0 and up to 1"),
        ("candidate: shipped", "candidate: .nan", "a score above 0 and up to 1"),
        ("sure: shipped", "sure: 0.01", "a score of at least candidate"),
        ("regimes: [us, eu, uk, un, jp]", "regimes: [us, usa]", "'usa'"),
        ("rules: all", "rules: [listed-part]", "'listed-part'"),
        ("rules: all", "rules: every", "'every'"),
        ("effects: {}", "effects: {listed-part: {then: review}}", "'listed-part'"),
        ("effects: {}", "effects: {chpl-goods: {maybe: review}}", "unknown key 'maybe'"),
        ("effects: {}", "effects: {chpl-goods: {if_unknown: stop}}", "expected review or none"),
        ("effects: {}", "effects: {chpl-goods: {}}", "then, if_unknown, or both"),
        ("by_force: {}", "by_force: {binding: none}", "'binding'"),
        ("by_force: {}", "by_force: {binds: none}", "expected stop or review"),
        ("tolerated_unknown: {}", "tolerated_unknown: {CNY: -5}", "above nought"),
        ("tolerated_unknown: {}", "tolerated_unknown: {CNY: 120%}", "above nought"),
        ("tolerated_unknown: {}", "tolerated_unknown: {CNY: 1e999999}", "above nought"),
        ("tolerated_unknown: {}", "tolerated_unknown: {yuan: 5}", "three capital letters"),
        ("tolerated_unknown: {}", "tolerated_unknown: {CNY: {amount: 5, count: 2}}", "period_days"),
        ("tolerated_unknown: {}", "tolerated_unknown: {CNY: {amount: 5, count: 0, period_days: 9}}", "from 1 to 30"),
        ("tolerated_unknown: {}", "tolerated_unknown: {CNY: {amount: 5, count: 2, period_days: 400}}", "from 1 to 92"),
        ("tolerated_unknown: {}", "tolerated_unknown: 5000", "expected keys with values"),
        ("version: 4", "version: 4\nversion: 5", "a second time"),
        ("policy: shipped", "policy: [shipped", "mine.yaml, line"),
    ],
)
def test_a_slip_is_named(change: str, to: str, told: str) -> None:
    text = shipped_text()
    assert change in text
    with pytest.raises(LawError, match=r"mine\.yaml") as caught:
        read(text.replace(change, to))
    assert told in str(caught.value)


def test_each_kind_of_bank_has_a_policy_that_holds() -> None:
    assert {"correspondent-bank", "large-dollar-bank", "regional-bank", "shipped"} == set(shipped_names())
    for name in shipped_names():
        assert read_policy(shipped_text(name), name, read_book().rule_names).name == name
    with pytest.raises(LawError, match="one of correspondent-bank, large-dollar-bank"):
        shipped_text("boutique")


def test_small_amounts_are_tolerated_only_where_the_policy_says_so(payment: Callable[..., Payment]) -> None:
    small = replace(payment(), amount="900.00", currency="CNY")
    assert read(shipped_text()).tolerates(small, None, DAY) is None
    mine = read(shipped_text().replace("tolerated_unknown: {}", "tolerated_unknown: {CNY: 900}"))
    assert "up to 900 CNY" in (mine.tolerates(small, None, DAY) or "")
    assert mine.tolerates(replace(small, amount="900.01"), None, DAY) is None
    assert mine.tolerates(replace(small, currency="USD"), None, DAY) is None


def test_another_text_has_another_digest() -> None:
    assert read(shipped_text()).digest != read(shipped_text() + "# a note\n").digest


def test_no_mapping_at_all() -> None:
    with pytest.raises(LawError, match="expected keys with values, found a list"):
        read("- a\n- b\n")
    with pytest.raises(LawError, match="found an empty file"):
        read("")
