"""Which rows may reach a weight: first those that hold a word they cannot do without, then only those whose bound does.

The words with the most rows (generic words, usual given names) are passed over for as long as they do not reach the
weight among themselves; only rows that hold one of the others are looked at (the MaxScore method of Turtle and Flood,
1995, with upper bounds of weights).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from brightline.names.block import Array
from brightline.names.bounds import greatest_total, initial_saves, ours_without_pairs, raised, words_must_give
from brightline.names.read import Join, Name
from brightline.names.vocabulary import Asked, Vocabulary, stretches

_LOW = np.int64(0xFFFFFFFF)
_NONE = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: `without`, the weight before any pair, `total`, that of all words, and the words."""

    without: int
    total: int
    asked: tuple[Asked, ...]


def request_of(name: Name, vocabulary: Vocabulary) -> Request:
    """A reading of a query as a request."""
    asked = [vocabulary.ask(word) for word in name.words]
    joins: dict[tuple[str, int], Join] = {(join.sound, join.lack): join for join in name.joins}
    asked += vocabulary.ask_joins(list(joins.values()))
    return Request(ours_without_pairs(name), name.total, tuple([one for one in asked if one.size or one.letter]))


class Rows:
    """The rows of a frozen index.

    Each listed word gains no more than with its best asked word, and each asked word no more than with its best listed
    one: the lesser of the two sums bounds every laying of the words.
    """

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._arrays = arrays

    def reaching(self, request: Request, need: int) -> tuple[Array, Array]:
        """The rows that may weigh as much as needed, in order, and the most that each can weigh."""
        rows = self._worth_bounding(request, need)
        bounds = np.full(len(rows), np.iinfo(np.int64).max)
        for gained in (self._with_best_of_ours, self._with_best_of_theirs):
            given = self._arrays["row_base"][rows] + request.without + gained(rows, request)
            totals = self._arrays["row_total"][rows].astype(np.int64)
            bounds = np.minimum(bounds, raised(given, totals, request.total))
            reached = bounds >= need
            rows, bounds = rows[reached], bounds[reached]
        return rows, bounds

    def _worth_bounding(self, request: Request, need: int) -> Array:
        """The rows that hold one of the words that a row cannot do without; rows of few letters where it can."""
        less = words_must_give(request.total, need)
        seeds, skipped = _parted(request, less)
        if seeds is not None:
            return self._rough(seeds, less - request.without - skipped)
        seeds, skipped = _parted(request, need)
        if seeds is None:
            return np.arange(len(self._arrays["row_base"]), dtype=np.int64)
        most = greatest_total(request.without + sum([asked.most for asked in request.asked]), need)
        short = self._arrays["short_row"][: self._arrays["short_total"].searchsorted(most, "right")]
        return np.union1d(short, self._rough(seeds, need - request.without - skipped)).astype(np.int64)

    def _rough(self, seeds: Sequence[Asked], need: int) -> Array:
        """Rows of the seeds that reach the need with the sum of all that the seeds give."""
        packed = np.concatenate([_NONE, *[part for seed in seeds for part in self._packed(seed)]])
        if not len(packed):
            return packed
        packed.sort()
        rows = packed >> 32
        first = np.flatnonzero(np.concatenate([[True], rows[1:] != rows[:-1]]))
        rows = rows[first]
        given = np.add.reduceat(packed & _LOW, first) + self._arrays["row_base"][rows]
        reaching: Array = rows[given >= need]
        return reaching

    def _packed(self, asked: Asked) -> tuple[Array, ...]:
        """Rows in the upper halves, gains in the lower: of the words, and of the neighbours that read as one."""
        start = self._arrays["posting_start"]
        lengths = start[asked.words + 1] - start[asked.words]
        rows = self._arrays["posting_row"][stretches(start[asked.words], lengths)].astype(np.int64)
        words = (rows << 32) + np.repeat(asked.gains, lengths)
        if asked.joins[0] == asked.joins[1]:
            return (words,)
        joined = slice(*asked.joins)
        gains = self._arrays["join_lack"][joined] + asked.join_gain
        return words, (self._arrays["join_row"][joined].astype(np.int64) << 32) + gains

    def _with_best_of_ours(self, rows: Array, request: Request) -> Array:
        """The most that each row gains, each of its words with the asked one that is best for it."""
        words, first = self._words(rows)
        gain_of = np.zeros(len(self._arrays["word_weight"]), dtype=np.int32)
        for asked in request.asked:
            gain_of[asked.words] = np.maximum(gain_of[asked.words], asked.gains)
        gains = gain_of[words]
        for asked in {asked.letter: asked for asked in request.asked if asked.letter}.values():
            gains = self._with_letter(asked, words, gains)
        joined = [self._joins(asked, rows) for asked in request.asked if asked.joins[1] > asked.joins[0]]
        return _summed(np.add, gains, first) + sum(joined)

    def _with_best_of_theirs(self, rows: Array, request: Request) -> Array:
        """The most that each row gains, each asked word with the word of the row that is best for it."""
        words, first = self._words(rows)
        gain_of = np.zeros(len(self._arrays["word_weight"]), dtype=np.int32)
        gained = np.zeros(len(rows), dtype=np.int64)
        for asked in request.asked:
            gain_of[asked.words] = asked.gains
            gains = gain_of[words]
            gain_of[asked.words] = 0
            best = _summed(np.maximum, self._with_letter(asked, words, gains) if asked.letter else gains, first)
            gained += np.maximum(best, self._joins(asked, rows)) if asked.joins[1] > asked.joins[0] else best
        return gained

    def _words(self, rows: Array) -> tuple[Array, Array]:
        """The words of these rows, one row after the other, and where those of each row begin."""
        start = self._arrays["row_start"][rows]
        lengths = self._arrays["row_start"][rows + 1] - start
        return self._arrays["row_word"][stretches(start, lengths)], np.cumsum(lengths) - lengths

    def _with_letter(self, asked: Asked, words: Array, gains: Array) -> Array:
        """The gains of these words, raised where a single letter fits better."""
        fits = self._arrays["word_first"][words] == asked.letter
        saved = np.minimum(self._arrays["word_lack"][words], initial_saves())
        return np.where(fits, np.maximum(gains, saved + asked.letter_gain), gains)

    def _joins(self, asked: Asked, rows: Array) -> Array:
        """For each row what its neighbouring words gain that read as the asked one."""
        joined = slice(*asked.joins)
        theirs = self._arrays["join_row"][joined]
        gains = np.zeros(len(rows), dtype=np.int64)
        if not len(rows):
            return gains
        at = np.minimum(rows.searchsorted(theirs), len(rows) - 1)
        here = rows[at] == theirs
        np.maximum.at(gains, at[here], self._arrays["join_lack"][joined][here] + asked.join_gain)
        return gains


def _summed(how: np.ufunc, gains: Array, first: Array) -> Array:
    """The gains of each row put together: their sum, or the greatest."""
    found: Array = how.reduceat(gains, first).astype(np.int64) if len(first) else np.zeros(0, dtype=np.int64)
    return found


def _parted(request: Request, need: int) -> tuple[list[Asked] | None, int]:
    """The asked words of which a row must hold one (None: it need hold none), and the most that the others gain."""
    spare, greatest, seeds = need - request.without, 0, []
    for asked in sorted(request.asked, key=lambda one: (not one.letter, -one.size)):
        if asked.most < spare:
            spare -= asked.most
            greatest += asked.greatest
        else:
            seeds.append(asked)
    if spare <= 0 or any(asked.letter for asked in seeds):
        return None, 0
    return seeds, greatest
