"""What importers would order had nothing happened: firms, orders and the days on which they were to ship."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from brightline.lab.episode.tables import EXPORTS, customs, order_kinds, works
from brightline.lab.episode.world import AFTER, BEGINS, Episode
from brightline.lab.streams import Real, Whole, normals, picks, shares

MOST_A_MONTH = 24  # orders of one firm; larger firms have larger ones
SMALL, LARGE = 0.6, 0.95  # of firms by size: up to here small, from here on large
_PROCURING = (
    0.12  # of the small and middle firms, those that trade in high-priority goods: assumed (C49, C71: many, small)
)
DIP = date(2024, 3, 1)  # from when on other causes weigh on demand


@dataclass(frozen=True, slots=True)
class Firms:
    """Columns with a place a firm. `size`: share of all trade; `group`: 0 small, 1 middle, 2 large."""

    size: Real
    group: NDArray[np.int64]
    priority: NDArray[np.bool_]
    favoured: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Orders:
    """Columns with a place an order. `ships`: the day it would ship, from the beginning; `kind`: a place in
    `order_kinds()`; `entity`: names its streams; `linked`: by cause, which no bank sees."""

    entity: Whole
    firm: NDArray[np.int64]
    dollars: Real
    ships: NDArray[np.int64]
    kind: NDArray[np.int64]
    linked: NDArray[np.bool_]
    prepaid: NDArray[np.bool_]


def make_firms(world: Episode) -> Firms:
    """The firms of a world, by seed and firm alone."""
    ids = np.arange(world.firms, dtype=np.uint64)
    size = np.exp(world["firm_sigma"] * normals(world.seed, "firm/size", ids))
    size /= size.sum()
    rank = np.empty(world.firms)
    rank[np.argsort(size, kind="stable")] = np.arange(world.firms) / world.firms
    draw = shares(world.seed, "firm/priority", ids)
    largest = np.cumsum(np.sort(size)[::-1])[np.round((1 - rank) * world.firms).astype(np.int64) - 1]
    favoured = largest <= world["favoured"]
    priority = (draw < _PROCURING) & (rank < LARGE)
    return Firms(size, (rank >= SMALL).astype(np.int64) + (rank >= LARGE), priority, favoured)


def make_orders(world: Episode, firms: Firms) -> Orders:
    """Every order of a world with the day it would ship, had nothing happened."""
    each = np.clip(np.round(world["orders_a_month"] * np.sqrt(firms.size * world.firms)), 1, MOST_A_MONTH)
    firm = np.repeat(np.arange(world.firms), each.astype(np.int64))
    slot = np.arange(len(firm)) - np.repeat(np.cumsum(each) - each, each.astype(np.int64))
    parts = [_month(world, firms, firm, slot, each, place) for place in range(_months(world))]
    return Orders(*(np.concatenate([getattr(one, name) for one in parts]) for name in Orders.__slots__))


def _months(world: Episode) -> int:
    """Months planned: the one before the first, those told, and those whose payments begin within them."""
    return world.months + 1 + AFTER // 30


def _month(
    world: Episode, firms: Firms, firm: NDArray[np.int64], slot: NDArray[np.int64], each: Real, place: int
) -> Orders:
    entity = ((firm.astype(np.uint64) * np.uint64(32) + slot.astype(np.uint64)) * np.uint64(32)) + np.uint64(place)
    year, month = 2023 + (9 + place) // 12, (9 + place) % 12 + 1
    days = _working_days(year, month)
    ships = days[(shares(world.seed, "order/day", entity) * len(days)).astype(np.int64)]
    noise = np.exp(world["order_sigma"] * normals(world.seed, "order/size", entity) - world["order_sigma"] ** 2 / 2)
    priority = firms.priority[firm]
    dollars = firms.size[firm] / each[firm] * noise
    dollars *= np.where(priority, *_scales(world, firms, f"{year}-{month:02}")) * _demand(world, year, month)
    return Orders(entity, firm, dollars, ships, _kinds(world, entity, priority), _linked(world, entity, priority),
                  shares(world.seed, "order/prepaid", entity) < world["prepaid"])  # fmt: skip


def _scales(world: Episode, firms: Firms, month: str) -> tuple[float, float]:
    """What makes high-priority goods their share of the whole, the rush before the order included."""
    there, share = float(firms.size[firms.priority].sum()), world["priority_share"]
    rush = world["priority_rush"] if month == "2023-12" else 1.0
    return rush * share / max(there, 1e-9), (1 - share * rush) / max(1 - there, 1e-9)


def _kinds(world: Episode, entity: Whole, priority: NDArray[np.bool_]) -> NDArray[np.int64]:
    kinds = order_kinds()
    drawn = [
        picks(world.seed, "order/kind", entity, np.array([one.share * (one.priority == wanted) for one in kinds]))
        for wanted in (False, True)
    ]
    return np.where(priority, drawn[1], drawn[0])


def _linked(world: Episode, entity: Whole, priority: NDArray[np.bool_]) -> NDArray[np.bool_]:
    rate = np.where(priority, world["priority_linked"], world["other_linked"])
    return shares(world.seed, "order/linked", entity) < rate


def _demand(world: Episode, year: int, month: int) -> float:
    """Dollars that would ship in a month: the year before with growth; January and February split by working days."""
    if year == 2023:
        return customs()[EXPORTS, f"2023-{month:02}"]
    base = {one: customs()[EXPORTS, f"2023-{one:02}"] for one in range(1, 13)}
    if year == 2024 and month <= 2:
        days = [len(_working_days(2024, one)) for one in (1, 2)]
        base[month] = (base[1] + base[2]) * days[month - 1] / sum(days)
    fallen = world["other_causes"] if date(year, month, 1) >= DIP else 0.0
    return base[month] * (1 + world["growth"]) * (1 - fallen)


def _working_days(year: int, month: int) -> NDArray[np.int64]:
    first = date(year, month, 1)
    days = [first + timedelta(days=step) for step in range(31)]
    return np.array([(one - BEGINS).days for one in days if one.month == month and works(one)], dtype=np.int64)
