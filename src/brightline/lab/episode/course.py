"""The course of an episode, day by day: orders are placed, tried, held, returned, tried elsewhere, paid or given up."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brightline.lab.bank import RELEASED, REVIEWED
from brightline.lab.episode.agents import Agents
from brightline.lab.episode.banks import CLOSED, OPEN, Banks, make_banks, prices
from brightline.lab.episode.desk import Desks
from brightline.lab.episode.fear import LOOKS_EVERY, chances, choose, fears, stays_closed
from brightline.lab.episode.importers import Experience, placed
from brightline.lab.episode.orders import Firms, Orders, make_firms, make_orders
from brightline.lab.episode.tables import works
from brightline.lab.episode.verdicts import Verdicts
from brightline.lab.episode.world import AFTER, Episode, day_of
from brightline.lab.streams import Real, shares

BANK, ROUBLES, AGENT = 0, 1, 2
NEVER = 10**6
AHEAD = 1  # a payment that nobody stops takes so many days; orders are paid so long before they must be
_USUAL = 21.0  # working days over which a bank's share of the corridor is seen
Places = NDArray[np.int64]


@dataclass(slots=True)
class Course:
    """What became of every order, filled day by day. Days count from the beginning; -1: not, or not yet.

    `fate` of orders never paid: 1 not placed, 2 given up. `tried`, `sent_back`: direct yuan payments by day, the
    latter parted in `refused` at once and `outwaited` in a queue; `paid_in`: channel that paid.
    """

    orders: Orders
    firms: Firms
    banks: Banks
    ships: Places
    due: Places
    put_off: NDArray[np.bool_]
    next: Places
    began: Places
    paid: Places
    channel: Places
    first: Places
    tries: Places
    fate: Places
    first_back: NDArray[np.bool_]
    tried: Real
    sent_back: Real
    outwaited: Real
    fee: Real
    stance: Places
    backlog: Real


def run_episode(world: Episode) -> Course:
    """Let an episode run. The same world gives the same course; orders hang on the seed and the settings of demand."""
    return _Runner(world).run()


class _Runner:
    """The state that only the run itself needs."""

    def __init__(self, world: Episode) -> None:
        self.world, self.seed = world, world.seed
        self.firms = make_firms(world)
        orders = make_orders(world, self.firms)
        self.banks = make_banks(world)
        self.course = _untried(world, self.firms, orders, self.banks)
        self._lay_firms()
        self._lay_banks(len(orders.firm) / ((world.days + AFTER) / 30.5))

    def _lay_firms(self) -> None:
        world, ids = self.world, np.arange(self.world.firms, dtype=np.uint64)
        drawn = shares(self.seed, "firm/channel", ids)
        agents, roubles = world["agents_before"], world["roubles_before"]
        self.prefers = np.where(drawn < agents, AGENT, np.where(drawn < agents + roubles, ROUBLES, BANK))
        self.prefers[self.firms.favoured] = BANK
        self.home = self._by_market(shares(self.seed, "firm/bank", ids))
        state = np.flatnonzero(self.banks.kind == 0)
        self.home[self.firms.favoured] = state[self.home[self.firms.favoured] % len(state)]
        self.experience = Experience()
        self.agents = Agents(world, float(self.course.orders.dollars.sum()) / (self.world.days + AFTER))

    def _lay_banks(self, a_month: float) -> None:
        world, course = self.world, self.course
        direct = 1 - world["agents_before"] - world["roubles_before"]
        usual = a_month / 21.0 * direct * self.banks.market
        self.desks = Desks(np.maximum(world["hand_share"] * usual, 0.5), world["hold_limit"])
        self.usual, self.load = usual, usual.copy()
        self.price = [prices(world, phase) for phase in (0, 1)]
        self.chance = chances(world, self.banks)
        self.verdicts = Verdicts(world, course.orders)
        self.stance = np.zeros(len(self.banks.names), dtype=np.int64)
        ways = list(self.verdicts.ways)
        self.open, self.closed = ways.index(OPEN), ways.index(CLOSED)
        self.taken = np.array([ways.index(way) if way else -1 for way in self.banks.taken])
        self.took = self.taken >= 0
        self.shut = np.zeros(len(self.stance), dtype=bool)

    def _by_market(self, drawn: Real) -> Places:
        edges = np.cumsum(self.banks.market) / self.banks.market.sum()
        return np.minimum(np.searchsorted(edges, drawn, side="right"), len(edges) - 1)

    def run(self) -> Course:
        """Every day in turn."""
        for day in range(self.world.days):
            self._look(day)
            if works(day_of(day)):
                self._work(day)
            else:
                self.course.next[self.course.next == day] = day + 1
            self.course.stance[day], self.course.backlog[day] = self.stance, self.desks.backlog
            self.course.fee[day] = self.agents.fee
        return self.course

    def _work(self, day: int) -> None:
        places = np.flatnonzero(self.course.next == day)
        places = self._place(day, places)
        channel = self.course.channel[places]
        arrived = np.zeros(len(self.usual))
        self._at_banks(day, places[channel == BANK], arrived)
        self._in_roubles(day, places[channel == ROUBLES])
        self._through_agents(day, places[channel == AGENT])
        self.desks.work()
        self.load += (arrived - self.load) / _USUAL
        self.experience.forget()

    def _look(self, day: int) -> None:
        """Each bank looks at its practice once a week, in the light of what it fears by now."""
        phase = int(day >= self.world.widened)
        share = (self.load / self.load.sum()) / (self.usual / self.usual.sum())
        fear = fears(self.world, self.banks, self.chance[day], share)
        looking = (day - self.banks.lag) % LOOKS_EVERY == 0
        chosen = choose(self.banks, fear, self.price[phase], self.world["political_floor"])
        self.stance = np.where(looking, chosen, self.stance)
        self.shut = np.where(looking, stays_closed(self.banks, fear, self.price[phase]), self.shut) & self.took

    def _place(self, day: int, places: Places) -> Places:
        """New orders are placed, postponed or dropped; a second try of an order goes on as it is."""
        course, world = self.course, self.world
        under_way, new = places[course.began[places] >= 0], places[course.began[places] < 0]
        goes, later = placed(world, self.experience, course, self.firms, new)
        course.began[new[goes]] = day
        course.next[new[later]] = day + self._days(new[later], "order/later", world["postpone_days"])
        course.ships[new[later]] += course.next[new[later]] - day
        course.put_off[new[later]] = True
        dropped = new[~goes & ~later]
        course.fate[dropped], course.next[dropped] = 1, NEVER
        self._prefer(new[goes])
        return np.concatenate([under_way, new[goes]])

    def _prefer(self, places: Places) -> None:
        """The way in which a firm pays by now; some of those with an agent try a bank again."""
        firm = self.course.orders.firm[places]
        back = self._chance(places, "order/back-to-banks") < self.world["back_to_banks"]
        self.prefers[firm[(self.prefers[firm] == AGENT) & back]] = BANK
        self.course.channel[places] = self.course.first[places] = self.prefers[firm]

    def _at_banks(self, day: int, places: Places, arrived: Real) -> None:
        course, phase = self.course, int(day >= self.world.widened)
        bank = self._bank(places)
        np.add.at(arrived, bank, 1.0)
        favoured = self.firms.favoured[course.orders.firm[places]]
        by_hand = np.where(self.took[bank], self.shut[bank] & favoured, (self.stance[bank] == 1) | favoured)
        shut = np.where(self.took[bank], self.shut[bank], self.stance[bank] == 2) & ~favoured
        way = np.where(shut, self.closed, np.where(self.took[bank] & ~self.shut[bank], self.taken[bank], self.open))
        said = self.verdicts.of(way, phase, places)
        tied = self.verdicts.of(np.full(len(places), self.closed), phase, places) != RELEASED
        said = np.where(by_hand & tied & (said == RELEASED), REVIEWED, said)
        self._settle(day, places, bank, said, by_hand, favoured)

    def _settle(
        self, day: int, places: Places, bank: Places, said: Places, by_hand: NDArray[np.bool_],
        favoured: NDArray[np.bool_],
    ) -> None:  # fmt: skip
        """What was released is paid, what was held waits for a person, the rest goes back."""
        wait = np.ones(len(places))
        held = said == REVIEWED
        wait[held] = self.desks.wait(bank[held])
        too_long = held & (wait > self.world["hold_limit"]) & ~favoured
        fine = (said == RELEASED) | (held & ~too_long & self.verdicts.let_go(places, by_hand))
        fine |= favoured & held
        days = np.maximum(np.round(wait), 1).astype(np.int64)
        self._pay(day + np.minimum(days[fine], 60), places[fine])
        self._learn_bank(places[fine], bank[fine])
        back = ~fine
        ready = self._days(places[back], "try/return", self.world["return_days"])
        waited = np.where(held[back], np.minimum(days[back], int(self.world["hold_limit"])), 0)
        self.course.tried[day] += len(places)
        self.course.sent_back[day] += back.sum()
        self.course.outwaited[day] += too_long.sum()
        self._next_try(places[back], day + waited + ready)

    def _bank(self, places: Places) -> Places:
        """A firm's own bank first; then another, now and then one that is known to pay."""
        course, firm = self.course, self.course.orders.firm[places]
        known = self._chance(places, "try/known", tries=True) < self.world["word_of_mouth"]
        drawn = self._chance(places, "try/bank", tries=True)
        paying = self.banks.market * np.where(self.took, ~self.shut, self.stance < 2)
        paying = paying if paying.sum() > 0 else self.banks.market
        edges = np.cumsum(paying) / paying.sum()
        informed = np.minimum(np.searchsorted(edges, drawn, side="right"), len(edges) - 1)
        other = np.where(known, informed, self._by_market(drawn))
        return np.where(course.tries[places] == 0, self.home[firm], other)

    def _learn_bank(self, places: Places, bank: Places) -> None:
        stays = self._chance(places, "firm/stays") < self.world["stays"]
        self.home[self.course.orders.firm[places[stays]]] = bank[stays]

    def _in_roubles(self, day: int, places: Places) -> None:
        fine = self._chance(places, "try/roubles", tries=True) < self.world["rouble_success"]
        days = self._days(places, "try/rouble-days", self.world["rouble_days"])
        self._pay(day + days[fine], places[fine])
        self._next_try(places[~fine], day + days[~fine])

    def _through_agents(self, day: int, places: Places) -> None:
        self.agents.asked(day, float(self.course.orders.dollars[places].sum()))
        priority = self.firms.priority[self.course.orders.firm[places]]
        success = np.where(priority, self.world["agent_success_priority"], self.world["agent_success"])
        fine = self._chance(places, "try/agent", tries=True) < success
        days = self._days(places, "try/agent-days", self.agents.days)
        self._pay(day + days[fine], places[fine])
        self._next_try(places[~fine], day + days[~fine])

    def _pay(self, on: Places, places: Places) -> None:
        course = self.course
        course.paid[places], course.next[places] = on, NEVER
        fee = np.where(course.channel[places] == AGENT, self.agents.fee, 0.0)
        self.experience.tell(self._group(places), fee, on - course.began[places], course.tries[places] + 1)

    def _group(self, places: Places) -> Places:
        firm = self.course.orders.firm[places]
        return self.firms.group[firm] * 2 + self.firms.priority[firm]

    def _next_try(self, places: Places, on: Places) -> None:
        """After a return: give up, an agent, roubles, or another bank."""
        world, course = self.world, self.course
        course.first_back[places] |= course.tries[places] == 0
        course.tries[places] += 1
        up = self._chance(places, "after/up", tries=True) < world["gives_up"] / world["dependence"]
        up |= course.tries[places] >= world["most_tries"]
        turn = self._chance(places, "after/turn", tries=True)
        agent = turn < world["to_agent"] * self.agents.appeal
        roubles = ~agent & (turn < world["to_agent"] * self.agents.appeal + world["to_roubles"])
        was = course.channel[places]
        course.channel[places] = np.where(agent, AGENT, np.where(roubles, ROUBLES, was))
        self._stick(places, agent, roubles)
        course.next[places] = np.where(up, NEVER, on)
        course.fate[places[up]] = 2
        gone = places[up]
        self.experience.tell(self._group(gone), np.zeros(len(gone)), on[up] - course.began[gone], course.tries[gone])

    def _stick(self, places: Places, agent: NDArray[np.bool_], roubles: NDArray[np.bool_]) -> None:
        firm, drawn = self.course.orders.firm[places], self._chance(places, "after/stick", tries=True)
        self.prefers[firm[agent & (drawn < self.world["agent_sticks"])]] = AGENT
        self.prefers[firm[roubles & (drawn < self.world["rouble_sticks"])]] = ROUBLES

    def _chance(self, places: Places, layer: str, *, tries: bool = False) -> Real:
        entity = self.course.orders.entity[places]
        if tries:
            entity = entity + self.course.tries[places].astype(np.uint64) * np.uint64(2**40)
        return shares(self.seed, layer, entity)

    def _days(self, places: Places, layer: str, mean: float) -> Places:
        """Whole days about a mean, from half of it to one and a half, at least one."""
        drawn = mean * (0.5 + self._chance(places, layer, tries=True))
        return np.maximum(np.round(drawn), 1).astype(np.int64)


