"""OFAC's `sdn.xml`, in samples of our own built from the published schema; names are invented."""

from __future__ import annotations

import pytest

from brightline.errors import SourceError
from brightline.lists.source import ReadList, SourceFile
from brightline.lists.sources.us_ofac_xml.read import read, recognise
from brightline.terms import Link, ListedIdentifier, ListedName

ENTRY = """
  <sdnEntry>
    <uid>101</uid><firstName>Ivan Petrovich</firstName><lastName>OBRAZTSOV</lastName><title>Director</title>
    <sdnType>Individual</sdnType><remarks>(Linked To: PRIMER PRIBOR)</remarks>
    <programList><program>RUSSIA-EO14024</program><program>SDGT</program></programList>
    <idList>
      <id><uid>1</uid><idType>Tax ID No.</idType><idNumber>500100732259</idNumber><idCountry>Russia</idCountry></id>
      <id><uid>2</uid><idType>Gender</idType><idNumber>Male</idNumber></id>
      <id><uid>3</uid><idType>Secondary sanctions risk:</idType>
        <idNumber>See Section 11 of Executive Order 14024.</idNumber></id>
      <id><uid>4</uid><idType>Passport</idType><idNumber>7512345</idNumber><idCountry>Russia</idCountry>
        <issueDate>12 Mar 2010</issueDate></id>
    </idList>
    <akaList>
      <aka><uid>5</uid><type>a.k.a.</type><category>strong</category><lastName>OBRAZTSOFF</lastName>
        <firstName>Ivan</firstName></aka>
      <aka><uid>6</uid><type>a.k.a.</type><category>weak</category><lastName>THE CLERK</lastName></aka>
      <aka><uid>7</uid><type>f.k.a.</type><category>strong</category><lastName>PETROV</lastName></aka>
    </akaList>
    <addressList><address><uid>8</uid><address1>12, Ulitsa Primernaya</address1><city>Moscow</city>
      <postalCode>101000</postalCode><country>Russia</country></address></addressList>
    <nationalityList><nationality><uid>9</uid><country>Russia</country><mainEntry>true</mainEntry></nationality>
    </nationalityList>
    <citizenshipList><citizenship><uid>10</uid><country>Cyprus</country><mainEntry>true</mainEntry></citizenship>
    </citizenshipList>
    <dateOfBirthList><dateOfBirthItem><uid>11</uid><dateOfBirth>circa 1968</dateOfBirth><mainEntry>true</mainEntry>
    </dateOfBirthItem></dateOfBirthList>
    <placeOfBirthList><placeOfBirthItem><uid>12</uid><placeOfBirth>Moscow, Russia</placeOfBirth>
      <mainEntry>true</mainEntry></placeOfBirthItem></placeOfBirthList>
  </sdnEntry>"""
VESSEL = """
  <sdnEntry>
    <uid>102</uid><lastName>PRIMER STAR</lastName><sdnType>Vessel</sdnType>
    <programList><program>RUSSIA-EO14024</program></programList>
    <idList><id><uid>13</uid><idType>Vessel Registration Identification</idType><idNumber>IMO 9386304</idNumber></id>
      <id><uid>14</uid><idType>MMSI</idType><idNumber>352002989</idNumber></id></idList>
    <vesselInfo><callSign>3E4737</callSign><vesselType>LPG Tanker</vesselType><vesselFlag>Panama</vesselFlag>
      <vesselOwner>PRIMER SHIPPING</vesselOwner><tonnage>318000</tonnage></vesselInfo>
  </sdnEntry>"""


def whole(*entries: str, namespace: str = "http://tempuri.org/sdnList.xsd", count: int | None = None) -> bytes:
    said = len(entries) if count is None else count
    return (
        f'<?xml version="1.0" standalone="yes"?>\n<sdnList xmlns="{namespace}">\n  <publshInformation>'
        f"<Publish_Date>07/02/2024</Publish_Date><Record_Count>{said}</Record_Count></publshInformation>"
        f"{''.join(entries)}\n</sdnList>"
    ).encode()


def reading(data: bytes, name: str = "sdn.xml") -> ReadList:
    return read([SourceFile(name, data)])


