"""A line or a row is one name, whatever stands in it; a row that cannot be read stays in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from brightline.cli.names_file import Misread, read_names
from brightline.errors import CallError
from brightline.terms import Identifier, Query


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def test_a_line_is_one_name_with_its_commas_and_odd_blanks(tmp_path: Path) -> None:
    text = "Miller, John\r\n\nPRIMER\u2028PRIBOR\nPRIMER\x0bPRIBOR\x85\n"
    names = [one.name for one in read_names(_file(tmp_path, "n.txt", text))]
    assert names == ["Miller, John", "", "PRIMER\u2028PRIBOR", "PRIMER\x0bPRIBOR"]


def test_an_empty_line_of_a_table_is_an_empty_name(tmp_path: Path) -> None:
    names = [one.name for one in read_names(_file(tmp_path, "n.csv", "name\nPRIMER\n\nPRIBOR\n"))]
    assert names == ["PRIMER", "", "PRIBOR"]


def test_a_row_says_what_is_known_of_the_bearer(tmp_path: Path) -> None:
    text = "name,schema,country,birth_date,id\nPRIMER,Robot,Kazakhstan,1945-03,INN: 7707083893;BIC:AAAABBCC\n"
    numbers = (Identifier("INN", "7707083893"), Identifier("BIC", "AAAABBCC"))
    assert read_names(_file(tmp_path, "n.csv", text)) == (Query("PRIMER", "LegalEntity", ("KZ",), "1945-03", numbers),)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("PRIMER,,Atlantis,,", "line 3, country"),
        ("PRIMER,,,soon,", "line 3, birth-date"),
        ("PRIMER,,,,7707083893", "line 3, id"),
        ("PRIMER,,,,,LTD", "6 cells"),
    ],
)
def test_a_row_that_cannot_be_read_stays_in_its_place(row: str, told: str, tmp_path: Path) -> None:
    text = f"name,schema,country,birth_date,id\nA,,,,\n{row}\nB,,,,\n"
    first, misread, last = read_names(_file(tmp_path, "n.csv", text))
    assert (first.name, last.name) == ("A", "B")
    assert isinstance(misread, Misread)
    assert misread.name == "PRIMER"
    assert told in str(misread.told)


@pytest.mark.parametrize(
    ("text", "told"), [("name,colour\n", "colour"), ("schema\n", "no column 'name'"), ("", "name")]
)
def test_a_wrong_header_refuses_the_file(text: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(CallError, match=told):
        read_names(_file(tmp_path, "n.csv", text))


def test_a_cell_without_end_refuses_the_file(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="line 2"):
        read_names(_file(tmp_path, "n.csv", "name\n" + "A" * 5_000_000))
