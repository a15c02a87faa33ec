"""OFAC's Advanced XML, in a small sample of our own built from the published schema; names are invented."""

from __future__ import annotations

import pytest

from brightline.errors import SourceError
from brightline.lists.source import ReadList, SourceFile
from brightline.lists.sources.us_ofac_advanced.read import read, recognise
from brightline.terms import Link, ListedIdentifier, ListedName

SAMPLE = """<?xml version="1.0" encoding="utf-8"?>
<Sanctions xmlns="http://www.un.org/sanctions/1.0" Version="3">
<DateOfIssue CalendarTypeID="1"><Year>2024</Year><Month>7</Month><Day>2</Day></DateOfIssue>
<ReferenceValueSets>
  <AliasTypeValues><AliasType ID="1400">A.K.A.</AliasType><AliasType ID="1401">F.K.A.</AliasType>
    <AliasType ID="1403">Name</AliasType></AliasTypeValues>
  <AreaCodeValues><AreaCode ID="5" CountryID="11171" Description="Russia">Russia</AreaCode></AreaCodeValues>
  <CountryValues><Country ID="11171" ISO2="RU">Russia</Country><Country ID="11100">Cyprus</Country></CountryValues>
  <DetailReferenceValues><DetailReference ID="92764">See Section 11 of Executive Order 14024.</DetailReference>
    <DetailReference ID="91526">Male</DetailReference></DetailReferenceValues>
  <FeatureTypeValues><FeatureType ID="8">Birthdate</FeatureType><FeatureType ID="25">Location</FeatureType>
    <FeatureType ID="10">Nationality Country</FeatureType><FeatureType ID="224">Gender</FeatureType>
    <FeatureType ID="504">Secondary sanctions risk:</FeatureType><FeatureType ID="9">Place of Birth</FeatureType>
  </FeatureTypeValues>
  <IDRegDocTypeValues><IDRegDocType ID="1596">Tax ID No.</IDRegDocType><IDRegDocType ID="1571">Passport</IDRegDocType>
  </IDRegDocTypeValues>
  <ListValues><List ID="1550">SDN List</List></ListValues>
  <LocPartTypeValues><LocPartType ID="1451">ADDRESS1</LocPartType><LocPartType ID="1454">CITY</LocPartType>
  </LocPartTypeValues>
  <NamePartTypeValues><NamePartType ID="1520">Last Name</NamePartType><NamePartType ID="1521">First Name</NamePartType>
    <NamePartType ID="1525">Entity Name</NamePartType></NamePartTypeValues>
  <PartySubTypeValues><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType>
    <PartySubType ID="3" PartyTypeID="2">Unknown</PartySubType>
    <PartySubType ID="1" PartyTypeID="4">Vessel</PartySubType>
  </PartySubTypeValues>
  <PartyTypeValues><PartyType ID="1">Individual</PartyType><PartyType ID="2">Entity</PartyType></PartyTypeValues>
  <RelationTypeValues><RelationType ID="15003">Owned or Controlled By</RelationType></RelationTypeValues>
  <SanctionsTypeValues><SanctionsType ID="1">Program</SanctionsType><SanctionsType ID="1705">Block</SanctionsType>
  </SanctionsTypeValues>
  <ScriptValues><Script ID="215" ScriptCode="Latn">Latin</Script><Script ID="220" ScriptCode="Cyrl">Cyrillic</Script>
  </ScriptValues>
</ReferenceValueSets>
<Locations>
  <Location ID="700"><LocationCountry CountryID="11171" CountryRelevanceID="1"/>
    <LocationPart LocPartTypeID="1454"><LocationPartValue Primary="true"><Value>Moscow</Value></LocationPartValue>
    </LocationPart><LocationPart LocPartTypeID="1451"><LocationPartValue Primary="true">
    <Value>12, Ulitsa Primernaya</Value></LocationPartValue></LocationPart></Location>
  <Location ID="701"><LocationCountry CountryID="11100"/></Location>
</Locations>
<IDRegDocuments>
  <IDRegDocument ID="1" IDRegDocTypeID="1596" IdentityID="5001" IssuedBy-CountryID="11171" ValidityID="1">
    <IDRegistrationNo>500100732259</IDRegistrationNo></IDRegDocument>
  <IDRegDocument ID="2" IDRegDocTypeID="1571" IdentityID="5001" IssuedBy-CountryID="11171" ValidityID="1">
    <IDRegistrationNo>7512345</IDRegistrationNo></IDRegDocument>
</IDRegDocuments>
<DistinctParties>
  <DistinctParty FixedRef="101"><Profile ID="101" PartySubTypeID="4">
    <Identity ID="5001" FixedRef="101" Primary="true" False="false">
      <Alias FixedRef="101" AliasTypeID="1403" Primary="true" LowQuality="false">
        <DocumentedName ID="1" FixedRef="101" DocNameStatusID="1">
          <DocumentedNamePart><NamePartValue NamePartGroupID="10" ScriptID="215">OBRAZTSOV</NamePartValue>
          </DocumentedNamePart><DocumentedNamePart>
          <NamePartValue NamePartGroupID="11" ScriptID="215">Ivan</NamePartValue></DocumentedNamePart></DocumentedName>
        <DocumentedName ID="2" FixedRef="101" DocNameStatusID="2">
          <DocumentedNamePart><NamePartValue NamePartGroupID="10" ScriptID="220">ОБРАЗЦОВ</NamePartValue>
          </DocumentedNamePart></DocumentedName></Alias>
      <Alias FixedRef="101" AliasTypeID="1400" Primary="false" LowQuality="true">
        <DocumentedName ID="3" FixedRef="101" DocNameStatusID="1"><DocumentedNamePart>
          <NamePartValue NamePartGroupID="10" ScriptID="215">THE CLERK</NamePartValue></DocumentedNamePart>
        </DocumentedName></Alias>
      <NamePartGroups><MasterNamePartGroup><NamePartGroup ID="10" NamePartTypeID="1520"/></MasterNamePartGroup>
        <MasterNamePartGroup><NamePartGroup ID="11" NamePartTypeID="1521"/></MasterNamePartGroup></NamePartGroups>
    </Identity>
    <Feature ID="1" FeatureTypeID="8"><FeatureVersion ID="1" ReliabilityID="1"><DatePeriod CalendarTypeID="1">
      <Start Approximate="false"><From><Year>1968</Year><Month>3</Month><Day>1</Day></From>
        <To><Year>1968</Year><Month>3</Month><Day>1</Day></To></Start>
      <End><From><Year>1968</Year><Month>3</Month><Day>31</Day></From>
        <To><Year>1968</Year><Month>3</Month><Day>31</Day></To></End></DatePeriod></FeatureVersion></Feature>
    <Feature ID="2" FeatureTypeID="504"><FeatureVersion ID="2" ReliabilityID="1">
      <VersionDetail DetailTypeID="1431" DetailReferenceID="92764"/></FeatureVersion></Feature>
    <Feature ID="3" FeatureTypeID="224"><FeatureVersion ID="3" ReliabilityID="1">
      <VersionDetail DetailTypeID="1431" DetailReferenceID="91526"/></FeatureVersion></Feature>
    <Feature ID="4" FeatureTypeID="25"><FeatureVersion ID="4" ReliabilityID="1"><VersionLocation LocationID="700"/>
      </FeatureVersion></Feature>
    <Feature ID="5" FeatureTypeID="10"><FeatureVersion ID="5" ReliabilityID="1"><VersionLocation LocationID="701"/>
      </FeatureVersion></Feature>
  </Profile></DistinctParty>
  <DistinctParty FixedRef="102"><Profile ID="102" PartySubTypeID="3">
    <Identity ID="5002" FixedRef="102" Primary="true" False="false">
      <Alias FixedRef="102" AliasTypeID="1403" Primary="true" LowQuality="false">
        <DocumentedName ID="4" FixedRef="102" DocNameStatusID="1"><DocumentedNamePart>
          <NamePartValue NamePartGroupID="12" ScriptID="215">PRIMER PRIBOR LLC</NamePartValue></DocumentedNamePart>
        </DocumentedName></Alias>
      <NamePartGroups><MasterNamePartGroup><NamePartGroup ID="12" NamePartTypeID="1525"/></MasterNamePartGroup>
      </NamePartGroups></Identity></Profile></DistinctParty>
</DistinctParties>
<ProfileRelationships>
  <ProfileRelationship ID="1" From-ProfileID="102" To-ProfileID="101" RelationTypeID="15003" RelationQualityID="1"
    Former="false" SanctionsEntryID="9"/>
</ProfileRelationships>
<SanctionsEntries>
  <SanctionsEntry ID="1" ProfileID="101" ListID="1550"><EntryEvent ID="1" EntryEventTypeID="1" LegalBasisID="1">
    <Comment/><Date CalendarTypeID="1"><Year>2024</Year><Month>5</Month><Day>1</Day></Date></EntryEvent>
    <SanctionsMeasure ID="1" SanctionsTypeID="1"><Comment>RUSSIA-EO14024</Comment></SanctionsMeasure>
    <SanctionsMeasure ID="2" SanctionsTypeID="1705"><Comment/></SanctionsMeasure></SanctionsEntry>
  <SanctionsEntry ID="2" ProfileID="102" ListID="1550"><EntryEvent ID="2" EntryEventTypeID="1" LegalBasisID="1">
    <Comment/><Date CalendarTypeID="1"><Year>2024</Year><Month>5</Month><Day>1</Day></Date></EntryEvent>
    <SanctionsMeasure ID="3" SanctionsTypeID="1"><Comment>RUSSIA-EO14024</Comment></SanctionsMeasure></SanctionsEntry>
</SanctionsEntries>
</Sanctions>
"""


