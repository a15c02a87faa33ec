"""The people of each bank: what is held waits its turn; what would wait too long is returned instead."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from brightline.lab.streams import Real


class Desks:
    """A queue a bank, in payments. `capacity`: payments that people can look at on a working day."""

    def __init__(self, capacity: Real, limit: float) -> None:
        self.capacity, self.limit = capacity, limit
        self.backlog = np.zeros(len(capacity))

    def wait(self, bank: NDArray[np.int64]) -> Real:
        """Days until each payment handed in today is looked at, in the order given; they join the queue if that is
        no longer than the limit. 1 is the same day's end; above the limit: it is not taken."""
        order = np.argsort(bank, kind="stable")
        ranked = bank[order]
        first = np.searchsorted(ranked, ranked, side="left")
        days = np.empty(len(bank))
        days[order] = (self.backlog[ranked] + np.arange(len(bank)) - first) / self.capacity[ranked] + 1.0
        np.add.at(self.backlog, bank[days <= self.limit], 1.0)
        return days

    def work(self) -> None:
        """A working day's looking."""
        self.backlog = np.maximum(self.backlog - self.capacity, 0.0)
