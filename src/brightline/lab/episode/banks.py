"""The banks of an episode: sixty invented ones, and how each weighs what it fears against the trade it would lose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from brightline.lab.episode.rates import Rates
from brightline.lab.episode.tables import bank_kinds, order_kinds
from brightline.lab.episode.world import Episode
from brightline.lab.streams import Real, shares

OPEN, BY_HAND, CLOSED = "list-only", "by-hand", "block-all"
_BELL = NormalDist()
_GOLDEN = 0.6180339887498949  # its multiples lie evenly and in no order (Weyl)
OWN_WAYS = (OPEN, BY_HAND, CLOSED)  # those a bank may choose by itself; any other is taken on in a scenario


def bank_names() -> tuple[str, ...]:
    """Every bank: `big-state-1` to `russia-facing-8`."""
    return tuple(f"{kind.name}-{one + 1}" for kind in bank_kinds().values() for one in range(kind.count))


@dataclass(frozen=True, slots=True)
class Banks:
    """Columns with a place a bank. `market`: share of first tries; `penalty`: what it would lose, times its temper;
    `mind`: what it minds losing of the trade; `lag`: days from a threat to a changed practice; `taken`: a way it took
    on, else an empty word."""

    names: tuple[str, ...]
    kind: NDArray[np.int64]
    market: Real
    penalty: Real
    mind: Real
    lag: NDArray[np.int64]
    taken: tuple[str, ...]


def make_banks(world: Episode) -> Banks:
    """The banks of a world. Every world has the same mix of tempers and hastes in each kind, so that seeds differ in
    who has which and in the trade, not in the mix; how much the mix matters is for `bank_spread` to show."""
    kinds, names = list(bank_kinds().values()), bank_names()
    kind = np.repeat(np.arange(len(kinds)), [one.count for one in kinds])
    spread, haste = _mix(world, kind)
    temper = np.exp(world["bank_spread"] * np.array([_BELL.inv_cdf(one) for one in spread.tolist()]))
    return Banks(
        names=names, kind=kind, market=np.array([one.market / one.count for one in kinds])[kind],
        penalty=world["penalty"] * np.array([world[f"dollars_{one.word}"] for one in kinds])[kind] * temper,
        mind=world["chinas_trade_off"] * np.array([world[f"trade_{one.word}"] for one in kinds])[kind],
        lag=_lags(world, haste),
        taken=tuple(world.ways.get(name, "") for name in names),
    )  # fmt: skip


def _mix(world: Episode, kind: NDArray[np.int64]) -> tuple[Real, Real]:
    """Two numbers from 0 to 1 for each bank, each evenly spread over its kind and unrelated to the other."""
    drawn = shares(world.seed, "bank/place", np.arange(len(kind), dtype=np.uint64))
    spread, haste = np.empty(len(kind)), np.empty(len(kind))
    for one in range(int(kind.max()) + 1):
        mine = np.flatnonzero(kind == one)
        mine, place = mine[np.argsort(drawn[mine], kind="stable")], np.arange(len(mine))
        spread[mine] = (place + 0.5) / len(mine)
        haste[mine] = (place * _GOLDEN + 0.5) % 1.0
    return spread, haste


def _lags(world: Episode, drawn: Real) -> NDArray[np.int64]:
    days = world["compliance_days"] * (1 + world["compliance_spread"] * (2 * drawn - 1))
    return np.maximum(np.round(days), 1).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Price:
    """What a way costs a bank. `leak`: linked value it lets pass, as the bank weighs it; `harm`: harmless held back."""

    leak: float
    harm: float


def prices(world: Episode, phase: int) -> Mapping[str, Price]:
    """The price of every way, from the real engine's answers; by hand also from how often people are right."""
    found = {way: _price(world, world.rates, way, phase) for way in world.rates.ways}
    return {**found, BY_HAND: _by_hand(world)}


def _linked(world: Episode) -> Mapping[str, float]:
    """Kind of generated payment → its share of linked value."""
    military = world["priority_share"] * world["priority_linked"]
    shared = {one.of: military * one.share for one in order_kinds() if one.priority}
    shared["no-sign"] += (1 - world["priority_share"]) * world["other_linked"]
    whole = sum(shared.values())
    return {name: share / whole for name, share in shared.items()}


def _price(world: Episode, rates: Rates, way: str, phase: int) -> Price:
    leak = harm = 0.0
    for kind, share in _linked(world).items():
        told = rates.of(way, phase, kind)
        unseen = max(0.0, told.released - told.released_signed)
        reviewed = told.reviewed * (1 - world["hand_right"])
        leak += share * (told.released_signed + world["fear_of_unseen"] * unseen + reviewed)
    for one in order_kinds():
        if not one.priority:
            told = rates.of(way, phase, one.of)
            harm += one.share * (told.stopped + told.reviewed * (1 - world["hand_right"]))
    return Price(leak, harm)


def _by_hand(world: Episode) -> Price:
    signed = world.rates.signed
    leak = sum(
        share * (signed[kind] * (1 - world["hand_right"]) + (1 - signed[kind]) * world["fear_of_unseen"])
        for kind, share in _linked(world).items()
    )
    return Price(leak * (1 - world["hand_doubt"]), world["hand_doubt"])
