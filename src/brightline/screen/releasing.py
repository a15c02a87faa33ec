"""What speaks for release, in the same shape as what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence

from brightline.nexus.facts import Facts, Matched
from brightline.nexus.topics import listed_evidence
from brightline.terms import Answer, Clause, Finding, Force

RULE = "harmless"
CLEAR = ("harmless", "unlisted", "service")


def what_speaks_for_release(facts: Facts, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """One finding with a clause for each positive reason that holds; nothing where none does."""
    others = [one for one in facts.matched if one.same is Answer.NO]
    single = (_no_leg(facts), _goods(facts), _parties(facts, findings))
    clauses = (*(one for one in single if one is not None), *(_another(one) for one in others))
    if not clauses:
        return ()
    evidence = tuple(listed_evidence(one) for one in others)
    return (Finding(RULE, Answer.YES, "none", Force.INFORMS, clauses, evidence=evidence),)


def _another(matched: Matched) -> Clause:
    """A namesake of a listed entity, shown to be another by a number or a birth date."""
    candidate = matched.candidate
    told = next(step for step in candidate.steps if step.name == matched.settled_by)
    entry = f"{candidate.name!r} ({candidate.list} {candidate.entry})"
    saw = f"{matched.ours!r} beside {entry}: {told.ours} is not {told.theirs}"
    return Clause("another", "Is the listed namesake somebody else?", saw, Answer.YES)


def _no_leg(facts: Facts) -> Clause | None:
    """Speaks only where countries are named: a payment that names none shows no leg outside Russia either."""
    if facts.nexus or not facts.countries:
        return None
    asks = "Does every leg of the payment stay outside Russia and Belarus?"
    return Clause("no-russian-leg", asks, f"countries seen: {', '.join(facts.route or facts.countries)}", Answer.YES)


def _goods(facts: Facts) -> Clause | None:
    """Everything named is an everyday good, an unlisted code or a service; one line that is none of these ends it."""
    if not facts.goods or any(one.reading not in CLEAR or one.tier or one.critical for one in facts.goods):
        return None
    named = dict.fromkeys(one.hs or one.words or "" for one in facts.goods)
    asks = "Are the goods named, and on neither the high-priority list nor among the critical items?"
    return Clause("goods-clear", asks, ", ".join(named), Answer.YES)


def _parties(facts: Facts, findings: Sequence[Finding]) -> Clause | None:
    listed = [one for one in findings if one.rule == "listed-party" and one.answer is not Answer.NO]
    if listed:
        return None
    asks = "Was every party compared with the lists in this edition, and none found to be a listed one?"
    count = len(facts.payment.parties)
    regimes = ", ".join(facts.regimes_loaded) or "none"
    return Clause("nobody-listed", asks, f"{count} parties compared; regimes looked through: {regimes}", Answer.YES)
