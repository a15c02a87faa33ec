"""The distinct words of all listed names, and which of them hang together with a word that is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from brightline.names.block import Array
from brightline.names.bounds import (
    fitting_initial,
    initial_counts,
    initial_gain,
    initial_saves,
    is_initial,
    joined_gain,
    meeting_hashes,
    pair_gains,
    sound_hash,
)
from brightline.names.near import hashes_left
from brightline.names.read import Join
from brightline.names.words import Word, word_of


def stretches(start: Array, lengths: Array) -> Array:
    """The places of several stretches, one after the other."""
    ends = np.cumsum(lengths)
    return np.repeat(start - ends + lengths, lengths) + np.arange(ends[-1] if len(ends) else 0)


_MOST_KEPT = 50_000  # words whose relations are remembered


@dataclass(frozen=True, slots=True)
class Asked:
    """Something asked for that listed words can answer: a word, or neighbouring words read as one.

    `words`: the listed words that do; `gains`: what each gains with it, what both then no longer cost included, in the
    three cases of `bounds.pair_gains`. `greatest`: the greatest of them; `most`: without what the listed word no longer
    costs. `size`: rows that hold one of the words. `joins`, `join_gain`: where the listed neighbours that read as this
    word stand, and what they gain but for what they no longer cost. `letter`, `letter_gain`: where a single letter is
    asked for, which fits every word that begins with it, and what it gains with any but for what that no longer costs;
    `counted`: what of `most` counts where short names are raised; `most_else`, `greatest_else`: where it fits none.
    """

    words: Array
    gains: Array
    most: int
    greatest: int
    size: int
    joins: tuple[int, int] = (0, 0)
    join_gain: int = 0
    letter: int = 0
    letter_gain: int = 0
    counted: int = 0
    most_else: int = 0
    greatest_else: int = 0


class Vocabulary:
    """The words of a frozen index."""

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        self._arrays = arrays
        self._kept: dict[tuple[str, int, int, str], Asked] = {}
        self._words: dict[int, Word] = {}

    def places(self, label: str, values: Sequence[int]) -> Array:
        """What the sorted table of this label holds under any of these hashes, one hash after the other."""
        found: Array = self._arrays[f"{label}_at"][stretches(*self._stretch(label, values))]
        return found

    def _stretch(self, label: str, values: Sequence[int]) -> tuple[Array, Array]:
        """Where each of these hashes begins in the sorted table of this label, and how often it is there."""
        keys = self._arrays[f"{label}_hash"]
        wanted = np.array(values, dtype=keys.dtype)
        first = keys.searchsorted(wanted)
        return first, keys.searchsorted(wanted, "right") - first

    def ask(self, word: Word, kind: str) -> Asked:
        """The listed words related to a word of a name of this kind: "person", "body" or "text".

        In a text all that may be related is, but for initials.
        """
        key = (word.plain, word.weight, word.lack, kind)
        kept = self._kept.get(key)
        if kept is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            kept = self._kept[key] = self._ask(word, kind)
        return kept

    def ask_joins(self, joins: Sequence[Join]) -> list[tuple[Join, Asked]]:
        """For each of our neighbouring words read as one the listed words that sound like it, where any do."""
        first, counts = self._stretch("word", [sound_hash(join.sound) for join in joins])
        asked = []
        for place in np.flatnonzero(counts).tolist():
            found = self._arrays["word_at"][first[place] : first[place] + counts[place]].tolist()
            words = [(at, self._word(at)) for at in found]
            gains = [(at, (joined_gain(word) + joins[place].lack,) * 3, word.lack) for at, word in words]
            asked.append((joins[place], self._asked(gains)))
        return asked

    def _ask(self, word: Word, kind: str) -> Asked:
        """Work out the relations of a word."""
        initials = kind != "text"
        gains = []
        for at in sorted(self._worth_relating(word, initials)):
            theirs = self._word(at)
            person, body, ends = pair_gains(word, theirs)
            most = max(person, body, ends)
            if most > 0:
                cases = {"person": (person,) * 3, "body": (person, body, ends), "text": (most,) * 3}[kind]
                gains.append((at, cases, theirs.lack))
        (first,), (count,) = (found.tolist() for found in self._stretch("join", [sound_hash(word.sound)]))
        asked = self._asked(gains, (first, first + count), joined_gain(word) if count else 0)
        if not initials or not is_initial(word):
            return asked
        gain = initial_gain(word)
        most, greatest = max(asked.most, gain), max(asked.greatest, gain + initial_saves())
        return replace(
            asked,
            most=most,
            greatest=greatest,
            letter=ord(word.plain),
            letter_gain=gain,
            counted=max(asked.most, initial_counts(word)),
            most_else=asked.most,
            greatest_else=asked.greatest,
        )

    def _asked(
        self, gains: Sequence[tuple[int, tuple[int, ...], int]], joins: tuple[int, int] = (0, 0), join_gain: int = 0
    ) -> Asked:
        """From (word, gains, what of them the word itself no longer costs)."""
        words = np.array([at for at, _, _ in gains], dtype=np.int32)
        start = self._arrays["posting_start"]
        size = int((start[words + 1] - start[words]).sum()) + joins[1] - joins[0]
        most = max([join_gain, *[max(cases) - lack for _, cases, lack in gains]])
        greatest = max([max(cases) for _, cases, _ in gains], default=0)
        if joins[1] > joins[0]:
            greatest = max(greatest, join_gain + int(self._arrays["join_lack"][joins[0] : joins[1]].max()))
        table = np.array([cases for _, cases, _ in gains], np.int32).reshape(-1, 3)
        return Asked(words, table, most, greatest, size, joins, join_gain, counted=most)

    def _worth_relating(self, word: Word, initials: bool) -> set[int]:
        """Words that share a sound, a meaning or a form with letters taken out; and the initial that this word fits."""
        fitting = fitting_initial(word) if initials else None
        meeting = meeting_hashes(word) + ([sound_hash(fitting.sound)] if fitting else [])
        found = set(self.places("word", meeting).tolist())
        found.update(self.places("near", hashes_left(word.plain, word.sound)).tolist())
        return found if initials else {at for at in found if not is_initial(self._word(at)) or is_initial(word)}

    def _word(self, at: int) -> Word:
        """A listed word, counting as much as wherever it counts most."""
        kept = self._words.get(at)
        if kept is None:
            if len(self._words) >= _MOST_KEPT:
                self._words.clear()
            kept = self._words[at] = self._read(at)
        return kept

    def _read(self, at: int) -> Word:
        """A word from the arrays."""
        start = self._arrays["word_start"]
        plain = bytes(self._arrays["word_text"][start[at] : start[at + 1]]).decode("utf-8", "surrogatepass")
        weight, lack = int(self._arrays["word_weight"][at]), int(self._arrays["word_lack"][at])
        word = word_of(plain, plain)
        return word if (word.weight, word.lack) == (weight, lack) else replace(word, weight=weight, lack=lack)
