"""Letters that an eye takes for others: digits in words (ИВАН0В, GR4NIT), "l" among capitals, "rn" for "m"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LATIN = str.maketrans("02345678", "ozeasgtb")
_CYRILLIC = str.maketrans("01346", "оізчб")
_ONE = re.compile("(?<=[aeiouy])1|1(?=[aeiouy])")  # beside a vowel it is an l
_LETTER = r"[^\W\d_]"
_MIXED = re.compile(  # three letters and more; digits between them, or a single one before or behind four letters
    rf"(?=(?:{_LETTER}*\d){{1,4}}{_LETTER}*$)(?=(?:\d*{_LETTER}){{3}})"
    rf"(?:{_LETTER}.*{_LETTER}|\d{_LETTER}{{4,}}|{_LETTER}{{4,}}\d)"
)
_SMALL_L = re.compile(r"\b(?=[A-Z]*l[A-Z]*\b)(?=[A-Zl]{4,}\b)[A-Zl]+\b")
_LEAST = 5  # letters of a word that is known by its looks
_RUN_TOGETHER = (("rn", "m"), ("cl", "d"), ("vv", "w"))


def with_capital_i(written: str) -> str:
    """A written name in which a small "l" that stands among capitals alone is the capital "I" that it looks like."""
    return _SMALL_L.sub(lambda word: word.group().replace("l", "I"), written) if "l" in written else written


def without_digits(words: Sequence[str]) -> list[str] | None:
    """Folded words with letters for one or two digits inside or beside them; None where there are none such."""
    if not any(map(_MIXED.fullmatch, words)):
        return None
    return [_lettered(word) if _MIXED.fullmatch(word) else word for word in words]


def _lettered(word: str) -> str:
    """A word with the letters that its digits look like."""
    if not word.isascii():
        return word.translate(_CYRILLIC)
    return _ONE.sub("l", word).replace("1", "i").translate(_LATIN)


def looks_of(plain: str) -> str:
    """What words share of which one has "rn" where the other has "m", and the like; empty for short words."""
    if len(plain) < _LEAST:
        return ""
    for two, one in _RUN_TOGETHER:
        plain = plain.replace(two, one)
    return plain
