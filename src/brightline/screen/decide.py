"""Which of several findings wins: the only place that picks a determination and an outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brightline.nexus.facts import Facts
from brightline.screen.actions import permitted_actions
from brightline.screen.edition import Edition
from brightline.screen.requirements import edition_problems, message_problems
from brightline.terms import Answer, AsOf, Determination, Determined, Finding, Outcome

# The rules whose answer is the answer to the question: is this linked to the military-industrial base?
LIMBS = ("s11-designated", "s11-critical-item", "chpl-goods")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided, before it is put together with the payment."""

    outcome: Outcome
    determination: Determination
    release_basis: str | None
    permitted_actions: tuple[str, ...]


def decide(findings: Sequence[Finding], facts: Facts, edition: Edition, as_of: AsOf) -> Verdict:
    """Stop if a finding stops; review if one asks for it or a required list or the message fails us; else release."""
    blind = bool(edition_problems(edition, as_of) or message_problems(facts.payment))
    outcome = _outcome(findings, blind)
    determination = _determination(findings, facts, blind)
    released = outcome is Outcome.RELEASE
    return Verdict(
        outcome,
        determination,
        _basis(facts) if released else None,
        () if released else permitted_actions(findings, edition.institution),
    )


def _outcome(findings: Sequence[Finding], blind: bool) -> Outcome:
    effects = {finding.effect for finding in findings}
    if "stop" in effects:
        return Outcome.STOP
    return Outcome.REVIEW if "review" in effects or blind else Outcome.RELEASE


def _determination(findings: Sequence[Finding], facts: Facts, blind: bool) -> Determination:
    limbs = tuple((rule, _strongest(findings, rule)) for rule in LIMBS)
    answers = [answer for _, answer in limbs]
    if Answer.YES in answers:
        linking = [one for one in findings if one.rule in LIMBS and one.answer is Answer.YES]
        return Determination(Determined.LINKED, _rests_on(linking), limbs)
    if Answer.UNKNOWN in answers or blind:
        open_ones = [one for one in findings if one.rule in LIMBS and one.answer is Answer.UNKNOWN]
        return Determination(Determined.CANNOT_TELL, _rests_on(open_ones), limbs)
    return Determination(Determined.NOT_LINKED, _cleared_on(facts), limbs)


def _cleared_on(facts: Facts) -> str:
    """What a not-linked rests on: a number that clears a namesake, goods declared for Russia, or nothing seen."""
    if any(one.same is Answer.NO for one in facts.matched):
        return "identifier"
    return "declared-text" if facts.nexus and facts.goods_named else "absence"


def _strongest(findings: Sequence[Finding], rule: str) -> Answer:
    answers = {finding.answer for finding in findings if finding.rule == rule}
    return next((answer for answer in (Answer.YES, Answer.UNKNOWN) if answer in answers), Answer.NO)


def _rests_on(findings: Sequence[Finding]) -> str:
    """The firmest ground among the evidence: an identifier, a listed name, the message's own words, nothing."""
    evidence = [one for finding in findings for one in finding.evidence]
    if any(one.settled_by == "identifier" for one in evidence):
        return "identifier"
    if any(one.kind == "listed-entity" for one in evidence):
        return "list"
    return "declared-text" if evidence else "absence"


def _basis(facts: Facts) -> str:
    return "positive-evidence" if facts.nexus else "no-nexus"
