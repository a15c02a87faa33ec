"""Opening an edition: which lists were known by a moment, when the starter edition takes part, which policy counts."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.console import Console
from tests.screen.conftest import ENTITIES, version

from brightline.cli.context import Context
from brightline.cli.home import StoredList, store_list
from brightline.cli.open import chosen_policy, known_lists, open_edition
from brightline.cli.settings import Settings
from brightline.errors import LawError, MissingEdition, PathError
from brightline.law.book import read_book
from brightline.lists.edition import FrozenList, freeze
from brightline.names.index import build
from brightline.screen.policy import shipped_text
from brightline.terms import ListVersion


def _context(home: Path, policy: Path | None = None) -> Context:
    return Context(Settings(home=home, policy=policy), False, Console(stderr=True))


def _store(home: Path, held: ListVersion) -> None:
    frozen = freeze(held, ENTITIES)
    store_list(home, held, frozen, build(FrozenList.from_bytes(frozen)))


def _held(name: str, published: str, current: bool = True) -> StoredList:
    return StoredList(version(name, published), Path("nowhere"), current)


def _published(stored: list[StoredList], known: datetime | None) -> list[str]:
    return [f"{one.version.list}@{one.version.published}" for one in known_lists(stored, known)]


def test_of_each_list_the_newest_version_known_by_then() -> None:
    stored = [_held("b", "2024-07-02"), _held("a", "2024-06-01"), _held("a", "2024-07-01"), _held("a", "2024-08-01")]
    assert _published(stored, datetime(2024, 7, 15, tzinfo=UTC)) == ["a@2024-07-01", "b@2024-07-02"]
    assert _published(stored, datetime(2024, 6, 30, tzinfo=UTC)) == ["a@2024-06-01"]
    assert _published(stored, None) == ["a@2024-08-01", "b@2024-07-02"]


def test_what_is_published_at_the_very_moment_is_known() -> None:
    moment = datetime(2024, 7, 2, tzinfo=UTC)
    assert _published([_held("a", "2024-07-02")], moment) == ["a@2024-07-02"]
    assert _published([_held("a", "2024-07-02T00:00:01+00:00")], moment) == []


def test_a_version_replaced_by_a_later_import_is_not_used() -> None:
    assert _published([_held("a", "2024-07-02", current=False)], None) == []


def test_without_a_list_the_advice_is_said(tmp_path: Path) -> None:
    with pytest.raises(MissingEdition, match=r"found none in .*lists import FILE"):
        open_edition(_context(tmp_path), None, None, trial=False)


def test_only_later_lists_are_named(tmp_path: Path) -> None:
    _store(tmp_path, version())
    with pytest.raises(MissingEdition, match=r"only later ones \(us-ofac-sdn@2024-07-02\)"):
        open_edition(_context(tmp_path), datetime(2024, 7, 1, tzinfo=UTC), None, trial=False)


def test_the_starter_edition_takes_part_only_in_a_trial_without_a_public_list(tmp_path: Path) -> None:
    starter = open_edition(_context(tmp_path), None, None, trial=True)
    assert (starter.trial, [one.version.list for one in starter.lists]) == (True, ["brightline-starter"])
    _store(tmp_path, version())
    real = open_edition(_context(tmp_path), None, None, trial=True)
    assert (real.trial, [one.version.list for one in real.lists]) == (False, ["us-ofac-sdn"])


def test_a_private_list_stands_beside_the_starter_edition(tmp_path: Path) -> None:
    _store(tmp_path, version("ours", regime="private", public=False))
    edition = open_edition(_context(tmp_path), None, None, trial=True)
    assert (edition.trial, [one.version.list for one in edition.lists]) == (True, ["brightline-starter", "ours"])


def test_the_policy_of_the_call_goes_before_that_of_the_settings(tmp_path: Path) -> None:
    for name in ("call", "set"):
        (tmp_path / name).write_text(shipped_text().replace("policy: shipped", f"policy: {name}"), encoding="utf-8")
    book = read_book()
    settled = _context(tmp_path, tmp_path / "set")
    assert chosen_policy(settled, tmp_path / "call", book).name == "call"
    assert chosen_policy(settled, None, book).name == "set"
    assert chosen_policy(_context(tmp_path), None, book).name == "shipped"


def test_a_policy_that_is_not_there_or_does_not_hold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PathError, match=r"nowhere\.yaml"):
        chosen_policy(_context(tmp_path, tmp_path / "nowhere.yaml"), None, read_book())
    (tmp_path / "wrong.yaml").write_text("policy: [", encoding="utf-8")
    with pytest.raises(LawError, match=r"wrong\.yaml"):
        chosen_policy(_context(tmp_path), tmp_path / "wrong.yaml", read_book())
