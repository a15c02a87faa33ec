"""Proofs over the tree: that a line is in the log, and that the log only ever grew (RFC 9162, section 2.1.3 and 2.1.4).

Making a proof asks for the hashes of whole subtrees, by level and place; checking one needs the proof alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from brightline.cases.journal.hashing import node_hash

NodeAt = Callable[[int, int], bytes]  # level (0: lines) and place in it, both from 0


def subtree(node: NodeAt, start: int, end: int) -> bytes:
    """The hash over the lines from `start` up to `end`, both from 0; `start` is where such a subtree may begin."""
    width = end - start
    if width & (width - 1) == 0:
        level = width.bit_length() - 1
        return node(level, start >> level)
    middle = start + _split(width)
    return node_hash(subtree(node, start, middle), subtree(node, middle, end))


def inclusion(node: NodeAt, place: int, size: int) -> tuple[bytes, ...]:
    """The hashes that lead from the line at `place` (from 0) to the root of a log of `size` lines."""
    return tuple(_path(node, place, 0, size))


def _path(node: NodeAt, place: int, start: int, end: int) -> list[bytes]:
    if end - start <= 1:
        return []
    middle = start + _split(end - start)
    if place < middle:
        return [*_path(node, place, start, middle), subtree(node, middle, end)]
    return [*_path(node, place, middle, end), subtree(node, start, middle)]


def included(leaf: bytes, place: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Whether the line at `place` (from 0) is in the log of `size` lines under `root`."""
    if not 0 <= place < size:
        return False
    hashed, at, last = leaf, place, size - 1
    for one in path:
        if last == 0:
            return False
        if at & 1 or at == last:
            hashed = node_hash(one, hashed)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            hashed = node_hash(hashed, one)
        at, last = at >> 1, last >> 1
    return last == 0 and hashed == root


def consistency(node: NodeAt, before: int, size: int) -> tuple[bytes, ...]:
    """The hashes that show the log of `before` lines to be the beginning of the one of `size`; 0 < before <= size."""
    return tuple(_grown(node, before, 0, size, whole=True))


def _grown(node: NodeAt, before: int, start: int, end: int, *, whole: bool) -> list[bytes]:
    if before == end - start:
        return [] if whole else [subtree(node, start, end)]
    split = _split(end - start)
    middle = start + split
    if before <= split:
        return [*_grown(node, before, start, middle, whole=whole), subtree(node, middle, end)]
    return [*_grown(node, before - split, middle, end, whole=False), subtree(node, start, middle)]


def grown(before: int, old_root: bytes, size: int, new_root: bytes, path: Sequence[bytes]) -> bool:
    """Whether the log of `size` lines under `new_root` begins with that of `before` lines under `old_root`."""
    if not 0 < before <= size:
        return False
    if before == size:
        return not path and old_root == new_root
    hashes = [old_root, *path] if before & (before - 1) == 0 else list(path)
    if not hashes:
        return False
    at, last = before - 1, size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    old = new = hashes[0]
    for one in hashes[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            old, new = node_hash(one, old), node_hash(one, new)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            new = node_hash(new, one)
        at, last = at >> 1, last >> 1
    return last == 0 and old == old_root and new == new_root


def _split(width: int) -> int:
    """The greatest power of two below a width."""
    return 1 << (width - 1).bit_length() - 1
