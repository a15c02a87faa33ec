"""Our own list format: a table, and every refusal."""

from __future__ import annotations

import pytest

from brightline.errors import SourceError
from brightline.lists.source import ReadList, SourceFile
from brightline.lists.sources.own_csv.read import NEEDED, OPTIONAL, SOURCE
from brightline.terms import ListedIdentifier, ListedName

SAMPLE = """id,name,schema,aliases,weak_aliases,former_names,programs,measures,countries,birth_date,identifiers,\
addresses,remarks,listed_on,source,url
A1,Brelk Optics,Company,АО Брелк; Brelk Lens,BO,Zavod Brelk,house-1,blocking;trade,RU; Belarus,,\
"INN:7707083893;BIC:SABRRUMM;REG/HK:123-4","1 Quay, Minsk; 2 Quay","First line
second line",2024-05-16,compliance memo 7,https://example.org/1
,Odran Tarsen,Person,,,,,,,1971-03-04; 1969,,,,,,
"""


def read(text: str | bytes, name: str = "house list.csv") -> ReadList:
    return SOURCE.read([SourceFile(name, text.encode() if isinstance(text, str) else text)])


def test_recognised_by_its_columns_also_with_a_wrong_one() -> None:
    assert SOURCE.recognise(SAMPLE.encode(), "x")
    assert SOURCE.recognise(b"\xef\xbb\xbfname\r\nA\r\n", "x")
    assert SOURCE.recognise(b"id,schema,aliases\n", "x")
    assert not SOURCE.recognise(b"schema,name1,name2\n", "x")
    assert not SOURCE.recognise(b'{"name": 1}', "x")
    assert not SOURCE.recognise(b"<name>", "x")


def test_a_private_list_named_by_its_file() -> None:
    found = read(SAMPLE)
    assert (found.list_id, found.published, SOURCE.about.public) == ("house-list", None, False)
    assert read(SAMPLE, "us-ofac-sdn.csv").list_id == "copy-of-us-ofac-sdn"


def test_an_entry_in_full() -> None:
    company = read(SAMPLE).entities[0]
    assert (company.entry, company.schema) == ("A1", "Company")
    assert company.names == (
        ListedName("Brelk Optics", "primary"),
        ListedName("АО Брелк", "original"),
        ListedName("Brelk Lens", "alias"),
        ListedName("BO", "weak"),
        ListedName("Zavod Brelk", "former"),
    )
    assert company.identifiers == (
        ListedIdentifier("INN", "7707083893", "RU"),
        ListedIdentifier("BIC", "SABRRUMM"),
        ListedIdentifier("REG", "123-4", "HK"),
    )
    assert (company.programs, company.measures, company.countries) == (
        ("house-1",),
        ("blocking", "trade"),
        ("RU", "BY"),
    )
    assert company.addresses == ("1 Quay, Minsk", "2 Quay")
    assert company.remarks == ("First line second line",)
    assert (company.listed_on, company.urls) == ("2024-05-16", ("https://example.org/1",))
    assert company.kept == (("source", "compliance memo 7"),)


def test_what_is_left_out_has_a_default() -> None:
    person = read(SAMPLE).entities[1]
    assert (person.entry, person.measures, person.birth_dates) == (
        "odran-tarsen",
        ("blocking",),
        ("1971-03-04", "1969"),
    )
    assert read("name\nA Company\n").entities[0].schema == "LegalEntity"


def test_an_unknown_column_is_refused_with_the_known_ones() -> None:
    with pytest.raises(SourceError) as refused:
        read("id,nmae,schema\n1,A,Person\n")
    assert "unknown column 'nmae'" in str(refused.value)
    assert all(repr(name) in str(refused.value) for name in (*NEEDED, *OPTIONAL))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"id,schema\n1,Person\n", "no column 'name'"),
        (b"name,name\nA,B\n", "more than once"),
        (b"", "an empty file"),
        (b"name\n\xff\xfe\n", "byte 6"),
        (b'name\n"open\n', "closed quotes"),
    ],
)
def test_a_bad_file_is_refused(content: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        read(content)


@pytest.mark.parametrize(
    ("header", "row", "says"),
    [
        ("name,schema", "B,Ghost", "the schema 'Ghost'"),
        ("name,measures", "B,forbid", "the measure 'forbid'"),
        ("name,identifiers", "B,7707083893", "SCHEME:VALUE"),
        ("name,countries", "B,Quarthland", "the country 'Quarthland'"),
        ("name,birth_date", "B,long ago", "the birth date 'long ago'"),
        ("name,listed_on", "B,16.5.2024", "listed_on '16.5.2024'"),
        ("name,id", ",7", "an empty name"),
        ("name,id", "B,1\nC,1", "the id '1' again"),
        ("name,id", "B", "1 cells"),
    ],
)
def test_a_bad_row_is_named(header: str, row: str, says: str) -> None:
    (told,) = read(f"{header}\n{row}\n").skipped
    assert says in told
    assert "house list.csv line" in told
