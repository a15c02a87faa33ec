"""Every proof of every small log holds, and none holds for anything else."""

from __future__ import annotations

from hashlib import sha256

import pytest
from tests.cases.journal.test_hashing import LEAVES, root_by_definition

from brightline.cases.journal.proofs import consistency, grown, included, inclusion

SIZES = range(1, 26)
OTHER = sha256(b"other").digest()


def node(level: int, place: int) -> bytes:
    return root_by_definition(LEAVES[place << level : (place + 1) << level])


@pytest.mark.parametrize("size", SIZES)
def test_every_line_is_proved_and_no_other(size: int) -> None:
    root = root_by_definition(LEAVES[:size])
    for place in range(size):
        path = inclusion(node, place, size)
        assert included(LEAVES[place], place, size, path, root)
        assert not included(OTHER, place, size, path, root)
        assert not included(LEAVES[place], place, size, path, OTHER)
        assert not included(LEAVES[place], place, size, (*path, OTHER), root)
        assert not included(LEAVES[place], place + size, size, path, root)
        if size > 1:
            assert not included(LEAVES[place], (place + 1) % size, size, path, root)
            assert not included(LEAVES[place], place, size, path[:-1], root)


@pytest.mark.parametrize("size", SIZES)
def test_every_growth_is_proved_and_no_other(size: int) -> None:
    new = root_by_definition(LEAVES[:size])
    for before in range(1, size + 1):
        old = root_by_definition(LEAVES[:before])
        path = consistency(node, before, size)
        assert grown(before, old, size, new, path)
        assert not grown(before, OTHER, size, new, path)
        assert not grown(before, old, size, OTHER, path)
        assert not grown(before, old, size, new, (*path, OTHER))
        if path:
            assert not grown(before, old, size, new, path[:-1])
            assert not grown(before, old, size, new, (*path[:-1], OTHER))


def test_nothing_grew_from_more_or_from_nothing() -> None:
    root = root_by_definition(LEAVES[:4])
    assert not grown(5, root, 4, root, ())
    assert not grown(0, root, 4, root, ())
    assert not grown(3, root, 4, root, ())
