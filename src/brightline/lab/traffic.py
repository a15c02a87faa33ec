"""World and traffic: firms trade, and for each payment the causal truth is drawn, apart from what a bank will see.

Amounts, days, identifiers, lengths, agents and whether a code, a number or papers are given are drawn from streams of
their own, before the truth and without it, so that none of them can tell it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brightline.lab.firms import (
    AGENTS,
    ALIKE,
    BUYERS,
    MINORITY_FIRM,
    OF_LIST,
    ORDINARY,
    OWNED_FIRM,
    Firms,
)
from brightline.lab.streams import Real, Whole, below, normals, picks, shares, whole_numbers
from brightline.lab.world import World

ROUTES = ("mainland", "hong-kong", "third-country")
MAINLAND, HONG_KONG, THIRD = range(len(ROUTES))
HARMLESS = ("plain", "look-alike", "near-goods", "vague-words", "minority-owner", "sent-again", "energy")
LINKED = (
    "goods-coded", "goods-worded", "listed-buyer", "misdescribed", "end-user-on-paper", "owner-on-register",
    "sent-again-disguised", "no-sign",
)  # fmt: skip
KINDS = HARMLESS + LINKED
PLAIN, LOOK_ALIKE, NEAR, VAGUE, MINORITY, SENT_AGAIN, ENERGY = range(len(HARMLESS))
CODED, WORDED, LISTED, MISDESCRIBED, END_USER, OWNED, DISGUISED, NO_SIGN = range(len(HARMLESS), len(KINDS))
_LINKED_RATES = ("linked_mainland", "linked_hong_kong", "linked_third_country")
_HARD = {
    LOOK_ALIKE: "hard_look_alike", NEAR: "hard_near", VAGUE: "hard_vague", MINORITY: "hard_minority",
    SENT_AGAIN: "hard_sent_again", ENERGY: "energy_share",
}  # fmt: skip
_CAUSES = {
    CODED: "cause_goods", LISTED: "cause_listed", MISDESCRIBED: "cause_misdescribed", END_USER: "cause_end_user",
    OWNED: "cause_owner", DISGUISED: "cause_sent_again",
}  # fmt: skip
_CLASS = {LOOK_ALIKE: ALIKE, LISTED: OF_LIST, OWNED: OWNED_FIRM, MINORITY: MINORITY_FIRM}
_PARTNERS = np.array([0.5, 0.25, 0.15, 0.1])  # how the repeat trade of a buyer falls on its sellers: assumed


@dataclass(frozen=True, slots=True)
class Traffic:
    """Payments as columns, one place each, ordered by day and then by identifier. `kind`: a place in `KINDS`.

    `buyer`, `seller`, `agent`: places among the firms; `agented`: an agent pays for the buyer. `pair`: a number of
    both together. `invoiced`: the text names an invoice; `numbered`: the buyer's tax number is given. `papers`:
    whether the firm sends papers; `wrong`: whether they hide what happened; `slipped`: whether their amount is another.
    Amounts in cents.
    """

    world: World
    firms: Firms
    entity: Whole
    identifier: Whole
    day: NDArray[np.int64]
    cents: NDArray[np.int64]
    yuan: NDArray[np.bool_]
    route: NDArray[np.int64]
    buyer: NDArray[np.int64]
    seller: NDArray[np.int64]
    agent: NDArray[np.int64]
    agented: NDArray[np.bool_]
    pair: Whole
    length: NDArray[np.int64]
    coded: NDArray[np.bool_]
    invoiced: NDArray[np.bool_]
    numbered: NDArray[np.bool_]
    kind: NDArray[np.int64]
    papers: NDArray[np.bool_]
    wrong: NDArray[np.bool_]
    slipped: NDArray[np.bool_]

    @property
    def linked(self) -> NDArray[np.bool_]:
        """Which payments are linked, by cause."""
        return self.kind >= len(HARMLESS)

    @property
    def hard(self) -> NDArray[np.bool_]:
        """Which payments are harmless and look like linked ones, or come a way that linked ones come."""
        found: NDArray[np.bool_] = ~self.linked & ((self.kind != PLAIN) | self.agented)
        return found


def make_traffic(world: World) -> Traffic:
    """All payments of a world; the same columns for the same world, whatever else is made of it."""
    entity = np.arange(world.payments, dtype=np.uint64)
    identifier = whole_numbers(world.seed, "payment/identifier", entity)
    days = (world.last - world.first).days + 1
    order = np.lexsort((identifier, below(world.seed, "payment/day", entity, days)))
    entity, identifier = entity[order], identifier[order]
    route = _routes(world, entity)
    coded = _chance(world, "payment/code", entity, "code_share")
    kind, firms = _kinds(world, entity, route, coded), Firms(world)
    buyer = _buyers(world, firms, entity, kind)
    seller = _sellers(world, firms, entity, buyer, kind, route)
    return Traffic(
        world=world, firms=firms, entity=entity, identifier=identifier,
        day=below(world.seed, "payment/day", entity, days),
        cents=_cents(world, entity, kind == ENERGY),
        yuan=_chance(world, "payment/currency", entity, "yuan_share"),
        route=route, buyer=buyer, seller=seller,
        agent=below(world.seed, "payment/agent", entity, AGENTS),
        agented=_agented(world, entity, route) & (kind != ENERGY),
        pair=(buyer.astype(np.uint64) << np.uint64(32)) | seller.astype(np.uint64),
        length=112 + below(world.seed, "payment/length", entity, 28),
        coded=coded, kind=kind,
        invoiced=_chance(world, "payment/invoice", entity, "invoice_named_share"),
        numbered=_chance(world, "payment/number", entity, "number_share"),
        papers=_chance(world, "papers/sent", entity, "papers_share"),
        wrong=_chance(world, "papers/wrong", entity, "papers_wrong_share"),
        slipped=_chance(world, "papers/slip", entity, "papers_slip_share"),
    )  # fmt: skip


def _chance(world: World, layer: str, entity: Whole, setting: str) -> NDArray[np.bool_]:
    return shares(world.seed, layer, entity) < world[setting]


def _agented(world: World, entity: Whole, route: NDArray[np.int64]) -> NDArray[np.bool_]:
    """An agent pays for the buyer: now and then, and for half of what is booked in third countries (assumed)."""
    rate = np.where(route == THIRD, 0.5, world["agent_share"])
    return shares(world.seed, "payment/agented", entity) < rate


def _buyers(world: World, firms: Firms, entity: Whole, kind: NDArray[np.int64]) -> NDArray[np.int64]:
    """Few firms trade much: the square of a share makes the first ones of a class the busiest."""
    of_kind = np.full(len(KINDS), ORDINARY)
    of_kind[list(_CLASS)] = list(_CLASS.values())
    drawn = (
        shares(world.seed, "payment/buyer", entity) ** np.where(np.arange(len(BUYERS)) == ORDINARY, 2, 1)[of_kind[kind]]
    )
    found: NDArray[np.int64] = firms.buyers.first[of_kind[kind]] + (drawn * firms.buyers.count[of_kind[kind]]).astype(
        np.int64
    )
    return found


def _sellers(
    world: World, firms: Firms, entity: Whole, buyer: NDArray[np.int64], kind: NDArray[np.int64],
    route: NDArray[np.int64],
) -> NDArray[np.int64]:  # fmt: skip
    """Most trade is with one of the buyer's few partners; procurement off the mainland often goes through a shell."""
    slot = picks(world.seed, "payment/partner", entity, _PARTNERS)
    partner = below(world.seed, "pair", (buyer * len(_PARTNERS) + slot).astype(np.uint64), firms.sellers)
    other = (shares(world.seed, "payment/seller", entity) ** 2 * firms.sellers).astype(np.int64)
    usual = np.where(_chance(world, "payment/repeat", entity, "repeat_share"), partner, other)
    shell = firms.sellers + below(world.seed, "payment/shell", entity, firms.shells)
    linked = (kind >= len(HARMLESS)) & (route != MAINLAND)
    rate = np.where(linked, world["shell_share_linked"], world["shell_share_harmless"])
    found: NDArray[np.int64] = np.where(shares(world.seed, "payment/by-shell", entity) < rate, shell, usual)
    return found


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
    """Why each payment is linked, or what kind of harmless one it is. Words that name nothing go without a code."""
    rates = np.array([world[name] for name in _LINKED_RATES])
    linked = shares(world.seed, "truth/linked", entity) < rates[route]
    cause = _drawn(world, "truth/cause", entity, NO_SIGN, world["hidden_share"], _CAUSES)
    cause = np.where((cause == CODED) & ~coded, WORDED, cause)
    harmless = _drawn(world, "truth/harmless", entity, PLAIN, 1 - sum(world[name] for name in _HARD.values()), _HARD)
    return np.where(linked, cause, np.where((harmless == VAGUE) & coded, NEAR, harmless))


def _drawn(
    world: World, layer: str, entity: Whole, first: int, share: float, others: dict[int, str]
) -> NDArray[np.int64]:
    """One of several kinds: the first with its share, the others with what is left in proportion to their settings."""
    rest = np.array([world[name] for name in others.values()])
    left = max(0.0, 1 - share) * rest / rest.sum() if rest.sum() else rest
    return np.array([first, *others])[picks(world.seed, layer, entity, np.array([max(0.0, share), *left]))]
