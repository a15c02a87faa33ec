"""The words of a text, each with the place where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from brightline.names.read import read_name
from brightline.names.words import Word


class Placed(NamedTuple):
    """A word of a text, and from where to where its letters stand there."""

    word: Word
    start: int
    end: int


def placed_words(text: str) -> list[Placed]:
    """The words of a text in order; each at its own place where its letters can be found there."""
    placed: list[Placed] = []
    for piece in re.finditer(r"\S+", text):
        written, (start, end) = piece.group(), piece.span()
        for name in read_name(written, True)[:1]:
            if len(name.words) == 1 and written.isalnum():
                placed.append(Placed(name.words[0], start, end))
            else:
                placed += _within(written, start, name.words)
    return placed


def _within(written: str, start: int, words: tuple[Word, ...]) -> Iterator[Placed]:
    """The words of a piece at their own places in it; at that of the piece where folding has changed the letters."""
    lower, at = written.lower(), 0
    for word in words:
        found = lower.find(word.written, at) if len(lower) == len(written) else -1
        if found < 0:
            yield Placed(word, start, start + len(written))
        else:
            at = found + len(word.written)
            yield Placed(word, start + found, start + at)
