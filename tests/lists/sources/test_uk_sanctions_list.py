"""The UK Sanctions List in both forms: samples of our own, every refusal, and the real excerpt where it is present."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from brightline.errors import SourceError
from brightline.lists.source import ReadList, SourceFile
from brightline.lists.sources.uk_sanctions_list.as_csv import COLUMNS
from brightline.lists.sources.uk_sanctions_list.entity import name_kind
from brightline.lists.sources.uk_sanctions_list.read import SOURCE
from brightline.terms import Link, ListedEntity, ListedIdentifier, ListedName

SAMPLE = """<?xml version="1.0" encoding="utf-8"?>
<Designations xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <DateGenerated>07/09/2025</DateGenerated>
  <Designation>
    <LastUpdated>14/04/2025</LastUpdated><DateDesignated>25/01/2022</DateDesignated><UniqueID>QUA0001</UniqueID>
    <OFSIGroupID>7000</OFSIGroupID><UNReferenceNumber>QUi.001</UNReferenceNumber>
    <Names>
      <Name><Name1>Odran</Name1><Name2>Kelvi</Name2><Name6>TARSEN</Name6><NameType>Primary Name</NameType></Name>
      <Name><Name1>Odrin</Name1><Name6>TARZEN</Name6><NameType>Alias</NameType>
        <AliasStrength>Low quality a.k.a</AliasStrength></Name>
      <Name><Name1>Odran</Name1><Name6>TARSON</Name6><NameType>Primary Name Variation</NameType></Name>
    </Names>
    <NonLatinNames><NonLatinName><NameNonLatinScript>Одран Тарсен </NameNonLatinScript></NonLatinName></NonLatinNames>
    <Titles><Title>Colonel</Title></Titles>
    <RegimeName>The Quarth (Sanctions) Regulations 2020</RegimeName>
    <IndividualEntityShip>Individual</IndividualEntityShip><DesignationSource>UK</DesignationSource>
    <SanctionsImposed>Asset freeze|Travel Ban|Trust Services Sanctions</SanctionsImposed>
    <SanctionsImposedIndicators><AssetFreeze>true</AssetFreeze><NewThing>false</NewThing></SanctionsImposedIndicators>
    <OtherInformation>First line.
Second line.</OtherInformation>
    <Addresses><Address><AddressLine1>1 Quay</AddressLine1><AddressLine6>Minsk</AddressLine6>
      <AddressPostalCode>220000</AddressPostalCode><AddressCountry>Belarus</AddressCountry></Address></Addresses>
    <IndividualDetails><Individual>
      <DOBs><DOB>dd/mm/1945</DOB><DOB>00/00/1946</DOB><DOB>07/03/1947</DOB></DOBs>
      <PassportDetails>
        <Passport><PassportNumber>P04581926</PassportNumber><PassportAdditionalInformation>Afghanistan passport number
          P04581926, issued on 7 August 2024</PassportAdditionalInformation></Passport>
        <Passport><PassportNumber>P04581926</PassportNumber><PassportAdditionalInformation>Afghanistan passport number
          P04581926, issued on 7 August 2024</PassportAdditionalInformation></Passport>
      </PassportDetails>
      <NationalIdentifierDetails><NationalIdentifier><NationalIdentifierNumber>77-1</NationalIdentifierNumber>
        </NationalIdentifier></NationalIdentifierDetails>
      <Nationalities><Nationality>Russia</Nationality></Nationalities>
      <Genders><Gender>Male</Gender></Genders>
      <Positions><Position>Head of stores</Position><Position>Head of stores</Position></Positions>
      <BirthDetails><Location><TownOfBirth>Brelk</TownOfBirth><CountryOfBirth>Belarus</CountryOfBirth></Location>
      </BirthDetails>
    </Individual></IndividualDetails>
  </Designation>
  <Designation>
    <UniqueID>QUA0002</UniqueID>
    <Names><Name><Name6>BRELK OPTICS JSC</Name6><NameType>Primary name</NameType></Name>
      <Name><Name6>ZAVOD BRELK</Name6><NameType>FKA</NameType></Name></Names>
    <RegimeName>The Quarth (Sanctions) Regulations 2020</RegimeName>
    <IndividualEntityShip>Entity</IndividualEntityShip><SanctionsImposed>Asset freeze</SanctionsImposed>
    <EntityDetails><Entity>
      <BusinessRegistrationNumbers><BusinessRegistrationNumber>INN: 7707083893; OGRN: 1027700132195
      </BusinessRegistrationNumber></BusinessRegistrationNumbers>
      <ParentCompanies><ParentCompany>Brelk Holding</ParentCompany></ParentCompanies>
      <Subsidiaries><Subsidiary>Brelk Lens</Subsidiary></Subsidiaries>
    </Entity></EntityDetails>
    <PhoneNumbers><PhoneNumber>(1) +7 495 000 (2) +7 495 001</PhoneNumber></PhoneNumbers>
    <Shade>grey</Shade>
  </Designation>
  <Designation>
    <UniqueID>QUA0003</UniqueID><Names><Name><Name6>SEA OTTER</Name6><NameType>Primary Name</NameType></Name></Names>
    <RegimeName>The Quarth (Sanctions) Regulations 2020</RegimeName>
    <IndividualEntityShip>Ship</IndividualEntityShip>
    <SanctionsImposed>Prohibition of port entry</SanctionsImposed>
    <ShipDetails><Ship><IMONumbers><IMONumber>IMO9074729</IMONumber></IMONumbers>
      <CurrentOwnerOperators><CurrentOwnerOperator>Otter Line</CurrentOwnerOperator></CurrentOwnerOperators>
      <CurrentBelievedFlagOfShips><CurrentBelievedFlagOfShip>Gabon</CurrentBelievedFlagOfShip>
      </CurrentBelievedFlagOfShips><PreviousFlags><PreviousFlag>Comoros</PreviousFlag></PreviousFlags>
    </Ship></ShipDetails>
  </Designation>
