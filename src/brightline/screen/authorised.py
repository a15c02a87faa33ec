"""What a licence does to the findings it authorises: where it covers they change nothing, where it may they soften."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from brightline.terms import Answer, Finding, Force

LICENCE = "licence"
# What a licence can authorise: dealing with a blocked party or bank. Goods of a list and arms it never authorises here.
AUTHORISED = (
    "listed-party",
    "owned-party",
    "listed-bank-in-chain",
    "s11-designated",
    "s11-owned",
    "material-support",
    "secondary-other",
)
_APPEARS = ("covers", "alive-now")  # clauses that must say yes before a licence appears to apply


def as_authorised(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings in the light of the licence rule.

    Where a licence covers the payment, every condition met, what it authorises changes nothing. Where one appears to
    apply and a document is lacking, a stop becomes a review, since a person can ask for the document; never where the
    finding binds this institution.
    """
    if any(one.rule == LICENCE and one.answer is Answer.YES for one in findings):
        return tuple(replace(one, effect="none") if _speaks_of(one) else one for one in findings)
    if appears_authorised(findings):
        return tuple(replace(one, effect="review") if _softened(one) else one for one in findings)
    return tuple(findings)


def authorises(findings: Sequence[Finding]) -> bool:
    """Whether a licence covers the payment and something in it needed one."""
    covered = any(one.rule == LICENCE and one.answer is Answer.YES for one in findings)
    return covered and any(_speaks_of(one) for one in findings)


def appears_authorised(findings: Sequence[Finding]) -> bool:
    """Whether a licence appears to apply, a document or a condition lacking."""
    return any(one.rule == LICENCE and _appears(one) for one in findings)


def _speaks_of(finding: Finding) -> bool:
    return finding.rule in AUTHORISED and finding.answer is Answer.YES


def _softened(finding: Finding) -> bool:
    return _speaks_of(finding) and finding.effect == "stop" and finding.force is not Force.BINDS


def _appears(finding: Finding) -> bool:
    answers = {clause.id: clause.answer for clause in finding.clauses}
    return finding.answer is Answer.UNKNOWN and all(answers.get(name) is Answer.YES for name in _APPEARS)
