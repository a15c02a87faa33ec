"""What the banner over the queue says of the lists."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from tests.screen.conftest import edition_of, version

from brightline.desk.freshness import freshness
from brightline.screen.edition import Edition, published_moment


@pytest.fixture(scope="module")
def edition() -> Edition:
    return edition_of(version(), version("uk-sanctions-list", "2024-05-07", "uk"))


def test_the_oldest_list_stands_first_with_its_age(edition: Edition) -> None:
    told = freshness(edition, datetime(2024, 7, 3, tzinfo=UTC))
    assert told.lists[0].name == "uk-sanctions-list"
    assert told.lists[0].days == 57
    assert not told.trial
    assert "eu" in told.missing


def test_a_list_is_old_from_the_day_after_what_the_policy_allows(edition: Edition) -> None:
    newest = max(published_moment(one.version.published) for one in edition.lists)
    allowed = timedelta(days=edition.policy.greatest_list_age_days)
    names = {one.name for one in freshness(edition, newest + allowed).old}
    assert names == {"uk-sanctions-list"}
    assert len(freshness(edition, newest + allowed + timedelta(days=1)).old) == 2


def test_only_an_old_list_that_is_required_holds_releases(edition: Edition) -> None:
    newest = max(published_moment(one.version.published) for one in edition.lists)
    allowed = timedelta(days=edition.policy.greatest_list_age_days)
    assert not freshness(edition, newest + allowed).holds
    assert freshness(edition, newest + allowed + timedelta(days=1)).holds
