"""Sealed data opens under its own key alone, and never again once the key is gone."""

from __future__ import annotations

import os

import pytest
from sqlalchemy import delete, func, select

from brightline.cases.database import Store
from brightline.cases.sealed import open_sealed, open_with, seal, seal_with
from brightline.cases.tables.keys import case_keys


def test_what_was_sealed_opens_and_two_seals_of_one_text_differ(store: Store) -> None:
    with store.write() as conn:
        first, second = (seal(conn, "s1", "名 name".encode()) for _ in range(2))
        assert first != second
        assert b"name" not in first
        assert open_sealed(conn, "s1", first) == open_sealed(conn, "s1", second) == "名 name".encode()
        assert conn.scalar(select(func.count()).select_from(case_keys)) == 1


def test_without_its_key_nothing_opens(store: Store) -> None:
    with store.write() as conn:
        sealed = seal(conn, "s1", b"text")
        conn.execute(delete(case_keys))
        assert open_sealed(conn, "s1", sealed) is None
        seal(conn, "s1", b"other")  # a new key of the same name
        with pytest.raises(ValueError, match="does not open"):
            open_sealed(conn, "s1", sealed)


def test_data_does_not_open_in_the_place_of_anothers() -> None:
    key = os.urandom(32)
    with pytest.raises(ValueError, match="s2 does not open"):
        open_with(key, "s2", seal_with(key, "s1", b"text"))


@pytest.mark.parametrize("place", [0, 11, 12, -1])
def test_a_bit_turned_anywhere_is_seen(place: int) -> None:
    key = os.urandom(32)
    sealed = bytearray(seal_with(key, "s1", b"text" * 50))
    sealed[place] ^= 1
    with pytest.raises(ValueError, match="was changed"):
        open_with(key, "s1", bytes(sealed))


@pytest.mark.parametrize("cut", [b"", b"\0" * 5, b"\0" * 12])
def test_what_is_cut_short_is_seen(cut: bytes) -> None:
    with pytest.raises(ValueError, match="was changed"):
        open_with(os.urandom(32), "s1", cut)
