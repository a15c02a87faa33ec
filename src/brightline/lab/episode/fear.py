"""Fear: the perceived penalty times the perceived chance, moved by dated events; and what a bank does about it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from brightline.lab.episode.banks import BY_HAND, CLOSED, OPEN, Banks, Price
from brightline.lab.episode.tables import Event, bank_kinds
from brightline.lab.episode.world import BEGINS, Episode
from brightline.lab.streams import Real

LOOKS_EVERY = 7  # days between two looks of a bank at its own practice


def chances(world: Episode, banks: Banks) -> Real:
    """The perceived chance of a penalty: a row a day, a column a bank; 1 is what the order of December 2023 adds.

    A bank takes its own time to act on the order, and a part of that time on whatever comes later.
    """
    days, kinds = np.arange(world.days, dtype=np.float64), list(bank_kinds())
    made = np.zeros((world.days, len(banks.names)))
    for event in world.events.values():
        reached = np.array([not event.reaches or kind in event.reaches for kind in kinds], dtype=np.float64)
        lag = banks.lag * (1.0 if event.kind == "order" else world["later_haste"])
        made += _course(event, days[:, None] - lag, world["fading_days"]) * reached[banks.kind]
    return np.maximum(made, 0.0)


def _course(event: Event, days: Real, half: float) -> Real:
    since = days - (event.day - BEGINS).days
    faded = event.lasting + (1 - event.lasting) * np.exp2(-np.maximum(since, 0.0) / half)
    return np.where(since >= 0, event.kick * faded, 0.0)


def fears(world: Episode, banks: Banks, chance: Real, load: Real) -> Real:
    """What each bank fears on a day, of the chances of that day. `load`: its share of the corridor over its usual one;
    standing out frightens."""
    noticed = 1.0 + world["attention"] * np.log(np.clip(load, 1.0, 20.0))
    fear: Real = banks.penalty * chance * noticed
    return fear


def choose(banks: Banks, fear: Real, price: Mapping[str, Price], floor: float) -> NDArray[np.int64]:
    """The cheapest way for each bank: 0 open, 1 by hand, 2 closed. A `floor` of the market never closes."""
    cost = np.array([fear * price[way].leak + banks.mind * price[way].harm for way in (OPEN, BY_HAND, CLOSED)])
    chosen = cost.argmin(axis=0)
    kept = _kept_open(banks, cost[2] - cost[1], chosen, floor)
    return np.where(kept, 1, chosen)


def stays_closed(banks: Banks, fear: Real, price: Mapping[str, Price]) -> NDArray[np.bool_]:
    """Whether a bank that took on a way closes all the same, because it still fears more than it minds."""
    leak, harm = (np.array([getattr(price[way or OPEN], part) for way in banks.taken]) for part in ("leak", "harm"))
    return fear * (leak - price[CLOSED].leak) > banks.mind * (price[CLOSED].harm - harm)


def _kept_open(banks: Banks, gain: Real, chosen: NDArray[np.int64], floor: float) -> NDArray[np.bool_]:
    """The closed banks that are told to stay, those that gain least by closing first, until the floor is reached."""
    lacking = floor - banks.market[chosen != 2].sum()
    kept = np.zeros(len(chosen), dtype=bool)
    for place in np.argsort(gain, kind="stable"):
        if lacking <= 0:
            break
        if chosen[place] == 2:
            kept[place] = True
            lacking -= banks.market[place]
    return kept
