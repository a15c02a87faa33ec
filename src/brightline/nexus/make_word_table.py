"""Tables of words that hint at something, made ready to be looked up.

A table is written in one of two ways. By language (`en`, `ru`): phrases as people write them, compared without
grammatical endings, Russian also in Latin letters; the longest that begins at a word wins and no word counts twice; the
kind `nothing` takes its words and is no hit. In patterns (`words`): Latin letters, `x*` begins a word, `*x` ends one,
several words are a phrase, each may end in `*`; every hit counts, unless words begin there that are something else
(`unless`). Chinese (`zh`) stands beside either as it is, in simplified signs, and is found inside runs of Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from typing import NamedTuple

import yaml

from brightline.errors import LawError
from brightline.goods.stems import in_latin, latin_stem, simplified, stem
from brightline.nexus.word_table import BEGINS, ENDS, IS, LATIN, SPELLED, STEM, Phrase, WordTable
from brightline.nexus.words_of import KEY, first_key, last_key, latin_key, one_spelling, stem_key
from brightline.text.fold import fold, tokens

_SHORTEST_LATIN = 6  # letters of a Russian phrase in Latin letters: shorter ones look like English


class Row(NamedTuple):
    """What a table says of one kind."""

    kind: str
    en: Sequence[str] = ()
    ru: Sequence[str] = ()
    zh: Sequence[str] = ()
    words: Sequence[str] = ()
    unless: Sequence[str] = ()


def read_table(name: str) -> WordTable:
    """A table of the folder `words`: kind → what it says. Raises LawError for what is not understood."""
    said = yaml.safe_load(files("brightline.nexus").joinpath(f"words/{name}").read_text(encoding="utf-8"))
    known = Row._fields[1:]
    for kind, row in said.items():
        if unknown := sorted(set(row) - set(known)):
            raise LawError(f"nexus/words/{name}, {kind}", f"the unknown key {unknown[0]!r}", f"only {', '.join(known)}")
    return make_table(Row(kind, **row) for kind, row in said.items())


def make_table(rows: Iterable[Row]) -> WordTable:
    """A table of rows; the first row to claim a phrase by language keeps it. Raises LawError for rows of two ways."""
    rows = tuple(rows)
    by_language = any(row.en or row.ru for row in rows)
    if by_language and any(row.words for row in rows):
        raise LawError("a table of words", "phrases by language beside patterns", "one of the two ways in a table")
    held: dict[str, list[Phrase]] = {}
    for key, phrase in (one for row in rows for one in (*_by_language(row), *_patterns(row))):
        beside = held.setdefault(key, [])
        if not by_language or all(one.parts != phrase.parts for one in beside):
            beside.append(phrase)
    apart = [rows] if by_language else [(row,) for row in rows]
    chinese = tuple(_chinese(several) for several in apart if any(row.zh for row in several))
    return WordTable(by_language, {key: tuple(found) for key, found in held.items()}, chinese)


def _by_language(row: Row) -> Iterator[tuple[str, Phrase]]:
    for written in (*row.en, *row.ru):
        stems = [stem(word) for word in tokens(written)]
        yield stem_key(stems[0]), Phrase(row.kind, STEM, tuple((one, IS) for one in stems))
    for written in row.ru:
        if len(written) >= _SHORTEST_LATIN:
            stems = [latin_stem(in_latin(word)) for word in tokens(written)]
            yield latin_key(stems[0]), Phrase(row.kind, LATIN, tuple((one, IS) for one in stems))


def _patterns(row: Row) -> Iterator[tuple[str, Phrase]]:
    unless = tuple(" ".join(map(one_spelling, other.split())) for other in row.unless)
    for written in row.words:
        if written.startswith("*"):
            ending = one_spelling(written.strip("*"))
            yield last_key(ending), Phrase(row.kind, SPELLED, ((ending, ENDS),))
            continue
        parts = [(one_spelling(part.strip("*")), BEGINS if part.endswith("*") else IS) for part in written.split()]
        first, how = parts[0]
        if len(first) < KEY and how is BEGINS:
            raise LawError("a table of words", repr(written), f"a beginning of {KEY} letters or more")
        yield first_key(first), Phrase(row.kind, SPELLED, tuple(parts), unless)


def _chinese(rows: Sequence[Row]) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """One pattern of the Chinese words of rows, the longest first; the first row to claim one keeps it."""
    kinds = {simplified(fold(written)): row.kind for row in reversed(rows) for written in row.zh}
    longest_first = sorted(kinds, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first))), kinds
