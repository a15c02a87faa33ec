"""Spoiling bytes in the ways files are spoilt: cut, doubled, swapped, overwritten. From a number, always the same."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

NASTY = (
    *(b"", b"\0", b"\xff", b"<", b"&", b"]]>", b"{", b"}", b"-}", b":", b"\r\n", b"\n:59:", b"{1:", b"{4:"),
    *(b'"', b",", b";", b"9" * 400, b"-1", b"1e999", b"NaN", b"0000-00-00", b"2024-02-31", b"A" * 5000),
    *(b"<a>" * 300, b"<!DOCTYPE a>", b"&#0;", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xe9", b"\x1a", b"\t"),
    *("Ж".encode(), "中".encode(), "\u202e".encode()),
)
CHUNK = re.compile(rb">[^<>]{1,60}<|:[^:\r\n]{1,60}|\"[^\"]{1,60}\"|,[^,\r\n]{1,40}")


def spoilt(data: bytes, number: int) -> bytes:
    """The data spoilt once to four times; the same for the same number."""
    rng = random.Random(number)
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        data = rng.choice(WAYS)(data, rng)
    return data


def _cut(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def _beheaded(data: bytes, rng: random.Random) -> bytes:
    return data[rng.randrange(len(data) + 1) :]


def _hole(data: bytes, rng: random.Random) -> bytes:
    start = rng.randrange(len(data) + 1)
    return data[:start] + data[start + rng.randrange(200) :]


def _nasty(data: bytes, rng: random.Random) -> bytes:
    start = rng.randrange(len(data) + 1)
    return data[:start] + rng.choice(NASTY) + data[start + rng.randrange(3) :]


def _flipped(data: bytes, rng: random.Random) -> bytes:
    if not data:
        return data
    place = rng.randrange(len(data))
    return data[:place] + bytes([data[place] ^ (1 << rng.randrange(8))]) + data[place + 1 :]


def _value(data: bytes, rng: random.Random) -> bytes:
    """One value replaced by something nasty, its surroundings whole: the case that gets furthest into a reader."""
    found = list(CHUNK.finditer(data))
    if not found:
        return _nasty(data, rng)
    one = rng.choice(found)
    return data[: one.start() + 1] + rng.choice(NASTY) + data[one.end() - (one[0][-1:] in b'<"') :]


def _lines(data: bytes, rng: random.Random) -> bytes:
    """A line doubled, dropped or moved."""
    lines = data.split(b"\n")
    one = lines.pop(rng.randrange(len(lines)))
    for _ in range(rng.randrange(3)):
        lines.insert(rng.randrange(len(lines) + 1), one)
    return b"\n".join(lines)


def _doubled(data: bytes, rng: random.Random) -> bytes:
    start = rng.randrange(len(data) + 1)
    piece = data[start : start + rng.randrange(1, 400)]
    return data[:start] + piece * rng.randrange(2, 5) + data[start + len(piece) :]


def _recoded(data: bytes, rng: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(rng.choice(("utf-16", "utf-16-le", "latin-1", "cp1251", "utf-8-sig")), "replace")


WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _cut, _beheaded, _hole, _nasty, _flipped, _value, _value, _value, _lines, _doubled, _recoded,
)  # fmt: skip
