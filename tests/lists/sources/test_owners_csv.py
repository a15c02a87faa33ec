"""A plain table of owners, and every refusal with its line."""

from __future__ import annotations

import re

import pytest

from brightline.errors import SourceError
from brightline.lists.gather import gather
from brightline.lists.source import ReadList, SourceFile
from brightline.lists.sources.owners_csv.read import SOURCE
from brightline.terms import ListedIdentifier, Portion

HEAD = "owner,owned,percent,from,to,source\n"
SAMPLE = (
    HEAD + "Alder Holding AO,Birch Trade OOO,50,2020-01-01,,extract 7\nalder holding ao,Cedar FZE,25-50,,2024-06-01,\n"
)


def read(text: str) -> ReadList:
    return SOURCE.read([SourceFile("our owners.csv", text.encode())])


def test_recognised_by_an_owner_and_an_owned() -> None:
    assert SOURCE.recognise(SAMPLE.encode(), "x")
    assert not SOURCE.recognise(b"owner,name\n", "x")


def test_a_stake_in_full_and_one_name_is_one_owner() -> None:
    found = read(SAMPLE)
    assert [(one.owner, one.owned, one.portion, one.start, one.end, one.source) for one in found.edges] == [
        ("name:alder holding ao", "name:birch trade ooo", Portion(5000, 5000), "2020-01-01", None, "extract 7"),
        ("name:alder holding ao", "name:cedar fze", Portion(2500, 5000), None, "2024-06-01", "our owners.csv"),
    ]
    assert len(found.nodes) == 3


def test_a_number_names_the_owner() -> None:
    found = read("owner,owned,share,owner_id,owner_country\nAlder,Birch,,INN:7707083893,RU\n")
    (alder, _) = found.nodes
    assert (alder.id, alder.country) == ("INN:7707083893", "RU")
    assert alder.identifiers == (ListedIdentifier("INN", "7707083893", "RU"),)
    assert found.edges[0].portion is None


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("X,A,120,,,", "line 2: expected a percentage from 0 to 100"),
        ("X,A,-5,,,", "found the share '-5'"),
        ("X,A,50-25,,,", "the band '50-25', which holds nothing"),
        ("X,A,half,,,", "found the share 'half'"),
        ("X,A,50,2024-02-30,,", "expected a day such as 2024-05-16, found from '2024-02-30'"),
        ("X,A,50,,01.02.2024,", "found to '01.02.2024'"),
        ("X,A,50,2024-02-01,2024-01-01,", "a stake from 2024-02-01 to 2024-01-01"),
        (",A,50,,,", "found an empty owner"),
        ("X,A,50,,", "found 5 cells"),
    ],
)
def test_a_row_that_cannot_be_read_is_named(row: str, told: str) -> None:
    found = read(HEAD + row + "\n")
    assert found.edges == ()
    assert told in found.skipped[0]


def test_a_kind_nobody_knows_and_a_country_that_changes_are_named() -> None:
    found = read("owner,owned,kind,owner_country\nX,A,grip,\nX,A,,RU\nX,B,,KZ\n")
    assert "found the kind 'grip'" in found.skipped[0]
    assert "'X' in KZ" in found.skipped[1]


def test_an_unknown_column_refuses_the_file() -> None:
    with pytest.raises(SourceError, match="the unknown column 'shares'"):
        read("owner,owned,shares\nX,A,50\n")


def test_a_table_of_wrong_rows_is_refused_as_a_whole() -> None:
    (result,) = gather([SourceFile("owners.csv", (HEAD + "X,A,120,,,\n").encode(), "2026-11-01")])
    assert result.version is None
    assert "1 of 1 rows that cannot be read" in str(result.error)


def test_the_order_of_rows_does_not_change_the_version() -> None:
    rows = [f"X{at},A,10,,,\n" for at in range(5)]
    versions = [
        gather([SourceFile("owners.csv", (HEAD + "".join(some)).encode(), "2026-11-01")])[0].version
        for some in (rows, rows[::-1])
    ]
    assert versions[0] == versions[1]
    assert versions[0] is not None
    assert (versions[0].stakes, versions[0].names_parties) == (5, False)


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("onwer,owned,percent", "the unknown column 'onwer' ('onwer' is perhaps 'owner')"),
        ("owner,owend,percent", "'owend' is perhaps 'owned'"),
        ("owner,owned,precent", "'precent' is perhaps 'percent'"),
        ("owned,percent", "no column 'owner'"),
    ],
)
def test_a_misspelt_header_is_told_with_the_column_meant(header: str, told: str) -> None:
    file = SourceFile("o.csv", f"{header}\nA,B,50\n".encode())
    assert SOURCE.recognise(file.data, file.name)
    with pytest.raises(SourceError, match=re.escape(told)):
        SOURCE.read([file])


def test_a_header_in_capitals_and_semicolons_are_read() -> None:
    file = SourceFile("o.csv", b"Owner;Owned;Percent\nA;B;33,5\n")
    assert SOURCE.recognise(file.data, file.name)
    assert [one.portion for one in SOURCE.read([file]).edges] == [Portion(3350, 3350)]
