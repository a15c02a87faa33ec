"""The bank around the engine: people look at what is held, in the order it came, as many a day as there are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brightline.lab.streams import Whole, shares

RELEASED, REVIEWED, STOPPED = 0, 1, 2
CAPACITY = 0.06  # payments a day that people can look at, as a share of a day's payments: assumed (C61: 2-5 % held)
RIGHT = 0.9  # how often a person who looks is right, where there is something to see: assumed, range 0.8-0.98


@dataclass(frozen=True, slots=True)
class Handled:
    """What became of each payment. `let_go`: released in the end; `days`: whole days until then, 0 at once."""

    let_go: NDArray[np.bool_]
    days: NDArray[np.int64]


def handle(
    seed: int, entity: Whole, day: NDArray[np.int64], outcome: NDArray[np.int64], suspect: NDArray[np.bool_]
) -> Handled:
    """Work through the reviews of one bank. `day` never falls; `suspect`: linked, with a sign that a person can see.

    A stop is returned. Of the reviews a person lets go what shows nothing, but for a share of mistakes; how lucky a
    payment is with its reviewer does not depend on the way that held it.
    """
    right = shares(seed, "bank/right", entity) < RIGHT
    reviewed = outcome == REVIEWED
    let_go = (outcome == RELEASED) | (reviewed & (suspect != right))
    return Handled(let_go, np.where(reviewed, waiting(day, reviewed), 0))


def waiting(day: NDArray[np.int64], reviewed: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Days until each reviewed payment is looked at, the day of looking counted: first come, first served."""
    days = int(day.max(initial=0)) + 1
    a_day = max(1, round(CAPACITY * len(day) / days))
    queue = np.arange(int(reviewed.sum()))
    slots = np.maximum.accumulate(day[reviewed] * a_day - queue) + queue
    waited = np.zeros(len(day), dtype=np.int64)
    waited[reviewed] = slots // a_day - day[reviewed] + 1
    return waited
