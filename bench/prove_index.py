"""The index gives what comparing with every entry gives: same entries, same weights, same steps, same order.

Everything is compared with every entry once, at the lowest score; what reaches a higher one is then known too. In that
scan two words that meet again are not compared again; nothing of the index takes part. Each hundredth scan is made
without that help, and must come out the same.
"""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from bench.editions import build_into, open_home
from bench.inputs import made_up_name, real_list
from brightline.cli.open import open_starter
from brightline.names import align
from brightline.names.index import NameIndex, build
from brightline.names.scores import SHIPPED_THRESHOLD, weight_of
from brightline.names.weights import Weights
from brightline.names.words import Word
from brightline.terms import Candidate, ListedEntity, Query

STARTER, SAMPLE, REAL = 40, 200, 20  # queries for each hundredth of the work
SAMPLED = 2000  # entries of the complete list in the sample
SCORES = (0.05, 0.3, SHIPPED_THRESHOLD)
AT_ONCE = 25  # queries of one piece of work
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class _Listed:
    """Entries and the index over them, under a name."""

    name: str
    entities: Sequence[ListedEntity]
    names: NameIndex


_listed: list[_Listed] = []  # what the workers look through, theirs by being forked


def prove_index(share: int) -> Iterator[str]:
    """`share` hundredths of the queries: starter edition, complete SDN list and a sample of it where at hand."""
    starter = open_starter()
    yield _prove(_Listed("starter edition", starter.entities, starter.names), share * STARTER)
    if (data := real_list()) is None:
        yield "complete SDN list: not here, skipped"
        return
    with tempfile.TemporaryDirectory() as folder:
        build_into(Path(folder), data)
        opened = open_home(Path(folder)).lists[0]
        sample = random.Random(SAMPLED).sample(list(opened.entities), SAMPLED)
        sampled = _Listed(f"{SAMPLED:,} of its entries", sample, NameIndex.from_bytes(build(sample), sample))
        yield _prove(sampled, share * SAMPLE)
        yield _prove(_Listed("complete SDN list", opened.entities, opened.names), share * REAL)


def _prove(listed: _Listed, count: int) -> str:
    """All queries, in as many processes as there are cores."""
    _listed[:] = [listed]
    pieces = [range(first, min(first + AT_ONCE, count)) for first in range(0, count, AT_ONCE)]
    with get_context("fork").Pool(os.cpu_count()) as workers:
        candidates = sum(workers.imap_unordered(_piece, pieces))
    scores = ", ".join(map(str, SCORES))
    return f"{listed.name}: {count:,} names at scores {scores}: {candidates:,} candidates, the same both ways"


def _piece(numbers: Sequence[int]) -> int:
    """Some of the queries; how many candidates there were."""
    return sum(_compared(_listed[0], number) for number in numbers)


def _compared(listed: _Listed, number: int) -> int:
    """One query, both ways, at each score."""
    query, found = _query(listed, random.Random(number), number), 0
    with _each_pair_of_words_once():
        everything = listed.names.scan(query, weight_of(SCORES[0]))
    if number % 100 == 0:
        assert everything == listed.names.scan(query, weight_of(SCORES[0])), f"{listed.name}, {number}: scans differ"
    for score in SCORES:
        there = tuple(one for one in everything if one.weight >= weight_of(score))
        _same(listed.names.find(query, weight_of(score)), there, f"{listed.name}, {number}: {query.name!r} at {score}")
        found += len(there)
    return found


def _same(found: Sequence[Candidate], there: Sequence[Candidate], told: str) -> None:
    """The same candidates, each the sum of its steps."""
    assert found == there, f"{told}: {len(found)} found, {len(there)} there are"
    assert all(sum(step.weight for step in one.steps) == one.weight for one in found), f"{told}: steps do not sum"


@contextmanager
def _each_pair_of_words_once() -> Iterator[None]:
    """Two words, by their plain letters, are compared when they first meet."""
    known: dict[tuple[str, str, bool, bool], tuple[str, int] | None] = {}
    relate = align.relate

    def once(ours: Word, theirs: Word, numbers: Weights, bent: bool = True, cut: bool = True) -> tuple[str, int] | None:
        key = (ours.plain, theirs.plain, bent, cut)
        if key not in known:
            known[key] = relate(ours, theirs, numbers, bent, cut)
        return known[key]

    align.relate = once
    try:
        yield
    finally:
        align.relate = relate


def _query(listed: _Listed, rng: random.Random, number: int) -> Query:
    if number % 7 == 0:
        return Query(made_up_name(number))
    entity = listed.entities[rng.randrange(len(listed.entities))]
    words = rng.choice(entity.names).value.split()
    for _ in range(rng.randrange(4)):
        words = _slip(words, rng)
    country = entity.countries[:1] if rng.random() < 0.3 else ()
    return Query(" ".join(words), entity.schema if rng.random() < 0.3 else None, country)


def _slip(words: Sequence[str], rng: random.Random) -> list[str]:
    """One thing that happens to names: a letter wrong, a word moved, dropped, doubled, cut, joined, or of another."""
    words = list(words) or ["x"]
    place = rng.randrange(len(words))
    way = rng.randrange(7)
    if way == 0:
        words[place] = _letter(words[place], rng)
    elif way == 1:
        rng.shuffle(words)
    elif way == 2 and len(words) > 1:
        words.pop(place)
    elif way == 3:
        words.insert(place, rng.choice(("LLC", "OOO", "TRADING", "MOSCOW", "JSC", "NO. 7")))
    elif way == 4:
        words[place] = words[place][:1]
    elif way == 5 and len(words) > 1:
        words[place - 1 : place + 1] = ["".join(words[place - 1 : place + 1])] if place else words[:1]
    else:
        words[place] = words[place].lower()
    return words


def _letter(word: str, rng: random.Random) -> str:
    place = rng.randrange(len(word) + 1)
    return word[:place] + rng.choice(LETTERS) + word[place + rng.randrange(2) :]
