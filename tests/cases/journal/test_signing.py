"""The key is made once, read by its owner alone, and vouches for what it signed."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from brightline.cases.journal.checkpoint import checkpoint_from, checkpoint_json
from brightline.cases.journal.signing import open_signer, read_public_key, signer_from
from brightline.errors import CallError


def test_the_key_is_made_at_first_use_for_its_owner_alone(tmp_path: Path) -> None:
    home = tmp_path / "home"
    first = open_signer(home)
    assert stat.S_IMODE((home / "journal.key").stat().st_mode) == 0o600
    assert open_signer(home).public == first.public == read_public_key(home / "journal.pub")
    assert sorted(one.name for one in home.iterdir()) == ["journal.key", "journal.pub"]


def test_services_that_start_together_get_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: open_signer(tmp_path), range(8)))
    assert len({one.public for one in found}) == 1


def test_a_checkpoint_holds_as_signed_and_travels(tmp_path: Path) -> None:
    made = signer_from(b"\1" * 32).sign("log", 7, b"\2" * 32, "2024-07-03T09:00:00.000000Z")
    assert made.holds()
    assert checkpoint_from(checkpoint_json(made)) == made
    for changed in (
        {"origin": "x"},
        {"size": 8},
        {"root": b"\3" * 32},
        {"at": "x"},
        {"key": b"\4" * 32},
        {"key": b"x"},
    ):
        assert not replace(made, **changed).holds()


def test_a_key_file_that_is_none_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / "journal.key").write_text("nonsense")
    with pytest.raises(CallError, match="Put the key back from a backup"):
        open_signer(tmp_path)
    assert (tmp_path / "journal.key").read_text() == "nonsense"
    with pytest.raises(CallError, match="64 hex digits"):
        read_public_key(tmp_path / "journal.key")
    (tmp_path / "short.pub").write_text("00" * 31)
    with pytest.raises(CallError, match="31 bytes"):
        read_public_key(tmp_path / "short.pub")
    with pytest.raises(CallError, match=r"none\.pub"):
        read_public_key(tmp_path / "none.pub")
