"""OFAC's Enhanced XML, in a sample of our own with invented names, and the publisher's where it is at hand."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from brightline.errors import SourceError
from brightline.lists.gather import gather
from brightline.lists.source import ReadList, SourceFile
from brightline.lists.sources.us_ofac_enhanced.read import read, recognise
from brightline.terms import Link, ListedIdentifier, ListedName

NAMESPACE = "https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/ENHANCED_XML"
ENTITY = """
<entity id="101">
  <generalInfo><identityId>1</identityId><entityType refId="601">Entity</entityType>
    <remarks>All offices worldwide</remarks><title>Holding</title></generalInfo>
  <sanctionsLists><sanctionsList refId="1" id="1" datePublished="2024-05-01">SDN List</sanctionsList>
    <sanctionsList refId="2" id="2" datePublished="2022-02-24">Sectoral Sanctions Identifications List</sanctionsList>
  </sanctionsLists>
  <sanctionsPrograms><sanctionsProgram refId="1" id="1">RUSSIA-EO14024</sanctionsProgram></sanctionsPrograms>
  <sanctionsTypes><sanctionsType refId="1" id="1">Block</sanctionsType></sanctionsTypes>
  <legalAuthorities><legalAuthority refId="1" id="1">Executive Order 14024 (Russia)</legalAuthority></legalAuthorities>
  <names>
    <name id="2"><isPrimary>false</isPrimary><aliasType refId="1401">F.K.A.</aliasType>
      <isLowQuality>false</isLowQuality>
      <translations><translation id="3"><isPrimary>true</isPrimary><script refId="1">Latin</script>
        <formattedLastName>PRIMER FACTORY</formattedLastName><formattedFullName>PRIMER FACTORY</formattedFullName>
        <nameParts/></translation></translations></name>
    <name id="1"><isPrimary>true</isPrimary><isLowQuality>false</isLowQuality>
      <translations><translation id="1"><isPrimary>true</isPrimary><script refId="1">Latin</script>
        <formattedLastName>PRIMER PRIBOR LLC</formattedLastName>
        <formattedFullName>PRIMER PRIBOR LLC</formattedFullName><nameParts/></translation>
        <translation id="2"><isPrimary>false</isPrimary><script refId="2">Cyrillic</script>
        <formattedLastName>ПРИМЕР ПРИБОР ООО</formattedLastName>
        <formattedFullName>ПРИМЕР ПРИБОР ООО</formattedFullName><nameParts/></translation></translations></name>
    <name id="4"><isPrimary>false</isPrimary><aliasType refId="1400">A.K.A.</aliasType><isLowQuality>true</isLowQuality>
      <translations><translation id="5"><isPrimary>true</isPrimary><script refId="1">Latin</script>
        <formattedFullName>PP</formattedFullName></translation></translations></name>
  </names>
  <addresses><address id="1"><country refId="1">Russia</country><translations>
    <translation id="1"><isPrimary>true</isPrimary><script refId="1">Latin</script><addressParts>
      <addressPart id="1"><type refId="1">ADDRESS1</type><value>12, Ulitsa Primernaya</value></addressPart>
      <addressPart id="2"><type refId="2">CITY</type><value>Moscow</value></addressPart></addressParts></translation>
    </translations></address></addresses>
  <features>
    <feature id="1"><type featureTypeId="1">Secondary sanctions risk:</type><versionId>1</versionId>
      <value>See Section 11 of Executive Order 14024.</value>
      <valueRefId>1</valueRefId><isPrimary>true</isPrimary></feature>
    <feature id="2"><type featureTypeId="2">Organization Established Date</type><versionId>2</versionId>
      <valueDate id="1"><fromDateBegin>1990-10-17</fromDateBegin><fromDateEnd>1990-10-17</fromDateEnd>
        <toDateBegin>1990-10-17</toDateBegin><toDateEnd>1990-10-17</toDateEnd></valueDate></feature>
    <feature id="3"><type featureTypeId="3">SWIFT/BIC</type><versionId>3</versionId><value>PRIMRUMM</value></feature>
  </features>
  <identityDocuments>
    <identityDocument id="1"><type refId="1">Tax ID No.</type><name nameId="1">PRIMER PRIBOR LLC</name>
      <documentNumber>7707083893</documentNumber><isValid>true</isValid>
      <issuingCountry refId="1">Russia</issuingCountry>
    </identityDocument>
    <identityDocument id="2"><type refId="2">Secondary sanctions risk:</type><name nameId="1">PRIMER PRIBOR LLC</name>
      <documentNumber>Ukraine-/Russia-Related Sanctions Regulations, 31 CFR 589.201</documentNumber></identityDocument>
    <identityDocument id="3"><type refId="3">Passport</type><name nameId="1">PRIMER PRIBOR LLC</name>
      <documentNumber>Secondary sanctions risk: this person is designated for operating or having operated in a sector
        of the Russian Federation economy determined to support Russia's military-industrial base pursuant to section
        11 of Executive Order 14024, as amended by Executive Order 14114.</documentNumber></identityDocument>
  </identityDocuments>
  <relationships><relationship id="1"><type refId="1">Owned or Controlled By</type>
    <relatedEntity entityId="77">STATE SAMPLE CORPORATION</relatedEntity></relationship>
    <relationship id="2"><type refId="2">Acting for or on behalf of</type>
    <relatedEntity entityId="78">OBRAZTSOV, Ivan</relatedEntity></relationship></relationships>
