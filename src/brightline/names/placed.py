"""The words of a text, each with the place where it stands."""

from __future__ import annotations

import re
from typing import NamedTuple

from brightline.names.read import read_name
from brightline.names.words import Word


class Placed(NamedTuple):
    """A word of a text, and from where to where its letters stand there."""

    word: Word
    start: int
    end: int


def placed_words(text: str) -> list[Placed]:
    """The words of a text in order; Chinese words at their own places, others at that of the written piece."""
    placed = []
    for piece in re.finditer(r"\S+", text):
        lower = piece.group().lower()
        for name in read_name(piece.group(), True)[:1]:
            at = 0
            for word in name.words:
                inside = lower.find(word.written, at) if len(lower) == len(piece.group()) else -1
                start, end = piece.span()
                if inside >= 0:
                    at = inside + len(word.written)
                    start, end = piece.start() + inside, piece.start() + at
                placed.append(Placed(word, start, end))
    return placed
