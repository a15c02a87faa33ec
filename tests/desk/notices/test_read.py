"""The dated events beside the queue."""

from __future__ import annotations

from datetime import date

import pytest

from brightline.desk.notices.read import near, notices, read_notices
from brightline.errors import LawError

HEAD = "date,kind,places,title,text,source,url,reading\n"
ROW = "2024-06-12,order,CN-RU,Title,Text,Source,,official\n"


def test_what_ships_is_read_in_order_with_a_source_each() -> None:
    events = notices()
    assert [one.day for one in events] == sorted(one.day for one in events)
    assert {"order", "statement", "listing", "licence-end"} <= {one.kind for one in events}
    assert [one.title for one in events if not one.source] == []


def test_ends_that_come_stand_before_what_was() -> None:
    events = read_notices(HEAD + ROW + ROW.replace("2024-06-12,order", "2024-08-01,licence-end"), "t.csv")
    assert [one.kind for one in near(events, date(2024, 7, 1), 4)] == ["licence-end", "order"]
    assert [one.kind for one in near(events, date(2024, 5, 1), 4)] == ["order"]


def test_an_event_concerns_its_corridor_both_ways() -> None:
    event = read_notices(HEAD + ROW, "t.csv")[0]
    assert event.concerns("RU", "CN")
    assert event.concerns("CN", "RU")
    assert not event.concerns("KG", "RU")
    anybody = read_notices(HEAD + ROW.replace("CN-RU", "CN-*"), "t.csv")[0]
    assert anybody.concerns("RU", "CN")
    assert not anybody.concerns("RU", "KG")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (ROW.replace("2024-06-12", "June"), "t.csv, row 2: expected a day like"),
        (ROW.replace("order", "rumour"), "expected one of order"),
        (ROW.replace("official", "sure"), "expected one of official"),
    ],
)
def test_a_row_we_do_not_understand_is_refused_with_its_place(row: str, told: str) -> None:
    with pytest.raises(LawError, match=told):
        read_notices(HEAD + row, "t.csv")
