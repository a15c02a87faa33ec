"""Small payments for goods that nobody names: what a policy may let pass, and the words it then prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from brightline.nexus.facts import Facts, goods_lines
from brightline.screen.policy import Policy
from brightline.terms import Answer, Clause, Finding, Force, SeenGoods

RULE = "tolerated-unknown"
GOODS_RULES = ("chpl-goods", "s11-critical-item")
_UNNAMED, _CLEAR = ("vague", ""), ("harmless", "unlisted", "service")


def tolerance(findings: Sequence[Finding], facts: Facts, policy: Policy, today: date) -> Finding | None:
    """The policy's limit as a finding for release, where unknown goods alone hold the payment; else None."""
    told = policy.tolerates(facts.payment, facts.beside.history, today)
    if told is None or not all(_unnamed_or_clear(line) for line in goods_lines(facts)):
        return None
    holding = [one for one in findings if one.effect != "none"]
    if not holding or not all(_about_unknown_goods(one) for one in holding):
        return None
    asks = "Does the policy let a payment of this size pass though its goods are not named?"
    return Finding(RULE, Answer.YES, "none", Force.POLICY, (Clause("limit", asks, told, Answer.YES),))


def without_unknown_goods(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings, those on unknown goods without effect."""
    return tuple(replace(one, effect="none") if _about_unknown_goods(one) else one for one in findings)


def _about_unknown_goods(finding: Finding) -> bool:
    return finding.rule in GOODS_RULES and finding.answer is Answer.UNKNOWN and not finding.error


def _unnamed_or_clear(line: SeenGoods) -> bool:
    """Whether the line names nothing listed, critical or undecided; arms have a rule of their own, which holds."""
    return line.reading in (*_UNNAMED, *_CLEAR) and not (line.tier or line.critical)
