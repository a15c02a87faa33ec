"""Reading the dated events that stand beside the queue. They inform a person and weigh nothing in a payment."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources
from io import StringIO

from brightline.errors import LawError

KINDS = {
    "order": "Order",
    "statement": "Statement",
    "listing": "Listing",
    "licence-end": "Licence ends",
    "visit": "Calendar",
}
READINGS = ("official", "secondary", "press", "unverified")
EVERYWHERE = "*"
SOON = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Notice:
    """One event: its day, what it is, whom it concerns (`*`, or a corridor such as CN-RU), and who says so."""

    day: date
    kind: str
    places: str
    title: str
    text: str
    source: str
    url: str
    reading: str

    @property
    def label(self) -> str:
        """What the kind is called on the page."""
        return KINDS[self.kind]

    def concerns(self, debtor: str, creditor: str) -> bool:
        """Whether the event speaks of this corridor, either way, or of all."""
        if self.places == EVERYWHERE:
            return True
        ends = self.places.split("-")
        return all(end in (debtor, creditor, EVERYWHERE) for end in ends)


@cache
def notices() -> tuple[Notice, ...]:
    """Every event that ships, by day. Raises LawError where the table holds what the reader does not know."""
    return read_notices(resources.files(__package__).joinpath("events.csv").read_text(encoding="utf-8"), "events.csv")


def read_notices(text: str, where: str) -> tuple[Notice, ...]:
    """The events of a table, by day. Raises LawError with the row."""
    rows = enumerate(csv.DictReader(StringIO(text)), 2)
    return tuple(sorted((_notice(row, f"{where}, row {number}") for number, row in rows), key=lambda one: one.day))


def near(events: Sequence[Notice], today: date, most: int) -> tuple[Notice, ...]:
    """What a reviewer should see today: ends that come within `SOON`, then the latest, newest first."""
    ahead = [one for one in events if today <= one.day <= today + SOON]
    past = [one for one in reversed(events) if one.day < today]
    return tuple((*ahead, *past)[:most])


def _notice(row: dict[str, str], where: str) -> Notice:
    try:
        day = date.fromisoformat(row["date"])
    except (KeyError, ValueError):
        raise LawError(where, repr(row.get("date")), "a day like 2024-06-12 under `date`") from None
    if row["kind"] not in KINDS:
        raise LawError(where, repr(row["kind"]), f"one of {', '.join(KINDS)} under `kind`")
    if row["reading"] not in READINGS:
        raise LawError(where, repr(row["reading"]), f"one of {', '.join(READINGS)} under `reading`")
    told = [row[name] for name in ("kind", "places", "title", "text", "source", "url", "reading")]
    return Notice(day, *told)
