"""A listed entity in the making: readers add what they find, in order, and take the whole at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from brightline.terms import Link, ListedEntity, ListedIdentifier, ListedName
from brightline.text.countries import country_code

_T = TypeVar("_T")
_RUSSIAN_PROGRAMS = ("RUSSIA-", "BPI-RUSSIA-", "UKRAINE-")
_COMPANY = re.compile(
    r"\b(?:LLC|L\.L\.C|LTD|LIMITED|INC|INCORPORATED|CORP|JOINT[ -]STOCK|JSC|PJSC|CJSC|OJSC|OOO|OAO|ZAO|PAO|AO|GMBH"
    r"|FZE|FZCO|FZ-LLC|FZC|S\.?A\.?R\.?L|S\.? ?A(?:\. DE C\.?V)?|S\.?A\.?S|S\.?R\.?L|S\.?P\.?A|B\.?V|N\.?V|PLC|PTE|PTY"
    r"|SDN BHD|BHD|A\.Ş|A\.S|SP\. Z O\.?O|OBSHCHESTVO|COMPANY|AKTSIONERNOE|LTDA|LLP|CO)\b\.?",
    re.IGNORECASE,
)


def looks_like_a_company(name: str) -> bool:
    """Whether a name carries a legal form of a company."""
    return bool(_COMPANY.search(name))


@dataclass(slots=True)
class Draft:
    """Everything read so far about one entry. Repeated values are dropped when it is finished."""

    list_id: str
    entry: str
    schema: str = "LegalEntity"
    names: list[ListedName] = field(default_factory=list)
    programs: list[str] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)
    secondary: list[str] = field(default_factory=list)
    identifiers: list[ListedIdentifier] = field(default_factory=list)
    birth_dates: list[str] = field(default_factory=list)
    genders: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    listed_on: str | None = None
    ends_on: str | None = None
    remarks: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    kept: list[tuple[str, str]] = field(default_factory=list)

    @property
    def russian(self) -> bool:
        """Whether what was read so far says that the entry is Russian."""
        return "RU" in self.countries or any(each.startswith(_RUSSIAN_PROGRAMS) for each in self.programs)

    def name(self, value: str, kind: str) -> None:
        """Add a name as printed; an empty one is dropped."""
        text = " ".join(value.split())
        if text:
            self.names.append(ListedName(text, kind))

    def country(self, written: str | None) -> None:
        """Add the country that a text names, if it names one."""
        code = country_code(written) if written else None
        if code:
            self.countries.append(code)

    def keep(self, label: str, value: str) -> None:
        """Keep a value that our terms have no word for."""
        if value:
            self.kept.append((label, value))

    def entity(self) -> ListedEntity:
        """The finished entry, every value once, in the order in which it was read."""
        return ListedEntity(
            list=self.list_id,
            entry=self.entry,
            schema=self.schema,
            names=_first_kinds(self.names),
            programs=_once(self.programs),
            measures=_once(self.measures),
            secondary=_once(self.secondary),
            identifiers=_once(self.identifiers),
            birth_dates=_once(self.birth_dates),
            genders=_once(self.genders),
            countries=_once(self.countries),
            addresses=_once(self.addresses),
            titles=_once(self.titles),
            links=_once(self.links),
            listed_on=self.listed_on,
            ends_on=self.ends_on,
            remarks=_once(self.remarks),
            urls=_once(self.urls),
            kept=_once(self.kept),
        )


def _once(values: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(values))


def _first_kinds(names: Iterable[ListedName]) -> tuple[ListedName, ...]:
    """Each written name once, with the first kind it was given."""
    seen: dict[str, ListedName] = {}
    for name in names:
        seen.setdefault(name.value, name)
    return tuple(seen.values())
