"""The policy may change what a finding does, never what it found."""

from __future__ import annotations

from dataclasses import replace

from brightline.law.book import read_book
from brightline.screen.effects import as_policy_says
from brightline.screen.policy import Policy, read_policy, shipped_text
from brightline.terms import Answer, Finding, Force


def policy(**lines: str) -> Policy:
    text = shipped_text()
    for key, value in lines.items():
        assert f"\n{key}: " in text
        old = next(line for line in text.splitlines() if line.startswith(f"{key}: "))
        text = text.replace(old, f"{key}: {value}")
    return read_policy(text, "mine", read_book().rule_names)


YES = Finding("chpl-goods", Answer.YES, "review", Force.INFORMS)
UNKNOWN = replace(YES, answer=Answer.UNKNOWN)


def test_a_rule_may_weigh_more_or_less() -> None:
    stricter = policy(effects="{chpl-goods: {then: stop, if_unknown: none}}")
    assert [one.effect for one in as_policy_says([YES, UNKNOWN], stricter)] == ["stop", "none"]
    assert [one.effect for one in as_policy_says([YES, UNKNOWN], policy())] == ["review", "review"]


def test_a_force_may_hold_a_finding_down() -> None:
    milder = policy(by_force="{informs: none}", effects="{chpl-goods: {then: stop}}")
    assert [one.effect for one in as_policy_says([YES, replace(YES, force=Force.EXPOSES)], milder)] == ["none", "stop"]


def test_a_no_a_broken_rule_and_a_rule_left_out_keep_what_they_have() -> None:
    milder = policy(
        effects="{chpl-goods: {then: none, if_unknown: none}, listed-party: {then: stop}}", rules="[chpl-goods]"
    )
    no = replace(YES, answer=Answer.NO, effect="none")
    broken = replace(UNKNOWN, error="ValueError: oh")
    left_out = Finding("listed-party", Answer.YES, "none", Force.INFORMS)
    assert as_policy_says([no, broken, left_out], milder) == (no, broken, left_out)
