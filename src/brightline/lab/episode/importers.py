"""What importers remember of fees, days and tries, and which orders they place, put off or drop for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from brightline.lab.episode.orders import Firms
from brightline.lab.episode.world import Episode
from brightline.lab.streams import Real, shares

if TYPE_CHECKING:
    from brightline.lab.episode.course import Course

_GROUPS = 6  # three sizes, civil and high-priority
_KEPT = 1 - 1 / 21.0  # of what was remembered yesterday
_USUAL_TRIES = 1.1  # before the order a few payments came back too
_DEAREST = 0.6  # no order costs more than this part of it


class Experience:
    """Fees (share), days and tries as told by payments of the last weeks, by size and kind of goods."""

    def __init__(self) -> None:
        self._weight = np.full(_GROUPS, 1.0)
        self._sums = np.array([[0.0] * _GROUPS, [1.0] * _GROUPS, [1.0] * _GROUPS])

    def tell(self, group: NDArray[np.int64], fee: Real, days: NDArray[np.int64], tries: NDArray[np.int64]) -> None:
        """Some payments that ended, well or not."""
        np.add.at(self._weight, group, 1.0)
        for row, told in enumerate((fee, days, tries)):
            np.add.at(self._sums[row], group, told)

    def forget(self) -> None:
        """A day passes."""
        self._weight *= _KEPT
        self._sums *= _KEPT

    def of(self, group: NDArray[np.int64]) -> tuple[Real, Real, Real]:
        """Mean fee, days and tries in some groups."""
        fee, days, tries = self._sums / self._weight
        return fee[group], days[group], tries[group]


def placed(
    world: Episode, experience: Experience, course: Course, firms: Firms, places: NDArray[np.int64]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which orders are placed, and which are put off instead, each but once; large state firms place all."""
    orders = course.orders
    firm = orders.firm[places]
    fee, days, tries = experience.of(firms.group[firm] * 2 + firms.priority[firm])
    usual_fee, usual_days = _usual(world)
    more = np.maximum(tries - _USUAL_TRIES, 0.0) * world["try_cost"] / np.maximum(orders.dollars[places], 1.0)
    dearer = np.maximum(fee - usual_fee, 0.0) + world["delay_cost"] * np.maximum(days - usual_days, 0.0)
    cost = np.minimum(dearer + more, _DEAREST)
    asked = orders.entity[places] + course.put_off[places].astype(np.uint64) * np.uint64(2**40)
    goes = shares(world.seed, "order/placed", asked) < np.exp(-world["elasticity"] / world["dependence"] * cost)
    goes |= firms.favoured[firm]
    later = (
        ~goes
        & ~course.put_off[places]
        & (shares(world.seed, "order/put-off", orders.entity[places]) < world["postponed"])
    )
    return goes, later


def _usual(world: Episode) -> tuple[float, float]:
    """Mean fee and days before the order: what demand had long taken into account."""
    agents, roubles = world["agents_before"], world["roubles_before"]
    days = agents * world["agent_days"] + roubles * world["rouble_days"] + (1 - agents - roubles) * world["clean_days"]
    return agents * world["agent_fee"], days
