"""Which of several findings wins: the only place that picks a determination and an outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from brightline.errors import LawError
from brightline.nexus.facts import Facts
from brightline.nexus.logic import either
from brightline.screen.actions import permitted_actions
from brightline.screen.authorised import LICENCE, as_authorised, authorises
from brightline.screen.edition import Edition
from brightline.screen.passports import as_cleared, settles
from brightline.screen.requirements import edition_problems, message_problems
from brightline.screen.tolerated import tolerance, without_unknown_goods
from brightline.terms import Answer, AsOf, Determination, Determined, Evidence, Finding, Outcome
from brightline.terms.beside import on_paper
from brightline.terms.cleared import Passport

# The rules whose answer is the answer to the question: is this linked to the military-industrial base?
LIMBS = ("s11-designated", "s11-owned", "s11-sector", "s11-critical-item", "chpl-goods", "arms-direct")
# Signs of a link: they leave the question open and never answer it.
SIGNS = ("diversion-route", "papers-contradict", "resubmitted")
HELD = (*LIMBS, "resubmitted")  # the rules whose yes is never released: a policy may leave them out, not let them pass
HUBS = "diversion_places"  # the law book's places from where goods are passed on
SPEAKING = ("harmless", LICENCE)  # the rules whose yes speaks for a payment


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was decided, before it is put together with the payment.

    `findings` are those handed in, with the effects they have in the end. `unsupported`: tied to Russia, Belarus or a
    place of diversion, and nothing speaks for it. `tolerated`: the policy's limit where a release rests on it.
    """

    outcome: Outcome
    determination: Determination
    release_basis: str | None
    permitted_actions: tuple[str, ...]
    findings: tuple[Finding, ...]
    unsupported: bool = False
    tolerated: Finding | None = None


def decide(
    findings: Sequence[Finding], facts: Facts, edition: Edition, as_of: AsOf, passport: Passport | None = None
) -> Verdict:
    """Stop if a finding stops; review if one asks for it or something that a release needs is missing; else release.

    A release needs the required lists and a whole message; no counted limb that says yes outside a licence; and, where
    the payment is tied to Russia, Belarus or a place of diversion, something that speaks for it. `passport`: one that
    wholly holds the payment; what it settles no longer holds it, and it speaks for it.
    """
    weighed = as_authorised(_linked_are_held(findings, edition))
    blind = bool(edition_problems(edition, as_of) or message_problems(facts.payment))
    tied = is_tied(facts, edition, as_of)
    unsupported = tied and not any(one.rule in SPEAKING and one.answer is Answer.YES for one in findings)
    cleared = passport if not blind and (unsupported or as_cleared(weighed, passport) != weighed) else None
    if cleared is not None:
        weighed, unsupported = as_cleared(weighed, cleared), False
    determination = _determination(weighed, facts, open_=blind or unsupported, tied=tied, passport=cleared)
    limit = None if blind else tolerance(weighed, facts, edition.policy, as_of.law.date())
    if limit is not None:
        weighed, unsupported = without_unknown_goods(weighed), False
    outcome = _outcome(weighed, held=blind or unsupported)
    if outcome is not Outcome.RELEASE:
        actions = permitted_actions(weighed, edition.institution, edition.institution.role_in(facts.payment))
        return Verdict(outcome, determination, None, actions, weighed, unsupported)
    basis = "passport" if cleared is not None else _basis(weighed, limit, tied=tied)
    return Verdict(outcome, determination, basis, (), weighed, tolerated=limit)


def is_tied(facts: Facts, edition: Edition, as_of: AsOf) -> bool:
    """Whether Russia or Belarus plays a part, or goods would go to a place from where they are often passed on."""
    return bool(facts.nexus) or any(place in _hubs(edition, as_of) for place in facts.destinations)


def _hubs(edition: Edition, as_of: AsOf) -> tuple[str, ...]:
    try:
        return edition.book.parameter(HUBS, as_of.law).words
    except LawError:  # the law book knows no such places from before its first source
        return ()


def _linked_are_held(findings: Sequence[Finding], edition: Edition) -> tuple[Finding, ...]:
    """The findings, a yes of `HELD` with a look at least."""
    return tuple(replace(one, effect="review") if _let_through(one, edition) else one for one in findings)


def _let_through(finding: Finding, edition: Edition) -> bool:
    held = finding.rule in HELD and finding.answer is Answer.YES
    return held and finding.effect == "none" and finding.rule in edition.policy.rules


def _outcome(findings: Sequence[Finding], *, held: bool) -> Outcome:
    effects = {finding.effect for finding in findings}
    if "stop" in effects:
        return Outcome.STOP
    return Outcome.REVIEW if "review" in effects or held else Outcome.RELEASE


def _basis(findings: Sequence[Finding], limit: Finding | None, *, tied: bool) -> str:
    if limit is not None:
        return "tolerated-unknown"
    if authorises(findings):
        return "licence"
    return "positive-evidence" if tied else "no-nexus"


def _determination(
    findings: Sequence[Finding], facts: Facts, *, open_: bool, tied: bool, passport: Passport | None
) -> Determination:
    limbs = tuple((rule, _strongest(findings, rule)) for rule in LIMBS)
    linking = [one for one in findings if one.rule in LIMBS and one.answer is Answer.YES]
    if linking:
        return Determination(Determined.LINKED, _rests_on(linking), limbs)
    left = [one for one in findings if passport is None or not settles(passport, one)]
    open_ones = [one for one in left if _leaves_open(one)]
    if open_ones or open_:
        return Determination(Determined.CANNOT_TELL, _rests_on(open_ones), limbs)
    return Determination(Determined.NOT_LINKED, "document" if passport else _cleared_on(facts, tied=tied), limbs)


def _leaves_open(finding: Finding) -> bool:
    """A limb that does not know, or signs of a link strong enough to hold the payment."""
    if finding.rule in SIGNS:
        return finding.answer is not Answer.NO and finding.effect != "none"
    return finding.rule in LIMBS and finding.answer is Answer.UNKNOWN


def _strongest(findings: Sequence[Finding], rule: str) -> Answer:
    return either(finding.answer for finding in findings if finding.rule == rule)


def _cleared_on(facts: Facts, *, tied: bool) -> str:
    """What a not-linked rests on: what clears a namesake (a number, a pair), goods declared, or nothing seen."""
    apart = [one for one in facts.matched if one.same is Answer.NO]
    if apart:
        return "document" if all(one.pair for one in apart) else "identifier"
    if tied and any(on_paper(line.path) for line in facts.goods):
        return "document"
    return "declared-text" if tied else "absence"


def _rests_on(findings: Sequence[Finding]) -> str:
    """The firmest ground of the evidence: an identifier, a listed name, a paper, the message's own words, nothing."""
    evidence = [one for finding in findings for one in finding.evidence]
    if any(one.settled_by == "identifier" for one in evidence):
        return "identifier"
    if any(one.kind in ("listed-entity", "owner-path") for one in evidence):
        return "list"
    if any((on_paper(one.path) or on_paper(one.other_path)) and _says_something(one) for one in evidence):
        return "document"
    return "declared-text" if any(_says_something(one) for one in evidence) else "absence"


def _says_something(evidence: Evidence) -> bool:
    """Whether the message says something itself: a code, words, a name. A country alone says nothing."""
    return evidence.kind != "country" and bool(evidence.hs or evidence.words or evidence.name)
