"""A corridor's rating and its drivers."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.screen.conftest import edition_of, listed, version

from brightline.desk.corridor import HIGH, ORDINARY, RAISED, corridor_on, rating_of, rating_on
from brightline.desk.notices.read import notices
from brightline.screen.edition import Edition

NOW = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture(scope="module")
def edition() -> Edition:
    entities = (
        listed("1", "FIRST INVENTED", countries=("RU",)),
        listed("2", "SECOND INVENTED", countries=("RU", "CN")),
    )
    return edition_of(version(), entities=entities)


@pytest.mark.parametrize(
    ("debtor", "creditor", "rating"),
    [("RU", "CN", HIGH), ("CN", "BY", HIGH), ("KG", "CN", RAISED), ("DE", "FR", ORDINARY), ("DE", "KZ", RAISED)],
)
def test_the_rating_is_the_highest_that_a_driver_lifts_to(
    edition: Edition, debtor: str, creditor: str, rating: str
) -> None:
    view = corridor_on(debtor, creditor, edition, NOW, notices())
    assert view.rating == rating == rating_of([one.lifts for one in view.drivers])
    assert rating_on(debtor, creditor, edition.book, NOW) == rating


def test_every_driver_has_its_source(edition: Edition) -> None:
    view = corridor_on("KG", "RU", edition, NOW, notices())
    assert {one.place for one in view.drivers} == {"KG", "RU"}
    assert [one for one in view.drivers if not one.cites] == []


def test_regimes_stand_side_by_side_and_one_without_a_list_is_unknown(edition: Edition) -> None:
    measures = {name: (ours, theirs) for name, ours, theirs in corridor_on("RU", "CN", edition, NOW, ()).measures}
    assert measures["United States"] == (2, 1)
    assert measures["Japan"] == (None, None)


def test_only_events_of_the_corridor_and_of_late_are_told(edition: Edition) -> None:
    days = [one.day for one in corridor_on("DE", "FR", edition, NOW, notices()).events]
    assert days == sorted(days, reverse=True)
    assert min(days).isoformat() > "2026-05-25"
