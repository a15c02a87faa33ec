"""Tables, and how a cut one is noticed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.errors import SourceError
from brightline.lists.rows import decoded, read_rows
from brightline.lists.source import SourceFile


def table(text: str | bytes) -> SourceFile:
    return SourceFile("list.csv", text.encode() if isinstance(text, str) else text)


def test_the_end_mark_is_no_row() -> None:
    with_mark = read_rows(table('1,"a, b"\r\n2,"c ""d"""\r\n\x1a'))
    assert (with_mark.ended, with_mark.width) == (True, 2)
    assert with_mark.rows == ((1, ["1", "a, b"]), (2, ["2", 'c "d"']))
    assert not read_rows(table("1,a\n2,b")).ended


def test_a_stray_quote_counts_with_all_the_lines_it_swallows() -> None:
    rows = [f'{number},"a"' for number in range(300)]
    rows[7] = '7,"a'
    found = read_rows(table("\n".join(rows) + "\n"))
    assert found.skipped == ("list.csv lines 8 to 9: a quote that is not closed",)
    assert len(found.rows) == 298
    rows[11] = '11,"a"b,"x'
    rows[14] = '14,a"'
    rows[12:14] = ["12,a", "13,a"]
    with pytest.raises(SourceError, match="6 of 300 lines in rows that differ, the first with 2 columns in line 8"):
        read_rows(table("\n".join(rows) + "\n"))


@pytest.mark.parametrize("text", ['1,"a"\n2,"b', "1,a\n2,", "1,a,x\n2,b,x\n3,c", '1,"a"\n2,"b\n'])
def test_a_cut_table_is_refused(text: str) -> None:
    with pytest.raises(SourceError, match="stops in the middle"):
        read_rows(table(text))


def test_one_odd_row_in_a_hundred_is_named() -> None:
    rows = [f"{number},a" for number in range(200)]
    rows[7] = "7,a,b"
    assert read_rows(table("\n".join(rows) + "\n")).skipped == ("list.csv line 8: 3 columns instead of 2",)
    rows[8:10] = ["8", "9"]
    with pytest.raises(SourceError, match="3 of 200 lines in rows that differ, the first with 3 columns in line 8"):
        read_rows(table("\n".join(rows) + "\n"))


def test_letters_are_utf_8_or_cp1252() -> None:
    assert decoded(table("Müller")) == "Müller"
    assert decoded(table("\ufeffMüller")) == "Müller"
    assert decoded(table("Müller “x”".encode("cp1252"))) == "Müller “x”"
    with pytest.raises(SourceError, match="bytes that are no text"):
        decoded(table(b"a\x00b"))


@given(st.lists(st.lists(st.text(alphabet='ab,"; ', min_size=1, max_size=6), min_size=3, max_size=3), min_size=1))
def test_every_quoted_table_comes_back(cells: list[list[str]]) -> None:
    text = "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n" for row in cells)
    assert [row for _, row in read_rows(table(text + "\x1a")).rows] == cells
