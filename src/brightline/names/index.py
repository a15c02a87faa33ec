"""Who is worth comparing: for a query every listed entity that reaches a weight, and no other work than that needs.

Each word of the query is laid against the words of all lists once (equal, alike in sound or meaning, one or two slips
away, joined). That bounds from above what each listed name can reach; only names whose bound reaches the weight asked
for are compared. Nothing is capped, so `find` gives what `scan` gives, at any weight.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from brightline.names.align import align, close_percent
from brightline.names.compare import capped, compare, query_readings
from brightline.names.freeze import (
    Array,
    asked_hashes,
    hash64,
    identifier_hash,
    initial_bound,
    unpack,
)
from brightline.names.freeze import (
    build as build,
)
from brightline.names.near import hashes_left
from brightline.names.read import Name, read_name
from brightline.names.sound import sound
from brightline.names.weights import weights
from brightline.names.words import Word
from brightline.terms import Candidate, ListedEntity, Query

_WEAK = 2
_MOST_KEPT = 50_000  # words whose relations are remembered


_Relations = tuple[list[tuple[int, int]], int, list[tuple[int, int]]]


class NameIndex:
    """The listed names of an edition, ready to be searched. Safe to share between processes by mapping the file."""

    def __init__(self, block: memoryview, entities: Sequence[ListedEntity]) -> None:
        self._arrays, self._count = unpack(block)
        self._entities = entities
        self._related: dict[str, _Relations] = {}
        self._repeated = frozenset(self._arrays["repeat_word"].tolist())
        self._weak = np.flatnonzero(self._arrays["name_kind"][self._arrays["row_name"]] == _WEAK)

    @classmethod
    def open(cls, path: Path | str, entities: Sequence[ListedEntity]) -> NameIndex:
        """Map a frozen index into memory. Raises SourceError when it is not one, OSError when it cannot be read."""
        with Path(path).open("rb") as file:
            return cls(memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)), entities)

    @classmethod
    def from_bytes(cls, frozen: bytes, entities: Sequence[ListedEntity]) -> NameIndex:
        """An index from what `build` gave. Raises SourceError when it is not one."""
        return cls(memoryview(frozen), entities)

    @property
    def entities(self) -> Sequence[ListedEntity]:
        """The entities the index was built from, in its order."""
        return self._entities

    def find(self, query: Query, threshold_weight: int) -> tuple[Candidate, ...]:
        """Every listed entity that reaches the weight, best first (then by list and entry).

        Equal to `scan` at any weight. Below about 0.05 of score no name can be ruled out and every entity is compared.
        """
        numbers = weights()
        most_else = numbers.schema_same + (numbers.country_same if query.countries else 0)
        most_else += numbers.birth_day_same if query.birth_date else 0
        need = threshold_weight - numbers.prior - most_else
        if need <= numbers.least_name:
            return self.scan(query, threshold_weight)
        places = self.identified(query)
        readings = query_readings(query)
        for at in self._reaching(readings, need):
            entity = self.name_entity(at)
            if entity not in places and self._name_reaches(at, readings, need):
                places.add(entity)
        return self._compared(query, sorted(places), threshold_weight)

    def scan(self, query: Query, threshold_weight: int) -> tuple[Candidate, ...]:
        """The same answer by comparing with every entity: no index, slow, for proof."""
        return self._compared(query, range(self._count), threshold_weight)

    def name_text(self, at: int) -> str:
        """The listed name at a place of the index, as the publisher wrote it."""
        start = self._arrays["name_start"]
        return bytes(self._arrays["name_text"][start[at] : start[at + 1]]).decode("utf-8", "surrogatepass")

    def name_entity(self, at: int) -> int:
        """The place of the entity that bears the name at a place."""
        return int(self._arrays["name_entity"][at])

    def names_of_rows(self, rows: Array) -> list[int]:
        """The places of the names that these rows read, each once, in order."""
        names: list[int] = sorted(set(self._arrays["row_name"][rows].tolist()))
        return names

    def word_gains(self, words: Iterable[Word]) -> Array:
        """For each row the most that these words can gain, less what its own cost; initials and our others left out."""
        bounds: Array = self._arrays["row_base"].copy()
        for word in words:
            related, joined, _ = self._relations(word)
            for at, gain in related:
                self._add(at, gain - word.lack, bounds)
            self._add_joins(word, joined, bounds)
        return bounds

    def _compared(self, query: Query, places: Iterable[int], threshold_weight: int) -> tuple[Candidate, ...]:
        """The entities at these places that reach the weight, in order."""
        found = [compare(query, self._entities[at], at) for at in places]
        reached = [candidate for candidate in found if candidate.weight >= threshold_weight]
        return tuple(sorted(reached, key=lambda one: (-one.weight, one.list, one.entry, one.position)))

    def identified(self, query: Query) -> set[int]:
        """Entities that share an identifier with the query."""
        found: set[int] = set()
        for identifier in query.identifiers:
            found.update(self._looked_up("identifier", identifier_hash(identifier.scheme, identifier.value)))
        return found

    def _looked_up(self, label: str, value: int) -> list[int]:
        """What the sorted table of this label holds under a hash."""
        keys = self._arrays[f"{label}_hash"]
        key = np.array(value, dtype=keys.dtype)
        first, last = np.searchsorted(keys, key, "left"), np.searchsorted(keys, key, "right")
        found: list[int] = self._arrays[f"{label}_at"][first:last].tolist()
        return found

    def _reaching(self, readings: tuple[Name, ...], need: int) -> list[int]:
        """Places of names of which a reading may weigh as much as needed."""
        found: set[int] = set()
        for name in readings:
            bounds = self._bounds(name)
            if need > weights().weak_alias_most:
                bounds[self._weak] = weights().least_name
            rows = np.flatnonzero(bounds >= need).tolist()
            for value in asked_hashes(name):
                rows += self._looked_up("whole", value)
            found.update(self._arrays["row_name"][rows].tolist())
        return sorted(found)

    def _bounds(self, name: Name) -> Array:
        """For each row the most its name can weigh against this reading, but for whole names that are equal.

        A word that the reading repeats is counted once: it is laid against each listed word, repeated ones too, and no
        listed word can be used twice.
        """
        numbers = weights()
        lack = min(numbers.lack_cap_ours, sum([word.lack for word in name.words]))
        bounds: Array = self._arrays["row_base"] + np.int32((numbers.form_same if name.form else 0) - lack)
        for word in {word.plain: word for word in name.words}.values():
            related, joined, fitting = self._relations(word)
            for at, gain in (*related, *fitting):
                self._add(at, gain, bounds)
            self._add_joins(word, joined, bounds)
        joins: dict[str, int] = {}
        for join in name.joins:
            gain = join.word.weight * numbers.joined_percent // 100 + join.lack
            joins[join.word.sound] = max(gain, joins.get(join.word.sound, gain))
        for heard, gain in joins.items():
            for at in self._looked_up("word", hash64(heard)):
                self._add(at, gain + int(self._arrays["word_lack"][at]), bounds)
        self._add_initials([word for word in name.words if len(word.plain) == 1 and word.plain.isalpha()], bounds)
        return bounds

    def _add_initials(self, initials: list[Word], bounds: Array) -> None:
        """What our initials can gain: each a little, and together no more than a row's words cost if they lack."""
        if not initials:
            return
        numbers = weights()
        most = sum([initial_bound(word) + numbers.initial_lack for word in initials])
        each = numbers.initial + max([word.lack for word in initials])
        laid = np.minimum(self._arrays["row_words"], len(initials))
        bounds += np.minimum(most, each * laid - self._arrays["row_base"]).astype(np.int32)

    def _add(self, at: int, gain: int, bounds: Array) -> None:
        """A gain for every row that holds a word, as often as it holds it."""
        bounds[self._posting(at)] += gain
        if at in self._repeated:
            words = self._arrays["repeat_word"]
            first, last = np.searchsorted(words, at, "left"), np.searchsorted(words, at, "right")
            np.add.at(bounds, self._arrays["repeat_row"][first:last], gain)

    def _posting(self, at: int) -> Array:
        """The rows that hold a word."""
        start = self._arrays["posting_start"]
        rows: Array = self._arrays["posting_row"][start[at] : start[at + 1]]
        return rows

    def _add_joins(self, word: Word, first: int, bounds: Array) -> None:
        """What neighbouring listed words gain that read as one are this word."""
        keys, key = self._arrays["join_hash"], np.array(hash64(word.sound), dtype=np.uint64)
        last = first
        while last < len(keys) and keys[last] == key:
            last += 1
        if last > first:
            gain = word.weight * weights().joined_percent // 100 + word.lack
            np.add.at(bounds, self._arrays["join_row"][first:last], self._arrays["join_lack"][first:last] + gain)

    def _relations(self, word: Word) -> _Relations:
        """Listed words that hang together with this one with their greatest gains, where its joins begin, initials."""
        kept = self._related.get(word.plain)
        if kept is None:
            if len(self._related) >= _MOST_KEPT:
                self._related.clear()
            joined = int(np.searchsorted(self._arrays["join_hash"], np.array(hash64(word.sound), dtype=np.uint64)))
            kept = self._related[word.plain] = (self._relate(word), joined, self._fitting(word))
        return kept

    def _relate(self, word: Word) -> list[tuple[int, int]]:
        """Work out the listed words related to one of ours."""
        gains = dict.fromkeys(self._looked_up("word", hash64(word.sound)), word.weight)
        if word.key != word.sound:
            for at in self._looked_up("group", hash64(word.key)):
                gains.setdefault(at, word.weight)
        for at in self._near(word):
            start = self._arrays["word_start"]
            other = bytes(self._arrays["word_text"][start[at] : start[at + 1]]).decode("utf-8", "surrogatepass")
            percent = close_percent(word.plain, word.sound, other, sound(other), weights())
            if percent > 0:
                gains.setdefault(at, min(word.weight, int(self._arrays["word_weight"][at])) * percent // 100)
        return [(at, gain + word.lack + int(self._arrays["word_lack"][at])) for at, gain in sorted(gains.items())]

    def _fitting(self, word: Word) -> list[tuple[int, int]]:
        """Listed initials that this word fits, and the most the pair gains."""
        if len(word.plain) < 2 or not word.plain.isalpha():
            return []
        gain = initial_bound(word)
        found = self._looked_up("word", hash64(word.plain[0]))
        return [(at, gain + min(int(self._arrays["word_lack"][at]), weights().initial_lack)) for at in found]

    def _near(self, word: Word) -> list[int]:
        """Listed words that share a form with letters taken out."""
        wanted = np.array(hashes_left(word.plain, word.sound), dtype=np.uint32)
        keys = self._arrays["near_hash"]
        firsts, lasts = np.searchsorted(keys, wanted, "left"), np.searchsorted(keys, wanted, "right")
        found: set[int] = set()
        for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
            if last > first:
                found.update(self._arrays["near_at"][first:last].tolist())
        return sorted(found)

    def _name_reaches(self, at: int, readings: tuple[Name, ...], need: int) -> bool:
        """Whether the name at a place weighs as much as needed, compared in full."""
        kind = "weak" if self._arrays["name_kind"][at] == _WEAK else ""
        text = self.name_text(at)
        for theirs in read_name(text, bool(self._arrays["name_person"][at])):
            if any(capped(align(ours, theirs).weight, kind) >= need for ours in readings):
                return True
        return False