def reading(text: str) -> ReadList:
    return read([SourceFile("sdn_advanced.xml", text.encode())])


def test_a_person_and_a_company_are_read_whole() -> None:
    assert recognise(SAMPLE.encode(), "x")
    found = reading(SAMPLE)
    assert (found.list_id, found.published, found.published_from) == ("us-ofac-sdn", "2024-07-02", "content")
    assert found.unknown_fields == ()
    person, company = found.entities
    assert person.schema == "Person"
    assert person.names == (
        ListedName("OBRAZTSOV, Ivan", "primary"),
        ListedName("ОБРАЗЦОВ", "original"),
        ListedName("THE CLERK", "weak"),
    )
    assert person.secondary == ("s11",)
    assert person.identifiers == (
        ListedIdentifier("INN", "500100732259", "RU"),
        ListedIdentifier("PASSPORT", "7512345", "RU"),
    )
    assert person.birth_dates == ("1968-03",)
    assert person.genders == ("male",)
    assert person.countries == ("RU", "CY")
    assert person.addresses == ("12, Ulitsa Primernaya, Moscow, Russia",)
    assert (person.programs, person.measures, person.listed_on) == (("RUSSIA-EO14024",), ("blocking",), "2024-05-01")
    assert (company.schema, company.names[0].value) == ("Company", "PRIMER PRIBOR LLC")
    assert company.links == (Link("owner", "OBRAZTSOV, Ivan", "101"),)


