"""The written names of a book, read once and kept as numbers, so that a list can be asked of them; see `reverse`."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from brightline.names.block import Array
from brightline.names.bounds import (
    acronyms_asked,
    asked_hashes,
    bearer_most,
    birth_key,
    country_bits,
    fitting_initial,
    is_initial,
    kinds_most,
    meeting_hashes,
    ours_without_pairs,
    sound_hash,
)
from brightline.names.compare import query_readings
from brightline.names.freeze import identifier_hashes
from brightline.names.near import hashes_left
from brightline.names.read import Name
from brightline.names.words import Word, word_of
from brightline.terms import Query


@dataclass(frozen=True, slots=True)
class Gathered:
    """The readings of some queries: which query each is of, its words by number, and what else bounds it.

    `word`: numbers of words, those of reading i from `start[i]` on; `without`, `total`: as in `search.Request`;
    `person`: whether a person bears the name; `kinds`, `country_most`, `born_most`: the most that the bearer may add,
    beside each kind of listed bearer, in a country of `country`, born in the year of `born`. `key`, `key_of`: hashes
    under which a query may be found whatever its words give.
    """

    of: Array
    start: Array
    word: Array
    without: Array
    total: Array
    person: Array
    kinds: Array
    country: Array
    country_most: Array
    born: Array
    born_most: Array
    key: Array
    key_of: Array


class Words:
    """Words by their plain letters, numbered as they come; each counts as much as wherever it counts most."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.weight: list[int] = []
        self.lack: list[int] = []

    def number(self, plain: str, weight: int, lack: int) -> int:
        """The number of a word."""
        at = self.numbers.setdefault(plain, len(self.weight))
        if at == len(self.weight):
            self.weight.append(weight)
            self.lack.append(lack)
        elif weight > self.weight[at] or lack > self.lack[at]:
            self.weight[at], self.lack[at] = max(self.weight[at], weight), max(self.lack[at], lack)
        return at

    def merge(self, other: Words) -> Array:
        """The numbers that the words of another have here."""
        words = zip(other.numbers, other.weight, other.lack, strict=True)
        return np.array([self.number(*word) for word in words], dtype=np.int32)

    def word(self, plain: str) -> Word:
        """A word, as much as it counts."""
        at = self.numbers[plain]
        return replace(word_of(plain, plain), weight=self.weight[at], lack=self.lack[at])


_INTS = ("of", "start", "word", "without", "total", "person", "kinds", "country_most", "born_most", "key_of")
_HASHES = ("country", "born", "key")


def gather(queries: Iterable[tuple[int, Query]]) -> tuple[Gathered, Words]:
    """Read queries, each with its place, and number their words."""
    columns = {name: array("i") for name in _INTS} | {name: array("Q") for name in _HASHES}
    words = Words()
    for place, query in queries:
        found = {value for one in query.identifiers for value in identifier_hashes(one.scheme, one.value)}
        for name in query_readings(query):
            found |= _whole_keys(name)
            columns["of"].append(place)
            columns["start"].append(len(columns["word"]))
            columns["word"].extend([words.number(word.plain, word.weight, word.lack) for word in name.words])
            for label, value in (("without", ours_without_pairs(name)), ("total", name.total), ("person", name.person)):
                columns[label].append(value)
            _add_bearer(columns, query)
        columns["key"].extend(sorted(found))
        columns["key_of"].extend([place] * len(found))
    columns["start"].append(len(columns["word"]))
    packed = {name: np.array(columns[name], dtype=np.int32) for name in _INTS}
    return Gathered(**packed, **{name: np.array(columns[name], dtype=np.uint64) for name in _HASHES}), words


def _add_bearer(columns: Mapping[str, array[int]], query: Query) -> None:
    """What the bearer of the reading added last may add."""
    most = bearer_most(query)
    columns["kinds"].extend(kinds_most(query))
    columns["country"].append(country_bits(query.countries))
    columns["country_most"].append(most.country)
    columns["born"].append(birth_key(query.birth_date) if query.birth_date else 0)
    columns["born_most"].append(most.born)


def _whole_keys(name: Name) -> set[int]:
    """What a name shares with listed ones that it finds otherwise than word by word."""
    joins = [sound_hash(join.sound) for join in name.joins]
    return {*asked_hashes(name), *[value for value, _, _ in acronyms_asked(name)], *joins}


@dataclass(frozen=True, slots=True)
class WordKeys:
    """What each word of a book shares with any listed word that it is related to, and whether it is a single letter."""

    letter: Array
    meeting: Array
    meeting_of: Array
    near: Array
    near_of: Array


def word_keys(words: Words) -> WordKeys:
    """The keys of all words."""
    meeting, near = array("Q"), array("I")
    meeting_of, near_of, letter = array("i"), array("i"), array("B")
    for at, plain in enumerate(words.numbers):
        word = words.word(plain)
        fitting = fitting_initial(word)
        letter.append(is_initial(word))
        found = [*meeting_hashes(word), *([sound_hash(fitting.sound)] if fitting else [])]
        left = hashes_left(word.plain, word.sound)
        meeting.extend(found)
        meeting_of.extend([at] * len(found))
        near.extend(left)
        near_of.extend([at] * len(left))
    return WordKeys(
        np.array(letter, dtype=bool),
        np.array(meeting, dtype=np.uint64),
        np.array(meeting_of, dtype=np.int32),
        np.array(near, dtype=np.uint32),
        np.array(near_of, dtype=np.int32),
    )
