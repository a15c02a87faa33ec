"""One row, read strictly."""

from __future__ import annotations

import pytest

from brightline.errors import SourceError
from brightline.lists.record import Record


def test_fields_are_taken_once() -> None:
    row = Record({"name": "PRIMER", "eyes": "-", "day": ""}, where="row 7")
    assert row.take("name") == "PRIMER"
    assert row.take("day") == ""
    assert row.take_optional("absent") is None
    assert dict(row.left()) == {"eyes": "-"}
    assert row.where == "row 7"
    with pytest.raises(SourceError, match="row 7: expected the field 'name'"):
        row.take("name")


def test_what_nobody_took_is_refused_unless_ignored() -> None:
    row = Record({"name": "PRIMER", "eyes": "-"}, where="row 7")
    row.take("name")
    row.close(ignoring=["eyes"])
    with pytest.raises(SourceError, match="row 7: expected only fields we know, found the unread field 'eyes'"):
        row.close()


def test_a_record_keeps_its_own_copy() -> None:
    given = {"name": "PRIMER"}
    Record(given, "row 1").take("name")
    assert given == {"name": "PRIMER"}
