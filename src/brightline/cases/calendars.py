"""Days without business, computed for any year from the rules of due.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from brightline.text.marks import Value

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SATURDAY, _SUNDAY = 5, 6
_MOVED = ("nearest", "next")


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day that comes each year: fixed (`month`, `day`), a weekday of a month (`nth`; 0 is the last), or by Easter."""

    month: int = 0
    day: int = 0
    weekday: int = 0
    nth: int = 0
    easter: int | None = None

    def of(self, year: int) -> date:
        """The day in a year, before it is moved from a weekend."""
        if self.easter is not None:
            return easter(year) + timedelta(days=self.easter)
        if self.day:
            return date(year, self.month, self.day)
        return _last(year, self.month, self.weekday) if self.nth == 0 else self._counted(year)

    def _counted(self, year: int) -> date:
        first = date(year, self.month, 1)
        return first + timedelta(days=(self.weekday - first.weekday()) % 7 + 7 * (self.nth - 1))


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days without business of one country. `moved`: where a holiday on a weekend goes, `nearest` or `next`."""

    moved: str
    holidays: tuple[Holiday, ...]

    def after(self, day: date, business_days: int) -> date:
        """The day that is so many business days after `day`."""
        while business_days:
            day += timedelta(days=1)
            business_days -= self.is_open(day)
        return day

    def is_open(self, day: date) -> bool:
        """Whether there is business that day."""
        return day.weekday() < _SATURDAY and not any(day in _kept(self, year) for year in (day.year, day.year + 1))


@lru_cache(maxsize=64)
def _kept(calendar: Calendar, year: int) -> frozenset[date]:
    """The days on which the holidays of a year are kept; New Year's Day may be kept in the year before."""
    kept: set[date] = set()
    for day in sorted(one.of(year) for one in calendar.holidays):
        kept.add(_moved(day, calendar.moved, kept))
    return frozenset(kept)


def _moved(day: date, how: str, taken: set[date]) -> date:
    if how == "nearest":
        return day + timedelta(days={_SATURDAY: -1, _SUNDAY: 1}.get(day.weekday(), 0))
    while day.weekday() >= _SATURDAY or day in taken:
        day += timedelta(days=1)
    return day


def _last(year: int, month: int, weekday: int) -> date:
    after = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return after - timedelta(days=(after.weekday() - weekday) % 7)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def read_calendars(value: Value) -> Mapping[str, Calendar]:
    """The calendars of due.yaml by country. Raises LawError for what it does not understand."""
    read: dict[str, Calendar] = {}
    entry = value.entry()
    for name in list(entry.left):
        one = entry.take(name).entry()
        moved = one.take("moved").word(_MOVED)
        read[name] = Calendar(moved, tuple(_holiday(day) for day in one.take("holidays").items()))
        one.close()
    return read


def _holiday(value: Value) -> Holiday:
    entry = value.entry()
    entry.take("name").text()
    offset = entry.take_optional("easter")
    if offset is not None:
        entry.close()
        return Holiday(easter=int(offset.text()))
    month, day = int(entry.take("month").text()), entry.take_optional("day")
    if day is not None:
        entry.close()
        return Holiday(month=month, day=int(day.text()))
    weekday = _WEEKDAYS.index(entry.take("weekday").word(_WEEKDAYS))
    nth = entry.take("nth").word(("1", "2", "3", "4", "last"))
    entry.close()
    return Holiday(month=month, weekday=weekday, nth=0 if nth == "last" else int(nth))
