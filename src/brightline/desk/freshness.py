"""How fresh the lists in use are, as the banner over the queue says it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from brightline.screen.edition import Edition, age_in_days
from brightline.screen.requirements import missing_regimes


@dataclass(frozen=True, slots=True)
class ListAge:
    """One list in use: its day of publication, whole days since then, and whether the policy calls that old."""

    name: str
    published: str
    days: int
    old: bool


@dataclass(frozen=True, slots=True)
class Freshness:
    """The lists in use, oldest first. `missing`: regimes the policy looks through without a list."""

    lists: tuple[ListAge, ...]
    missing: tuple[str, ...]
    trial: bool
    edition: str

    @property
    def old(self) -> tuple[ListAge, ...]:
        """Those older than the policy allows."""
        return tuple(one for one in self.lists if one.old)


def freshness(edition: Edition, now: datetime) -> Freshness:
    """The state of an edition's lists at a moment."""
    greatest = edition.policy.greatest_list_age_days
    ages = [(age_in_days(one.version, now), one.version) for one in edition.lists]
    lists = [ListAge(version.list, version.published[:10], days, days > greatest) for days, version in ages]
    return Freshness(
        lists=tuple(sorted(lists, key=lambda one: (-one.days, one.name))),
        missing=tuple(missing_regimes(edition)),
        trial=edition.trial,
        edition=edition.note.id,
    )
