"""Facts that speak for release."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from brightline.nexus.facts import PAIRED, Facts, Matched
from brightline.nexus.logic import begun, either
from brightline.nexus.signs.goods_kinds import is_everyday, is_food_or_medicine, is_risky, told
from brightline.nexus.signs.who_pays import buyer_of_plain_life
from brightline.nexus.told.asked import Asked, Teller, Told
from brightline.nexus.topics import goods_evidence, listed_evidence
from brightline.terms import Answer, Evidence

CLEAR = ("harmless", "unlisted", "service")
_PAYING = ("debtor", "ultimate_debtor", "initiating_party", "debtor_agent", "instructing_agent")
_PAID = ("creditor", "ultimate_creditor", "creditor_agent")


def goods(topic: object, asked: Asked) -> Told:
    """Whether all that is paid for is named, and on no list and of no class of critical items."""
    lines = asked.facts.goods
    if any(is_risky(line) for line in lines):
        return Told(Answer.NO, told(line for line in lines if is_risky(line)))
    if not lines or any(line.reading not in CLEAR for line in lines):
        return Told(Answer.UNKNOWN, told(lines))
    return Told(Answer.YES, told(lines), tuple(map(goods_evidence, lines)))


def everyday_goods(topic: object, asked: Asked) -> Told:
    """Whether all goods are plain everyday ones."""
    lines = asked.facts.goods
    plain = all(is_everyday(line) for line in lines) and any(line.reading != "service" for line in lines)
    return Told(Answer.YES if plain else Answer.NO, told(lines))


def food_or_medicine(topic: object, asked: Asked) -> Told:
    """Whether all goods are food, medicine or medical aids."""
    lines = asked.facts.goods
    plain = bool(lines) and all(is_everyday(line) and is_food_or_medicine(line) for line in lines)
    return Told(Answer.YES if plain else Answer.NO, told(lines))


def buyers_trade(topic: object, asked: Asked) -> Told:
    """Whether every buyer's name tells of a trade of plain life, and no line of goods contradicts it."""
    plain = buyer_of_plain_life(asked.facts)
    return Told(Answer.YES, plain) if plain else Told(Answer.NO, "no buyer's name tells of such a trade alone")


def no_russian_leg(topic: object, asked: Asked) -> Told:
    """Whether both sides' countries are known and nothing ties the payment to Russia or Belarus."""
    facts = asked.facts
    if facts.nexus:
        return Told(Answer.NO, f"tied to {', '.join(facts.nexus)}")
    seen = f"countries seen: {', '.join(facts.route or facts.countries) or 'none'}"
    known = all(_has_country(facts, side) for side in (_PAYING, _PAID))
    return Told(Answer.YES, seen) if known else Told(Answer.UNKNOWN, f"{seen}; not known of both sides")


def nobody_listed(topic: object, asked: Asked) -> Told:
    """Whether every party was compared with lists and none is, or may be, one that was listed on that day."""
    facts = asked.facts
    listed = [one for one in facts.matched if begun(one.entity.listed_on, (), asked.moment) is not Answer.NO]
    alike = [one for one in listed if one.same is not Answer.NO]
    count, regimes = len(facts.payment.parties), ", ".join(facts.regimes_loaded)
    if alike:
        answer = either(one.same for one in alike)
        return Told(Answer.NO if answer is Answer.YES else Answer.UNKNOWN, f"alike: {_names(alike)}")
    if not regimes:
        return Told(Answer.UNKNOWN, "no list is loaded")
    return Told(Answer.YES, f"{count} parties compared; regimes looked through: {regimes}")


def banks_unlisted(topic: object, asked: Asked) -> Told:
    """Whether banks are named and none resembles a listed entity."""
    facts = asked.facts
    banks = [party for party in facts.payment.parties if party.role.endswith("_agent") and (party.bic or party.name)]
    paths = {bank.path for bank in banks}
    alike = [one for one in facts.matched if one.path in paths and one.same is not Answer.NO]
    if alike or not banks or not facts.regimes_loaded:
        return Told(Answer.NO, f"alike: {_names(alike)}" if alike else "no bank is named, or no list is loaded")
    return Told(Answer.YES, ", ".join(str(bank.name or bank.bic) for bank in banks))


def another(topic: object, asked: Asked) -> Told:
    """Whether a listed namesake is shown to be somebody else by a number, a birth date, or a pair."""
    others = [one for one in asked.facts.matched if one.same is Answer.NO]
    if not others:
        return Told(Answer.NO, "no listed namesake was told apart by a number, a birth date or a pair")
    pairs = tuple(dict.fromkeys(_pair(one) for one in others if one.pair))
    return Told(Answer.YES, "; ".join(map(_apart, others)), (*map(listed_evidence, others), *pairs))


def _pair(matched: Matched) -> Evidence:
    entity = matched.entity
    return Evidence(
        kind=PAIRED, path=matched.pair, list=entity.list, entry=entity.entry, name=matched.ours, words=matched.note
    )


def _apart(matched: Matched) -> str:
    entry = f"{matched.candidate.name!r} ({matched.candidate.list} {matched.candidate.entry})"
    if matched.settled_by == PAIRED:
        return f"{matched.ours!r} beside {entry}: {matched.note}"
    step = next(step for step in matched.candidate.steps if step.name == matched.settled_by)
    return f"{matched.ours!r} beside {entry}: {step.ours} is not {step.theirs}"


def _names(matched: Iterable[Matched]) -> str:
    return ", ".join(dict.fromkeys(f"{one.ours!r} and {one.candidate.name!r}" for one in matched))


def _has_country(facts: Facts, roles: tuple[str, ...]) -> bool:
    return any(party.country for party in facts.payment.parties if party.role in roles)


_TOLD: tuple[Callable[[object, Asked], Told], ...] = (
    goods, everyday_goods, food_or_medicine, buyers_trade, no_russian_leg, nobody_listed, banks_unlisted, another,
)  # fmt: skip
TELLERS: Mapping[str, Teller] = {f"clear.{teller.__name__}": teller for teller in _TOLD}
