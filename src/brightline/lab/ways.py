"""Ways of being careful, and the evidence they decide on: made once for a payment, decided on by every way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from brightline.beside.book import BesideBook
from brightline.nexus.ask import ask_all
from brightline.nexus.facts import Facts
from brightline.screen.decide import LIMBS, decide
from brightline.screen.edition import Edition
from brightline.screen.effects import as_policy_says
from brightline.screen.facts import screen_names, see
from brightline.screen.force import with_force
from brightline.screen.papers import to_be_named
from brightline.screen.policy import Policy
from brightline.screen.settled import without_namesakes
from brightline.terms import AsOf, Finding, Outcome, Payment
from brightline.terms.beside import NOTHING, Beside

_LISTS = ("listed-party", "s11-designated", "listed-bank-in-chain")
_GRAVE = (Outcome.RELEASE, Outcome.REVIEW, Outcome.STOP)


@dataclass(frozen=True, slots=True)
class Way:
    """One way of being careful. `rules`: hold on these rules alone; `policy`: decide as Brightline does under it.

    With neither, every payment tied to Russia or Belarus is stopped. `papers`: what came beside the message
    is read too: papers of the trade, profiles, earlier payments.
    """

    name: str
    told: str
    rules: tuple[str, ...] = ()
    policy: Policy | None = None
    papers: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an edition says of one payment, before any policy: facts, and findings with the effects of the law book."""

    facts: Facts
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a way makes of a payment, and the rules (or words) that hold it; nothing holds a release."""

    outcome: Outcome
    because: tuple[str, ...] = ()


_RELEASED = Ruling(Outcome.RELEASE)
_BESIDE = "with papers, profiles and earlier payments"
_UNSUPPORTED = ("nothing speaks for it",)


def built_in(shipped: Policy) -> tuple[Way, ...]:
    """The ways that are always compared."""
    goods = tuple(rule for rule in LIMBS if rule not in ("s11-designated", "s11-owned", "s11-sector"))
    return (
        Way("block-all", "stop every payment tied to Russia or Belarus"),
        Way("list-only", "hold who is listed", _LISTS),
        Way("list-and-owners", "hold who is listed, or owned by somebody listed", (*_LISTS, "s11-owned")),
        Way("list-and-goods", "hold who is listed, and listed or unnamed goods", (*_LISTS, *goods)),
        Way("shipped", "Brightline's shipped policy, the message alone", policy=shipped),
        Way("shipped-with-papers", f"Brightline's shipped policy, {_BESIDE}", (), shipped, papers=True),
    )


class Bank:
    """The ways over one edition and what came beside, asked about payment after payment."""

    def __init__(self, ways: Sequence[Way], edition: Edition, book: BesideBook) -> None:
        self.ways, self.book = tuple(ways), book
        self._editions = [replace(edition, policy=way.policy or edition.policy) for way in ways]

    @cached_property
    def _scores(self) -> list[tuple[float, float]]:
        return [(one.policy.candidate_score, one.policy.sure_score) for one in self._editions]

    def rulings(self, payment: Payment, as_of: AsOf) -> tuple[Ruling, ...]:
        """What each way makes of one payment. Evidence is made once for each set of scores, with and without papers."""
        beside = self.book.of(payment, as_of) if any(way.papers for way in self.ways) else NOTHING
        made: dict[tuple[tuple[float, float], bool], Evidence] = {}
        told: list[Ruling] = []
        for way, edition, scores in zip(self.ways, self._editions, self._scores, strict=True):
            key = scores, way.papers and bool(beside.given)
            kept = made.get(key)
            if kept is None:
                kept = made[key] = evidence(payment, edition, as_of, beside if key[1] else NOTHING)
            told.append(_decided(kept, way, edition, as_of))
        return tuple(told)


def evidence(payment: Payment, edition: Edition, as_of: AsOf, beside: Beside = NOTHING) -> Evidence:
    """What an edition says of one payment; of its policy only the scores of names take part."""
    alike = screen_names(to_be_named(payment, beside), edition)
    facts, _ = see(payment, alike, edition, as_of, beside)
    asked = ask_all(edition.book, facts, as_of.law)
    return Evidence(facts, with_force(without_namesakes(asked), payment, edition))


def _decided(kept: Evidence, way: Way, edition: Edition, as_of: AsOf) -> Ruling:
    if way.policy is None and not way.rules:
        tied = kept.facts.nexus
        return Ruling(Outcome.STOP, (f"tied to {' and '.join(tied)}",)) if tied else _RELEASED
    if way.policy is None:
        return _by_rules([one for one in kept.findings if one.rule in way.rules])
    counts = way.policy.rules
    counted = [
        one if one.effect == "none" or one.rule in counts else replace(one, effect="none") for one in kept.findings
    ]
    verdict = decide(as_policy_says(counted, way.policy), kept.facts, edition, as_of)
    if verdict.outcome is Outcome.RELEASE:
        return _RELEASED
    return Ruling(verdict.outcome, (*_holding(verdict.findings), *(_UNSUPPORTED if verdict.unsupported else ())))


def _by_rules(findings: Sequence[Finding]) -> Ruling:
    effects = {one.effect for one in findings}
    outcome = max((one for one in _GRAVE if one.value in effects), key=_GRAVE.index, default=Outcome.RELEASE)
    return _RELEASED if outcome is Outcome.RELEASE else Ruling(outcome, _holding(findings))


def _holding(findings: Sequence[Finding]) -> tuple[str, ...]:
    return tuple(sorted({f"{one.rule}: {one.answer.value}" for one in findings if one.effect != "none"}))
