"""What each order meets at a bank: the engine's measured answer for its kind, the same at every bank of that way."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from brightline.lab.bank import RELEASED, REVIEWED, STOPPED
from brightline.lab.episode.orders import Orders
from brightline.lab.episode.rates import PHASES
from brightline.lab.episode.tables import order_kinds
from brightline.lab.episode.world import Episode
from brightline.lab.streams import Real, shares


class Verdicts:
    """Answers for every order: ways by place in `ways`, before and after the base was widened."""

    def __init__(self, world: Episode, orders: Orders) -> None:
        self.ways = world.rates.ways
        self._luck = shares(world.seed, "order/engine", orders.entity)
        self._edges = np.array(
            [
                [[_edges(world, way, phase, one.of) for one in order_kinds()] for phase in range(len(PHASES))]
                for way in self.ways
            ]
        )
        self._kind = orders.kind
        signed = np.array([world.rates.signed[one.of] for one in order_kinds()])
        self.signed = self._luck >= 1 - signed[orders.kind]
        self._doubted = shares(world.seed, "order/doubt", orders.entity)
        self._right, self._doubt = world["hand_right"], world["hand_doubt"]

    def of(self, way: NDArray[np.int64], phase: int, orders: NDArray[np.int64]) -> NDArray[np.int64]:
        """Released, reviewed or stopped, for some orders, each at a bank of a way."""
        edges = self._edges[way, phase, self._kind[orders]]
        luck = self._luck[orders]
        return np.where(luck < edges[:, 0], RELEASED, np.where(luck < edges[:, 1], REVIEWED, STOPPED))

    def let_go(self, orders: NDArray[np.int64], in_doubt: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Whether a person lets an order go: seldom where there is a sign; `in_doubt`: for want of evidence, too."""
        luck = self._doubted[orders]
        harmless = np.where(in_doubt, 1 - self._doubt, self._right)
        return luck < np.where(self.signed[orders], 1 - self._right, harmless)


def _edges(world: Episode, way: str, phase: int, kind: str) -> Real:
    told = world.rates.of(way, phase, kind)
    return np.array([told.released, told.released + told.reviewed])
