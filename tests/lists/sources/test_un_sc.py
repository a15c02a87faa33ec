"""The UN list: a small list of our own, every refusal, and the real one where it is present."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from brightline.errors import SourceError
from brightline.lists.source import ReadList, SourceFile
from brightline.lists.sources.un_sc.read import SOURCE
from brightline.terms import ListedEntity, ListedIdentifier, ListedName

SAMPLE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<CONSOLIDATED_LIST xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" dateGenerated="2025-01-31T00:00:09.554Z">
  <INDIVIDUALS>
    <INDIVIDUAL>
      <DATAID>100</DATAID><VERSIONNUM>1</VERSIONNUM>
      <FIRST_NAME>ODRAN</FIRST_NAME><SECOND_NAME>KELVI</SECOND_NAME><THIRD_NAME>TARSEN</THIRD_NAME>
      <UN_LIST_TYPE>Quarth</UN_LIST_TYPE><REFERENCE_NUMBER>QUi.001</REFERENCE_NUMBER>
      <LISTED_ON>2012-12-31</LISTED_ON><NAME_ORIGINAL_SCRIPT>Одран Кельви</NAME_ORIGINAL_SCRIPT>
      <COMMENTS1>Gender: male. Link:https://www.example.org/notice. Br\ufffdnd.
Second line.</COMMENTS1>
      <TITLE><VALUE>Colonel</VALUE></TITLE><DESIGNATION><VALUE>Head of stores</VALUE></DESIGNATION>
      <NATIONALITY><VALUE>Democratic People's Republic of Korea</VALUE></NATIONALITY>
      <LAST_DAY_UPDATED><VALUE>2014-01-02</VALUE><VALUE>2016-10-13</VALUE></LAST_DAY_UPDATED>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Odran Kelwi; Odran Kelvy</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Storeman</ALIAS_NAME></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>O. Tarsen</ALIAS_NAME><NOTE>formerly listed as</NOTE>
        </INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
      <INDIVIDUAL_ADDRESS><STREET>1 Quay</STREET><CITY>Kinshasa</CITY>
        <COUNTRY>Democratic Republic of the Congo</COUNTRY><NOTE>as of 2016</NOTE></INDIVIDUAL_ADDRESS>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1971-03-04</DATE></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1969</YEAR>
        </INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1958</FROM_YEAR><TO_YEAR>1960</TO_YEAR>
        </INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>Nov. 1973</NOTE></INDIVIDUAL_DATE_OF_BIRTH>
      <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>381420754</NUMBER>
        <ISSUING_COUNTRY>Pakistan</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>
      <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>381420754</NUMBER>
        <ISSUING_COUNTRY>Pakistan</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>
      <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>National Identification Number</TYPE_OF_DOCUMENT><NUMBER>A-9 91</NUMBER>
        </INDIVIDUAL_DOCUMENT>
    </INDIVIDUAL>
  </INDIVIDUALS>
  <ENTITIES>
    <ENTITY>
      <DATAID>200</DATAID><FIRST_NAME>KARVEN AIR TRANSPORT (KAT) ; KARVEN LIFT</FIRST_NAME>
      <UN_LIST_TYPE>Quarth</UN_LIST_TYPE><REFERENCE_NUMBER>QUe.001</REFERENCE_NUMBER><LISTED_ON>2010-06-09</LISTED_ON>
      <ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Karven Cargo</ALIAS_NAME></ENTITY_ALIAS>
      <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Karven Wings</ALIAS_NAME></ENTITY_ALIAS>
      <ENTITY_ADDRESS><CITY>Tehran</CITY><COUNTRY>Iran (Islamic Republic of)</COUNTRY></ENTITY_ADDRESS>
      <SHADE>grey <b>and</b> green</SHADE>
    </ENTITY>
  </ENTITIES>
</CONSOLIDATED_LIST>
"""


def read(text: str | bytes, name: str = "consolidated.xml") -> ReadList:
    return SOURCE.read([SourceFile(name, text.encode() if isinstance(text, str) else text)])


@pytest.fixture(scope="module")
def person() -> ListedEntity:
    return read(SAMPLE).entities[0]


@pytest.fixture(scope="module")
def company() -> ListedEntity:
    return read(SAMPLE).entities[1]


def test_it_is_recognised_by_its_root() -> None:
    assert SOURCE.recognise(SAMPLE.encode(), "x")
    assert not SOURCE.recognise(b"<?xml version='1.0'?><Designations/>", "consolidated.xml")


def test_the_moment_of_publication_is_in_the_file() -> None:
    found = read(SAMPLE)
    assert (found.list_id, found.published, found.published_from) == ("un-sc", "2025-01-31T00:00:09.554Z", "content")


def test_names_keep_their_quality(person: ListedEntity) -> None:
    assert person.names == (
        ListedName("ODRAN KELVI TARSEN", "primary"),
        ListedName("Одран Кельви", "original"),
        ListedName("Odran Kelwi", "alias"),
        ListedName("Odran Kelvy", "alias"),
        ListedName("The Storeman", "weak"),
        ListedName("O. Tarsen", "former"),
    )


