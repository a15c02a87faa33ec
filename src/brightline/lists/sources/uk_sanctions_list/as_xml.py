"""The UK Sanctions List in XML."""

from __future__ import annotations

import re

from brightline.errors import SourceError
from brightline.lists.reading import xml
from brightline.lists.reading.days import one_day
from brightline.lists.reading.xml import Element, child, children, place, text_of, texts
from brightline.lists.source import SourceFile
from brightline.lists.sources.uk_sanctions_list.entity import Designation

_ONE = (
    *("LastUpdated", "DateDesignated", "UniqueID", "OFSIGroupID", "UNReferenceNumber", "RegimeName"),
    *("IndividualEntityShip", "DesignationSource", "SanctionsImposed", "OtherInformation", "UKStatementofReasons"),
)
# Path below Designation → the field it fills.
_MANY = {
    ("NonLatinNames", "NonLatinName", "NameNonLatinScript"): "NameNonLatinScript",
    ("Titles", "Title"): "Title",
    ("PhoneNumbers", "PhoneNumber"): "PhoneNumber",
    ("EmailAddresses", "EmailAddress"): "EmailAddress",
    ("Websites", "Website"): "Website",
    ("IndividualDetails", "Individual", "DOBs", "DOB"): "DOB",
    ("IndividualDetails", "Individual", "Nationalities", "Nationality"): "Nationality",
    ("IndividualDetails", "Individual", "Positions", "Position"): "Position",
    ("IndividualDetails", "Individual", "Genders", "Gender"): "Gender",
    ("IndividualDetails", "Individual", "Titles", "Title"): "Title",
    ("EntityDetails", "Entity", "ParentCompanies", "ParentCompany"): "ParentCompany",
    ("EntityDetails", "Entity", "Subsidiaries", "Subsidiary"): "Subsidiary",
    (
        "EntityDetails",
        "Entity",
        "BusinessRegistrationNumbers",
        "BusinessRegistrationNumber",
    ): "BusinessRegistrationNumber",
    ("ShipDetails", "Ship", "IMONumbers", "IMONumber"): "IMONumber",
    ("ShipDetails", "Ship", "CurrentOwnerOperators", "CurrentOwnerOperator"): "CurrentOwnerOperator",
    ("ShipDetails", "Ship", "PreviousOwnerOperators", "PreviousOwnerOperator"): "PreviousOwnerOperator",
    ("ShipDetails", "Ship", "CurrentBelievedFlagOfShips", "CurrentBelievedFlagOfShip"): "CurrentBelievedFlagOfShip",
}
_KEPT = {
    ("NonLatinNames", "NonLatinName", "NonLatinScriptType"): "NonLatinScriptType",
    ("NonLatinNames", "NonLatinName", "NonLatinScriptLanguage"): "NonLatinScriptLanguage",
    ("EntityDetails", "Entity", "TypeOfEntities", "TypeOfEntity"): "TypeOfEntity",
    ("ShipDetails", "Ship", "PreviousFlags", "PreviousFlag"): "PreviousFlag",
    ("ShipDetails", "Ship", "TypeOfShipDetails", "TypeOfShip"): "TypeOfShip",
    ("ShipDetails", "Ship", "TonnageOfShipDetails", "TonnageOfShip"): "TonnageOfShip",
    ("ShipDetails", "Ship", "LengthOfShipDetails", "LengthOfShip"): "LengthOfShip",
    ("ShipDetails", "Ship", "YearsBuilt", "YearBuilt"): "YearBuilt",
    ("ShipDetails", "Ship", "HullIdentificationNumbers", "HullIdentificationNumber"): "HullIdentificationNumber",
}
_LINES = tuple(f"AddressLine{number}" for number in range(1, 7))
_NAME = (*(f"Name{number}" for number in range(1, 7)), "NameType", "AliasStrength")


