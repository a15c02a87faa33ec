"""Red flags of diversion that a payment can show."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from brightline.nexus.logic import Reach
from brightline.nexus.signs import who_pays
from brightline.nexus.signs.contacts import (
    buyers,
    free_mail_in,
    one_address,
    readings,
    signs_in_text,
)
from brightline.nexus.signs.contradictions import contradictions, roundabout_operations
from brightline.nexus.signs.goods_kinds import is_everyday, is_risky, is_service, is_technical, is_vague, told
from brightline.nexus.told.asked import Asked, Teller, Told
from brightline.terms import Answer, Evidence

CARE_PLACES = "care_places"
_NOTHING = "nothing of the kind is seen"
_NONE = Told(Answer.NO, _NOTHING)
_TO_A_BANK = re.compile(
    r"to (?:the )?order of (?:the )?(?:issuing )?bank|consigned to (?:the )?issuing bank", re.IGNORECASE
)


# --- what was paid for ---------------------------------------------------------------------------


def open_goods(topic: object, asked: Asked) -> Told:
    """Whether the goods are other than plain everyday ones, or not named."""
    lines = asked.facts.goods
    open_ones = [line for line in lines if not is_everyday(line)]
    return _yes_if(not lines or bool(open_ones), told(open_ones or lines))


def risky_goods(topic: object, asked: Asked) -> Told:
    """Whether listed, critical, sensitive or undecided goods are named; vague words leave it open."""
    lines = asked.facts.goods
    if risky := [line for line in lines if is_risky(line)]:
        return Told(Answer.YES, told(risky))
    unclear = not lines or any(is_vague(line) and not is_service(line) for line in lines)
    return Told(Answer.UNKNOWN if unclear else Answer.NO, told(lines))


def surely_risky(topic: object, asked: Asked) -> Told:
    """Whether listed, critical or sensitive goods are named; never unknown."""
    risky = [line for line in asked.facts.goods if is_risky(line)]
    return _yes_if(bool(risky), told(risky or asked.facts.goods))


def named_goods(topic: object, asked: Asked) -> Told:
    """Whether anything but everyday goods and services is named."""
    named = [line for line in asked.facts.goods if not (is_everyday(line) or is_service(line) or is_vague(line))]
    return _yes_if(bool(named), told(named or asked.facts.goods))


def unnamed_goods(topic: object, asked: Asked) -> Told:
    """Unknown where nothing says which goods are paid for; a buyer's plain trade says it roughly."""
    facts = asked.facts
    vague = [line for line in facts.goods if is_vague(line) and not is_service(line)]
    if facts.goods and not vague:
        return Told(Answer.NO, told(facts.goods))
    if plain := who_pays.buyer_of_plain_life(facts):
        return Told(Answer.NO, f"{told(vague)}; a buyer of plain life: {plain}")
    return Told(Answer.UNKNOWN, told(vague))


# --- who pays, and from where --------------------------------------------------------------------


def payer_elsewhere(topic: object, asked: Asked) -> Told:
    """The payer's country where the payer has no other part in the deal."""
    countries = who_pays.payer_elsewhere(asked.facts)
    toward = ", ".join(asked.facts.destinations)
    saw = f"paid from {', '.join(countries)}; the goods would go to {toward}" if countries else _NOTHING
    return Told(Reach(countries, countries), saw)


def bank_elsewhere(topic: object, asked: Asked) -> Told:
    """Whether a payer or payee banks in another country, one of the two a place of transshipment."""
    places = asked.book.parameter(CARE_PLACES, asked.moment).words
    return _seen(who_pays.bank_elsewhere(asked.facts, places))


def forwarder_buys(topic: object, asked: Asked) -> Told:
    """Whether a carrier or forwarder pays for goods."""
    return _seen(who_pays.forwarder_that_buys(asked.facts))


def misfit(topic: object, asked: Asked) -> Told:
    """Whether a buyer from a trade of plain life pays for listed, critical or sensitive goods."""
    return _seen(who_pays.buyer_out_of_its_trade(asked.facts))


def trader(topic: object, asked: Asked) -> Told:
    """Whether a firm that only trades pays for risky or technical goods."""
    return _seen(who_pays.trader_in_risky_goods(asked.facts))


def technical_words(topic: object, asked: Asked) -> Told:
    """Whether goods are named only as technical."""
    lines = [line for line in asked.facts.goods if is_technical(line)]
    return _yes_if(bool(lines), told(lines) if lines else _NOTHING)


def contradiction(topic: object, asked: Asked) -> Told:
    """Whether words and codes contradict each other."""
    return _seen("; ".join(contradictions(asked.facts)))


def roundabout(topic: object, asked: Asked) -> Told:
    """Whether a currency-operation code says that goods or payer do not go the plain way."""
    return _seen(", ".join(roundabout_operations(asked.facts)))


