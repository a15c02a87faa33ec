"""Agents in third countries: they grow with what is asked of them, and cost more and take longer while they lag."""

from __future__ import annotations

from brightline.lab.episode.world import BEGINS, Episode

_SPARE = 1.5  # what agents can carry before anybody is in a hurry, over what they do carry: assumed
_SEEN = 21.0  # days over which demand is seen


class Agents:
    """All agents together. `fee`: share of the payment; `days`: of a payment; both rise while they are pressed."""

    def __init__(self, world: Episode, a_day: float) -> None:
        self._world = world
        self._load = a_day * world["agents_before"]
        self._room = self._load * _SPARE
        self._lost = {(one.day - BEGINS).days: one.agents_lost for one in world.events.values() if one.agents_lost}
        self._today, self._asked = -1, 0.0

    @property
    def press(self) -> float:
        """What is asked of them over what they can carry, at least 1."""
        return max(1.0, self._load / max(self._room, 1e-9))

    @property
    def fee(self) -> float:
        """The share they take."""
        return min(self._world["agent_fee"] * self.press**2, self._world["agent_fee_most"])

    @property
    def days(self) -> float:
        """Mean days of a payment."""
        return self._world["agent_days"] * min(self.press, 3.0)

    @property
    def appeal(self) -> float:
        """How readily a returned order turns to them: less while they are dear."""
        return self._world["agent_fee"] / self.fee if self.fee > self._world["agent_fee"] * 2 else 1.0

    def asked(self, day: int, dollars: float) -> None:
        """What was asked of them on a day; events of that day take some of them away."""
        self._load += (dollars - self._load) / _SEEN
        self._room += max(self._load * _SPARE - self._room, 0.0) / self._world["agents_grow"]
        gone = [event for event in self._lost if event <= day]
        for event in gone:
            self._room *= 1 - self._lost.pop(event)
