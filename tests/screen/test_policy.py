"""The policy is read strictly: every slip is named with its place and the words that would be right."""

from __future__ import annotations

import pytest

from brightline.errors import LawError
from brightline.screen.policy import Policy, read_policy, shipped_text

RULES = ("listed-party", "s11-designated", "listed-bank-in-chain", "chpl-goods", "s11-critical-item")


def read(text: str) -> Policy:
    return read_policy(text, "mine.yaml", RULES)


def test_the_shipped_policy_holds() -> None:
    policy = read(shipped_text())
    assert policy.required_lists == ("us-ofac-sdn",)
    assert 0 < policy.candidate_score <= policy.sure_score <= 1
    assert set(policy.rules) == set(RULES)


@pytest.mark.parametrize(
    ("change", "to", "told"),
    [
        ("greatest_list_age_days: 30", "greatest_list_age_day: 30", "unknown key 'greatest_list_age_day'"),
        ("greatest_list_age_days: 30", "", "no 'greatest_list_age_days'"),
        ("greatest_list_age_days: 30", "greatest_list_age_days: -1", "a whole number of 0 or more"),
        ("greatest_list_age_days: 30", "greatest_list_age_days: true", "a whole number of 0 or more"),
        ("candidate: shipped", "candidate: 1.2", "a score above 0 and up to 1"),
        ("candidate: shipped", "candidate: .nan", "a score above 0 and up to 1"),
        ("sure: shipped", "sure: 0.01", "a score of at least candidate"),
        ("regimes: [us, eu, uk, un]", "regimes: [us, usa]", "'usa'"),
        ("rules: [listed-party,", "rules: [listed-part,", "'listed-part'"),
        ("version: 1", "version: 1\nversion: 2", "stands twice"),
        ("policy: shipped", "policy: [shipped", "a YAML policy file"),
    ],
)
def test_a_slip_is_named(change: str, to: str, told: str) -> None:
    text = shipped_text()
    assert change in text
    with pytest.raises(LawError, match=r"mine\.yaml") as caught:
        read(text.replace(change, to))
    assert told in str(caught.value)


def test_another_text_has_another_digest() -> None:
    assert read(shipped_text()).digest != read(shipped_text() + "# a note\n").digest


def test_no_mapping_at_all() -> None:
    with pytest.raises(LawError, match="found other YAML than keys with values"):
        read("- a\n- b\n")
    with pytest.raises(LawError, match="found nothing"):
        read("")
