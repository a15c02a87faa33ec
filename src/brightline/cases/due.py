"""Reports that a disposition makes due, and the day by which: due.yaml, read strictly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from brightline.cases.calendars import Calendar, read_calendars
from brightline.cases.reasons import shipped
from brightline.law.vocabulary import STATUSES
from brightline.screen.plain import Json, maps
from brightline.terms.dispositions import DISPOSITIONS
from brightline.text.marks import Value

BINDING = "binding"


@dataclass(frozen=True, slots=True)
class Report:
    """A report to an authority. `because`: `binding`, or a rule that did not answer no. No calendar: all days count."""

    name: str
    regime: str
    what: str
    when: tuple[str, ...]
    because: str
    days: int
    calendar: Calendar | None
    act: str
    url: str
    status: str

    def due_on(self, day: date) -> date:
        """The last day for it, when the disposition was taken on `day`."""
        if self.calendar is not None:
            return self.calendar.after(day, self.days)
        return day + timedelta(days=self.days)


@lru_cache(maxsize=1)
def reports() -> Mapping[str, Report]:
    """Every report by its name."""
    entry = shipped("due.yaml").entry()
    calendars = read_calendars(entry.take("calendars"))
    read = [_report(one, calendars) for one in entry.take("reports").items()]
    entry.close()
    return {one.name: one for one in read}


def due_of(line: Json, disposition: str) -> Sequence[Report]:
    """The reports that this disposition of a payment makes due, by the findings of its decision."""
    return [one for one in reports().values() if disposition in one.when and _concerns(one, line)]


def _concerns(report: Report, line: Json) -> bool:
    findings = maps(line, "findings")
    if report.because != BINDING:
        return any(one["rule"] == report.because and one["answer"] != "no" for one in findings)
    binding = (one for one in findings if one["force"] == "binds" and one["answer"] == "yes")
    return any(evidence.get("regime") == report.regime for one in binding for evidence in maps(one, "evidence"))


def _report(value: Value, calendars: Mapping[str, Calendar]) -> Report:
    entry = value.entry()
    days, calendar = _within(entry.take("within"), calendars)
    cite = entry.take("cite").entry()
    read = Report(
        name=entry.take("report").text(),
        regime=entry.take("regime").text(),
        what=entry.take("what").text(),
        when=tuple(one.word(DISPOSITIONS) for one in entry.take("when").items()),
        because=entry.take("because").text(),
        days=days,
        calendar=calendar,
        act=cite.take("act").text(),
        url=cite.take("url").text(),
        status=cite.take("status").word(STATUSES),
    )
    cite.close()
    entry.close()
    return read


def _within(value: Value, calendars: Mapping[str, Calendar]) -> tuple[int, Calendar | None]:
    entry = value.entry()
    days, business = entry.take_optional("days"), entry.take_optional("business_days")
    named = entry.take_optional("calendar")
    entry.close()
    counted = business or days
    if counted is None or (business is None) != (named is None):
        raise value.refuse("neither", "days, or business_days with a calendar")
    calendar = calendars[named.word(tuple(calendars))] if named else None
    return counted.thousandths() // 1000, calendar
