"""The report of a month, as one sheet of tables, from the store alone."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from brightline.cases.actors import Actor
from brightline.cases.database import Store, stamp
from brightline.cases.month.clearings import clearings
from brightline.cases.month.fares import BY, fares
from brightline.cases.month.people_did import acts, dispositions, exposure, overrides
from brightline.cases.month.requests import asked_and_answered
from brightline.cases.month.span import Month
from brightline.cases.month.waiting import ageing, overdue, reports_due
from brightline.cases.numbers import Numbers, numbers
from brightline.cases.tables.received import editions
from brightline.report.sheet import COUNT, SECONDS, SHARE, TEXT, Cell, Column, Sheet, Table

NOTES = (
    "Months are counted in UTC. Alerts are cases opened in the month; what people then did is told as it is known now, "
    "so the report of a month whose cases still wait changes until they end.",
    "The figures are those of the page of numbers of the desk over the same time.",
    "Harmless: ended without a reason that says the alert was right. Times leave out waiting for others.",
    "Amounts are never added across currencies. A case that was taken up again counts as waiting since it was opened.",
    "Released at once counts decisions to release, also those taken when a payment was decided anew.",
)
FIGURES = (
    ("alerts", "Held for a person", COUNT),
    ("ended", "Ended", COUNT),
    ("released", "Released by people", COUNT),
    ("true_matches", "Alert was right", COUNT),
    ("false_alerts", "False alert", COUNT),
    ("true_match_rate", "Alerts that were right", SHARE),
    ("harmless", "Found harmless", COUNT),
    ("harmless_released", "Harmless and paid", COUNT),
    ("harmless_release_rate", "Harmless paid in the end", SHARE),
    ("median_seconds", "Median time to clear", SECONDS),
    ("p90_seconds", "Nine in ten cleared within", SECONDS),
)
_TITLES = {"rule": "By rule", "list": "By list", "outcome": "By outcome", "week": "By week"}


def month_report(store: Store, actor: Actor, month: Month) -> Sheet:
    """Everything a month's report says. Raises Refused where the actor may not read figures."""
    counted = numbers(store, actor, month.since, month.until)
    with store.read() as conn:
        tables = (*_overall(counted), *_tables(conn, month), *_grouped(counted))
        used = _editions(conn, month)
    facts = (
        ("Month", f"{month.name}{', which still runs' if month.runs else ''}"),
        ("Seen at", stamp(month.seen)),
        ("Made at", stamp(store.now())),
        ("Store", store.name),
        ("Editions first used", used or "none"),
    )
    return Sheet("month", f"Report of the month {month.name}", facts, tables, NOTES)


def _tables(conn: Connection, month: Month) -> Iterator[Table]:
    yield from (made(conn, month) for made in (ageing, overdue, dispositions, overrides, exposure, reports_due))
    yield asked_and_answered(conn, month)
    yield clearings(conn, month)
    fared = fares(conn, month)
    yield from (fared.table(by) for by in BY)
    yield acts(conn, month)


def _overall(counted: Numbers) -> Iterator[Table]:
    """The figures of the page of numbers, a row each in tables by kind, so that a page can write each as it is."""
    own: tuple[tuple[str, Cell, str], ...] = (
        ("decided", counted.decided, "Decisions taken"),
        ("released_at_once", counted.released_at_once, "Released at once"),
        ("second_looks", counted.second_looks[0], "Second looks"),
        ("second_looks_disagreed", counted.second_looks[1], "Second looks that did not agree"),
    )
    counts = [*own, *((name, getattr(counted.overall, name), title) for name, title, kind in FIGURES if kind == COUNT)]
    yield _listed("numbers", "In figures", COUNT, counts)
    rates = [(name, getattr(counted.overall, name), title) for name, title, kind in FIGURES if kind == SHARE]
    rates.append(("released_at_once_rate", counted.released_at_once_rate, "Harmless trade that never waited"))
    yield _listed("rates", "In shares", SHARE, rates)
    times = [(name, getattr(counted.overall, name), title) for name, title, kind in FIGURES if kind == SECONDS]
    yield _listed("times", "In time", SECONDS, times)


def _listed(name: str, title: str, kind: str, rows: list[tuple[str, Cell, str]]) -> Table:
    columns = (
        Column("figure", "Figure", TEXT),
        Column("name", "Name in the data", TEXT),
        Column("value", "Value", kind),
    )
    return Table(name, title, columns, [(said, key, value) for key, value, said in rows])


def _grouped(counted: Numbers) -> Iterator[Table]:
    for by, title in _TITLES.items():
        rows = [(value, *(getattr(one, name) for name, _, _ in FIGURES)) for value, one in counted.by[by]]
        columns = (Column(by, by.capitalize(), TEXT), *(Column(*one) for one in FIGURES))
        yield Table(f"alerts_by_{by}", f"Alerts {title.lower()}", columns, rows)


def _editions(conn: Connection, month: Month) -> str:
    used = select(editions.c.id).where(editions.c.first_used >= month.first, editions.c.first_used < month.last)
    return ", ".join(conn.scalars(used.order_by(editions.c.first_used)))
