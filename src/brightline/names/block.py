"""The block of bytes that an index of names is: arrays, and the weights they were made with."""

from __future__ import annotations

from collections.abc import Mapping

from brightline.errors import SourceError
from brightline.names.weights import weights
from brightline.text.block import Array, note_of, pack_arrays, unpack_arrays

__all__ = ["Array", "pack", "unpack"]

_MAGIC = b"BLNAMES4"
_WHAT = "index of names"


def pack(arrays: Mapping[str, Array], entities: int) -> bytes:
    """The arrays of an index over so many entities as one block."""
    return pack_arrays(_MAGIC, arrays, {"entities": entities, "weights": weights().version})


def unpack(block: memoryview) -> tuple[dict[str, Array], int]:
    """The arrays of a packed block, without copying, and the number of entities.

    Raises SourceError for anything but a whole block of ours made with the weights in use.
    """
    header = note_of(_MAGIC, block, _WHAT)
    if header["weights"] != weights().version:
        raise SourceError(_WHAT, f"weights {header['weights']}", f"weights {weights().version}", "Build it again.")
    return unpack_arrays(_MAGIC, block, _WHAT), int(header["entities"])
