"""The Denied Persons List, in a sample of our own with invented names, and the publisher's where it is at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from brightline.errors import SourceError
from brightline.lists.gather import gather
from brightline.lists.source import ReadList, SourceFile
from brightline.lists.sources.us_bis_dpl.read import read, recognise

HEAD = (
    '"Name"\t"Street_Address"\t"City"\t"State"\t"Country"\t"Postal_Code"\t"Effective_Date"\t"Expiration_Date"\t'
    '"Standard_Order"\t"Last_Update"\t"Action"\t"FR_Citation"\n'
)
ROWS = (
    '" I. SAMPLE"\t"1 MAIN STREET"\t"SEAGOVILLE"\t"TX"\t""\t"75159"\t"06/19/2003"\t"06/29/2056"\t"Y"\t"3033-01-31"\t'
    '"FR NOTICE ADDED"\t"68 F.R. 38290"\n'
    '"PRIMER TRADING LTD"\t"2 HIGH ROAD"\t"LONDON"\t""\t"GB"\t""\t"09/26/2022"\t""\t"Y"\t"2022-09-30"\t'
    '"FR NOTICE ADDED"\t"87 F.R. 59396"\n'
    '"PRIMER TRADING LTD"\t"3 PORT STREET"\t"DUBAI"\t""\t"AE"\t""\t"09/26/2022"\t""\t"Y"\t"2022-09-30"\t'
    '"FR NOTICE ADDED"\t"87 F.R. 59396"\n'
)


def reading(text: str) -> ReadList:
    return read([SourceFile("dpl.txt", text.encode())])


def test_rows_are_joined_by_name_and_day() -> None:
    assert recognise((HEAD + ROWS).encode(), "x")
    person, company = reading(HEAD + ROWS).entities
    assert person.names[0].value == "I. SAMPLE"
    assert (person.schema, person.listed_on, person.ends_on) == ("LegalEntity", "2003-06-19", "2056-06-29")
    assert ("last update", "3033-01-31") in person.kept
    assert person.countries == ()
    assert (company.schema, company.ends_on, company.measures) == ("Company", None, ("export-control",))
    assert company.countries == ("GB", "AE")
    assert company.addresses == ("2 HIGH ROAD, LONDON, GB", "3 PORT STREET, DUBAI, AE")


def test_an_entry_keeps_its_name_from_list_to_list() -> None:
    later = reading(HEAD + ROWS.replace("2 HIGH ROAD", "9 LOW ROAD"))
    assert [entity.entry for entity in later.entities] == [entity.entry for entity in reading(HEAD + ROWS).entities]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD.replace('"Action"\t', '"Action"\t"Mood"\t') + ROWS.replace('ADDED"\t', 'ADDED"\t"x"\t'), "'Mood'"),
        (HEAD.replace('"State"\t', "")
         + ROWS.replace('"TX"\t', "").replace('""\t"GB"', '"GB"').replace('""\t"AE"', '"AE"'),
         "expected the field 'State'"),
        (HEAD, "found a header and nothing else"),
        (HEAD + ROWS[:-60], "stops in the middle"),
    ],
)  # fmt: skip
def test_what_is_not_as_agreed_is_refused(text: str, message: str) -> None:
    with pytest.raises(SourceError) as refused:
        reading(text)
    assert message in str(refused.value)


def test_the_list_of_november_2023(shared_data: Path) -> None:
    data = (shared_data / "us_csl" / "dpl_2023-11.txt").read_bytes()
    (found,) = gather([SourceFile("dpl_2023-11.txt", data)])
    assert found.version is not None
    assert (found.version.list, found.version.published, found.version.published_from) == (
        "us-bis-dpl",
        "2023-11-30",
        "file-name",
    )
    assert (found.version.entries, found.version.skipped) == (547, ())
