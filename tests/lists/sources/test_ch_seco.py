"""The SECO list. No file of the publisher was at hand: this sample is our own, after the published schema."""

from __future__ import annotations

import pytest

from brightline.errors import SourceError
from brightline.lists.source import ReadList, SourceFile
from brightline.lists.sources.ch_seco.read import SOURCE
from brightline.terms import Link, ListedIdentifier, ListedName

SAMPLE = """<?xml version="1.0" encoding="UTF-8"?>
<swiss-sanctions-list list-type="whole-list" date="2025-01-15">
  <sanctions-program ssid="20">
    <program-key lang="ger">Quarth (D)</program-key><program-key lang="eng">Quarth</program-key>
    <program-name lang="eng">Ordinance on measures against Quarth</program-name>
    <sanctions-set ssid="201" lang="eng">Annex 8: financial sanctions</sanctions-set>
    <sanctions-set ssid="201" lang="ger">Anhang 8</sanctions-set>
  </sanctions-program>
  <target ssid="100" sanctions-set-id="201">
    <foreign-identifier>EU.1.1</foreign-identifier>
    <individual sex="male">
      <identity ssid="1" main="true">
        <name ssid="11" name-type="primary-name">
          <name-part ssid="111" order="1" name-part-type="family-name"><value>Tarsen</value>
            <spelling-variant lang="eng" script="LATN">Tarzen</spelling-variant>
            <spelling-variant lang="rus" script="CYRL">Тарсен</spelling-variant></name-part>
          <name-part order="2" name-part-type="given-name"><value>Odran</value>
            <spelling-variant lang="rus" script="CYRL">Одран</spelling-variant></name-part>
          <name-part order="3" name-part-type="title"><value>Dr</value></name-part>
        </name>
        <name name-type="alias" quality="low"><name-part order="1" name-part-type="whole-name">
          <value>The Storeman</value></name-part></name>
        <name name-type="formerly-known-as"><name-part name-part-type="whole-name">
          <value>Odran Kroll</value></name-part></name>
        <day-month-year day="4" month="3" year="1971"/><day-month-year year="1969"/>
        <place-of-birth place-id="900"/>
        <nationality><country iso-code="RU">Russian Federation</country></nationality>
        <address place-id="900"><address-details>1 Quay</address-details><zip-code>220000</zip-code></address>
        <identification-document document-type="passport"><number>AB 12345</number>
          <issuer code="RU">Russian Federation</issuer><remark>expired</remark></identification-document>
      </identity>
      <identity ssid="2" main="false"><name name-type="primary-name"><name-part name-part-type="whole-name">
        <value>Odran T. Kelvi</value></name-part></name></identity>
      <justification>Director of Brelk Bank (SWIFT/BIC: SABRRUMM).</justification>
      <relation target-id="101" relation-type="related-to"><remark>Brelk Optics</remark></relation>
      <other-information>INN: 500100732259</other-information>
      <shade>grey</shade>
    </individual>
    <modification modification-type="amended" effective-date="2023-01-01"><added><target ssid="100"><individual>
      <identity main="true"><name name-type="primary-name"><name-part name-part-type="whole-name">
      <value>Old Name</value></name-part></name></identity></individual></target></added></modification>
    <modification modification-type="listed" effective-date="2022-03-16"/>
  </target>
  <target ssid="101"><sanctions-set-id>201</sanctions-set-id>
    <entity><identity main="true"><name name-type="primary-name"><name-part name-part-type="whole-name">
      <value>Brelk Optics</value></name-part></name></identity></entity></target>
  <target ssid="102" sanctions-set-id="201"><object object-type="vessel"><identity main="true">
    <name name-type="primary-name"><name-part name-part-type="whole-name"><value>Sea Otter</value></name-part></name>
    </identity><other-information>IMO number: 9074729</other-information></object></target>
  <target ssid="103" sanctions-set-id="201"><entity><identity main="true"><name name-type="primary-name">
    <name-part name-part-type="whole-name"><value>Taken Off</value></name-part></name></identity></entity>
    <modification modification-type="de-listed" effective-date="2024-06-20"/>
    <modification modification-type="listed" effective-date="2022-03-16"/></target>
  <place ssid="900"><location>Brelk</location><area>Brelk region</area><country iso-code="BY">Belarus</country></place>
</swiss-sanctions-list>
"""


def read(text: str) -> ReadList:
    return SOURCE.read([SourceFile("seco.xml", text.encode())])


def test_recognised_dated_and_without_those_taken_off() -> None:
    found = read(SAMPLE)
    assert SOURCE.recognise(SAMPLE.encode(), "x")
    assert (found.list_id, found.published, found.published_from) == ("ch-seco", "2025-01-15", "content")
    assert [entity.entry for entity in found.entities] == ["100", "101", "102"]
    assert found.notes == ("1 targets that were taken off the list are left out",)


def test_names_in_their_order_and_in_each_spelling() -> None:
    assert read(SAMPLE).entities[0].names == (
        ListedName("Odran Tarsen", "primary"),
        ListedName("Odran Tarzen", "alias"),
        ListedName("Одран Тарсен", "original"),
        ListedName("The Storeman", "weak"),
        ListedName("Odran Kroll", "former"),
        ListedName("Odran T. Kelvi", "alias"),
    )


def test_a_person_in_full() -> None:
    person = read(SAMPLE).entities[0]
    assert (person.schema, person.programs, person.measures) == ("Person", ("Quarth",), ("blocking",))
    assert person.birth_dates == ("1971-03-04", "1969")
    assert person.countries == ("RU", "BY")
    assert person.addresses == ("1 Quay, 220000, Brelk, Brelk region, Belarus",)
    assert person.titles == ("Dr",)
    assert person.genders == ("male",)
    assert person.listed_on == "2022-03-16"
    assert person.identifiers == (
        ListedIdentifier("PASSPORT", "AB 12345", "RU"),
        ListedIdentifier("BIC", "SABRRUMM"),
        ListedIdentifier("INN", "500100732259", "RU"),
    )
    assert person.links == (Link("related-to", "Brelk Optics", "101"),)
    assert ("place-of-birth", "Brelk, Brelk region, Belarus") in person.kept
    assert not any("Old" in name.value for name in person.names)


def test_an_entity_a_ship_and_an_unknown_element() -> None:
    found = read(SAMPLE)
    assert [entity.schema for entity in found.entities] == ["Person", "Organization", "Vessel"]
    assert found.entities[2].identifiers == (ListedIdentifier("IMO", "9074729"),)
    assert found.unknown_fields == ("individual/shade",)
    assert ("individual/shade", "grey") in found.entities[0].kept


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('<target ssid="101">', "<target>", "an entry without an id"),
        ("<value>Brelk Optics</value>", "", "without a name"),
        ("object>", "thing>", "no individual, entity or object"),
    ],
)
def test_a_bad_target_is_named(old: str, new: str, says: str) -> None:
    text = SAMPLE.replace('<object object-type="vessel">', "<object>").replace(old, new)
    found = read(text)
    assert len(found.entities) == 2
    assert says in found.skipped[0]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (SAMPLE[:3000], "well-formed XML"),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]><swiss-sanctions-list>&a;</swiss-sanctions-list>", "document type definition"),
        (SAMPLE.replace("whole-list", "mutation-list"), "a list of type mutation-list"),
        ("", "an empty file"),
        ("<export/>", "the root element export"),
    ],
)
def test_a_bad_file_is_refused(content: str, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        read(content)
