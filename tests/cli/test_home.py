"""A version goes into the home whole or not at all; what a killed import left is swept away later."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from brightline.cli import home
from brightline.cli.home import open_list, store_list, stored_lists
from brightline.errors import BrightlineError
from brightline.lists.edition import FrozenList, freeze
from brightline.lists.starter.read import starter_entities, starter_version
from brightline.names.index import build
from brightline.terms import ListVersion


def stored(place: Path) -> ListVersion:
    frozen = freeze(starter_version(), starter_entities())
    entities = FrozenList.from_bytes(frozen)
    store_list(place, entities.version, frozen, build(entities))
    return entities.version


def test_what_was_stored_is_found_and_opened(tmp_path: Path) -> None:
    version = stored(tmp_path)
    (one,) = stored_lists(tmp_path)
    assert (one.version, one.current) == (version, True)
    assert len(open_list(one).entities) == version.entries


def test_a_write_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, content: bytes) -> None:
        if path.name == home.NOTE:
            raise OSError(28, "No space left on device")
        path.write_bytes(content)

    monkeypatch.setattr(home, "write_whole", full)
    with pytest.raises(OSError, match="No space left"):
        stored(tmp_path)
    assert stored_lists(tmp_path) == ()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_an_abandoned_import_is_swept_and_a_fresh_one_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "lists" / starter_version().list
    for name, age in (("old", 2 * home.ABANDONED), ("new", 0)):
        (folder / f"{home.INCOMING}{name}").mkdir(parents=True)
        moment = (folder / f"{home.INCOMING}{name}").stat().st_mtime - age
        os.utime(folder / f"{home.INCOMING}{name}", (moment, moment))
    stored(tmp_path)
    assert [path.name for path in sorted(folder.glob(f"{home.INCOMING}*"))] == [f"{home.INCOMING}new"]
    assert len(stored_lists(tmp_path)) == 1


def test_a_cut_list_is_told_and_not_used(tmp_path: Path) -> None:
    stored(tmp_path)
    (one,) = stored_lists(tmp_path)
    frozen = one.folder / home.FROZEN
    frozen.write_bytes(frozen.read_bytes()[:-100])
    with pytest.raises(BrightlineError, match="damaged"):
        open_list(one)


def _change(path: Path) -> None:
    """One byte in the middle is another; the size stays."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def test_a_list_with_a_changed_byte_is_refused_until_it_is_imported_again(tmp_path: Path) -> None:
    stored(tmp_path)
    (one,) = stored_lists(tmp_path)
    before = (one.folder / home.FROZEN).read_bytes()
    _change(one.folder / home.FROZEN)
    with pytest.raises(BrightlineError, match="damaged"):
        open_list(one)
    stored(tmp_path)
    assert len(open_list(one).entities) == len(starter_entities())
    assert (one.folder / home.FROZEN).read_bytes() == before


def test_an_index_with_a_changed_byte_is_made_anew(tmp_path: Path) -> None:
    stored(tmp_path)
    (one,) = stored_lists(tmp_path)
    before = (one.folder / home.NAMES).read_bytes()
    _change(one.folder / home.NAMES)
    open_list(one)
    assert (one.folder / home.NAMES).read_bytes() == before