def test_half_dates_spans_and_notes(person: ListedEntity) -> None:
    assert person.birth_dates == ("1971-03-04", "1969", "1958", "1959", "1960", "1973-11")
    assert "DOB circa 1969" in person.remarks
    assert "DOB between 1958 and 1960" in person.remarks


def test_the_same_passport_counts_once(person: ListedEntity) -> None:
    assert person.identifiers == (
        ListedIdentifier("PASSPORT", "381420754", "PK"),
        ListedIdentifier("NATIONAL-ID", "A-9 91"),
    )


def test_the_rest_of_a_person(person: ListedEntity) -> None:
    assert person.entry == "QUi.001"
    assert person.schema == "Person"
    assert person.programs == ("Quarth",)
    assert person.measures == ("blocking", "travel")
    assert person.countries == ("KP", "CD")
    assert person.addresses == ("1 Quay, Kinshasa, Democratic Republic of the Congo (as of 2016)",)
    assert person.titles == ("Colonel", "Head of stores")
    assert person.genders == ("male",)
    assert person.listed_on == "2012-12-31"
    assert person.urls == ("https://www.example.org/notice",)
    assert any("Br\ufffdnd. Second line." in remark for remark in person.remarks)
    assert ("LAST_DAY_UPDATED", "2016-10-13") in person.kept


def test_several_names_in_one_cell(company: ListedEntity) -> None:
    assert company.names == (
        ListedName("KARVEN AIR TRANSPORT", "primary"),
        ListedName("KAT", "weak"),
        ListedName("KARVEN LIFT", "alias"),
        ListedName("Karven Cargo", "alias"),
        ListedName("Karven Wings", "former"),
    )
    assert company.measures == ("blocking",)
    assert company.countries == ("IR",)


def test_an_unknown_element_is_kept_and_named_once(company: ListedEntity) -> None:
    assert read(SAMPLE).unknown_fields == ("ENTITY/SHADE",)
    assert ("ENTITY/SHADE", "grey and green") in company.kept


@pytest.mark.parametrize("element", ["DATAID", "REFERENCE_NUMBER", "FIRST_NAME", "UN_LIST_TYPE"])
def test_an_entry_without_a_needed_element_is_named(element: str) -> None:
    found = read(SAMPLE.replace(f"<{element}>", f"<X{element}>").replace(f"</{element}>", f"</X{element}>"))
    assert found.entities == ()
    assert len(found.skipped) == 2
    assert element in found.skipped[0]
    assert "consolidated.xml line 4" in found.skipped[0]


def test_a_listing_day_that_is_none_is_named() -> None:
    found = read(SAMPLE.replace("2012-12-31", "soon"))
    assert [entity.entry for entity in found.entities] == ["QUe.001"]
    assert "LISTED_ON 'soon'" in found.skipped[0]


BOMB = """<?xml version="1.0"?><!DOCTYPE CONSOLIDATED_LIST [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><CONSOLIDATED_LIST><INDIVIDUALS>&c;</INDIVIDUALS></CONSOLIDATED_LIST>"""
OUTSIDE = """<!DOCTYPE CONSOLIDATED_LIST SYSTEM "file:///etc/hostname"><CONSOLIDATED_LIST/>"""


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (SAMPLE[:900].encode(), "well-formed XML"),
        (BOMB.encode(), "document type definition"),
        (OUTSIDE.encode(), "document type definition"),
        (b"", "an empty file"),
        (SAMPLE.replace("Одран", "Odran \xe4").encode("cp1251", "replace").replace(b"?n", b"\xe4n"), "well-formed XML"),
        (b"<html><body>Not found</body></html>", "the root element html"),
        (b"<CONSOLIDATED_LIST>" + b"<a>" * 2000, "well-formed XML"),
    ],
)
def test_a_bad_file_is_refused_with_its_place(content: bytes, says: str) -> None:
    with pytest.raises(SourceError) as refused:
        read(content, "bad.xml")
    assert says in str(refused.value)
    assert str(refused.value).startswith("bad.xml")


def test_the_complete_list_of_february_2026(shared_data: Path) -> None:
    found = read(gzip.decompress((shared_data / "un/consolidated_2026-02-27.xml.gz").read_bytes()))
    schemas = [entity.schema for entity in found.entities]
    assert (schemas.count("Person"), schemas.count("Organization")) == (730, 273)
    assert found.skipped == found.unknown_fields == ()
    assert len({entity.entry for entity in found.entities}) == 1003
    assert sum(len(entity.names) for entity in found.entities) > 4000
    assert sum("\ufffd" in repr(entity) for entity in found.entities) >= 1
    assert sum(identifier.scheme == "PASSPORT" for e in found.entities for identifier in e.identifiers) > 300
    assert all(entity.listed_on for entity in found.entities)
