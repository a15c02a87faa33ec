"""Tariff codes as written in messages, brought to their first six digits."""

from __future__ import annotations

import re
from functools import lru_cache

from brightline.text.fold import visible

_CODE = re.compile(r"\D*((?:\d[ .\-/]?){3,13}\d)\D*")
_SPLIT = re.compile(r"[ .\-/]")


@lru_cache(maxsize=16384)
def six_digits(written: str) -> str | None:
    """The first six digits of a code of 6 to 14 digits, or the heading where only four or five are written.

    Points, blanks, hyphens and strokes between digits are dropped. None where no such code is written or its
    chapter (01 to 97) does not exist.
    """
    found = _CODE.fullmatch(visible(written).strip())
    if found is None:
        return None
    digits = _SPLIT.sub("", found.group(1))
    if not 4 <= len(digits) <= 14 or not 1 <= int(digits[:2]) <= 97:
        return None
    return digits[:6] if len(digits) >= 6 else digits[:4]


def is_heading(code: str) -> bool:
    """Whether a code says no more than its heading."""
    return len(code) == 4
