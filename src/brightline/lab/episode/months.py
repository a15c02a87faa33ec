"""An episode told month by month: trade, payments, banks, and who was hurt."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from brightline.lab.episode.course import AGENT, BANK, ROUBLES, Course
from brightline.lab.episode.tables import EXPORTS, customs
from brightline.lab.episode.world import BEGINS, Episode, month_name, month_start
from brightline.lab.streams import Real

Column = list[float | None]


def by_month(world: Episode, course: Course) -> Mapping[str, Column]:
    """Measures with a value a month (None: nothing to measure). Shares from 0 to 1, dollars, days."""
    teller = _Teller(world, course)
    return {**teller.trade(), **teller.payments(), **teller.practice(), **teller.hurt()}


class _Teller:
    """Sums by month over the columns of a course."""

    def __init__(self, world: Episode, course: Course) -> None:
        self.world, self.course = world, course
        self.edges = np.array([(month_start(one) - BEGINS).days for one in range(world.months + 1)])
        self.planned = self._month(course.orders.ships)
        free = ~course.orders.prepaid & (course.began >= 0)
        ready = np.where(course.paid >= 0, course.paid + int(world["ship_days"]), 10**6)
        shipped = np.where(free, course.ships, np.maximum(course.ships, ready))
        shipped[course.began < 0] = 10**6
        self.shipped = self._month(shipped)
        self.paid = self._month(np.where(course.paid >= 0, course.paid, 10**6))

    def _month(self, day: NDArray[np.int64]) -> NDArray[np.int64]:
        place: NDArray[np.int64] = np.searchsorted(self.edges, day, side="right").astype(np.int64) - 1
        return place

    def _sum(self, month: NDArray[np.int64], value: Real) -> Real:
        inside = (month >= 0) & (month < self.world.months)
        return np.bincount(month[inside], value[inside], self.world.months).astype(np.float64)

    def _daily(self, value: Real) -> Real:
        return self._sum(self._month(np.arange(self.world.days)), value)

    def trade(self) -> Mapping[str, Column]:
        """Exports, against the year before, and of high-priority goods."""
        dollars = self.course.orders.dollars
        priority = self.course.firms.priority[self.course.orders.firm].astype(float)
        exports = self._sum(self.shipped, dollars)
        before = [before_of(EXPORTS, place) for place in range(self.world.months)]
        yoy: Column = [now / then - 1 if then else None for now, then in zip(exports.tolist(), before, strict=True)]
        return {
            "exports": exports.tolist(), "exports_against_year_before": yoy,
            "wanted": self._sum(self.planned, dollars).tolist(),
            "priority_exports": self._sum(self.shipped, dollars * priority).tolist(),
        }  # fmt: skip

    def payments(self) -> Mapping[str, Column]:
        """How payments went: returned, delayed, through agents, in roubles, at what fee."""
        course, count = self.course, np.ones(len(self.course.paid))
        dollars, days = course.orders.dollars, (course.paid - course.began).astype(np.float64)
        tried, paid, value = self._daily(course.tried), self._sum(self.paid, count), self._sum(self.paid, dollars)
        through = {name: self._sum(self.paid, dollars * (course.channel == place)) for name, place in
                   (("agents", AGENT), ("roubles", ROUBLES))}  # fmt: skip
        direct: Real = (course.first == BANK).astype(np.float64)
        began = self._month(np.where(course.began >= 0, course.began, 10**6))
        return {
            "returned": ratio(self._daily(course.sent_back), tried),
            "returned_after_waiting": ratio(self._daily(course.outwaited), tried),
            "days": ratio(self._sum(self.paid, days), paid),
            "days_of_direct": ratio(self._sum(self.paid, days * direct), self._sum(self.paid, direct)),
            "through_agents": ratio(through["agents"], value),
            "in_roubles": ratio(through["roubles"], value),
            "agent_fee": ratio(self._daily(course.fee), self._daily(np.ones(self.world.days))),
            "tries": ratio(self._sum(self.paid, (course.tries + 1).astype(np.float64)), paid),
            "given_up": ratio(self._sum(began, dollars * (course.fate == 2)), self._sum(began, dollars)),
        }  # fmt: skip

    def practice(self) -> Mapping[str, Column]:
        """Market of banks that work by hand or are closed, and how long their queues are in days at the month's end."""
        course, last = self.course, self.edges[1:] - 1
        market = course.banks.market
        made: dict[str, Column] = {
            "market_by_hand": ((course.stance[last] == 1) @ market).tolist(),
            "market_closed": ((course.stance[last] == 2) @ market).tolist(),
            "waiting": course.backlog[last].sum(axis=1).tolist(),
        }
        return made

    def hurt(self) -> Mapping[str, Column]:
        """Trade lost by size of firm, harmless payments sent back, linked value that was paid through banks."""
        orders, course = self.course.orders, self.course
        group, civil = course.firms.group[orders.firm], (~orders.linked).astype(float)
        lost: dict[str, Column] = {}
        for place, name in enumerate(("small", "middle", "large")):
            mine = orders.dollars * (group == place)
            lost[f"lost_{name}"] = ratio(
                self._sum(self.planned, mine) - self._sum(self.shipped, mine), self._sum(self.planned, mine)
            )
        due = self._month(course.due)
        direct = (course.channel == BANK) & (course.paid >= 0)
        return {
            **lost,
            "harmless_sent_back": ratio(self._sum(due, civil * course.first_back), self._sum(due, civil)),
            "linked_paid_by_banks": ratio(
                self._sum(due, orders.dollars * orders.linked * direct), self._sum(due, orders.dollars * orders.linked)
            ),
            "harmless_paid_by_banks": ratio(
                self._sum(due, orders.dollars * civil * direct), self._sum(due, orders.dollars * civil)
            ),
        }


def ratio(above: Real, below: Real) -> Column:
    """One sum over another, None where there is nothing below."""
    return [a / b if b else None for a, b in zip(above.tolist(), below.tolist(), strict=True)]


def before_of(flow: str, place: int) -> float | None:
    """What customs told of the same month a year before; None before 2023."""
    name = month_name(place)
    return customs().get((flow, f"{int(name[:4]) - 1}{name[4:]}"))
