"""Tables of words that hint at something, and how a text is read to be looked up in them.

A table is in Latin letters: `x*` begins a word, `*x` ends one, several words are a phrase; Chinese stands as it is, in
simplified signs, and is found inside a run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from brightline.goods.stems import simplified
from brightline.text.fold import fold
from brightline.text.scripts import is_han
from brightline.text.translit import latin


@lru_cache(maxsize=32768)
def plain(text: str) -> str:
    """The text as the tables are written: folded, Chinese simplified, all else in Latin letters."""
    folded = fold(text)
    if folded.isascii():
        return folded
    return " ".join(simplified(word) if any(map(is_han, word)) else latin(word) for word in folded.split())


def pattern_of(words: Iterable[str], unless: Iterable[str] = ()) -> re.Pattern[str]:
    """One pattern for all words of a row; `unless`: beginnings in Latin letters that are something else."""
    others = "|".join(map(re.escape, unless))
    start = r"(?<!\w)" + (f"(?!{others})" if others else "")
    return re.compile("|".join(_one(written, start) for written in words))


def _one(written: str, start: str) -> str:
    if not written.isascii():
        return re.escape(simplified(fold(written)))
    parts = [re.escape(part.strip("*")) + (r"\w*" if part.endswith("*") else "") for part in written.split()]
    return start + (r"\w+" if written.startswith("*") else "") + " ".join(parts) + r"(?!\w)"
