"""World and traffic: firms trade, and for each payment the causal truth is drawn, apart from what a bank will see.

Amounts, days, identifiers, lengths and whether a code is given are drawn from streams of their own, before the truth
and without it, so that none of them can tell it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brightline.lab.streams import Real, Whole, below, normals, picks, shares, whole_numbers
from brightline.lab.world import World

ROUTES = ("mainland", "hong-kong", "third-country")
HARMLESS = ("plain", "look-alike", "near-goods", "vague-words", "through-agent", "energy")
LINKED = ("goods-coded", "goods-worded", "listed-buyer", "misdescribed", "end-user-on-paper", "no-sign")
KINDS = HARMLESS + LINKED
PLAIN, LOOK_ALIKE, NEAR, VAGUE, AGENT, ENERGY = range(len(HARMLESS))
CODED, WORDED, LISTED, MISDESCRIBED, END_USER, NO_SIGN = range(len(HARMLESS), len(KINDS))
_LINKED_RATES = ("linked_mainland", "linked_hong_kong", "linked_third_country")
_HARD = (0.12, 0.55, 0.10, 0.23)  # of the hard negatives: look-alike, near goods, vague words, through an agent
# Of the linked payments that show a sign; with a code in the message, and without one. Assumed.
_WITH_CODE = {CODED: 0.58, LISTED: 0.15, MISDESCRIBED: 0.27}
_WITHOUT_CODE = {WORDED: 0.50, LISTED: 0.15, MISDESCRIBED: 0.15, END_USER: 0.20}


@dataclass(frozen=True, slots=True)
class Traffic:
    """Payments as columns, one place each, ordered by day and then by identifier. `kind`: a place in `KINDS`.

    `papers`: whether the firm sends papers; `wrong`: whether they tell something else than happened. Amounts in cents.
    """

    world: World
    entity: Whole
    identifier: Whole
    day: NDArray[np.int64]
    cents: NDArray[np.int64]
    yuan: NDArray[np.bool_]
    route: NDArray[np.int64]
    buyer: NDArray[np.int64]
    seller: NDArray[np.int64]
    length: NDArray[np.int64]
    coded: NDArray[np.bool_]
    kind: NDArray[np.int64]
    papers: NDArray[np.bool_]
    wrong: NDArray[np.bool_]

    @property
    def linked(self) -> NDArray[np.bool_]:
        """Which payments are linked, by cause."""
        return self.kind >= len(HARMLESS)


def make_traffic(world: World) -> Traffic:
    """All payments of a world; the same columns for the same world, whatever else is made of it."""
    entity = np.arange(world.payments, dtype=np.uint64)
    identifier = whole_numbers(world.seed, "payment/identifier", entity)
    days = (world.last - world.first).days + 1
    order = np.lexsort((identifier, below(world.seed, "payment/day", entity, days)))
    entity, identifier = entity[order], identifier[order]
    route = _routes(world, entity)
    coded = _chance(world, "payment/code", entity, "code_share")
    kind = _kinds(world, entity, route, coded)
    return Traffic(
        world=world, entity=entity, identifier=identifier,
        day=below(world.seed, "payment/day", entity, days),
        cents=_cents(world, entity, kind == ENERGY),
        yuan=_chance(world, "payment/currency", entity, "yuan_share"),
        route=route,
        buyer=_firms(world, "payment/buyer", entity),
        seller=_firms(world, "payment/seller", entity),
        length=112 + below(world.seed, "payment/length", entity, 28),
        coded=coded, kind=kind,
        papers=_chance(world, "papers/sent", entity, "papers_share"),
        wrong=_chance(world, "papers/wrong", entity, "papers_wrong_share"),
    )  # fmt: skip


def _chance(world: World, layer: str, entity: Whole, setting: str) -> NDArray[np.bool_]:
    return shares(world.seed, layer, entity) < world[setting]


def _firms(world: World, layer: str, entity: Whole) -> NDArray[np.int64]:
    """Few firms trade much: the square of a share makes the first ones the busiest."""
    drawn: NDArray[np.int64] = (shares(world.seed, layer, entity) ** 2 * world["firms"]).astype(np.int64)
    return drawn


def _routes(world: World, entity: Whole) -> NDArray[np.int64]:
    hong_kong, third = world["hong_kong_share"], world["third_country_share"]
    weights = np.array([max(0.0, 1 - hong_kong - third), hong_kong, third])
    return picks(world.seed, "payment/route", entity, weights)


def _cents(world: World, entity: Whole, energy: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Lognormal with a thin tail of 1 to 20 million (C69); energy 10 to 500 million (C81). US dollars, in cents."""
    body: Real = world["median_amount_usd"] * np.exp(
        world["amount_sigma"] * normals(world.seed, "payment/amount", entity)
    )
    spread = shares(world.seed, "payment/tail", entity)
    in_tail = _chance(world, "payment/in-tail", entity, "tail_share")
    amount = np.where(in_tail, 1e6 * 20**spread, np.minimum(body, 1e6))
    amount = np.where(energy, 1e7 * 50**spread, amount)
    cents: NDArray[np.int64] = np.maximum(np.round(amount * 100), 10_000).astype(np.int64)
    return cents


def _kinds(world: World, entity: Whole, route: NDArray[np.int64], coded: NDArray[np.bool_]) -> NDArray[np.int64]:
    rates = np.array([world[name] for name in _LINKED_RATES])
    linked = shares(world.seed, "truth/linked", entity) < rates[route]
    cause = np.where(coded, _causes(world, entity, _WITH_CODE), _causes(world, entity, _WITHOUT_CODE))
    return np.where(linked, cause, _harmless(world, entity, coded))


def _causes(world: World, entity: Whole, signs: dict[int, float]) -> NDArray[np.int64]:
    hidden = world["hidden_share"]
    weights = np.array([hidden, *((1 - hidden) * share for share in signs.values())])
    return np.array([NO_SIGN, *signs])[picks(world.seed, "truth/cause", entity, weights)]


def _harmless(world: World, entity: Whole, coded: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Words that name nothing go without a code; where one is given the goods are near ones instead."""
    hard, energy = world["hard_negative_share"], world["energy_share"]
    weights = np.array([max(0.0, 1 - hard - energy), *(hard * share for share in _HARD), energy])
    drawn = picks(world.seed, "truth/harmless", entity, weights)
    return np.where((drawn == VAGUE) & coded, NEAR, drawn)