def _untried(world: Episode, firms: Firms, orders: Orders, banks: Banks) -> Course:
    """A course on whose first day nothing has been tried; orders that were due before long lie behind it."""
    count, days, many = len(orders.firm), world.days, len(banks.names)
    due = _before_holidays(orders.ships - int(world["ship_days"]) - AHEAD)
    none = np.zeros(count, dtype=np.int64)
    return Course(
        orders=orders, firms=firms, banks=banks, ships=orders.ships.copy(), due=due, put_off=none > 0,
        next=np.where(due >= 0, due, np.where(due < -20, NEVER, 0)), began=none - 1, paid=none - 1, channel=none.copy(),
        first=none.copy(), tries=none.copy(), fate=none.copy(), first_back=none > 0, tried=np.zeros(days),
        sent_back=np.zeros(days), outwaited=np.zeros(days), fee=np.zeros(days),
        stance=np.zeros((days, many), dtype=np.int64), backlog=np.zeros((days, many)),
    )  # fmt: skip


def _before_holidays(day: Places) -> Places:
    """The day itself where banks work, else the last one before on which they do: a holiday is no surprise."""
    first, last = int(day.min()), int(day.max())
    kept, known = first, np.empty(last - first + 1, dtype=np.int64)
    for place in range(first, last + 1):
        kept = place if works(day_of(place)) else kept
        known[place - first] = kept
    return known[day - first]
