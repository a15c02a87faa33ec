"""What the policy's shadow would have made of a payment: the same findings, weighed otherwise, deciding nothing."""

from __future__ import annotations

from dataclasses import replace

from brightline.nexus.ask import ask_all
from brightline.nexus.facts import Facts
from brightline.screen.decide import decide
from brightline.screen.edition import Edition
from brightline.screen.effects import as_policy_says
from brightline.screen.force import with_force
from brightline.screen.settled import without_namesakes
from brightline.terms import AsOf, Payment
from brightline.terms.cleared import Passport
from brightline.terms.decided import Shadow


def in_shadow(
    payment: Payment, facts: Facts, edition: Edition, as_of: AsOf, passport: Passport | None = None
) -> Shadow | None:
    """The outcome under the shadow's rules and effects, and the findings that would hold it; None without a shadow."""
    shadow = edition.policy.shadow
    if shadow is None:
        return None
    other = replace(edition, policy=shadow)
    asked = ask_all(edition.book, facts, as_of.law, counting=shadow.rules)
    findings = as_policy_says(with_force(without_namesakes(asked), payment, other), shadow)
    verdict = decide(findings, facts, other, as_of, passport)
    return Shadow(verdict.outcome, tuple(one for one in verdict.findings if one.effect != "none"))
