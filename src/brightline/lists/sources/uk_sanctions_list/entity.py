"""One UK designation, from whichever form it was read, as a listed entity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from brightline.errors import SourceError
from brightline.lists.reading.days import one_day
from brightline.lists.reading.entry import Entry, clean
from brightline.lists.reading.measures import measures_of
from brightline.lists.reading.nations import address_nation, nations
from brightline.lists.reading.numbers import identifier, numbers_in
from brightline.terms import ListedEntity, ListedIdentifier

LIST_ID = "uk-sanctions-list"
SCHEMAS = {"individual": "Person", "entity": "Organization", "ship": "Vessel"}


@dataclass(slots=True)
class Designation:
    """The values of one designation under the words of the XML form; every value as printed, in order."""

    where: str
    one: dict[str, str] = field(default_factory=dict)
    names: list[tuple[Sequence[str], str, str]] = field(default_factory=list)  # parts 1..6, name type, alias strength
    many: dict[str, list[str]] = field(default_factory=dict)
    pairs: dict[str, list[tuple[str, str]]] = field(default_factory=dict)  # number and what is said of it
    addresses: list[tuple[str, str]] = field(default_factory=list)  # address without its country, country
    kept: list[tuple[str, str]] = field(default_factory=list)

    def get(self, name: str) -> list[str]:
        """The values of a repeated field."""
        return self.many.get(name, [])


def entity_of(told: Designation) -> ListedEntity:
    """The listed entity. Raises SourceError where the id, the kind or the names are missing or a day is none."""
    kind = told.one.get("IndividualEntityShip", "").strip().casefold()
    if kind not in SCHEMAS:
        raise SourceError(told.where, f"the kind {kind!r}", f"one of {', '.join(SCHEMAS)}")
    entry = Entry(LIST_ID, clean(told.one.get("UniqueID")), SCHEMAS[kind], told.where)
    entry.listed_on = _day(told, "DateDesignated")
    entry.add("programs", told.one.get("RegimeName"))
    entry.add("measures", *_measures(told))
    _names(entry, told)
    _person(entry, told)
    _documents(entry, told)
    for address, country in told.addresses:
        entry.add("addresses", ", ".join(part for part in (clean(address), clean(country)) if part))
        if country:
            entry.countries(country)
        else:
            entry.add("countries", address_nation(address))
    _ship_and_ties(entry, told)
    _contacts(entry, told)
    entry.add("remarks", told.one.get("OtherInformation"), told.one.get("UKStatementofReasons"))
    for name in ("OFSIGroupID", "UNReferenceNumber", "DesignationSource", "LastUpdated", "SanctionsImposed"):
        entry.keep(name, told.one.get(name))
    for name, value in told.kept:
        entry.keep(name, value)
    return entry.done()


def _day(told: Designation, name: str) -> str | None:
    written = told.one.get(name, "").strip()
    day = one_day(written)
    if written and day is None:
        raise SourceError(told.where, f"{name} {written!r}", "a day such as 25/01/2001")
    return day


def _measures(told: Designation) -> tuple[str, ...]:
    phrases = told.one.get("SanctionsImposed", "").split("|")
    return measures_of(phrases) or measures_of(told.get("Indicator"))


def _names(entry: Entry, told: Designation) -> None:
    for parts, name_type, strength in told.names:
        name = " ".join(text for part in parts if (text := clean(part)))
        kind = name_kind(name_type, strength)
        if entry.schema == "Person":
            entry.name(name, kind)
        else:
            entry.names(name, kind)
    for native in told.get("NameNonLatinScript"):
        for part in re.split(r";", native):
            entry.name(part, "original")


def name_kind(name_type: str, strength: str) -> str:
    """Primary Name, Primary Name Variation, Alias, AKA, FKA with Good or Low quality → our kinds of name."""
    if "low" in strength.casefold():
        return "weak"
    told = " ".join(name_type.split()).casefold()
    if told in ("fka", "f.k.a.") or "former" in told:
        return "former"
    return "primary" if told in ("primary name", "prime alias") else "alias"


def _person(entry: Entry, told: Designation) -> None:
    for birth in told.get("DOB"):
        entry.born(birth)
    for nationality in told.get("Nationality"):
        entry.countries(nationality)
    for gender in told.get("Gender"):
        entry.gender(gender)
    entry.add("titles", *told.get("Title"), *told.get("Position"))


def _documents(entry: Entry, told: Designation) -> None:
    for name, scheme in (("Passport", "PASSPORT"), ("NationalIdentifier", "NATIONAL-ID")):
        for number, said in told.pairs.get(name, []):
            country = next(iter(_countries_said(said)), None)
            entry.identifiers(numbers(clean(number), scheme, country))
            entry.keep(name, said)
    for number in told.get("BusinessRegistrationNumber"):
        entry.identifiers(numbers_in(number, "REG") or (identifier("REG", clean(number)),))
    for number in told.get("IMONumber"):
        entry.identifiers(numbers_in(f"IMO {clean(number).removeprefix('IMO')}", "IMO"))


def numbers(number: str, scheme: str, country: str | None) -> tuple[ListedIdentifier, ...]:
    """A document number as one identifier; a cell with several, or with words around the number, as what it holds."""
    if not number:
        return ()
    if len(number) <= 24 and any(letter.isdigit() for letter in number) and not re.search(r"[a-z(;:]", number):
        return (identifier(scheme, number, country),)
    return numbers_in(number, scheme, country)


def _countries_said(said: str) -> tuple[str, ...]:
    words = re.split(
        r"\b(?:passport|national|number|identification|identity|id|no|issued|card)\b|[.,;:()]", said, flags=re.I
    )
    return tuple(code for word in words for code in nations(word))


def _ship_and_ties(entry: Entry, told: Designation) -> None:
    for flag in told.get("CurrentBelievedFlagOfShip"):
        entry.countries(flag)
    ties = {
        "CurrentOwnerOperator": "owner-operator",
        "PreviousOwnerOperator": "previous-owner-operator",
        "ParentCompany": "parent",
        "Subsidiary": "subsidiary",
    }
    for name, kind in ties.items():
        for other in told.get(name):
            entry.link(kind, other)


def _contacts(entry: Entry, told: Designation) -> None:
    for name, scheme in (("PhoneNumber", "PHONE"), ("EmailAddress", "EMAIL"), ("Website", "WEBSITE")):
        for value in told.get(name):
            for part in re.split(r"\(\d+\)|;|,\s|\n", value):
                entry.identifier(scheme, part.strip(" .,"))