</entity>"""


def whole(*entities: str, listed: str = "SDN List") -> bytes:
    return (
        f'<?xml version="1.0" encoding="utf-8"?><sanctionsData xmlns="{NAMESPACE}"><publicationInfo>'
        f"<dataAsOf>2025-01-10T00:00:00</dataAsOf><filters><sanctionsLists><sanctionsList refId='1'>{listed}"
        "</sanctionsList></sanctionsLists></filters></publicationInfo><referenceValues/><featureTypes/>"
        f"<entities>{''.join(entities)}</entities></sanctionsData>"
    ).encode()


def reading(data: bytes) -> ReadList:
    return read([SourceFile("SDN_ENHANCED.XML", data)])


def test_an_entity_is_read_whole() -> None:
    data = whole(ENTITY)
    assert recognise(data, "x")
    found = reading(data)
    assert (found.list_id, found.published, found.published_from) == ("us-ofac-sdn", "2025-01-10", "content")
    assert found.unknown_fields == ()
    (one,) = found.entities
    assert (one.list, one.entry, one.schema, one.listed_on) == ("us-ofac-sdn", "101", "Company", "2022-02-24")
    assert one.names == (
        ListedName("PRIMER PRIBOR LLC", "primary"),
        ListedName("PRIMER FACTORY", "former"),
        ListedName("ПРИМЕР ПРИБОР ООО", "original"),
        ListedName("PP", "weak"),
    )
    assert one.measures == ("blocking", "sectoral")
    assert one.secondary == ("s11", "ukraine-589")
    assert one.identifiers == (
        ListedIdentifier("BIC", "PRIMRUMM", None),
        ListedIdentifier("INN", "7707083893", "RU"),
    )
    assert one.links == (
        Link("owner", "STATE SAMPLE CORPORATION", "77"),
        Link("linked-to", "OBRAZTSOV, Ivan", "78"),
    )
    assert (one.countries, one.addresses) == (("RU",), ("12, Ulitsa Primernaya, Moscow, Russia",))
    assert ("organization established date", "1990-10-17") in one.kept
    assert one.titles == ("Holding",)


def test_a_secondary_sanction_is_no_identifier_whatever_it_is_filed_as() -> None:
    (one,) = reading(whole(ENTITY)).entities
    assert not any("ection" in each.value or each.scheme == "PASSPORT" for each in one.identifiers)


def test_a_new_element_is_kept_and_named_once() -> None:
    new = ENTITY.replace("</generalInfo>", "<colour>red</colour></generalInfo>")
    found = reading(whole(new, new.replace('id="101"', 'id="102"')))
    assert found.unknown_fields == ("entity/generalInfo/colour",)
    assert all(("colour", "red") in entity.kept for entity in found.entities)


def test_the_list_is_told_by_its_header() -> None:
    assert reading(whole(ENTITY, listed="Consolidated List")).list_id == "us-ofac-cons"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (whole(ENTITY.replace('<entityType refId="601">Entity</entityType>', "")), "expected the element 'entityType'"),
        (whole(ENTITY.replace('id="101"', "")), "expected the attribute 'id'"),
        (whole(ENTITY.replace("<formattedFullName>PP</formattedFullName>", "")), "the element 'formattedFullName'"),
        (whole(ENTITY)[:-60], "expected well-formed XML"),
        (whole(ENTITY).replace(b"publicationInfo", b"info"), "no publicationInfo"),
    ],
)
def test_what_is_not_as_agreed_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(SourceError) as refused:
        reading(data)
    assert message in str(refused.value)


def test_the_consolidated_list_of_january_2025(shared_data: Path) -> None:
    data = (shared_data / "ofac" / "CONS_ENHANCED_2025-01-10.xml.gz").read_bytes()
    (found,) = gather([SourceFile("CONS_ENHANCED.XML.gz", data)])
    assert found.version is not None
    assert (found.version.list, found.version.published, found.version.entries) == ("us-ofac-cons", "2025-01-10", 443)
    assert found.version.unknown_fields == ()
    assert sum("s11" in entity.secondary for entity in found.entities) == 73
    text = gzip.decompress(data).decode()
    assert text.count(">See Section 11 of Executive Order 14024.</value>") == 73 + 1  # one in the reference values
    assert sum(name.kind == "original" for entity in found.entities for name in entity.names) > 30
    assert not any("anctions" in each.value for entity in found.entities for each in entity.identifiers)
