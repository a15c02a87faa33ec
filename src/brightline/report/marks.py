"""Which words of a text led to which finding, so that a page can mark them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import islice

Marked = tuple[tuple[str, int], ...]  # pieces of a text in order, each with the finding that marks it; 0: no mark
Needles = Mapping[int, Iterable[str]]  # by the number of a finding, from 1: the words that led to it

MOST_NEEDLES, MOST_MARKS, LEAST_LETTERS = 40, 60, 3
_UNSPACED = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")  # scripts written without blanks
_TARIFF = re.compile(r"\d{6}")  # a tariff code, written in a message as 848210, 8482.10, 8482 10 900 8…
_WORDS = re.compile(r"\w+")


def marked(text: str, needles: Needles) -> Marked:
    """The text in pieces, with every place where a needle stands marked. The pieces always join to the text.

    Where needles of several findings stand at one place, the longest marks it; of equals, the first finding.
    """
    pieces: list[tuple[str, int]] = []
    at = 0
    for start, end, finding in _places(text, needles):
        if start >= at:
            pieces += [(text[at:start], 0), (text[start:end], finding)]
            at = end
    return tuple(piece for piece in (*pieces, (text[at:], 0)) if piece[0])


def _places(text: str, needles: Needles) -> list[tuple[int, int, int]]:
    """Where needles stand (start, end, finding), `MOST_MARKS` of each finding; at one place the longest first."""
    patterns = ((finding, _pattern(text, needles[finding])) for finding in sorted(needles))
    found = [
        (one.start(), one.end(), finding)
        for finding, pattern in patterns
        if pattern is not None
        for one in islice(pattern.finditer(text), MOST_MARKS)
    ]
    return sorted(found, key=lambda place: (place[0], -place[1], place[2]))


def _pattern(text: str, needles: Iterable[str]) -> re.Pattern[str] | None:
    wanted = sorted({needle.strip() for needle in needles} - {""}, key=lambda one: (-len(one), one))[:MOST_NEEDLES]
    forms = [_form(part) for needle in wanted for part in _standing(text, needle)]
    return re.compile("|".join(dict.fromkeys(forms)), re.IGNORECASE) if forms else None


def _standing(text: str, needle: str) -> list[str]:
    """The needle if the text has it, else those of its words that the text has."""
    if re.search(_form(needle), text, re.IGNORECASE):
        return [needle]
    return [one for one in _WORDS.findall(needle)[:MOST_NEEDLES] if len(one) >= LEAST_LETTERS]


def _form(needle: str) -> str:
    if _TARIFF.fullmatch(needle):
        pairs = [needle[at : at + 2] for at in range(2, len(needle), 2)]
        return r"(?<!\d)" + needle[:2] + "".join(rf"[. ]?{pair}" for pair in pairs) + r"(?:[. ]?\d{1,4})*(?!\d)"
    escaped = r"\s+".join(map(re.escape, needle.split()))
    return escaped if _UNSPACED.search(needle) else rf"(?<!\w){escaped}(?!\w)"
