"""Tables: encodings, quotes, columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.errors import SourceError
from brightline.lists.reading import table
from brightline.lists.source import SourceFile


def test_the_first_encoding_that_fits() -> None:
    assert table.decode("\ufeffä".encode(), "f") == "ä"
    assert table.decode(b"\xe4", "f", ("utf-8", "cp1252")) == "ä"


@pytest.mark.parametrize(("data", "says"), [(b" \n", "an empty file"), (b"a\x00b", "binary"), (b"ab\xff", "byte 3")])
def test_what_is_no_text_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        table.decode(data, "f")


def test_rows_with_breaks_inside_cells_and_blank_lines() -> None:
    assert list(table.rows_of('a,b\r\n\r\n"x\ny",z\n,\n', "f")) == [(1, ["a", "b"]), (4, ["x\ny", "z"])]


def test_a_quote_that_never_closes_is_refused() -> None:
    with pytest.raises(SourceError, match="closed quotes"):
        list(table.rows_of('a\n"b\n', "f"))


def test_columns_are_checked_both_ways() -> None:
    table.check_columns(["a", "b"], ["a"], ["b"], "f")
    with pytest.raises(SourceError, match="unknown columns 'c', 'd'"):
        table.check_columns(["a", "c", "d"], ["a"], [], "f")
    with pytest.raises(SourceError, match="no column 'b'"):
        table.check_columns(["a"], ["a", "b"], [], "f")
    with pytest.raises(SourceError, match="more than once"):
        table.check_columns(["a", "a"], ["a"], [], "f")


def test_recognising_never_raises() -> None:
    assert table.columns_of('a,"b') == []
    assert table.first_line(b"\xef\xbb\xbfa,b\r\nc") == "a,b"


def test_letters_are_utf_8_or_cp1252_or_kept_as_bytes() -> None:
    assert table.decode("Müller “x”".encode("cp1252"), "f", table.OLDER) == "Müller “x”"
    assert table.decode(b"\xef\xbb\xbfM\xfcller\x81", "f", table.OLDER) == "M\xfcller\x81"


def listed(text: str | bytes) -> SourceFile:
    return SourceFile("list.csv", text.encode() if isinstance(text, str) else text)


def test_the_end_mark_is_no_row() -> None:
    with_mark = table.read_rows(listed('1,"a, b"\r\n2,"c ""d"""\r\n\x1a'))
    assert (with_mark.ended, with_mark.width) == (True, 2)
    assert with_mark.rows == ((1, ["1", "a, b"]), (2, ["2", 'c "d"']))
    assert not table.read_rows(listed("1,a\n2,b")).ended


def test_a_stray_quote_counts_with_all_the_lines_it_swallows() -> None:
    rows = [f'{number},"a"' for number in range(300)]
    rows[7] = '7,"a'
    found = table.read_rows(listed("\n".join(rows) + "\n"))
    assert found.skipped == ("list.csv lines 8 to 9: a quote that is not closed",)
    assert len(found.rows) == 298
    rows[11] = '11,"a"b,"x'
    rows[14] = '14,a"'
    rows[12:14] = ["12,a", "13,a"]
    with pytest.raises(SourceError, match="6 of 300 lines in rows that differ, the first with 2 columns in line 8"):
        table.read_rows(listed("\n".join(rows) + "\n"))


@pytest.mark.parametrize("text", ['1,"a"\n2,"b', "1,a\n2,", "1,a,x\n2,b,x\n3,c", '1,"a"\n2,"b\n'])
def test_a_cut_table_is_refused(text: str) -> None:
    with pytest.raises(SourceError, match="stops in the middle"):
        table.read_rows(listed(text))


def test_one_odd_row_in_a_hundred_is_named() -> None:
    rows = [f"{number},a" for number in range(200)]
    rows[7] = "7,a,b"
    assert table.read_rows(listed("\n".join(rows) + "\n")).skipped == ("list.csv line 8: 3 columns instead of 2",)
    rows[8:10] = ["8", "9"]
    with pytest.raises(SourceError, match="3 of 200 lines in rows that differ, the first with 3 columns in line 8"):
        table.read_rows(listed("\n".join(rows) + "\n"))


@given(st.lists(st.lists(st.text(alphabet='ab,"; ', min_size=1, max_size=6), min_size=3, max_size=3), min_size=1))
def test_every_quoted_table_comes_back(cells: list[list[str]]) -> None:
    text = "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n" for row in cells)
    assert [row for _, row in table.read_rows(listed(text + "\x1a")).rows] == cells
