"""A text → its sentences with their places, for English, French, Russian and Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?:\s?»)?(?=\s|$)|[。！？][”’」』）]*")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Capt|St|No|vs|Jr|Sr|Inc|Ltd|Co|Corp|Bros|Fig|Art|approx|est|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|a\.m|p\.m|e\.g|i\.e|etc|M|MM|Mme|тыс|млн|млрд|г|гг|руб|долл|им|ул)"
    r"|\b(?:[A-Z]\.)*[A-Z])\.$"
)
_LONGEST = 1500  # characters of a sentence; what goes on without a stop is cut
_OPENS = "\"'“‘«([—–-"
_QUOTED_END = re.compile(r"[,.!?…][\"”’»]\s*$")


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """The places (start, end) of the sentences of a paragraph, in order; together they cover all but blanks."""
    start = _skip(text, 0)
    for end in (*_ends(text), len(text.rstrip())):
        while start < end:
            stop = _cut(text, start, end)
            yield start, stop
            start = _skip(text, stop)


def _cut(text: str, start: int, end: int) -> int:
    """The end of a sentence, or a blank before it where it is longer than any is."""
    if end - start <= _LONGEST:
        return end
    blank = text.rfind(" ", start + 1, start + _LONGEST)
    return blank if blank > start else start + _LONGEST


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _ends(text: str) -> Iterator[int]:
    for found in _END.finditer(text):
        if _is_end(text, found):
            yield found.end()


def _is_end(text: str, found: re.Match[str]) -> bool:
    """Whether a stop ends the sentence: no abbreviation, no pause inside, and what follows begins anew."""
    after = text[found.end() :].lstrip()
    if not after or found[0][0] in "。！？":
        return True
    begins = after.lstrip(_OPENS + " ")[:1]
    if begins.islower():
        return False
    if (
        found[0][0] == "."
        and len(found[0]) == 1
        and _ABBREVIATED.search(text[max(0, found.start() - 12) : found.end()])
    ):
        return False
    return begins.isalnum() or begins == "$" or not begins
