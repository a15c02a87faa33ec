"""The tree of RFC 9162 against the definition of its section 2.1.1, written out."""

from __future__ import annotations

from hashlib import sha256

import pytest

from brightline.cases.journal.hashing import EMPTY_ROOT, add_leaf, leaf_hash, pack, root_of, unpack

LEAVES = [leaf_hash(f"line {number}".encode()) for number in range(40)]


def root_by_definition(leaves: list[bytes]) -> bytes:
    """MTH of the RFC, for already hashed leaves."""
    if len(leaves) == 1:
        return leaves[0]
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return sha256(b"\1" + root_by_definition(leaves[:half]) + root_by_definition(leaves[half:])).digest()


def test_a_leaf_and_the_empty_log_are_hashed_as_the_rfc_says() -> None:
    assert EMPTY_ROOT.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert leaf_hash(b"").hex() == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    assert root_of([]) == EMPTY_ROOT


@pytest.mark.parametrize("size", range(1, 41))
def test_growing_line_by_line_gives_the_root_by_definition(size: int) -> None:
    peaks: list[bytes] = []
    for number in range(size):
        add_leaf(peaks, number, LEAVES[number])
    assert root_of(peaks) == root_by_definition(LEAVES[:size])
    assert unpack(pack(peaks)) == peaks
    assert len(peaks) == size.bit_count()


def test_what_a_line_completes_are_whole_subtrees_at_their_places() -> None:
    peaks: list[bytes] = []
    made = [node for number in range(8) for node in add_leaf(peaks, number, LEAVES[number])]
    assert [(level, place) for level, place, _ in made] == [(1, 0), (1, 1), (2, 0), (1, 2), (1, 3), (2, 1), (3, 0)]
    for level, place, hashed in made:
        assert hashed == root_by_definition(LEAVES[place << level : (place + 1) << level])
