"""Versions of lists by name, and what is counted in one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.screen.conftest import ENTITIES, version

from brightline.cli.home import store_list, stored_lists
from brightline.cli.list_versions import about_list, named_version, row_of
from brightline.errors import CallError
from brightline.lists.edition import FrozenList, freeze
from brightline.names.index import build


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with three versions of one list and one of another."""
    for name, published in (("a", "2024-06-01"), ("a", "2024-07-01"), ("a", "2024-07-02"), ("b", "2024-07-01")):
        held = version(name, published)
        frozen = freeze(held, ENTITIES)
        store_list(tmp_path, held, frozen, build(FrozenList.from_bytes(frozen)))
    return tmp_path


@pytest.mark.parametrize(
    ("name", "published"),
    [("a", "2024-07-02"), ("a@2024-06-01", "2024-06-01"), ("a@2024-06", "2024-06-01"), ("b@2024", "2024-07-01")],
)
def test_a_name_means_the_newest_and_a_day_may_be_shortened(name: str, published: str, home: Path) -> None:
    found = named_version(home, name).version
    assert (found.list, found.published) == (name.partition("@")[0], published)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a@2024-07", "found several versions"),
        ("a@2023", "found no such version"),
        ("c", "a@2024-06-01, a@2024-07-01, a@2024-07-02, b@2024-07-01"),
    ],
)
def test_a_name_that_means_none_or_several_is_refused(name: str, told: str, home: Path) -> None:
    with pytest.raises(CallError) as refused:
        named_version(home, name)
    assert told in str(refused.value)


def test_an_empty_home_says_none(tmp_path: Path) -> None:
    with pytest.raises(CallError, match=r"found no list in .*Import one"):
        named_version(tmp_path, "a")


def test_a_row_tells_the_age_at_the_moment_asked(home: Path) -> None:
    rows = [row_of(one, datetime(2024, 7, 11, 12, tzinfo=UTC)) for one in stored_lists(home)]
    assert [(row["list"], row["age_days"]) for row in rows] == [("a", 40), ("a", 10), ("a", 9), ("b", 10)]
    assert {(row["private"], row["current"], row["excerpt"]) for row in rows} == {(False, True, False)}


def test_the_detail_counts_what_the_entries_hold(home: Path) -> None:
    detail = about_list(named_version(home, "b"))
    assert (detail["entries"], detail["names"]) == (2, 2)
    assert detail["schemas"] == {"Organization": 2}
    assert detail["identifiers"] == {"BIC": 1, "INN": 1}
    assert detail["secondary"] == {"s11": 2}
