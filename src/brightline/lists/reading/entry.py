"""A listed entity being put together: values are added in the publisher's order, each kept once."""

from __future__ import annotations

from collections.abc import Iterable

from brightline.errors import SourceError
from brightline.lists.reading.days import half_dates
from brightline.lists.reading.measures import ORDER
from brightline.lists.reading.nations import address_nation, nations
from brightline.lists.reading.numbers import identifier
from brightline.lists.reading.written import cut, listed_with_commas, names_in
from brightline.terms import Link, ListedEntity, ListedIdentifier, ListedName
from brightline.text.scripts import main_script

_RANK = {"primary": 0, "alias": 1, "original": 1, "former": 1, "weak": 2}
_GENDERS = {"m": "male", "f": "female", "male": "male", "female": "female", "man": "male", "woman": "female"}


def clean(value: str | None) -> str:
    """A value on one line, without marks of direction or of no width, and without blanks at its ends."""
    if not value:
        return ""
    return " ".join(value.translate(_UNSEEN).split())


_UNSEEN = dict.fromkeys((8203, 8206, 8207, 8234, 8235, 8236, 8237, 8238, 8288, 65279))


class Entry:
    """Collects what a publisher says of one listed party; `done()` gives it in our words."""

    def __init__(self, list_id: str, entry: str, schema: str, where: str) -> None:
        self.list_id, self.entry, self.schema, self.where = list_id, entry, schema, where
        self._names: dict[str, str] = {}
        self._identifiers: dict[ListedIdentifier, None] = {}
        self._plain: dict[str, dict[str, None]] = {}
        self._links: dict[Link, None] = {}
        self._kept: dict[tuple[str, str], None] = {}
        self.listed_on: str | None = None
        self.ends_on: str | None = None

    def name(self, value: str | None, kind: str = "alias") -> None:
        """A name; an alias in another script than Latin is `original`. The strongest kind wins where it comes twice."""
        text = clean(value).strip(" ,;/")
        if not any(letter.isalnum() for letter in text):
            return
        if kind == "alias" and main_script(text) not in ("latin", ""):
            kind = "original"
        before = self._names.get(text)
        if before is None or _RANK[kind] < _RANK[before]:
            self._names[text] = kind

    def names(self, cell: str | None, kind: str = "alias") -> None:
        """The names of a cell with several, each with its spellings; the first is of this kind, the rest follow it.

        What a bracket or a second script adds to a primary name is an alias; to a weak one, as weak.
        """
        for at, part in enumerate(cut(clean(cell))):
            held = names_in(part, person=self.schema == "Person")
            lead = "alias" if kind == "primary" and at else kind
            for place, (name, told) in enumerate(held):
                follows = "alias" if kind == "primary" else kind
                self.name(name, lead if place == 0 else follows if told in ("main", "alias") else told)
            if self.schema != "Person":
                for name in listed_with_commas(held[0][0]) if len(held) == 1 else ():
                    self.name(name, "alias" if kind == "primary" else kind)
            if held and (len(held) > 1 or held[0][0] != part):
                self.keep("name as printed", part)

    def identifier(self, scheme: str, value: str | None, country: str | None = None) -> None:
        """One number of a known scheme."""
        if text := clean(value):
            self.identifiers((identifier(scheme, text, country),))

    def identifiers(self, found: Iterable[ListedIdentifier]) -> None:
        """Numbers as read; the same number of the same scheme is kept once, with its country if any knew it.

        A person's INN has twelve digits: ten that meet its check digits are another country's tax number.
        """
        for each in found:
            if self.schema == "Person" and each.scheme == "INN" and len(each.value) == 10:
                each = ListedIdentifier("TAX", each.value)
            bare = ListedIdentifier(each.scheme, each.value)
            if each.country is None and any(
                (i.scheme, i.value) == (each.scheme, each.value) for i in self._identifiers
            ):
                continue
            if each.country is not None:
                self._identifiers.pop(bare, None)
            if each.value:
                self._identifiers.setdefault(each)

    def add(self, field: str, *values: str | None) -> None:
        """Plain values of a field of ListedEntity: programs, measures, titles, addresses, remarks, urls, …"""
        for value in values:
            if text := clean(value):
                self._plain.setdefault(field, {}).setdefault(text)

    def born(self, written: str | None) -> None:
        """Birth dates as written, whole or half; the wording is kept in the remarks where it says more than a date."""
        text = clean(written)
        self.add("birth_dates", *half_dates(text))
        if any(letter.isalpha() for letter in text.lower().replace("dd", "").replace("mm", "")):
            self.add("remarks", f"DOB {text}")

    def gender(self, written: str | None) -> None:
        """A gender in any spelling we know; another spelling is kept."""
        text = clean(written).casefold()
        if text:
            self.add("genders", _GENDERS.get(text, text))

    def countries(self, written: str | None) -> None:
        """Countries of nationality, residence or flag; the wording is kept where no country is seen in it."""
        text = clean(written)
        found = nations(text) if text else ()
        self.add("countries", *found)
        if text and not found:
            self.keep("country", text)

    def address(self, written: str | None) -> None:
        """An address, and the country that closes it."""
        if text := clean(written):
            self.add("addresses", text)
            self.add("countries", address_nation(text))

    def link(self, kind: str, name: str | None, entry: str | None = None) -> None:
        """A tie the publisher states."""
        if text := clean(name):
            self._links.setdefault(Link(kind, text, entry))

    def keep(self, field: str, value: str | None) -> None:
        """A value we have no word for, under the publisher's own field name."""
        if text := clean(value):
            self._kept.setdefault((field, text))

    def names_found(self) -> int:
        """How many names were added so far."""
        return len(self._names)

    def done(self) -> ListedEntity:
        """The entity. Raises SourceError where it has no entry id or no name."""
        if not self.entry:
            raise SourceError(self.where, "an entry without an id", "the publisher's own id")
        if not self._names:
            raise SourceError(self.where, f"entry {self.entry} without a name", "at least one name")
        return ListedEntity(
            list=self.list_id,
            entry=self.entry,
            schema=self.schema,
            names=self._ordered_names(),
            identifiers=tuple(self._identifiers),
            links=tuple(self._links),
            listed_on=self.listed_on,
            ends_on=self.ends_on,
            kept=tuple(self._kept),
            **{field: self._values(field) for field in _PLAIN},
        )

    def _ordered_names(self) -> tuple[ListedName, ...]:
        """The primary name first; where the publisher marks none, the first of the strongest kind takes its place."""
        names = [ListedName(value, kind) for value, kind in self._names.items()]
        first = min(range(len(names)), key=lambda at: (_RANK[names[at].kind], at))
        primary = ListedName(names[first].value, "primary")
        rest = (name for at, name in enumerate(names) if at != first)
        return (primary, *(ListedName(n.value, "alias") if n.kind == "primary" else n for n in rest))

    def _values(self, field: str) -> tuple[str, ...]:
        values = self._plain.get(field, {})
        return tuple(m for m in ORDER if m in values) if field == "measures" else tuple(values)


_PLAIN = (
    *("programs", "measures", "secondary", "birth_dates", "genders"),
    *("countries", "addresses", "titles", "remarks", "urls"),
)
