"""The change from one version of a list to another, as small lists of what came, changed and went, to look up in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from brightline.cases.after_listing import ListChange
from brightline.cli.home import StoredList
from brightline.cli.list_versions import open_frozen
from brightline.lists.diff import Difference, diff
from brightline.lists.edition import FrozenList
from brightline.names.index import NameIndex, build
from brightline.names.scores import weight_of
from brightline.screen.edition import Edition, OpenList
from brightline.screen.facts import screen_names, see
from brightline.screen.match import matches
from brightline.screen.papers import to_be_named
from brightline.terms import AsOf, Candidate, ListVersion, Payment, Query
from brightline.terms.beside import Beside
from brightline.terms.cleared import Cleared, Passport


@dataclass(frozen=True, slots=True)
class Change:
    """What came, changed and went. `lists`: the entries as they were, and as they are; `edition`: with these alone."""

    old: str
    new: str
    difference: Difference
    lists: tuple[OpenList, OpenList]
    edition: Edition
    moment: AsOf

    def of_payment(self, payment: Payment, beside: Beside) -> Sequence[str]:
        """The changed entries that are alike anybody in a payment, or whoever stands behind them, each once."""
        alike = screen_names(to_be_named(payment, beside), self.edition)
        facts, _ = see(payment, alike, self.edition, self.moment, beside)
        found = [_told(one.candidate) for one in facts.matched] + [_told(one.candidate) for one in facts.owned]
        return tuple(dict.fromkeys(found))

    def of_query(self, query: Query, threshold: int) -> Sequence[tuple[str, Candidate]]:
        """The changed entries alike a party: `old` as they were, `new` as they are."""
        return [
            (side, one) for side, each in zip(("old", "new"), self.lists, strict=True)
            for one in matches(query, [each], threshold)
        ]  # fmt: skip

    def of_passport(self, passport: Passport) -> str:
        """Why a passport ends: an entry as it is now is alike somebody in it; empty where none is."""
        threshold = weight_of(self.edition.policy.candidate_score)
        behind = (
            passport.buyer,
            passport.seller,
            *passport.owners,
            *((passport.end_user,) if passport.end_user else ()),
        )
        for query in (query for one in behind for query in _queries(one)):
            for one in matches(query, [self.lists[1]], threshold):
                return f"{_told(one)} came or changed with {self.new} and is alike {query.name}"
        return ""

    def looked_for(self) -> ListChange:
        """The change as the store looks for it."""
        return ListChange(self.old, self.new, len(self.difference.entries), self.of_payment, self.of_passport)


def change_of(old: StoredList, new: StoredList, edition: Edition, moment: AsOf) -> Change:
    """The change between two versions of one list. `edition`: the one in use, with the newer version in it."""
    before, after = open_frozen(old), open_frozen(new)
    difference = diff(before, after)
    changed = {one.entry for one in difference.changed}
    sides = (
        _small(old.version, before, changed | set(difference.removed)),
        _small(new.version, after, changed | set(difference.added)),
    )
    small = Edition(edition.note, sides, edition.book, edition.policy, False, edition.institution, edition.owners)
    return Change(_named(old.version), _named(new.version), difference, sides, small, moment)


def _small(version: ListVersion, frozen: FrozenList, wanted: Iterable[str]) -> OpenList:
    places = sorted(place for one in wanted if (place := frozen.find_entry(one)) is not None)
    entities = tuple(frozen[place] for place in places)
    return OpenList(version, entities, NameIndex.from_bytes(build(entities), entities))


def _named(version: ListVersion) -> str:
    return f"{version.list}@{version.published}"


def _told(one: Candidate) -> str:
    return f"{one.list} {one.entry} {one.name}"


def _queries(one: Cleared) -> Iterable[Query]:
    countries = (one.country,) if one.country else ()
    return [
        Query(name, countries=countries, birth_date=one.birth_date, identifiers=one.identifiers) for name in one.names
    ]
