"""Tables: encodings, quotes, columns."""

from __future__ import annotations

import pytest

from brightline.errors import SourceError
from brightline.lists.reading import table


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
