"""What a passport makes of a payment wholly inside it: goods and ways that nobody names are settled, nothing graver."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from brightline.nexus.facts import Facts
from brightline.nexus.logic import every
from brightline.screen.edition import Edition
from brightline.screen.passport.clauses import clauses_of
from brightline.screen.passport.goods import all_plain
from brightline.screen.passport.question import Question
from brightline.screen.tolerated import GOODS_RULES
from brightline.terms import Answer, AsOf, Clause, Evidence, Finding, Force
from brightline.terms.cleared import Passport

RULE = "passport"
ROUTE, SECTOR = "diversion-route", "s11-sector"
# Clauses of the route rule that say where goods go and that nobody names them. Whatever else it saw is a sign.
_NO_SIGNS = frozenset(
    (
        *("open-goods", "toward-russia", "toward-care", "toward-coalition", "for-russia", "netting-tied"),
        *("named-goods", "risky-goods", "unnamed-goods", "passed-on"),
    )
)
# Signs that a payment brings by itself. What parties and banks are like was seen when they were cleared.
_OF_THE_PAYMENT = frozenset(
    (
        *("pays-for-another", "roundabout", "terms", "uncontrolled", "no-aftercare", "vague-delivery", "packing"),
        *("rouble-abroad", "netting", "netting-seen", "crypto", "split", "luxury", "issuing-bank"),
    )
)
_SECTOR_OPEN = frozenset(("in-russia", "maker"))  # a maker for which the goods decide: the documents named them


@dataclass(frozen=True, slots=True)
class Weighed:
    """The findings on the passports handed in; `released`: the first that wholly holds the payment, if any does."""

    findings: tuple[Finding, ...] = ()
    released: Passport | None = None

    @property
    def releasing(self) -> tuple[Finding, ...]:
        """The finding of the passport that releases, with each of its clauses."""
        if self.released is None:
            return ()
        return tuple(one for one in self.findings if one.answer is Answer.YES)[:1]


def weigh_passports(findings: Sequence[Finding], facts: Facts, edition: Edition, as_of: AsOf, decision: str) -> Weighed:
    """Every passport beside the payment as a finding: a yes where the payment lies wholly inside and it settles all.

    `decision`: the decision's id, whose digits draw the one in N that the policy reviews all the same.
    """
    told: list[Finding] = []
    released = None
    for passport in facts.beside.passports:
        finding = _weigh(Question(passport, facts, edition, as_of), findings, decision)
        told.append(finding)
        if released is None and finding.answer is Answer.YES:
            released = passport
    return Weighed(tuple(told), released)


def _weigh(question: Question, findings: Sequence[Finding], decision: str) -> Finding:
    passport = question.passport
    held = _no_sign(findings), _settles_all(passport, findings), _not_drawn(question.edition, decision)
    clauses = (*clauses_of(question), *held)
    answer = every(clause.answer for clause in clauses)
    return Finding(RULE, answer, "none", Force.POLICY, clauses, evidence=_evidence(passport))


def _no_sign(findings: Sequence[Finding]) -> Clause:
    """Whether the payment brings no sign of diversion of its own, be it one that holds nothing alone."""
    asked = [clause for one in findings if one.rule == ROUTE for clause in one.clauses]
    signs = [one for one in asked if one.id in _OF_THE_PAYMENT and one.answer is Answer.YES]
    told = "; ".join(dict.fromkeys(one.saw for one in signs)) or "none is seen"
    return Clause("no-sign", "Does the payment bring no sign of diversion?", told, Answer.NO if signs else Answer.YES)


def _settles_all(passport: Passport, findings: Sequence[Finding]) -> Clause:
    holding = dict.fromkeys(one.rule for one in findings if one.effect != "none" and not settles(passport, one))
    asks = "Does it settle everything that holds the payment?"
    told = f"not for a passport: {', '.join(holding)}" if holding else "nothing holds it but what nobody names"
    return Clause("settles-all", asks, told, Answer.NO if holding else Answer.YES)


def _not_drawn(edition: Edition, decision: str) -> Clause:
    """One in N is reviewed all the same, drawn by the digits of the decision's id: nobody can choose which."""
    asks, least = (
        "Is it not the one in so many that a person looks at all the same?",
        edition.policy.passport_review_one_in,
    )
    if not least:
        return Clause("not-drawn", asks, "the policy draws none", Answer.YES)
    drawn = int(decision[:16], 16) % least == 0
    told = f"one in {least}: {'drawn for a look' if drawn else 'not drawn'}"
    return Clause("not-drawn", asks, told, Answer.NO if drawn else Answer.YES)


def settles(passport: Passport, finding: Finding) -> bool:
    """Whether a finding is only that goods, or the way they go, are not named, as the documents of a passport say.

    A yes is never settled, nor a rule that broke, nor one open question beside those.
    """
    if finding.answer is not Answer.UNKNOWN or finding.error:
        return False
    open_ones = {clause.id for clause in finding.clauses if clause.answer is not Answer.NO}
    if finding.rule == ROUTE:
        return open_ones <= _NO_SIGNS
    if finding.rule == SECTOR:
        return open_ones <= _SECTOR_OPEN and all_plain(passport.goods)
    return finding.rule in GOODS_RULES


def as_cleared(findings: Sequence[Finding], passport: Passport | None) -> tuple[Finding, ...]:
    """The findings, those that the passport settles without effect."""
    if passport is None:
        return tuple(findings)
    return tuple(replace(one, effect="none") if settles(passport, one) else one for one in findings)


def _evidence(passport: Passport) -> tuple[Evidence, ...]:
    documents = tuple(
        Evidence("document", path=f"{passport.path}.documents[{at}]", name=one.title, words=f"sha256 {one.sha256}")
        for at, one in enumerate(passport.documents)
    )
    return (Evidence(RULE, path=passport.path, name=passport.id), *documents)
