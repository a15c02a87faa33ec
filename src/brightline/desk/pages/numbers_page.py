"""The figures of the desk: how much is held, how often rightly, how long it takes, and on whom it falls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from starlette.responses import Response

from brightline.cases.numbers import Figures, numbers
from brightline.cases.requests.reading import turnround
from brightline.cases.second_look import second_looks_due
from brightline.desk.drawing import draw
from brightline.desk.visit import Ask
from brightline.errors import Refused
from brightline.report.plots import Segment, columns, stacked
from brightline.screen.labels import rule_label

SPANS = (("7", "7 days"), ("30", "30 days"), ("90", "90 days"), ("365", "a year"))
TITLES = {
    "rule": "By rule",
    "list": "By list",
    "corridor": "By corridor",
    "outcome": "By outcome",
    "script": "By script of the names",
    "firm_size": "By size of the firm",
}
FAIR = ("script", "firm_size")  # whom it falls on: shown together
MOST_ROWS = 15


@dataclass(frozen=True, slots=True)
class RowView:
    """One line of a table of figures: its name, its counts as a stacked bar, and its figures."""

    name: str
    label: str
    figures: Figures
    bar: tuple[Segment, ...]


def show(ask: Ask) -> Response:
    """The figures of the last days asked for (`days`), as tables and plots."""
    days = ask.query.get("days", "30")
    if days not in dict(SPANS):
        raise Refused("days", repr(days[:20]), f"one of {', '.join(dict(SPANS))}")
    now = ask.service.store.now()
    since, until = now - timedelta(days=int(days)), now + timedelta(seconds=1)
    found = numbers(ask.service.store, ask.actor, since, until)
    content = {
        "found": found,
        "days": days,
        "spans": SPANS,
        "weeks": columns([(week, parts_of(one)) for week, one in found.by["week"]]),
        "tables": [(title, name in FAIR, rows_of(found.by[name], name)) for name, title in TITLES.items()],
        "asked": turnround(ask.service.store, ask.actor, since, until)[:MOST_ROWS],
        "looks_due": len(second_looks_due(ask.service.store, ask.actor)),
    }
    return draw("numbers.html", ask, content)


def parts_of(one: Figures) -> list[tuple[str, int]]:
    """Alerts parted by what people found: right, wrong, ended without saying, still open."""
    unsaid = one.ended - one.true_matches - one.false_alerts
    told = [("right", one.true_matches), ("wrong", one.false_alerts), ("unsaid", unsaid)]
    return [*told, ("open", one.alerts - one.ended)]


def rows_of(rows: Sequence[tuple[str, Figures]], name: str) -> tuple[RowView, ...]:
    """The first rows of a table, their bars to one scale."""
    some = rows[:MOST_ROWS]
    most = max((one.alerts for _, one in some), default=0)
    label = rule_label if name == "rule" else str
    return tuple(RowView(value, label(value), one, stacked(parts_of(one), most)) for value, one in some)
