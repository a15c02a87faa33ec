"""How fresh the lists in use are, as the banner over the queue says it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from brightline.screen.edition import Edition, age_in_days
from brightline.screen.requirements import missing_regimes
from brightline.terms import ListVersion


@dataclass(frozen=True, slots=True)
class ListAge:
    """One list in use: its day of publication, whole days since then, whether that is more than the policy allows a
    required list, and whether the policy requires this one."""

    name: str
    published: str
    days: int
    old: bool
    required: bool


@dataclass(frozen=True, slots=True)
class Freshness:
    """The lists in use, oldest first. `missing`: regimes the policy looks through without a list."""

    lists: tuple[ListAge, ...]
    missing: tuple[str, ...]
    trial: bool
    edition: str

    @property
    def old(self) -> tuple[ListAge, ...]:
        """Those older than the policy allows a required list."""
        return tuple(one for one in self.lists if one.old)

    @property
    def holds(self) -> bool:
        """Whether one of the old lists is required, so that every release becomes a review."""
        return any(one.required for one in self.old)


def freshness(edition: Edition, now: datetime) -> Freshness:
    """The state of an edition's lists at a moment."""
    lists = [_age(one.version, edition, now) for one in edition.lists]
    return Freshness(
        lists=tuple(sorted(lists, key=lambda one: (-one.days, one.name))),
        missing=tuple(missing_regimes(edition)),
        trial=edition.trial,
        edition=edition.note.id,
    )


def _age(version: ListVersion, edition: Edition, now: datetime) -> ListAge:
    days, policy = age_in_days(version, now), edition.policy
    required = version.list in policy.required_lists
    return ListAge(version.list, version.published[:10], days, days > policy.greatest_list_age_days, required)
