"""The tree of RFC 9162, section 2.1: leaves and nodes are hashed apart, and the root stands for every line before it.

Pure functions on 32-byte hashes. `peaks` are the hashes of the whole subtrees of a log, widest first: one for every
bit of its size. https://www.rfc-editor.org/rfc/rfc9162#section-2.1
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

WIDTH = 32
EMPTY_ROOT = sha256(b"").digest()


def leaf_hash(data: bytes) -> bytes:
    """The hash of a line."""
    return sha256(b"\0" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash over two subtrees."""
    return sha256(b"\1" + left + right).digest()


def add_leaf(peaks: list[bytes], size: int, leaf: bytes) -> list[tuple[int, int, bytes]]:
    """Add a line to a log of `size` lines, changing `peaks`; the whole subtrees this completes: level, place, hash."""
    made: list[tuple[int, int, bytes]] = []
    level, hashed = 0, leaf
    while size >> level & 1:
        hashed = node_hash(peaks.pop(), hashed)
        level += 1
        made.append((level, size >> level, hashed))
    peaks.append(hashed)
    return made


def root_of(peaks: Sequence[bytes]) -> bytes:
    """The root of a log with these peaks."""
    if not peaks:
        return EMPTY_ROOT
    root = peaks[-1]
    for peak in reversed(peaks[:-1]):
        root = node_hash(peak, root)
    return root


def pack(peaks: Sequence[bytes]) -> bytes:
    """Peaks as one value."""
    return b"".join(peaks)


def unpack(packed: bytes) -> list[bytes]:
    """Peaks back from one value."""
    return [packed[start : start + WIDTH] for start in range(0, len(packed), WIDTH)]
