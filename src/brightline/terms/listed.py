"""What a list says: entries in our words, and which version of which list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name of a listed entity. `kind`: primary, alias, weak, former, original (own script)."""

    value: str
    kind: str


@dataclass(frozen=True, slots=True)
class ListedIdentifier:
    """A number that names a listed entity; `country` as ISO alpha-2 where the publisher gives one."""

    scheme: str
    value: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A tie the publisher states: `linked-to`, `owner`, `parent`, `subsidiary`, `vessel-of`…"""

    kind: str
    name: str
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class ListedEntity:
    """One entry of one list, in our words, with the publisher's remarks kept as printed."""

    list: str
    entry: str
    schema: str  # Person, Organization, Company, LegalEntity, Vessel, Airplane
    names: tuple[ListedName, ...]
    programs: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()  # blocking, correspondent-account, sectoral, export-control, trade, travel, other
    secondary: tuple[str, ...] = ()  # s11, ukraine-589, north-korea, eo13224, iran, caatsa, hizballah, other
    identifiers: tuple[ListedIdentifier, ...] = ()
    birth_dates: tuple[str, ...] = ()  # 1945, 1945-03, 1945-03-07; a leading "c " is dropped and kept in remarks
    genders: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()  # ISO alpha-2, upper case: address, nationality, citizenship, flag
    addresses: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    listed_on: str | None = None
    ends_on: str | None = None
    remarks: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    kept: tuple[tuple[str, str], ...] = ()  # fields of the publisher that we have no word for


@dataclass(frozen=True, slots=True)
class ListVersion:
    """Which list, as published when. The moment of import is no part of it.

    A register of owners is a list of the regime `ownership` whose entries are its stakes.
    """

    list: str
    published: str  # ISO date or moment
    published_from: str  # content, option, file-name, file-day
    digest: str
    entries: int
    regime: str  # us, eu, uk, un, jp, ua, private, trial, ownership …
    publisher: str
    excerpt: bool = False
    public: bool = True
    skipped: tuple[str, ...] = ()  # rows that could not be read, named
    unknown_fields: tuple[str, ...] = ()  # optional elements we keep without a word for them
    stakes: int = 0  # how many holdings of owners it states

    @property
    def names_parties(self) -> bool:
        """Whether it is a list of parties to look names up in, not a register of owners alone."""
        return self.regime != "ownership"
