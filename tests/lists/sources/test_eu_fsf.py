"""The EU financial sanctions file: a file of our own, every refusal, and the real excerpt where it is present."""

from __future__ import annotations

from pathlib import Path

import pytest

from brightline.errors import SourceError
from brightline.lists.source import ReadList, SourceFile
from brightline.lists.sources.eu_fsf.read import SOURCE
from brightline.terms import ListedIdentifier, ListedName

SAMPLE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2025-08-05T16:47:04.449+02:00" globalFileId="1">
  <sanctionEntity designationDate="2022-02-23" designationDetails="" unitedNationId="" euReferenceNumber="EU.1.1"
      logicalId="11">
    <remark>Director of
JSC Brelk; INN 500100732259</remark>
    <regulation regulationType="amendment" organisationType="council" publicationDate="2022-02-23"
        entryIntoForceDate="2022-02-23" numberTitle="2022/260 (OJ L42I)" programme="UKR" logicalId="7">
      <publicationUrl>https://eur-lex.europa.eu/x</publicationUrl></regulation>
    <subjectType code="person" classificationCode="P"/>
    <nameAlias firstName="Odran" middleName="" lastName="Tarzen" wholeName="Odran Tarzen" function="" title=""
        nameLanguage="" strong="false" regulationLanguage="en" logicalId="3"/>
    <nameAlias firstName="" middleName="" lastName="" wholeName="Одран Тарсен" nameLanguage="RU" strong="true"/>
    <nameAlias firstName="Odran" middleName="Kelvi" lastName="Tarsen" wholeName="" function="Director" title="Dr"
        gender="M" nameLanguage="EN" strong="true" regulationLanguage="en" logicalId="1"/>
    <citizenship countryIso2Code="RU" countryDescription="RUSSIAN FEDERATION" region=""/>
    <birthdate circa="false" calendarType="GREGORIAN" birthdate="1971-03-04" dayOfMonth="4" monthOfYear="3" year="1971"
        countryIso2Code="00" countryDescription="UNKNOWN" city="Brelk"/>
    <birthdate circa="true" calendarType="GREGORIAN" year="1969"/>
    <birthdate circa="false" calendarType="GREGORIAN" yearRangeFrom="1958" yearRangeTo="1959"/>
    <identification diplomatic="false" knownExpired="true" number="00-2210" latinNumber="" countryIso2Code="RU"
        identificationTypeCode="passport" identificationTypeDescription="National passport"/>
    <identification number="7707083893" countryIso2Code="00" countryDescription="UNKNOWN"
        identificationTypeCode="other" identificationTypeDescription="Other identification number"/>
    <address city="Minsk" street="1 Quay" poBox="" zipCode="220000" countryIso2Code="BY" countryDescription="BELARUS">
      <contactInfo key="EMAIL" value="a@brelk.example"/></address>
  </sanctionEntity>
  <sanctionEntity designationDate="" euReferenceNumber="EU.2.2" logicalId="12" colour="red">
    <regulation publicationDate="2010-05-06" numberTitle="1/2010" programme="IRN"/>
    <subjectType classificationCode="E"/>
    <nameAlias wholeName="Karven Bank (KVB)" strong="true"/>
    <identification number="SABR RU MM" identificationTypeCode="swiftbic"/>
    <shade>grey</shade>
  </sanctionEntity>
</export>
"""


def read(text: str | bytes) -> ReadList:
    return SOURCE.read([SourceFile("fsf.xml", text.encode() if isinstance(text, str) else text)])


def test_recognised_and_dated() -> None:
    found = read(SAMPLE)
    assert SOURCE.recognise(SAMPLE.encode(), "x")
    assert not SOURCE.recognise(b"<export><item/></export>", "fsf.xml")
    assert (found.list_id, found.published, found.published_from) == (
        *("eu-fsf", "2025-08-05T16:47:04.449+02:00", "content"),
    )


def test_a_strong_name_in_english_leads_and_a_weak_one_stays_weak() -> None:
    assert read(SAMPLE).entities[0].names == (
        ListedName("Odran Kelvi Tarsen", "primary"),
        ListedName("Одран Тарсен", "original"),
        ListedName("Odran Tarzen", "weak"),
    )


def test_a_person_in_full() -> None:
    person = read(SAMPLE).entities[0]
    assert (person.entry, person.schema, person.listed_on) == ("EU.1.1", "Person", "2022-02-23")
    assert person.birth_dates == ("1971-03-04", "1969", "1958", "1959")
    assert person.countries == ("RU", "BY")
    assert person.addresses == ("1 Quay, Minsk, 220000, BELARUS",)
    assert person.titles == ("Dr", "Director")
    assert person.genders == ("male",)
    assert person.programs == ("UKR",)
    assert person.measures == ("blocking",)
    assert person.urls == ("https://eur-lex.europa.eu/x",)
    assert "Director of JSC Brelk; INN 500100732259" in person.remarks
    assert "DOB circa 1969" in person.remarks
    assert set(person.identifiers) == {
        ListedIdentifier("INN", "500100732259", "RU"),
        ListedIdentifier("PASSPORT", "00-2210", "RU"),
        ListedIdentifier("TAX", "7707083893"),
        ListedIdentifier("EMAIL", "a@brelk.example"),
    }
    assert ("identification", "00-2210: knownExpired") in person.kept


def test_an_organisation_and_what_we_do_not_know() -> None:
    found = read(SAMPLE)
    bank = found.entities[1]
    assert bank.names == (ListedName("Karven Bank", "primary"), ListedName("KVB", "weak"))
    assert bank.identifiers == (ListedIdentifier("BIC", "SABRRUMM"),)
    assert bank.listed_on == "2010-05-06"
    assert found.unknown_fields == ("sanctionEntity/@colour", "sanctionEntity/shade")
    assert ("sanctionEntity/@colour", "red") in bank.kept
    assert ("sanctionEntity/shade", "grey") in bank.kept


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('<subjectType code="person" classificationCode="P"/>', "", "no subjectType"),
        ('code="person"', 'code="ghost"', "subjectType 'ghost'"),
        ('designationDate="2022-02-23"', 'designationDate="soon"', "designationDate 'soon'"),
        ('strong="false"', 'strong="perhaps"', "strong 'perhaps'"),
    ],
)
def test_a_missing_or_retyped_part_is_named(old: str, new: str, says: str) -> None:
    found = read(SAMPLE.replace(old, new))
    assert [entity.entry for entity in found.entities] == ["EU.2.2"]
    assert says in found.skipped[0]
    assert "fsf.xml line" in found.skipped[0]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (SAMPLE[:1500], "well-formed XML"),
        ("<!DOCTYPE export [<!ENTITY a 'b'>]><export>&a;</export>", "document type definition"),
        ("", "an empty file"),
        ("<html/>", "the root element html"),
    ],
)
def test_a_bad_file_is_refused(content: str, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        read(content)


def test_the_real_excerpt(shared_data: Path) -> None:
    found = read((shared_data / "eu/fsf_excerpt_2026-08-05.xml").read_bytes())
    assert [entity.names[0].value for entity in found.entities] == ["Congomet Trading House", "Omran Sahel"]
    assert found.published == "2026-08-05T16:47:04.449+02:00"
    assert found.skipped == found.unknown_fields == ()
    assert found.entities[1].remarks[0].startswith("Associated entities: Khatam")
    assert found.entities[0].countries == ("CD",)
