"""The name of an edition: the same for the same parts in any order, another when any part is another."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.screen.conftest import ENTITIES, edition_of, version

from brightline.names.index import NameIndex, build
from brightline.screen import edition as module
from brightline.screen.edition import OpenList, age_in_days, edition_id, published_moment
from brightline.terms import Query

PARTS = st.dictionaries(st.text("abc:=", min_size=1, max_size=6), st.text("0123456789abcdef", max_size=6), max_size=6)


@given(PARTS)
def test_the_order_of_parts_does_not_matter(parts: dict[str, str]) -> None:
    name = edition_id(parts)
    assert edition_id(dict(reversed(parts.items()))) == name
    assert len(name) == 16


def test_any_other_part_gives_another_name() -> None:
    known = version()
    text = edition_of(known).policy.text
    ids = [
        edition_of(known).note.id,
        edition_of(version(published="2024-07-03")).note.id,
        edition_of(version(excerpt=True)).note.id,
        edition_of(known, version("un-sc", regime="un")).note.id,
        edition_of(known, text=text.replace("version: 4", "version: 5")).note.id,
    ]
    assert len(set(ids)) == len(ids)


def test_lists_stand_in_one_order_whatever_they_were_opened_in() -> None:
    us, un, eu = version(), version("un-sc", regime="un"), version("eu-fsf", regime="eu")
    first, second = edition_of(us, un, eu), edition_of(eu, us, un)
    assert first.note == second.note
    assert [one.version.list for one in first.lists] == ["eu-fsf", "un-sc", "us-ofac-sdn"]
    assert [one.list for one in first.note.lists] == ["eu-fsf", "un-sc", "us-ofac-sdn"]


@pytest.mark.parametrize(
    ("published", "days"),
    [
        ("2024-07-02", 1),
        ("2024-07-03", 0),
        ("2024-07-03T02:00:00+00:00", -1),
        ("2024-07-03T08:00:00+08:00", 0),
        ("2024-06-03", 30),
    ],
)
def test_age_is_told_in_whole_days(published: str, days: int) -> None:
    assert age_in_days(version(published=published), datetime(2024, 7, 3, 1, tzinfo=UTC)) == days


def test_a_day_begins_in_utc() -> None:
    assert published_moment("2024-07-02") == datetime(2024, 7, 2, tzinfo=UTC)
    assert published_moment("2024-07-02T09:00:00+08:00") == datetime(2024, 7, 2, 1, tzinfo=UTC)


def test_a_question_is_answered_once_and_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = OpenList(version(), ENTITIES, NameIndex.from_bytes(build(ENTITIES), ENTITIES))
    first = opened.find(Query("SEVERNY MAYAK BANK"), 0)
    assert [one.entry for one in first] == ["2"]
    assert opened.find(Query("SEVERNY MAYAK BANK"), 0) is first
    assert opened.find(Query("SEVERNY MAYAK BANK"), 40_000) == ()  # another threshold is another question
    monkeypatch.setattr(module, "MOST_REMEMBERED", 1)
    opened.find(Query("ROMASHKA"), 0)
    again = opened.find(Query("SEVERNY MAYAK BANK"), 0)
    assert again is not first
    assert again == first
