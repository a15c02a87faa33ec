"""What regenerates an episode: seeds, days, firms, every setting, event and bank, and the engine's measured answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from brightline.lab.episode.rates import Rates
from brightline.lab.episode.tables import Event

FIRST = date(2023, 11, 1)  # the first month told
BEGINS = date(2023, 10, 1)  # a month before, so that payments are under way
MOST_MONTHS = 14  # to December 2024, the last month of the customs series
AFTER = 60  # days after the last month for which orders are planned, so that its shipments are whole


@dataclass(frozen=True, slots=True)
class Episode:
    """One world of the episode. `ways`: bank → the way it screens whatever it fears, where it took one on.

    `licences_ended`: licence → the day from which it is gone. `scenario`: the overlay it came from, or `as it was`.
    """

    seed: int
    months: int
    firms: int
    settings: Mapping[str, float]
    events: Mapping[str, Event]
    rates: Rates
    ways: Mapping[str, str] = field(default_factory=dict)
    licences_ended: Mapping[str, date] = field(default_factory=dict)
    scenario: str = "as it was"

    def __getitem__(self, name: str) -> float:
        return self.settings[name]

    @property
    def days(self) -> int:
        """Days simulated, the month before the first included."""
        return (month_start(self.months) - BEGINS).days

    @property
    def widened(self) -> int:
        """The day from which the base is the wider one, counted from the beginning."""
        named = [one.day for one in self.events.values() if one.kind == "law"]
        return (min(named) - BEGINS).days if named else 10**6


def month_start(place: int) -> date:
    """The first day of a month counted from November 2023; 14 gives January 2025."""
    months = FIRST.month - 1 + place
    return date(FIRST.year + months // 12, months % 12 + 1, 1)


def month_name(place: int) -> str:
    """Such as 2024-03."""
    return f"{month_start(place):%Y-%m}"


def day_of(place: int) -> date:
    """The day counted from the beginning."""
    return BEGINS + timedelta(days=place)
