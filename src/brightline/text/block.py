"""Arrays in one block of bytes that can be mapped into memory, behind a header that says where each stands."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

from brightline.errors import SourceError

Array = NDArray[Any]


def pack_arrays(magic: bytes, arrays: Mapping[str, Array], note: Mapping[str, object]) -> bytes:
    """Arrays behind eight bytes of magic and a header with a note; each begins at a multiple of 64."""
    places: dict[str, list[object]] = {}
    parts: list[bytes] = []
    size = 0
    for name in sorted(arrays):
        parts.append(b"\0" * (-size % 64))
        size += len(parts[-1])
        places[name] = [arrays[name].dtype.str, size, int(arrays[name].size)]
        parts.append(np.ascontiguousarray(arrays[name]).tobytes())
        size += len(parts[-1])
    head = json.dumps({"arrays": places, **note}, sort_keys=True).encode()
    head += b" " * (-(len(head) + 16) % 64)
    return b"".join((magic, len(head).to_bytes(8, "little"), head, *parts))


def note_of(magic: bytes, block: memoryview, what: str) -> dict[str, Any]:
    """The header of a packed block. Raises SourceError, naming `what`, for anything that begins otherwise."""
    if bytes(block[:8]) != magic:
        raise SourceError(
            what, f"a file that begins with {bytes(block[:8])!r}", f"an {what} of ours", "Build it again."
        )
    header: dict[str, Any] = json.loads(bytes(block[16 : 16 + int.from_bytes(block[8:16], "little")]))
    return header


def unpack_arrays(magic: bytes, block: memoryview, what: str) -> dict[str, Array]:
    """The arrays of a packed block, without copying. Raises SourceError for anything but a whole block of ours."""
    header = note_of(magic, block, what)
    start = 16 + int.from_bytes(block[8:16], "little")
    arrays = {}
    for name, (kind, at, size) in header["arrays"].items():
        if start + at + size * np.dtype(kind).itemsize > len(block):
            raise SourceError(what, "a file cut short", f"the whole {what}", "Build it again.")
        arrays[name] = np.frombuffer(block, dtype=np.dtype(kind), count=size, offset=start + at)
    return arrays


def hash64(text: str) -> int:
    """A stable 64-bit hash of a text."""
    return int.from_bytes(_digest(text), "little")


def hashes64(texts: Iterable[str]) -> Array:
    """The same hash of each of many texts."""
    return np.frombuffer(b"".join(map(_digest, texts)), np.dtype("<u8"))


def hashes64_of_bytes(texts: Iterable[bytes]) -> Array:
    """The same hash of each of many texts in UTF-8."""
    return np.frombuffer(b"".join(blake2b(one, digest_size=8).digest() for one in texts), np.dtype("<u8"))


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
