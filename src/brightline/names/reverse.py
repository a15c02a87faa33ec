"""Written names as a book that listed names are asked of: which of many names may match a few entries at all.

What `search` does first with one name it does here with all of a book at once: what a name's words may give in each row
of the list is added up, and a name to which no row can give what it needs is passed over. Names that are equal to a
listed one as a whole, acronyms, and names that run words together are kept by their hashes. So no name that
`NameIndex.find` would find in the list is passed over; `tests/names/test_reverse.py` lays both beside each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from brightline.names.block import Array
from brightline.names.columns import FACTS
from brightline.names.gathered import Gathered, WordKeys
from brightline.names.index import NameIndex
from brightline.names.reverse_laying import Answers, Readings, readings_reaching
from brightline.names.vocabulary import stretches
from brightline.names.weights import weights
from brightline.names.words import Word


@dataclass(frozen=True, slots=True)
class Pairs:
    """The rows in which a word may gain, and how much; of a single letter, which fits any row, the most it may gain.

    `greatest`, `most`: as in `vocabulary.Asked`.
    """

    rows: Array
    gains: Array
    greatest: int
    most: int


@dataclass(frozen=True, slots=True)
class Answered:
    """What a list answers to all words of a book. `letters`: `greatest` and `most` of its single letters."""

    answers: Answers
    letters: Array


class _Wanted:
    """Hashes that are looked for among many: most are not among them, as a table of their low bits tells at once."""

    def __init__(self, hashes: Array) -> None:
        self._hashes = np.unique(hashes)
        self._bits = self._hashes.dtype.type((1 << 24) - 1)
        self._table = np.zeros(1 << 24, dtype=bool)
        self._table[(self._hashes & self._bits).astype(np.int64)] = True

    def among(self, values: Array) -> Array:
        """The places of values that are wanted ones."""
        places = np.flatnonzero(self._table[(values & self._bits).astype(np.int64)])
        at = np.minimum(self._hashes.searchsorted(values[places]), max(len(self._hashes) - 1, 0))
        return places[self._hashes[at] == values[places]] if len(places) else places


_NONE, _NO_GAINS = np.zeros(0, dtype=np.int32), np.zeros((0, 2), dtype=np.int32)


class Asking:
    """A few entries, asked of a book."""

    def __init__(self, index: NameIndex) -> None:
        self._index, self._vocabulary = index, index.vocabulary
        arrays = index.arrays
        self._near = _Wanted(arrays["near_hash"])
        self._meeting = _Wanted(np.concatenate([arrays["word_hash"], arrays["join_hash"]]))
        self._keys = _Wanted(np.concatenate([arrays[f"{one}_hash"] for one in ("whole", "word", "identifier")]))

    def may_relate(self, keys: WordKeys) -> Array:
        """Which words share anything with a listed word, by number; single letters may fit any name."""
        found = keys.letter.copy()
        found[keys.meeting_of[self._meeting.among(keys.meeting)]] = True
        found[keys.near_of[self._near.among(keys.near)]] = True
        return np.flatnonzero(found)

    def pairs(self, word: Word) -> Pairs:
        """The rows in which a word may gain something, and how much."""
        asked = self._vocabulary.ask(word, "body")
        if asked.letter:
            return Pairs(_NONE, _NO_GAINS, asked.greatest, max(asked.most, asked.counted))
        arrays = self._index.arrays
        start, joins = arrays["posting_start"], slice(*asked.joins)
        gains = np.stack([asked.gains[:, 0], asked.gains.max(axis=1, initial=0)], axis=1)
        counts = start[asked.words + 1] - start[asked.words]
        rows = [arrays["posting_row"][stretches(start[asked.words], counts)], arrays["join_row"][joins]]
        joined = (arrays["join_lack"][joins] + asked.join_gain)[:, None].repeat(2, axis=1)
        gain = np.concatenate([gains.repeat(counts, axis=0), joined])
        return Pairs(np.concatenate(rows).astype(np.int32), gain.astype(np.int32), 0, 0)

    def answers(self, pairs: Mapping[int, Pairs], words: int) -> Answered:
        """The pairs of all words of a book, by number."""
        lengths, letters = np.zeros(words + 1, dtype=np.int64), np.zeros((2, words), dtype=np.int64)
        for at, one in pairs.items():
            lengths[at + 1] = len(one.rows)
            letters[:, at] = one.greatest, one.most
        ordered = [pairs[at] for at in sorted(pairs)]
        rows = np.concatenate([_NONE, *[one.rows for one in ordered]])
        gains = np.concatenate([_NO_GAINS, *[one.gains for one in ordered]])
        whole = weights().whole_name
        least = np.array(
            [max(whole // max(weights().short_name_times), 1), max(whole // weights().short_name_times[1], 1)]
        )
        return Answered(Answers(np.cumsum(lengths), rows, gains, *self._rows(), least, whole), letters)

    def _rows(self) -> tuple[Array, Array, Array, Array]:
        """Facts, countries and years of birth of the rows, and where those of each row begin."""
        arrays = self._index.arrays
        facts = arrays["row_facts"].reshape(-1, FACTS)
        entity = arrays["name_entity"][arrays["row_name"]]
        order = np.argsort(arrays["birth_at"], kind="stable")
        born_at, born = arrays["birth_at"][order], arrays["birth_hash"][order]
        first, last = born_at.searchsorted(entity), born_at.searchsorted(entity, "right")
        start = np.concatenate([[0], np.cumsum(last - first)])
        return facts, arrays["entity_countries"][entity], start, born[stretches(first, last - first)]

    def worth(self, book: Gathered, answered: Answered, threshold: int, queries: int) -> Array:
        """The places of queries that may find an entry at this weight."""
        if weights().prior + weights().least_name + _ease_most() >= threshold:
            return np.arange(queries)
        need = threshold - weights().prior - book.kinds.reshape(-1, 3).astype(np.int64)
        greatest, most = (_sums(book, letters) + book.without for letters in answered.letters)
        reaching: Array = _raised(book, most) >= need.min(axis=1) - book.country_most - book.born_most
        rows = len(answered.answers.facts)
        bearer = (need, book.country, book.country_most, book.born, book.born_most)
        readings = Readings(book.start, book.word, book.total, greatest, book.person, *bearer)
        readings_reaching(readings, answered.answers, np.zeros((2, rows), np.int64), np.zeros(rows, np.int64), reaching)
        found = np.zeros(queries, dtype=bool)
        found[book.of[reaching]] = True
        found[book.key_of[self._keys.among(book.key)]] = True
        return np.flatnonzero(found)


def _ease_most() -> int:
    """The most that any bearer may add but by an identifier."""
    numbers = weights()
    born = max(numbers.birth_day_same, numbers.birth_month_same, numbers.birth_year_same)
    return max(0, numbers.schema_same, numbers.schema_differs) + numbers.country_same + born


def _raised(book: Gathered, given: Array) -> Array:
    """The most that what pairs give comes to; see `search._raised` and `bounds.times_most`."""
    whole, times = weights().whole_name, max(weights().short_name_times)
    base = np.maximum(np.minimum(book.total.astype(np.int64), whole), max(whole // times, 1))
    return np.asarray(given + np.maximum(given, 0) * (whole - base) // base)


def _sums(book: Gathered, gain: Array) -> Array:
    """What the words of each reading give together."""
    sums = np.concatenate([[0], np.cumsum(gain[book.word], dtype=np.int64)])
    return np.asarray(sums[book.start[1:]] - sums[book.start[:-1]])