</Designations>
"""

PERSON = {
    "Last Updated": "14/04/2025",
    "Unique ID": "QUA0001",
    "Name 6": "TARSEN",
    "Name 1": "Odran",
    "Name 2": "Kelvi",
    "Name type": "Primary Name",
    "Regime Name": "The Quarth (Sanctions) Regulations 2020",
    "Designation Type": "Individual",
    "Sanctions Imposed": "Asset freeze|Travel Ban",
    "Date Designated": "25/01/2022",
    "D.O.B": "dd/mm/1945",
    "Nationality(/ies)": "Russia",
    "Passport number": "P04581926",
    "Passport additional information": "Afghanistan passport",
}
ALIAS = {**PERSON, "Name 6": "TARZEN", "Name 2": "", "Name type": "Alias", "Alias strength": "Low quality a.k.a"}
SHIP = {
    "Unique ID": "QUA0003",
    "Name 6": "SEA OTTER",
    "Name type": "Primary Name",
    "Designation Type": "Ship",
    "Sanctions Imposed": "Shipping sanctions: (see 'Other information')",
    "IMO number": "IMO9074729",
    "Current believed flag of ship": "Gabon",
    "Current owner/operator (s)": "Otter Line",
}


def table(*rows: dict[str, str], report: str = "Report Date: 24-Jun-2025\n") -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return (report + text.getvalue()).encode()


def read(content: str | bytes, name: str = "uk") -> ReadList:
    return SOURCE.read([SourceFile(name, content.encode() if isinstance(content, str) else content)])


@pytest.fixture(scope="module")
def listed() -> tuple[ListedEntity, ...]:
    return read(SAMPLE).entities


def test_both_forms_are_recognised() -> None:
    assert SOURCE.recognise(SAMPLE.encode(), "x")
    assert SOURCE.recognise(table(PERSON), "x")
    assert SOURCE.recognise(table(PERSON).split(b"\n", 1)[1], "x")
    assert not SOURCE.recognise(b"Last Updated,12/02/2016\nName 6,Group ID\n", "x")
    assert not SOURCE.recognise(b"<export/>", "x")


def test_the_day_is_in_the_file() -> None:
    assert (read(SAMPLE).published, read(SAMPLE).published_from) == ("2025-09-07", "content")
    assert read(table(PERSON)).published == "2025-06-24"


def test_names_are_joined_given_name_first(listed: tuple[ListedEntity, ...]) -> None:
    assert listed[0].names == (
        ListedName("Odran Kelvi TARSEN", "primary"),
        ListedName("Odrin TARZEN", "weak"),
        ListedName("Odran TARSON", "alias"),
        ListedName("Одран Тарсен", "original"),
    )


def test_a_person_in_full(listed: tuple[ListedEntity, ...]) -> None:
    person = listed[0]
    assert (person.entry, person.schema, person.listed_on) == ("QUA0001", "Person", "2022-01-25")
    assert person.birth_dates == ("1945", "1946", "1947-03-07")
    assert person.identifiers == (
        ListedIdentifier("PASSPORT", "P04581926", "AF"),
        ListedIdentifier("NATIONAL-ID", "77-1"),
    )
    assert person.measures == ("blocking", "travel", "other")
    assert person.titles == ("Colonel", "Head of stores")
    assert person.countries == ("RU", "BY")
    assert person.addresses == ("1 Quay, Minsk, 220000, Belarus",)
    assert person.remarks == ("First line. Second line.",)
    assert ("BirthPlace", "Brelk, Belarus") in person.kept
    assert ("UNReferenceNumber", "QUi.001") in person.kept


def test_an_entity_and_a_ship(listed: tuple[ListedEntity, ...]) -> None:
    entity, ship = listed[1:]
    assert entity.names == (ListedName("BRELK OPTICS JSC", "primary"), ListedName("ZAVOD BRELK", "former"))
    assert entity.links == (Link("parent", "Brelk Holding"), Link("subsidiary", "Brelk Lens"))
    assert entity.identifiers == (
        ListedIdentifier("INN", "7707083893", "RU"),
        ListedIdentifier("OGRN", "1027700132195", "RU"),
        ListedIdentifier("PHONE", "+7 495 000"),
        ListedIdentifier("PHONE", "+7 495 001"),
    )
    assert (ship.schema, ship.measures, ship.countries) == ("Vessel", ("trade",), ("GA",))
    assert ship.identifiers == (ListedIdentifier("IMO", "9074729"),)
    assert ship.links == (Link("owner-operator", "Otter Line"),)
    assert ("PreviousFlag", "Comoros") in ship.kept


def test_an_unknown_element_is_kept_and_named_once(listed: tuple[ListedEntity, ...]) -> None:
    assert read(SAMPLE).unknown_fields == ("Designation/Shade",)
    assert ("Designation/Shade", "grey") in listed[1].kept


def test_rows_of_one_id_are_joined_in_any_order() -> None:
    forward, back = read(table(PERSON, ALIAS, SHIP)), read(table(SHIP, ALIAS, PERSON))
    assert sorted(forward.entities, key=lambda e: e.entry) == sorted(back.entities, key=lambda e: e.entry)
    person = forward.entities[0]
    assert person.names == (ListedName("Odran Kelvi TARSEN", "primary"), ListedName("Odran TARZEN", "weak"))
    assert person.birth_dates == ("1945",)
    assert person.identifiers == (ListedIdentifier("PASSPORT", "P04581926", "AF"),)


def test_both_forms_say_the_same_of_a_ship(listed: tuple[ListedEntity, ...]) -> None:
    ship = read(table(SHIP)).entities[0]
    assert (ship.identifiers, ship.links, ship.countries) == (
        *(listed[2].identifiers, listed[2].links, listed[2].countries),
    )
    assert ship.measures == ("trade",)


@pytest.mark.parametrize(
    ("name_type", "strength", "kind"),
    [
        ("Primary Name", "", "primary"),
        ("Primary name", "", "primary"),
        ("Primary Name Variation", "", "alias"),
        ("Alias", "Good quality a.k.a", "alias"),
        ("AKA", "Low quality a.k.a", "weak"),
        ("FKA", "", "former"),
    ],
)
def test_kinds_of_name(name_type: str, strength: str, kind: str) -> None:
    assert name_kind(name_type, strength) == kind


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("<UniqueID>QUA0001</UniqueID>", "", "the publisher's own id"),
        (">Individual</IndividualEntityShip>", ">Ghost</IndividualEntityShip>", "the kind 'ghost'"),
        ("25/01/2022", "soon", "DateDesignated 'soon'"),
    ],
)
def test_a_missing_or_retyped_part_is_named(old: str, new: str, says: str) -> None:
    found = read(SAMPLE.replace(old, new))
    assert [entity.entry for entity in found.entities] == ["QUA0002", "QUA0003"]
    assert says in found.skipped[0]


@pytest.mark.parametrize("column", ["Unique ID", "Sanctions Imposed", "Hull identification number (HIN)"])
def test_a_missing_column_is_refused(column: str) -> None:
    content = table(PERSON).replace(f",{column}".encode(), b"", 1)
    with pytest.raises(SourceError, match="no column"):
        read(content)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (table(PERSON).replace(b"D.O.B", b"DOB"), "unknown column 'DOB'"),
        (SAMPLE[:2000].encode(), "well-formed XML"),
        (b"<!DOCTYPE Designations [<!ENTITY a 'b'>]><Designations>&a;</Designations>", "document type definition"),
        (b"", "an empty file"),
        (b"<html/>", "the root element html"),
    ],
)
def test_a_bad_file_is_refused(content: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        read(content)


def test_the_real_excerpt(shared_data: Path) -> None:
    found = read((shared_data / "uk/uk_sanctions_list_excerpt_2026-09-07.xml").read_bytes())
    (entity,) = found.entities
    assert (found.published, found.skipped, found.unknown_fields) == ("2026-09-07", (), ())
    assert entity.names[0] == ListedName("MOHAMMAD HASSAN AKHUND", "primary")
    assert entity.names[1].kind == "original"
    assert entity.birth_dates == ("1945", "1946")
    assert entity.identifiers == (ListedIdentifier("PASSPORT", "P04581926", "AF"),)
    assert entity.measures == ("blocking", "travel")