def _known() -> dict[str, frozenset[str]]:
    """Every element on the paths above and those read one by one, with its children."""
    known: dict[str, set[str]] = {"Designation": {*_ONE, "Names", "Addresses", "SanctionsImposedIndicators"}}
    more = {
        ("Names", "Name", name) for name in _NAME
    } | {
        ("Addresses", "Address", name) for name in (*_LINES, "AddressPostalCode", "AddressCountry")
    } | {
        ("SanctionsImposedIndicators", "*"),
        ("IndividualDetails", "Individual", "BirthDetails", "Location", "TownOfBirth"),
        ("IndividualDetails", "Individual", "BirthDetails", "Location", "CountryOfBirth"),
        ("IndividualDetails", "Individual", "PassportDetails", "Passport", "PassportNumber"),
        ("IndividualDetails", "Individual", "PassportDetails", "Passport", "PassportAdditionalInformation"),
        (
            *("IndividualDetails", "Individual", "NationalIdentifierDetails", "NationalIdentifier"),
            "NationalIdentifierNumber",
        ),
        (
            *("IndividualDetails", "Individual", "NationalIdentifierDetails", "NationalIdentifier"),
            "NationalIdentifierAdditionalInformation",
        ),
    }  # fmt: skip
    for path in [*_MANY, *_KEPT, *more]:
        for parent, name in zip(("Designation", *path), path, strict=False):
            known.setdefault(parent, set()).add(name)
    return {parent: frozenset(names) for parent, names in known.items()}


KNOWN = _known()


def designations(
    file: SourceFile, skipped: list[str], unknown: dict[str, None]
) -> tuple[list[Designation], str | None]:
    """The designations of a file and the day it was generated. Raises SourceError for a file that is not one."""
    found: list[Designation] = []
    published: str | None = None
    for element in xml.elements(file.data, frozenset({"Designation", "DateGenerated"}), file.name):
        name = xml.local(element)
        if name == "DateGenerated":
            published = one_day(text_of(element))
        elif name == "Designation":
            found.append(_designation(element, file.name, unknown))
        elif name != "Designations":
            raise SourceError(file.name, f"the root element {name}", "Designations")
    return found, published


def _designation(element: Element, where: str, unknown: dict[str, None]) -> Designation:
    told = Designation(place(element, where))
    told.one = {name: text_of(child(element, name)) for name in _ONE}
    for path, name in _MANY.items():
        told.many.setdefault(name, []).extend(texts(element, *path))
    for kept, name in _KEPT.items():
        told.kept.extend((name, text) for text in texts(element, *kept))
    told.many["Indicator"] = _indicators(element)
    _names(told, element)
    _addresses(told, element)
    _details(told, element)
    for unread, text in xml.unknown_parts(element, KNOWN):
        unknown.setdefault(unread)
        told.kept.append((unread, text))
    return told


def _indicators(element: Element) -> list[str]:
    box = child(element, "SanctionsImposedIndicators")
    true = [xml.local(each) for each in box if text_of(each).lower() == "true"] if box is not None else []
    return [re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name) for name in true]


def _below(element: Element, *path: str) -> list[Element]:
    found = [element]
    for name in path:
        found = [each for parent in found for each in children(parent, name)]
    return found


def _names(told: Designation, element: Element) -> None:
    for name in _below(element, "Names", "Name"):
        parts = [text_of(child(name, part)) for part in _NAME]
        told.names.append((parts[:6], parts[6], parts[7]))


def _addresses(told: Designation, element: Element) -> None:
    for address in _below(element, "Addresses", "Address"):
        parts = [text_of(child(address, part)) for part in (*_LINES, "AddressPostalCode")]
        told.addresses.append((", ".join(part for part in parts if part), text_of(child(address, "AddressCountry"))))


def _details(told: Designation, element: Element) -> None:
    person = ("IndividualDetails", "Individual")
    for name in ("Passport", "NationalIdentifier"):
        for document in _below(element, *person, f"{name}Details", name):
            number = text_of(child(document, f"{name}Number"))
            told.pairs.setdefault(name, []).append((number, text_of(child(document, f"{name}AdditionalInformation"))))
    for location in _below(element, *person, "BirthDetails", "Location"):
        told.kept.append(("BirthPlace", ", ".join(text for part in location if (text := text_of(part)))))
