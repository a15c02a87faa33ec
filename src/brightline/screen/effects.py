"""What the policy makes of a finding: another effect for its rule and answer, a greatest one for its force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from brightline.law.vocabulary import EFFECTS
from brightline.screen.policy import Policy
from brightline.terms import Answer, Finding

_STRENGTH = {effect: len(EFFECTS) - at for at, effect in enumerate(EFFECTS)}


def as_policy_says(findings: Sequence[Finding], policy: Policy) -> tuple[Finding, ...]:
    """The findings with the effects of the policy. A no has none, and a rule that broke always asks for a look."""
    if not policy.effects and not policy.by_force:
        return tuple(findings)
    return tuple(_weighed(one, policy) for one in findings)


def _weighed(finding: Finding, policy: Policy) -> Finding:
    if finding.answer is Answer.NO or finding.error or finding.rule not in policy.rules:
        return finding
    effect = policy.effects.get((finding.rule, finding.answer.value), finding.effect)
    greatest = policy.by_force.get(finding.force.value, "stop")
    return replace(finding, effect=min(effect, greatest, key=_STRENGTH.__getitem__))
