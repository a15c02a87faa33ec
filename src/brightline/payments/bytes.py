"""Compressed bytes → bytes, never more than we are willing to hold.

A `.gz` is recognised by its first two bytes, whatever its name says. Decompression stops at the limit, so that a
few kilobytes which unfold to gigabytes cost no more than the limit.
"""

from __future__ import annotations

import zlib

from brightline.errors import UnreadableMessage

MOST_BYTES = 256 * 2**20
_PIECE = 2**20
_GZIP = b"\x1f\x8b"


def unpack(data: bytes, name: str, most: int = MOST_BYTES) -> bytes:
    """The bytes themselves, or what a gzip file holds (one or many members).

    Raises UnreadableMessage if the file is damaged, cut off, or unfolds to more than `most` bytes.
    """
    if not data.startswith(_GZIP):
        return data
    pieces: list[bytes] = []
    room = most
    rest = data
    while rest.startswith(_GZIP):
        member, rest = _one_member(rest, name, room, most)
        room -= len(member)
        pieces.append(member)
    if rest.strip(b"\0"):
        raise UnreadableMessage(name, "bytes after the end of the gzip data", "gzip data to the end of the file")
    return b"".join(pieces)


def _one_member(data: bytes, name: str, room: int, most: int) -> tuple[bytes, bytes]:
    """What the first gzip member holds, and the bytes after it."""
    unfolder = zlib.decompressobj(wbits=31)
    pieces: list[bytes] = []
    while not unfolder.eof:
        try:
            piece = unfolder.decompress(data, _PIECE)
        except zlib.error as broken:
            raise UnreadableMessage(name, f"damaged gzip data ({broken})", "a whole gzip file") from None
        room -= len(piece)
        if room < 0:
            raise UnreadableMessage(
                name, f"gzip data that unfolds to more than {most >> 20} MB", "less", "Split the file."
            )
        data = unfolder.unconsumed_tail
        if not piece and not data and not unfolder.eof:
            raise UnreadableMessage(name, "gzip data cut off before its end", "a whole gzip file")
        pieces.append(piece)
    return b"".join(pieces), unfolder.unused_data
