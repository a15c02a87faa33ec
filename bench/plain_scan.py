"""Comparing with every entry, but with none that cannot reach the weight: what `NameIndex.scan` gives, much faster.

Each word asked for is laid once against every listed word that two slips, a sound, a meaning, a stem, a beginning or a
letter bring near it. A name weighs no more than its best pair with each of our words, less what ours then lack, raised
as short names are, and a legal form; only names that can reach the weight so are compared, in full. Nothing of the
index takes part, and every word and every name is looked at. Always compared are names that may be equal as a whole or
the acronym of ours, and those with a word that neighbouring ones of ours make.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from brightline.names.acronym import acronym_of, may_be_acronym
from brightline.names.align import relate
from brightline.names.block import Array
from brightline.names.compare import compare, query_readings
from brightline.names.read import Name, read_name
from brightline.names.scanned import looks_of
from brightline.names.stems import stem_of
from brightline.names.weights import weights
from brightline.names.words import Word
from brightline.terms import Candidate, ListedEntity, Query

_SLIPS = 2  # the most at which words are compared
_CUT_FROM = 5  # letters of the shortest word that may be the beginning of another


class PlainScan:
    """Entries, and for each thing that names can share the names that have it."""

    def __init__(self, entities: Sequence[ListedEntity]) -> None:
        self._entities = entities
        self._words: dict[str, Word] = {}
        self._holders: defaultdict[str, set[int]] = defaultdict(set)  # plain letters of a word
        self._wholes: defaultdict[object, set[int]] = defaultdict(set)  # what is shared by the whole name
        self._joins: defaultdict[str, set[int]] = defaultdict(set)  # sound of neighbouring words read as one
        self._names = [(place, listed) for place, entity in enumerate(entities) for listed in entity.names]
        self._person = np.array([entities[place].schema == "Person" for place, _ in self._names])
        self._total = np.full(len(self._names), np.iinfo(np.int64).max)  # what the words of a name weigh at least
        for at, (place, listed) in enumerate(self._names):
            for name in read_name(listed.value, entities[place].schema == "Person"):
                self._add(name, at)
        self._list = list(self._words.values())
        self._plain = [word.plain for word in self._list]
        self._sound = [word.sound for word in self._list]
        self._sharing: defaultdict[str, set[int]] = defaultdict(set)  # what words share, but for slips
        for at, word in enumerate(self._list):
            for shared in _known_by(word):
                self._sharing[shared].add(at)
        self._related: dict[str, tuple[Array, Array]] = {}

    def _add(self, name: Name, at: int) -> None:
        self._total[at] = min(self._total[at], name.total)
        for word in name.words:
            self._words.setdefault(word.plain, word)
            self._holders[word.plain].add(at)
        for shared in _wholes(name):
            self._wholes[shared].add(at)
        for join in name.joins:
            self._joins[join.sound].add(at)

    def scan(self, query: Query, threshold_weight: int) -> tuple[Candidate, ...]:
        """What `NameIndex.scan` gives for a query without identifiers and birth date."""
        assert not query.identifiers, "a number tells an entry whatever its name"
        assert not query.birth_date, "a query of this proof has a name, a kind, a country"
        found = [compare(query, entity, place) for place, entity in self._worth_comparing(query, threshold_weight)]
        reached = [one for one in found if one.weight >= threshold_weight]
        return tuple(sorted(reached, key=lambda one: (-one.weight, one.list, one.entry, one.position)))

    def _worth_comparing(self, query: Query, threshold_weight: int) -> Iterator[tuple[int, ListedEntity]]:
        """The entries with those of their names that may reach the weight, in order, and their places."""
        numbers = weights()
        need = threshold_weight - numbers.prior - numbers.form_same
        need -= numbers.country_same * bool(query.countries) + numbers.schema_same * bool(query.schema)
        assert need > 0, "names that share nothing reach this weight: compare with all"
        found: set[int] = set()
        for name in query_readings(query):
            found |= self._always(name)
            found.update(np.flatnonzero(self._most(name) >= need).tolist())
        for place, names in groupby([self._names[at] for at in sorted(found)], key=itemgetter(0)):
            yield place, replace(self._entities[place], names=tuple([listed for _, listed in names]))

    def _always(self, ours: Name) -> set[int]:
        """The names that may be equal as a whole or an acronym, or have a word that neighbours of ours make."""
        shared: Iterable[object] = (*_wholes(ours), ("whole", ours.anywhere))
        found: set[int] = set().union(*[self._wholes[one] for one in shared if one in self._wholes])
        for join in ours.joins:
            for at in self._sharing.get(f"sound {join.sound}", ()):
                found |= self._holders[self._plain[at]]
        return found

    def _most(self, ours: Name) -> Array:
        """The most that the pairs of each name come to, less what ours lack, raised as a short name may be."""
        numbers = weights()
        weight, lack = np.zeros(len(self._names), np.int64), sum([word.lack for word in ours.words])
        lacking = np.full(len(self._names), lack)
        for word in ours.words:
            names, gains = self._pairs_of(word)
            weight[names] += gains
            lacking[names] -= word.lack
        weight -= np.minimum(lacking, numbers.lack_cap_ours)
        total = np.maximum(self._total, max(ours.total, 1))
        times = np.where(self._person | ours.person, numbers.short_name_times[1], numbers.short_name_times[0])
        raised = np.minimum(weight * (times - 1), weight * (numbers.whole_name - total) // total)
        return weight + np.where((weight > 0) & (total < numbers.whole_name), raised, 0)

    def _pairs_of(self, word: Word) -> tuple[Array, Array]:
        """The names with a word that hangs together with this one, and what the best pair weighs, nought at least."""
        kept = self._related.get(word.plain)
        if kept is None:
            near = {at for shared in _asks_for(word) for at in self._sharing.get(shared, ())}
            near.update(self._within_slips(word.plain, self._plain), self._within_slips(word.sound, self._sound))
            best = dict.fromkeys(self._joins.get(word.sound, ()), word.weight)
            for at in near:
                if related := relate(word, self._list[at], weights()):
                    for name in self._holders[self._plain[at]]:
                        best[name] = max(best.get(name, 0), related[1])
            kept = np.array(list(best), np.int64), np.array(list(best.values()), np.int64)
            self._related[word.plain] = kept
        return kept

    def _within_slips(self, letters: str, listed: Sequence[str]) -> list[int]:
        """The places of the words within two slips of these letters."""
        slips = cdist([letters], listed, scorer=OSA.distance, score_cutoff=_SLIPS, dtype=np.uint8)
        found: list[int] = np.flatnonzero(slips[0] <= _SLIPS).tolist()
        return found


def _known_by(word: Word) -> set[str]:
    """What a listed word is found by."""
    one_letter = {f"letter {word.plain}"} if len(word.plain) == 1 else set()
    return {*_shared(word), *one_letter, f"first {word.plain[:1]}"}


def _asks_for(word: Word) -> set[str]:
    """What a word looks for: a single letter all words that begin with it, any other that letter."""
    return {*_shared(word), f"{'first' if len(word.plain) == 1 else 'letter'} {word.plain[:1]}"}


def _shared(word: Word) -> set[str]:
    """What two words that hang together by more than slips or an initial have in common, one thing at least."""
    looks = looks_of(word.plain)
    return {
        f"plain {word.plain}",
        f"sound {word.sound}",
        f"stem {stem_of(word.sound)}",
        f"begins {word.plain[:_CUT_FROM]}",
        *[f"key {key}" for key in (word.key, *[key for key, _ in word.kin])],
        *([f"looks {looks}"] if looks else []),
    }


def _wholes(name: Name) -> tuple[object, ...]:
    """What names share that are equal as a whole, or of which one is the other's acronym."""
    letters = [("acronym", one) for one in (acronym_of(name), may_be_acronym(name)) if one]
    return ("whole", name.whole), ("compact", name.compact), *letters
