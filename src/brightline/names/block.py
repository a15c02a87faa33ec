"""Arrays in one block of bytes that can be mapped into memory, behind a header that says where each stands."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from brightline.errors import SourceError
from brightline.names.weights import weights

Array = NDArray[Any]
_MAGIC = b"BLNAMES4"


def pack(arrays: Mapping[str, Array], entities: int) -> bytes:
    """Arrays behind a header that says where each stands; each begins at a multiple of 64."""
    places: dict[str, list[object]] = {}
    parts: list[bytes] = []
    size = 0
    for name in sorted(arrays):
        parts.append(b"\0" * (-size % 64))
        size += len(parts[-1])
        places[name] = [arrays[name].dtype.str, size, int(arrays[name].size)]
        parts.append(np.ascontiguousarray(arrays[name]).tobytes())
        size += len(parts[-1])
    header = {"arrays": places, "entities": entities, "weights": weights().version}
    head = json.dumps(header, sort_keys=True).encode()
    head += b" " * (-(len(head) + 16) % 64)
    return b"".join((_MAGIC, len(head).to_bytes(8, "little"), head, *parts))


def unpack(block: memoryview) -> tuple[dict[str, Array], int]:
    """The arrays of a packed block, without copying, and the number of entities.

    Raises SourceError for anything but a whole block of ours made with the weights in use.
    """
    if bytes(block[:8]) != _MAGIC:
        raise SourceError(
            "name index", f"a file that begins with {bytes(block[:8])!r}", "an index of names", "Build it again."
        )
    length = int.from_bytes(block[8:16], "little")
    header = json.loads(bytes(block[16 : 16 + length]))
    if header["weights"] != weights().version:
        raise SourceError(
            "name index", f"weights {header['weights']}", f"weights {weights().version}", "Build it again."
        )
    start = 16 + length
    arrays = {}
    for name, (kind, at, size) in header["arrays"].items():
        if start + at + size * np.dtype(kind).itemsize > len(block):
            raise SourceError("name index", "a file cut short", "a whole index", "Build it again.")
        arrays[name] = np.frombuffer(block, dtype=np.dtype(kind), count=size, offset=start + at)
    return arrays, int(header["entities"])
