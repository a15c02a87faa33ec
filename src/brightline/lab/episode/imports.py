"""What China buys from Russia meanwhile: energy above all, paid by few through large banks (C38-C40, C81)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from brightline.lab.bank import STOPPED
from brightline.lab.episode.course import Course
from brightline.lab.episode.months import before_of
from brightline.lab.episode.rates import ENERGY, LICENSED, UNLICENSED
from brightline.lab.episode.tables import IMPORTS, customs
from brightline.lab.episode.world import BEGINS, Episode, month_name, month_start
from brightline.lab.streams import Real, below, shares

PAYERS, A_MONTH = 60, 8  # buyers and their payments a month: few (C81); the numbers are assumed
ANOTHER_WAY = 30  # days until a payer has found another Russian bank, one that is not listed: assumed
_DESK_WAY = "shipped"  # large banks look at energy with the licences in hand, as this way does
_STATE = 0  # the place of large state banks among the kinds


@dataclass(frozen=True, slots=True)
class Bought:
    """Payments for imports, a place each: due and paid, in days from the beginning; energy or not; returned or not.

    Cargoes go on while a payment is looked at; only one that comes back moves the next (assumed).
    """

    due: NDArray[np.int64]
    paid: NDArray[np.int64]
    dollars: Real
    energy: NDArray[np.bool_]
    back: NDArray[np.bool_]


def imports(world: Episode, course: Course) -> Bought:
    """What was bought in every month told, and when it was paid."""
    parts = [_month(world, place) for place in range(world.months)]
    entity, due, dollars = (np.concatenate([one[at] for one in parts]) for at in range(3))
    energy = shares(world.seed, "import/energy", entity) < world["energy_of_imports"]
    state = np.flatnonzero(course.banks.kind == _STATE)
    bank = state[below(world.seed, "import/bank", entity // np.uint64(2**16), len(state))]
    said = _answers(world, entity, due, energy)
    shut = (course.stance[due, bank] == 2) & (world["political_floor"] <= 0)
    back = (said == STOPPED) | shut
    later = np.where(back, world["return_days"] + ANOTHER_WAY, 0.0)
    paid = np.where(shut, 10**6, due + np.round(later).astype(np.int64))
    return Bought(due, paid, dollars, energy, back)


def _month(world: Episode, place: int) -> tuple[NDArray[np.uint64], NDArray[np.int64], Real]:
    payer, slot = np.divmod(np.arange(PAYERS * A_MONTH), A_MONTH)
    entity = payer.astype(np.uint64) * np.uint64(2**16) + np.uint64(place * A_MONTH) + slot.astype(np.uint64)
    first, after = ((month_start(one) - BEGINS).days for one in (place, place + 1))
    due = first + below(world.seed, "import/day", entity, after - first)
    weight = np.exp(0.6 * shares(world.seed, "import/size", entity))
    return entity, due, weight / weight.sum() * _wanted(world, month_name(place))


def _wanted(world: Episode, month: str) -> float:
    base = customs()[IMPORTS, f"2023-{month[5:]}"]
    return base if month < "2024" else base * (1 + world["imports_growth"])


def _answers(
    world: Episode, entity: NDArray[np.uint64], due: NDArray[np.int64], energy: NDArray[np.bool_]
) -> NDArray[np.int64]:
    """What the engine says of each: oil through a listed bank under its licence, or without it, or through another."""
    listed = energy & (
        shares(world.seed, "import/listed-bank", entity // np.uint64(2**16)) < world["energy_listed_bank"]
    )
    ends = list(world.licences_ended.values())
    gone = due >= (min(ends, default=date.max) - BEGINS).days
    luck = shares(world.seed, "import/engine", entity)
    said = np.zeros(len(entity), dtype=np.int64)
    for kind, mine in ((ENERGY, energy & ~listed), (LICENSED, listed & ~gone), (UNLICENSED, listed & gone)):
        told = world.rates.of(_DESK_WAY, 1, kind)
        answer = (luck >= told.released).astype(np.int64) + (luck >= told.released + told.reviewed)
        said = np.where(mine, answer, said)
    return said


def imports_by_month(world: Episode, course: Course) -> Mapping[str, list[float | None]]:
    """Imports paid for by month, against the year before, and the energy in them; dollars, and share returned."""
    bought = imports(world, course)
    edges = np.array([(month_start(one) - BEGINS).days for one in range(world.months + 1)])
    month = np.searchsorted(edges, bought.paid, side="right") - 1
    due = np.searchsorted(edges, bought.due, side="right") - 1
    told = [_sum(month, value, world.months) for value in (bought.dollars, bought.dollars * bought.energy)]
    wanted = _sum(due, bought.dollars, world.months)
    back = _sum(due, bought.dollars * bought.back * bought.energy, world.months)
    energy = _sum(due, bought.dollars * bought.energy, world.months)
    before = [before_of(IMPORTS, place) for place in range(world.months)]
    return {
        "imports": told[0].tolist(), "energy_imports": told[1].tolist(), "imports_wanted": wanted.tolist(),
        "energy_wanted": energy.tolist(),
        "imports_against_year_before": [
            one / then - 1 if then else None for one, then in zip(told[0].tolist(), before, strict=True)
        ],
        "energy_returned": (back / energy).tolist(),
    }  # fmt: skip


def _sum(month: NDArray[np.int64], value: Real, months: int) -> Real:
    inside = (month >= 0) & (month < months)
    return np.bincount(month[inside], value[inside], months).astype(np.float64)
