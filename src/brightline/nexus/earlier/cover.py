"""What a customer transfer and its cover say differently: both values side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brightline.beside.party_keys import PAID, RECEIVED, customers
from brightline.nexus.earlier.changed import NOTHING, goods_gone, told_goods
from brightline.nexus.earlier.same_payment import same_party
from brightline.nexus.papers.contradiction import Contradiction
from brightline.nexus.signs.goods_kinds import is_risky
from brightline.terms import Leg, Party, Payment, SeenGoods


def names(payment: Payment, leg: Leg) -> Iterator[Contradiction]:
    """Customers of one leg whom the other does not name, in whatever role; a leg without customers names nobody."""
    ours = [one for side in (PAID, RECEIVED) for one in customers(payment, side) if one.name and not one.bic]
    for party in _missing(leg.customers, ours):
        now = next((one for one in ours if one.role == party.role), None)
        yield Contradiction(now.path if now else "payment", _told(now), party.path, _told(party))
    for party in _missing(ours, leg.customers):
        if party.role not in {one.role for one in _missing(leg.customers, ours)}:
            yield Contradiction(party.path, _told(party), "paired", NOTHING)


def goods(now: Sequence[SeenGoods], other: Sequence[SeenGoods]) -> Iterator[Contradiction]:
    """Risky goods that one leg names and the other does not."""
    for line in goods_gone(now, [one for one in other if is_risky(one)]):
        yield told_goods(line, now)
    for line in goods_gone(other, [one for one in now if is_risky(one)]):
        there = told_goods(line, other)
        yield Contradiction(there.other_path, there.other_words, "paired.text", there.words)


def _missing(some: Sequence[Party], others: Sequence[Party]) -> list[Party]:
    return [one for one in some if one.name and not any(same_party(other, one) for other in others)]


def _told(party: Party | None) -> str:
    return f"{party.role} {party.name!r}" if party else NOTHING
