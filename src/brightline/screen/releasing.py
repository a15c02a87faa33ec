"""What speaks for release, in the same shape as what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence

from brightline.nexus.facts import Facts
from brightline.terms import Answer, Clause, Finding, Force

RULE = "harmless"
CLEAR = ("harmless", "unlisted", "service")


def what_speaks_for_release(facts: Facts, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """One finding with a clause for each positive reason that holds; nothing where none does."""
    clauses = tuple(one for one in (_no_leg(facts), _goods(facts), _parties(facts, findings)) if one is not None)
    if not clauses:
        return ()
    return (Finding(rule=RULE, answer=Answer.YES, effect="none", force=Force.INFORMS, clauses=clauses),)


def _no_leg(facts: Facts) -> Clause | None:
    if facts.nexus:
        return None
    route = ", ".join(facts.route) or "no country named"
    asks = "Does every leg of the payment stay outside Russia and Belarus?"
    return Clause("no-russian-leg", asks, f"countries seen: {route}", Answer.YES)


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
    asks = "Was every party compared with the lists in this edition, and none found alike?"
    count = len(facts.payment.parties)
    regimes = ", ".join(facts.regimes_loaded) or "none"
    return Clause("nobody-listed", asks, f"{count} parties compared; regimes looked through: {regimes}", Answer.YES)
