"""What the Advanced XML keeps apart from its parties: values by number, places, documents, ties and programmes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from brightline.lists.reading.node import Node

_PART_ORDER = ("ADDRESS1", "ADDRESS2", "ADDRESS3", "CITY", "STATE/PROVINCE", "POSTAL CODE", "REGION")


@dataclass(frozen=True, slots=True)
class Place:
    """An address, printed in OFAC's order, and its country."""

    printed: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """An identity document: kind by number, value, issuing country by number, authority and what else it says."""

    kind: str
    number: str
    country: str | None
    authority: str | None
    kept: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """A relationship from one profile to another; kind by number."""

    kind: str
    other: str


@dataclass(slots=True)
class Entry:
    """Why a profile is listed: lists, programmes, sanctions types, first day."""

    lists: list[str] = field(default_factory=list)
    programs: list[str] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    day: str | None = None


@dataclass(slots=True)
class Tables:
    """Everything by number. `values` is keyed by the kind of value and its number."""

    published: str | None = None
    values: dict[tuple[str, str], str] = field(default_factory=dict)
    iso: dict[str, str] = field(default_factory=dict)
    types_of_party: dict[str, str] = field(default_factory=dict)  # PartySubType to PartyType, both by number
    places: dict[str, Place] = field(default_factory=dict)
    documents: dict[str, list[Document]] = field(default_factory=dict)
    ties: dict[str, list[Tie]] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    unknown: dict[str, None] = field(default_factory=dict)

    def value(self, kind: str, number: str | None) -> str:
        """The text of a reference value; empty where the number is unknown."""
        return self.values.get((kind, number or ""), "")

    def country(self, number: str | None) -> str | None:
        """The country of a number: its ISO code where the file gives one, else its name."""
        return self.iso.get(number or "") or self.value("Country", number) or None

    def entry(self, profile: str) -> Entry:
        """Why a profile is listed; an empty entry where the file does not say."""
        return self.entries.get(profile) or Entry()

    def take_location(self, node: Node) -> None:
        """One place. Raises SourceError where it has no number."""
        number = node.need_attribute("ID")
        countries = [self.country(each.attribute("CountryID")) for each in node.nodes("LocationCountry")]
        for area in node.nodes("LocationAreaCode"):
            countries.append(self.value("AreaCode", area.attribute("AreaCodeID")) or None)
        parts: dict[str, str] = {}
        for part in node.nodes("LocationPart"):
            kind = self.value("LocPartType", part.attribute("LocPartTypeID")) or "ADDRESS1"
            texts = [each.text("Value") for each in part.nodes("LocationPartValue")]
            parts[kind.upper()] = ", ".join(text for text in texts if text)
        country = next((each for each in countries if each), None)
        name = next((self.value("Country", number) for number in self._country_numbers(country)), country)
        printed = ", ".join(text for text in (*_in_order(parts), name) if text)
        self.places[number] = Place(printed, country)
        node.skip("FeatureVersionReference", "IDRegDocumentReference")
        node.rest()

    def _country_numbers(self, country: str | None) -> Iterable[str]:
        return (number for number, iso in self.iso.items() if iso == country)

    def take_document(self, node: Node) -> None:
        """One identity document, filed under its identity."""
        kept = [("document date", day) for each in node.nodes("DocumentDate") for day in each.all_texts()]
        comment = node.text("Comment")
        if comment:
            kept.append(("document comment", comment))
        document = Document(
            kind=self.value("IDRegDocType", node.need_attribute("IDRegDocTypeID")),
            number=node.text("IDRegistrationNo") or "",
            country=self.country(node.attribute("IssuedBy-CountryID")),
            authority=node.text("IssuingAuthority"),
            kept=tuple(kept),
        )
        node.skip("DocumentedNameReference", "IDRegDocumentMention", "ProfileRelationshipReference")
        node.rest()
        self.documents.setdefault(node.need_attribute("IdentityID"), []).append(document)

    def take_relationship(self, node: Node) -> None:
        """One tie between two profiles."""
        origin, other = node.need_attribute("From-ProfileID"), node.need_attribute("To-ProfileID")
        kind = self.value("RelationType", node.attribute("RelationTypeID"))
        self.ties.setdefault(origin, []).append(Tie(kind, other))
        node.skip("Comment", "DatePeriod", "IDRegDocumentReference", "FeatureReference")
        node.rest()

    def take_entry(self, node: Node) -> None:
        """Why one profile is listed. A measure of the type Program names the programme in its comment."""
        entry = self.entries.setdefault(node.need_attribute("ProfileID"), Entry())
        entry.lists.append(self.value("List", node.attribute("ListID")))
        for event in node.nodes("EntryEvent"):
            for each in event.nodes("Date"):
                day = "-".join((each.need("Year"), each.need("Month").zfill(2), each.need("Day").zfill(2)))
                entry.day = min(entry.day or day, day)
            event.skip("Comment", "LegalBasis")
            event.rest()
        for measure in node.nodes("SanctionsMeasure"):
            kind, comment = self.value("SanctionsType", measure.attribute("SanctionsTypeID")), measure.text("Comment")
            if kind.casefold() == "program" and comment:
                entry.programs.append(comment)
            elif kind:
                entry.types.append(kind)
            measure.skip("DatePeriod")
            measure.rest()
        node.skip("LimitationsToListing")
        node.rest()


def _in_order(parts: dict[str, str]) -> list[str]:
    known = [parts[name] for name in _PART_ORDER if name in parts]
    return known + [text for name, text in parts.items() if name not in _PART_ORDER]
