"""Who pays for goods, from where, and whether such a firm buys such goods. Each answer is what was seen, or nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from brightline.nexus.facts import Facts
from brightline.nexus.signs.contacts import buyers, sellers, trades_of
from brightline.nexus.signs.goods_kinds import is_everyday, is_risky, is_service, is_technical, told
from brightline.nexus.signs.on_file import trades_on_file
from brightline.terms import Party

_ONE_PLACE = ({"CN", "HK", "MO"},)  # places whose firms bank with each other as a matter of course
_PLAIN_LIFE = ("everyday", "medical", "farming")
_MAKERS = ("making", "technical")


def forwarder_that_buys(facts: Facts) -> str | None:
    """A carrier, forwarder or warehouse that pays for or gets goods, and not for its own services."""
    if facts.goods and all(is_service(line) for line in facts.goods):
        return None
    return _first(_with_trade(facts, ("logistics",)))


def buyer_out_of_its_trade(facts: Facts) -> str | None:
    """A buyer from a trade of plain life beside listed, critical or sensitive goods."""
    risky = [line for line in facts.goods if is_risky(line)]
    plain = [party for party in buyers(facts.payment) if _trades_only(party, facts, ("everyday",))]
    return f"{plain[0].name} beside {told(risky)}" if risky and plain else None


def buyer_of_plain_life(facts: Facts) -> str | None:
    """A buyer whose name or profile tells of a trade of plain life, where neither goods nor seller contradict it."""
    makers = [party for party in sellers(facts.payment) if _has_trade(party, ("technical",))]
    if makers or any(is_risky(line) or is_technical(line) for line in facts.goods):
        return None
    named = [party for party in buyers(facts.payment) if party.name]
    plain = [party for party in named if _trades_only(party, facts, _PLAIN_LIFE)]
    return ", ".join(str(party.name) for party in plain) if plain and len(plain) == len(named) else None


def trader_in_risky_goods(facts: Facts) -> str | None:
    """A firm that says only that it trades, as payer or receiver of risky or technical goods."""
    if not any(is_risky(line) or is_technical(line) for line in facts.goods):
        return None
    return _first(_with_trade(facts, ("trading", "finance")))


def payer_elsewhere(facts: Facts) -> tuple[str, ...]:
    """Countries of a payer that has no other part in the deal: those who get the goods sit elsewhere."""
    payers = [party for party in facts.payment.parties if party.role == "debtor" and party.country]
    others = {party.country for party in buyers(facts.payment) if party.role != "debtor" and party.country}
    named = {country for country in facts.destinations if country not in {payer.country for payer in payers}}
    elsewhere = others | named
    return tuple(str(payer.country) for payer in payers if elsewhere and payer.country not in others)


def bank_elsewhere(facts: Facts, places: Collection[str]) -> str | None:
    """A payer or payee whose bank sits in another country than itself, one of the two being among `places`."""
    for role in ("debtor", "creditor"):
        party, bank = _one(facts, role), _one(facts, f"{role}_agent")
        if party is None or bank is None or not party.country or not bank.country or party.country == bank.country:
            continue
        pair = {party.country, bank.country}
        if pair & set(places) and not any(pair <= near for near in _ONE_PLACE):
            return f"{role} in {party.country}, its bank in {bank.country}"
    return None


def only_everyday(facts: Facts) -> bool:
    """Whether goods or services are named and all of them are of plain life."""
    return bool(facts.goods) and all(is_everyday(line) for line in facts.goods)


def _one(facts: Facts, role: str) -> Party | None:
    return next((party for party in facts.payment.parties if party.role == role), None)


def _trades_only(party: Party, facts: Facts, kinds: Collection[str]) -> bool:
    """Whether a party's name or profile tells of one of the trades, and of no making or technical one."""
    told_of = {kind for kind, _ in trades_on_file(party, facts)}
    return bool(told_of & set(kinds)) and not told_of & set(_MAKERS)


def _has_trade(party: Party, kinds: Collection[str]) -> bool:
    return any(kind in kinds for kind, _ in trades_of(party))


def _with_trade(facts: Facts, kinds: Collection[str]) -> Iterator[str]:
    for party in buyers(facts.payment):
        words = [words for kind, words in trades_of(party) if kind in kinds]
        if words:
            yield f"{party.role.replace('_', ' ')} {party.name} ({', '.join(words)})"


def _first(found: Iterator[str]) -> str | None:
    return next(found, None)
