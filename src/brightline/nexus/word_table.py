"""Tables of words that hint at something, and how a text is looked up in them, word by word.

A table is in Latin letters: `x*` begins a word, `*x` ends one, several words are a phrase, each may end in `*`;
Chinese stands as it is, in simplified signs, and is found inside a run. Text and table are brought to one spelling, so
that the usual ways to write Russian in Latin letters are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from brightline.goods.stems import in_latin, simplified
from brightline.text.fold import fold
from brightline.text.scripts import is_han

_SAME = (
    ("shch", "sh"), ("sch", "sh"), ("zh", "j"), ("kh", "h"), ("tz", "c"), ("ts", "c"), ("yu", "u"), ("iu", "u"),
    ("ya", "a"), ("ia", "a"), ("ye", "e"), ("ie", "e"), ("x", "ks"), ("w", "v"), ("y", "i"), ("ii", "i"), ("ii", "i"),
)  # fmt: skip
_LONGEST = 3  # words of a beginning that is something else
_KEY = 3  # letters by which beginnings and ends are looked up; shorter ones stand in full


class Hit(NamedTuple):
    """Words of a table found in a text: their kind, the place of the first word, the words as read."""

    kind: str
    at: int
    words: str


class _Phrase(NamedTuple):
    kind: str
    first: str
    open: bool  # the first word may go on
    rest: tuple[tuple[str, bool], ...]
    unless: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordTable:
    """Phrases by the beginning of their first word, endings by their last letters, Chinese as one pattern a kind."""

    begins: Mapping[str, tuple[_Phrase, ...]]
    ends: Mapping[str, tuple[tuple[str, str], ...]]
    chinese: tuple[tuple[str, re.Pattern[str]], ...]

    def find(self, text: str) -> Iterator[Hit]:
        """Every phrase of the table in a text, in the order of its words."""
        folded = fold(text).split()
        words = [_one_spelling(word) for word in folded]
        for at, word in enumerate(words):
            for phrase in self.begins.get(word[:_KEY], ()):
                size = _size(phrase, words, at)
                if size:
                    yield Hit(phrase.kind, at, " ".join(folded[at : at + size]))
            for ending, kind in self.ends.get(word[-_KEY:], ()):
                if len(word) > len(ending) and word.endswith(ending):
                    yield Hit(kind, at, folded[at])
            if not word.isascii():
                yield from (Hit(kind, at, match.group()) for kind, row in self.chinese for match in row.finditer(word))


def _size(phrase: _Phrase, words: Sequence[str], at: int) -> int:
    """How many words the phrase takes at a place; 0 where it does not stand there."""
    if not _fits(words[at], phrase.first, phrase.open):
        return 0
    size = 1 + len(phrase.rest)
    if phrase.rest and not (
        len(words) >= at + size and all(_fits(words[at + n], *part) for n, part in enumerate(phrase.rest, 1))
    ):
        return 0
    if phrase.unless and " ".join(words[at : at + _LONGEST]).startswith(phrase.unless):
        return 0
    return size


def make_table(rows: Iterable[tuple[str, Iterable[str], Iterable[str]]]) -> WordTable:
    """A table of rows: kind, words, and beginnings in Latin letters that are something else."""
    begins: dict[str, list[_Phrase]] = {}
    ends: dict[str, list[tuple[str, str]]] = {}
    chinese: list[tuple[str, re.Pattern[str]]] = []
    for kind, words, unless in rows:
        others = tuple(" ".join(map(_one_spelling, other.split())) for other in unless)
        spaced = [word for word in words if word.isascii()]
        for word in spaced:
            if word.startswith("*"):
                ending = _one_spelling(word.strip("*"))
                ends.setdefault(ending[-_KEY:], []).append((ending, kind))
            else:
                phrase = _phrase(kind, word, others)
                begins.setdefault(phrase.first[:_KEY], []).append(phrase)
        if signs := [re.escape(simplified(fold(word))) for word in words if not word.isascii()]:
            chinese.append((kind, re.compile("|".join(signs))))
    held = {key: tuple(found) for key, found in begins.items()}
    return WordTable(held, {key: tuple(found) for key, found in ends.items()}, tuple(chinese))


@lru_cache(maxsize=65536)
def _one_spelling(word: str) -> str:
    """A folded word as the tables are written."""
    if not word.isascii():
        if any(map(is_han, word)):
            return simplified(word)
        word = in_latin(word)
    for written, same in _SAME:
        if written in word:
            word = word.replace(written, same)
    return word


def _phrase(kind: str, written: str, unless: tuple[str, ...]) -> _Phrase:
    parts = [(_one_spelling(part.strip("*")), part.endswith("*")) for part in written.split()]
    if len(parts[0][0]) < _KEY and parts[0][1]:
        raise ValueError(f"{written!r}: a beginning of fewer than {_KEY} letters says nothing")
    return _Phrase(kind, *parts[0], tuple(parts[1:]), unless)


def _fits(word: str, part: str, goes_on: bool) -> bool:
    return word.startswith(part) if goes_on else word == part
