"""What people may do with a held payment, given whose law speaks against it. Nothing is done by itself."""

from __future__ import annotations

from collections.abc import Sequence

from brightline.nexus.institution import Institution
from brightline.terms import Answer, Finding, Force

FREE = ("hold", "ask", "decline", "return")  # nothing that binds forbids to send the money back
UNTOLD = ("hold", "ask", "decline")  # it is not said who asks, so a freeze may bind
FROZEN = ("hold", "ask", "freeze")  # a freeze binds: the money may not go back
MAYBE_FROZEN = ("hold", "ask")  # whether a freeze binds is open
LEGAL = "refer-to-legal"  # a local rule may stand against following a foreign measure
_FREEZING = ("listed-party", "owned-party", "listed-bank-in-chain", "s11-owned", "material-support")
_CONFLICT = "conflict-of-laws"


def permitted_actions(
    findings: Sequence[Finding], institution: Institution, role: str | None = None
) -> tuple[str, ...]:
    """The actions open to people for a held payment. `role`: which bank of the chain the institution is, if known.

    Freeze only where a binding finding blocks; return never where a binding freeze applies or may apply, nor by the
    bank where the payment begins, to which no money came. Where a local rule may forbid to follow a foreign measure,
    declining waits for legal.
    """
    actions = _money(findings, institution)
    if role == "debtor_agent":
        actions = tuple(one for one in actions if one != "return")
    if any(one.rule == _CONFLICT and one.answer is not Answer.NO for one in findings):
        return (*(one for one in actions if one not in ("decline", "return")), LEGAL)
    return actions


def _money(findings: Sequence[Finding], institution: Institution) -> tuple[str, ...]:
    blocks = [one for one in findings if one.rule in _FREEZING and one.answer is not Answer.NO and _blocking(one)]
    if institution.country is None:
        return UNTOLD if blocks else FREE
    if any(one.answer is Answer.YES and one.force is Force.BINDS for one in blocks):
        return FROZEN
    return MAYBE_FROZEN if any(_may_bind(one, institution) for one in blocks) else FREE


def _may_bind(finding: Finding, institution: Institution) -> bool:
    """Whether it binds, or an entity in evidence that may be meant is listed by a regime that does."""
    return finding.force is Force.BINDS or any(one.regime in institution.bound_by for one in finding.evidence)


def _blocking(finding: Finding) -> bool:
    """Whether the measure is, or may be, a freeze: every clause on blocking that was asked did not say no."""
    asked = [clause.answer for clause in finding.clauses if clause.id in ("blocking", "blocked")]
    return Answer.NO not in asked