def foreign_currency(topic: object, asked: Asked) -> Told:
    """Whether a rouble amount moves between parties outside Russia and Belarus."""
    facts = asked.facts
    amounts = [tie.sign for tie in facts.ties if tie.sign.startswith("an amount")]
    parties = {party.country for party in facts.payment.parties if party.country}
    return _seen(amounts[0] if amounts and parties and not parties & {"RU", "BY"} else None)


# --- what parties write of themselves ------------------------------------------------------------


def russian_contact(topic: object, asked: Asked) -> Told:
    """Whether a party outside Russia writes a Russian phone, mail address, number or legal form."""
    facts = asked.facts
    outside = {party.path for party in facts.payment.parties if party.country not in (None, "RU")}
    signs = [tie.sign for tie in facts.ties if tie.path in outside and not tie.sign.startswith("an amount")]
    return _seen(", ".join(signs))


def free_mail(topic: object, asked: Asked) -> Told:
    """Whether a party writes a mail address that anybody can open."""
    payment = asked.facts.payment
    lines = (line for party in payment.parties for line in (*party.printed, *party.address))
    texts = (text.value for text in payment.texts)
    return _seen(next((mail for text in (*lines, *texts) if "@" in text and (mail := free_mail_in(text))), None))


def agent_address(topic: object, asked: Asked) -> Told:
    """Whether a party's address is one of an agent, or a home."""
    parties = [party for party in asked.facts.payment.parties if party.address and not party.role.endswith("_agent")]
    hits = _in("agent_address", ((party.path, " ".join(party.address)) for party in parties))
    return _shown(hits) if hits else _NONE


def listed_address(topic: object, asked: Asked) -> Told:
    """Whether a party writes the address of a listed entity whose name it resembles, word for word."""
    if not asked.facts.matched:
        return _NONE
    addresses = {party.path: party.address for party in asked.facts.payment.parties if party.address}
    for matched in asked.facts.matched:
        ours = addresses.get(matched.path)
        for address in matched.entity.addresses if ours and matched.same is not Answer.NO else ():
            if one_address(ours or (), (address,)):
                return Told(Answer.YES, f"{matched.ours}: {address} ({matched.entity.list} {matched.entity.entry})")
    return _NONE


# --- what texts say ------------------------------------------------------------------------------


def military_use(topic: object, asked: Asked) -> Told:
    """Whether words or a buyer's name speak of military use."""
    facts = asked.facts
    named = _in("military_use", ((party.path, party.name or "") for party in buyers(facts.payment)))
    hits = (*facts.signs.get("military_use", ()), *named)
    return _shown(hits) if hits else _NONE


def issuing_bank(topic: object, asked: Asked) -> Told:
    """Whether a letter of credit consigns goods to the issuing bank."""
    texts = (words for _, words in readings(asked.facts.payment)) if asked.facts.payment.format == "MT700" else ()
    return _seen(next((match.group() for text in texts if (match := _TO_A_BANK.search(text))), None))


def _in_texts(kind: str) -> Teller:
    """The teller of a sign that the payment's texts show by their words."""

    def tell(topic: object, asked: Asked) -> Told:
        hits = asked.facts.signs.get(kind)
        return _shown(hits) if hits else _NONE

    return tell


def _in(kind: str, texts: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(path, one.words) for path, words in texts for one in signs_in_text(words) if one.kind == kind]


def _shown(hits: Sequence[tuple[str, str]]) -> Told:
    evidence = tuple(Evidence(kind="text", path=path, words=words) for path, words in hits)
    return Told(Answer.YES, ", ".join(dict.fromkeys(repr(words) for _, words in hits)), evidence)


def _seen(saw: str | None) -> Told:
    return Told(Answer.YES, saw) if saw else _NONE


def _yes_if(answer: bool, saw: str) -> Told:
    return Told(Answer.YES if answer else Answer.NO, saw)


_BY_WORDS = (
    "conceals", "spfs", "rerouted", "reexport", "parallel_import", "pays_for_another", "terms", "uncontrolled",
    "no_aftercare", "vague_delivery", "packing", "netting", "crypto", "split", "luxury",
)  # fmt: skip
_BY_ITSELF: tuple[Callable[[object, Asked], Told], ...] = (
    open_goods, risky_goods, surely_risky, named_goods, unnamed_goods, payer_elsewhere, bank_elsewhere,
    forwarder_buys, misfit, trader, technical_words, contradiction, roundabout, foreign_currency, russian_contact,
    free_mail, agent_address, listed_address, military_use, issuing_bank,
)  # fmt: skip
TELLERS: Mapping[str, Teller] = {
    **{f"flags.{kind}": _in_texts(kind) for kind in _BY_WORDS},
    **{f"flags.{teller.__name__}": teller for teller in _BY_ITSELF},
}