@pytest.mark.parametrize(
    "namespace",
    [
        "http://tempuri.org/sdnList.xsd",
        "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML",
    ],
)
def test_a_person_in_both_namespaces(namespace: str) -> None:
    data = whole(ENTRY, VESSEL, namespace=namespace)
    assert recognise(data, "sdn.xml")
    found = reading(data)
    assert (found.list_id, found.published, found.published_from) == ("us-ofac-sdn", "2024-07-02", "content")
    assert found.unknown_fields == ()
    person = found.entities[0]
    assert person.list == "us-ofac-sdn"
    assert person.names == (
        ListedName("OBRAZTSOV, Ivan Petrovich", "primary"),
        ListedName("OBRAZTSOFF, Ivan", "alias"),
        ListedName("THE CLERK", "weak"),
        ListedName("PETROV", "former"),
    )
    assert person.programs == ("RUSSIA-EO14024", "SDGT")
    assert person.measures == ("blocking",)
    assert person.secondary == ("s11",)
    assert person.identifiers == (
        ListedIdentifier("INN", "500100732259", "RU"),
        ListedIdentifier("PASSPORT", "7512345", "RU"),
    )
    assert (person.genders, person.birth_dates, person.countries) == (("male",), ("1968",), ("RU", "CY"))
    assert person.addresses == ("12, Ulitsa Primernaya, Moscow, 101000, Russia",)
    assert person.links == (Link("linked-to", "PRIMER PRIBOR"),)
    assert "Secondary sanctions risk: See Section 11 of Executive Order 14024." in person.remarks


def test_a_vessel() -> None:
    vessel = reading(whole(VESSEL)).entities[0]
    assert vessel.schema == "Vessel"
    assert {each.scheme: each.value for each in vessel.identifiers} == {
        "IMO": "9386304",
        "MMSI": "352002989",
        "CALLSIGN": "3E4737",
    }
    assert vessel.countries == ("PA",)
    assert vessel.links == (Link("owner", "PRIMER SHIPPING"),)


def test_the_consolidated_file_is_told_by_name_and_programme() -> None:
    entry = ENTRY.replace("RUSSIA-EO14024", "UKRAINE-EO13662").replace("<program>SDGT</program>", "")
    found = reading(whole(entry), "consolidated.xml")
    assert found.list_id == "us-ofac-cons"
    assert found.entities[0].measures == ("sectoral",)


def test_an_unknown_element_is_kept_and_named_once() -> None:
    new = "<eyeColour>blue</eyeColour></sdnEntry>"
    found = reading(whole(ENTRY.replace("</sdnEntry>", new), VESSEL.replace("</sdnEntry>", new)))
    assert found.unknown_fields == ("sdnEntry/eyeColour",)
    assert ("eyeColour", "blue") in found.entities[0].kept
    assert ("eyeColour", "blue") in found.entities[1].kept


def test_an_unknown_element_deeper_down_is_named_with_its_place() -> None:
    found = reading(whole(ENTRY.replace("</aka>", "<language>ru</language></aka>", 1)))
    assert found.unknown_fields == ("sdnEntry/akaList/aka/language",)
    assert ("language", "ru") in found.entities[0].kept


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (whole(ENTRY.replace("<uid>101</uid>", "")), "expected the element 'uid'"),
        (whole(ENTRY.replace("<uid>101</uid>", "<uid>A-1</uid>")), "expected a number, found 'A-1'"),
        (whole(ENTRY.replace("<lastName>OBRAZTSOV</lastName>", "")), "expected the element 'lastName'"),
        (
            whole(ENTRY.replace("<lastName>OBRAZTSOV</lastName>", "<lastName><p>OBRAZTSOV</p></lastName>")),
            "expected one text",
        ),
        (whole(ENTRY.replace("Individual", "Ghost")), "expected Individual, Entity, Vessel or Aircraft"),
        (whole(ENTRY, count=2), "expected 2 entries, as it says itself, found 1 entries"),
        (whole(ENTRY)[:-300], "expected well-formed XML"),
        (whole(ENTRY).replace(b"07/02/2024", b"2 July 2024"), "no day in Publish_Date"),
        (
            b'<?xml version="1.0"?><!DOCTYPE sdnList [<!ENTITY x "y">]>' + whole(ENTRY).partition(b"?>")[2],
            "a document type definition",
        ),
    ],
)
def test_what_is_not_as_agreed_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(SourceError) as refused:
        reading(data)
    assert message in str(refused.value)
