"""Who is worth comparing: for a query every listed entity that reaches a weight, and no other work than that needs.

Each word of the query is laid against the distinct words of the list once (`vocabulary`). That bounds from above what
each listed name can reach (`bounds`, `search`); only names whose bound reaches the weight asked for are compared.
Nothing is capped, so `find` gives what `scan` gives, at any weight.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import numpy as np

from brightline.names.align import align
from brightline.names.block import Array, unpack
from brightline.names.bounds import (
    acronyms_asked,
    asked_hashes,
    bearer_most,
    birth_key,
    country_bits,
    kinds_most,
    weak_most,
)
from brightline.names.columns import KIND, START, TOTAL
from brightline.names.compare import BestName, candidate, capped, compare, query_readings
from brightline.names.freeze import KINDS, WEAK, identifier_hashes
from brightline.names.freeze import build as build
from brightline.names.read import Name, read_name
from brightline.names.search import Rows, request_for, request_of
from brightline.names.vocabulary import Vocabulary, stretches
from brightline.names.weights import weights
from brightline.names.words import Word
from brightline.terms import Candidate, ListedEntity, ListedName, Query
from brightline.text.block import hash64


@lru_cache(maxsize=16384)
def _without_lack(word: Word) -> Word:
    """The word, costing nothing where the other side lacks it."""
    return replace(word, lack=0)


_MOST_KEPT = 50_000  # words whose names are remembered


class NameIndex:
    """The listed names of an edition, ready to be searched. Safe to share between processes by mapping the file."""

    def __init__(self, block: memoryview, entities: Sequence[ListedEntity]) -> None:
        self._arrays, self._count = unpack(block)
        self._entities = entities
        self._vocabulary = Vocabulary(self._arrays)
        self._rows = Rows(self._arrays)
        self._holding: dict[tuple[str, int], tuple[int, ...]] = {}

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

    @property
    def arrays(self) -> Mapping[str, Array]:
        """What the frozen index holds, as `freeze` names it."""
        return self._arrays

    @property
    def vocabulary(self) -> Vocabulary:
        """The distinct words of the listed names."""
        return self._vocabulary

    @property
    def names(self) -> int:
        """How many listed names there are."""
        return len(self._arrays["name_entity"])

    def find(self, query: Query, threshold_weight: int) -> tuple[Candidate, ...]:
        """Every listed entity that reaches the weight, best first (then by list and entry).

        Equal to `scan` at any weight. Below about 0.05 of score no name can be ruled out and every entity is compared.
        """
        need = threshold_weight - weights().prior
        most = bearer_most(query)
        if need - most.country - most.born - max(kinds_most(query)) <= weights().least_name:
            return self.scan(query, threshold_weight)
        places = sorted(self.identified(query))
        found = [compare(query, self._entities[at], at) for at in places]
        for at, best in self._best(query, need).items():
            if at not in places:
                found.append(candidate(query, self._entities[at], at, best))
        return _in_order(found, threshold_weight)

    def scan(self, query: Query, threshold_weight: int) -> tuple[Candidate, ...]:
        """The same answer by comparing with every entity: no index, slow, for proof."""
        found = [compare(query, self._entities[at], at) for at in range(self._count)]
        return _in_order(found, threshold_weight)

    def name_text(self, at: int) -> str:
        """The listed name at a place of the index, as the publisher wrote it."""
        start = self._arrays["name_start"]
        return bytes(self._arrays["name_text"][start[at] : start[at + 1]]).decode("utf-8", "surrogatepass")

    def name_entity(self, at: int) -> int:
        """The place of the entity that bears the name at a place."""
        return int(self._arrays["name_entity"][at])

    def names_with(self, words: Iterable[Word], least: int) -> list[int]:
        """The places of names of which these words may give `least`, less what the name's other words cost.

        Single letters are left out, and nothing is taken off for words that the name does not have.
        """
        request = request_for([_without_lack(word) for word in words], self._vocabulary)
        rows, _ = self._rows.reaching(request, (least, least, least))
        return sorted(set(self._arrays["row_name"][rows].tolist()))

    def names_holding(self, keys: Iterable[str], most_else: int) -> list[int]:
        """The places of names with a word of one of these keys (`Word.key`), their other words weighing no more."""
        if len(self._holding) >= _MOST_KEPT:
            self._holding.clear()
        found: set[int] = set()
        for key in keys:
            asked = key, most_else
            if asked not in self._holding:
                self._holding[asked] = self._names_of(key, most_else)
            found.update(self._holding[asked])
        return sorted(found)

    def _names_of(self, key: str, most_else: int) -> tuple[int, ...]:
        """The places of names with a word of this key whose other words weigh no more than this."""
        words = self._vocabulary.places("word", [hash64(f"K {key}")])
        start = self._arrays["posting_start"]
        counts = start[words + 1] - start[words]
        rows = self._arrays["posting_row"][stretches(start[words], counts)]
        least = self._rows.facts[rows, TOTAL] - np.repeat(self._arrays["word_weight"][words], counts)
        return tuple(self._arrays["row_name"][rows[least <= most_else]].tolist())

    def identified(self, query: Query) -> set[int]:
        """Entities that share an identifier with the query, or the bank of a BIC."""
        values = [key for one in query.identifiers for key in identifier_hashes(one.scheme, one.value)]
        return set(self._vocabulary.places("identifier", values).tolist())

    def _best(self, query: Query, need: int) -> dict[int, BestName]:
        """The best name of each entity that has one weighing as much as needed, the first of equals."""
        reaching: dict[int, list[tuple[int, int, int, int]]] = {}
        readings = query_readings(query)
        for bound, row, place, needed in self._reaching(query, readings, need):
            entity = self.name_entity(int(self._arrays["row_name"][row]))
            reaching.setdefault(entity, []).append((-bound, row, place, needed))
        best = {entity: self._best_of(sorted(rows), readings) for entity, rows in reaching.items()}
        return {entity: found for entity, found in best.items() if found is not None}

    def _best_of(self, rows: list[tuple[int, int, int, int]], readings: tuple[Name, ...]) -> BestName | None:
        """The best of an entity's rows, those that may weigh most first; none where none weighs what it needs."""
        best: tuple[tuple[int, int, int], BestName] | None = None
        for bound, row, place, needed in rows:
            if best and bound > best[0][0]:
                break
            found = self._laid(row, readings[place])
            rank = (-found.weight, row, place)
            if found.weight >= needed and (best is None or rank < best[0]):
                best = rank, found
        return best[1] if best else None

    def _reaching(self, query: Query, readings: tuple[Name, ...], need: int) -> list[tuple[int, int, int, int]]:
        """Rows that may weigh as much as needed: the most they may, the row, the place of the reading, the need."""
        most, kinds = bearer_most(query), np.array(kinds_most(query))
        least = need - kinds - most.country - most.born
        found: list[tuple[int, int, int, int]] = []
        for place, name in enumerate(readings):
            request = request_of(name, self._vocabulary)
            rows, bounds = self._with_wholes(name, *self._rows.reaching(request, tuple(least.tolist())))
            names = self._arrays["row_name"][rows]
            needed = need - kinds[self._rows.facts[rows, KIND]]
            needed -= self._bearer(query, self._arrays["name_entity"][names])
            strong = (self._arrays["name_kind"][names] != WEAK) | (needed <= weak_most())
            kept = strong & (bounds >= needed)
            found += [
                (bound, row, place, least)
                for bound, row, least in zip(
                    bounds[kept].tolist(), rows[kept].tolist(), needed[kept].tolist(), strict=True
                )
            ]
        return found

    def _with_wholes(self, name: Name, rows: Array, bounds: Array) -> tuple[Array, Array]:
        """The rows, and those that are equal as a whole or have an acronym; the greater bound of those in both."""
        whole = self._vocabulary.places("whole", asked_hashes(name))
        found = [(rows, bounds), (whole, np.full(len(whole), np.iinfo(np.int64).max))]
        for value, alone, most in acronyms_asked(name):
            short = self._vocabulary.places("whole", [value])
            lengths = self._rows.facts[short + 1, START] - self._rows.facts[short, START]
            short = short[(lengths == 1) == alone]
            found.append((short, np.full(len(short), most)))
        rows, bounds = (np.concatenate(parts) for parts in zip(*found, strict=True))
        order = np.lexsort((-bounds, rows))
        rows, bounds = rows[order], bounds[order]
        first = np.append(True, rows[1:] != rows[:-1])[: len(rows)]
        return rows[first], bounds[first]

    def _bearer(self, query: Query, entities: Array) -> Array:
        """The most that a country and a date of birth can add for each of these entities."""
        most = bearer_most(query)
        added = np.zeros(len(entities), dtype=np.int64)
        if most.country:
            shared = self._arrays["entity_countries"][entities] & np.uint64(country_bits(query.countries))
            added += np.where(shared != 0, most.country, 0)
        if most.born and query.birth_date:
            born = self._vocabulary.places("birth", [birth_key(query.birth_date)])
            added += np.where(np.isin(entities, born), most.born, 0)
        return added

    def _laid(self, row: int, ours: Name) -> BestName:
        """A row against a reading, compared in full."""
        name = int(self._arrays["row_name"][row])
        first = int(self._arrays["row_name"].searchsorted(self._arrays["row_name"][row]))
        text, person = self.name_text(name), bool(self._arrays["name_person"][name])
        listed = ListedName(text, KINDS[self._arrays["name_kind"][name]])
        theirs = read_name(text, person)[row - first]
        aligned = align(ours, theirs)
        return BestName(capped(aligned.weight, listed.kind), listed, ours, theirs, aligned)


def _in_order(found: list[Candidate], threshold_weight: int) -> tuple[Candidate, ...]:
    """The candidates that reach the weight, the best first."""
    reached = [candidate for candidate in found if candidate.weight >= threshold_weight]
    return tuple(sorted(reached, key=lambda one: (-one.weight, one.list, one.entry, one.position)))
