"""A corridor's rating, and what drives it: places the law and the alerts name, measures by regime, and dated events.

The rating is context for a person who works a queue. It weighs nothing in a payment: no rule reads it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from brightline.desk.notices.read import Notice
from brightline.law.book import LawBook
from brightline.law.shapes import Cite
from brightline.screen.edition import Edition

HIGH, RAISED, ORDINARY = "high", "raised", "ordinary"
REGIMES = (("us", "United States"), ("eu", "European Union"), ("uk", "United Kingdom"), ("jp", "Japan"))
RECENT = timedelta(days=180)
# What drives a rating: the parameter of the law book, what it says of an end, and how far it lifts the rating.
_DRIVERS = (
    ("russia_and_belarus", "is a destination that the export controls guard against", HIGH),
    ("diversion_places", "is a place from where priority goods are often passed on", RAISED),
    ("care_places", "is named by official alerts as a point of transshipment", RAISED),
    ("open_customs_border_with_russia", "has no customs border with Russia", RAISED),
    ("export_control_coalition", "keeps export controls of its own like those of the United States", ORDINARY),
)


@dataclass(frozen=True, slots=True)
class Driver:
    """One thing that drives the rating: which end it speaks of, what it says, how far it lifts, and its sources."""

    place: str
    says: str
    lifts: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Corridor:
    """A corridor on a day. `measures`: by regime, the listed entries with a tie to each end; None: no list loaded."""

    debtor: str
    creditor: str
    rating: str
    drivers: tuple[Driver, ...]
    measures: tuple[tuple[str, int | None, int | None], ...]
    events: tuple[Notice, ...]


def corridor_on(debtor: str, creditor: str, edition: Edition, moment: datetime, events: Sequence[Notice]) -> Corridor:
    """The corridor between two countries (ISO alpha-2) at a moment, under an edition's law and lists."""
    drivers = tuple(_drivers(edition.book, dict.fromkeys((debtor, creditor)), moment))
    concerned = [one for one in events if moment.date() - RECENT <= one.day and one.concerns(debtor, creditor)]
    return Corridor(
        debtor,
        creditor,
        rating_of([one.lifts for one in drivers]),
        drivers,
        tuple((name, *_entries(edition, regime, debtor, creditor)) for regime, name in REGIMES),
        tuple(sorted(concerned, key=lambda one: one.day, reverse=True)),
    )


def rating_on(debtor: str, creditor: str, book: LawBook, moment: datetime) -> str:
    """The rating alone, for which no list is read."""
    return rating_of([one.lifts for one in _drivers(book, dict.fromkeys((debtor, creditor)), moment)])


def rating_of(lifts: Sequence[str]) -> str:
    """The highest that any driver lifts to."""
    return next((one for one in (HIGH, RAISED) if one in lifts), ORDINARY)


def _drivers(book: LawBook, places: dict[str, None], moment: datetime) -> list[Driver]:
    found = []
    for name, says, lifts in _DRIVERS:
        value = book.parameter(name, moment)
        found += [Driver(place, says, lifts, value.cites) for place in places if place in value.words]
    return found


def _entries(edition: Edition, regime: str, debtor: str, creditor: str) -> tuple[int | None, int | None]:
    counted = _counted(edition).get(regime)
    return (None, None) if counted is None else (counted[debtor], counted[creditor])


_KEPT: dict[str, dict[str, Counter[str]]] = {}  # by edition: entries by regime and country, counted once


def _counted(edition: Edition) -> dict[str, Counter[str]]:
    kept = _KEPT.get(edition.note.id)
    if kept is None:
        _KEPT.clear()
        kept = _KEPT[edition.note.id] = _count(edition)
    return kept


def _count(edition: Edition) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {}
    for one in edition.lists:
        for entity in one.entities:
            counts.setdefault(one.regime_of(entity), Counter()).update(set(entity.countries))
    return counts