def test_the_newer_namespace_is_read_as_well() -> None:
    newer = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ADVANCED_XML"
    text = SAMPLE.replace("http://www.un.org/sanctions/1.0", newer)
    assert recognise(text.encode(), "x")
    assert reading(text).entities == reading(SAMPLE).entities


def test_a_new_element_is_kept_and_named_once() -> None:
    found = reading(SAMPLE.replace("</Profile>", "<Mood>calm</Mood></Profile>"))
    assert found.unknown_fields == ("DistinctParty/Profile/Mood",)
    assert all(("Mood", "calm") in entity.kept for entity in found.entities)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (SAMPLE.replace('<Location ID="700">', '<Location ID="799">'), "found the place 700, which is not there"),
        (SAMPLE.replace(' FixedRef="101"><Profile', "><Profile"), "expected the attribute 'FixedRef'"),
        (SAMPLE.replace("DateOfIssue", "DayOfIssue"), "no DateOfIssue"),
        (SAMPLE[:-80], "expected well-formed XML"),
        (SAMPLE.replace("<Year>1968</Year>", "<Year>long ago</Year>", 1), "expected a number, found 'long ago'"),
    ],
)
def test_what_is_not_as_agreed_is_refused(text: str, message: str) -> None:
    with pytest.raises(SourceError) as refused:
        reading(text)
    assert message in str(refused.value)
