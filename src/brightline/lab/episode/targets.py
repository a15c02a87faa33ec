"""The bands the episode must reproduce, and where a run stands to each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from brightline.lab.episode.tables import EXPORTS, SOURCE, customs, number
from brightline.text.marks import Entry, parse_yaml

Months = Mapping[str, Sequence[float | None]]
_NOVEMBER, _DECEMBER, _JANUARY, _FEBRUARY, _MARCH, _APRIL = range(6)
NEEDED = 6  # months that the bands are about


@dataclass(frozen=True, slots=True)
class Target:
    """A band with its source. `unit`: share or days."""

    name: str
    low: float
    high: float
    unit: str
    source: str
    told: str

    def met(self, value: float) -> bool:
        """Whether a value lies in the band, its ends included."""
        return self.low <= value <= self.high


@lru_cache(maxsize=1)
def targets() -> Mapping[str, Target]:
    """Every band by its name."""
    text = files("brightline.lab.episode").joinpath("targets.yaml").read_text("utf-8")
    place = parse_yaml(text, "lab/episode/targets.yaml")
    return {name: _target(name, value.entry()) for name, value in place.entry().left.items()}


def _target(name: str, entry: Entry) -> Target:
    low, high = (number(entry.take(key)) for key in ("low", "high"))
    unit, source = entry.take("unit").word(("share", "days")), entry.take("source")
    if not SOURCE.fullmatch(source.text()):
        raise source.refuse(repr(source.text()), "facts such as C16")
    one = Target(name, low, high, unit, source.text(), entry.take("told").text())
    entry.close()
    return one


def reached(told: Months) -> Mapping[str, float]:
    """Where a run stands to each band; nothing where it is too short to say."""
    if len(told["exports"]) < NEEDED:
        return {}
    return {name: round(_MEASURES[name](told), 6) for name in targets()}


def _of(told: Months, name: str, *places: int) -> float:
    """The sum over some months."""
    return sum(told[name][place] or 0.0 for place in places)


def _against(told: Months, place: int, month: str) -> float:
    return _of(told, "exports", place) / customs()[EXPORTS, month] - 1


def _worst(told: Months, name: str) -> float:
    return max(one or 0.0 for one in told[name][:NEEDED])


def _spring(told: Months, name: str, wanted: str) -> float:
    return _of(told, name, _MARCH, _APRIL) / _of(told, wanted, _MARCH, _APRIL) - 1


_MEASURES: Mapping[str, Callable[[Months], float]] = {
    "november": lambda told: _against(told, _NOVEMBER, "2023-11"),
    "december": lambda told: _against(told, _DECEMBER, "2023-12"),
    "surge": lambda told: (
        _of(told, "exports", _JANUARY, _FEBRUARY) / (customs()[EXPORTS, "2023-01"] + customs()[EXPORTS, "2023-02"]) - 1
    ),
    "march": lambda told: _against(told, _MARCH, "2023-03"),
    "april": lambda told: _against(told, _APRIL, "2023-04"),
    "returned": lambda told: _worst(told, "returned"),
    "days_before": lambda told: _of(told, "days_of_direct", _NOVEMBER),
    "days_after": lambda told: _worst(told, "days_of_direct"),
    "agents": lambda told: _worst(told, "through_agents"),
    "priority": lambda told: (
        1 - _of(told, "priority_exports", _MARCH, _APRIL) / 2 / _of(told, "priority_exports", _DECEMBER)
    ),
    "imports": lambda told: _spring(told, "imports", "imports_wanted"),
    "energy": lambda told: _spring(told, "energy_imports", "energy_wanted"),
    "small_harder": lambda told: (
        (_of(told, "lost_small", _MARCH, _APRIL) - _of(told, "lost_large", _MARCH, _APRIL)) / 2
    ),
}
