"""The index gives what comparing with every entry gives: same entries, same weights, same steps, same order.

Everything is compared with every entry once, at the lowest score; what reaches a higher one is then known too. Names
that cannot reach it are left out of that (`plain_scan`); nothing of the index takes part. Each hundredth query is
compared with every entry without that help, and must come out the same.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context

from bench.inputs import made_up_name
from bench.names.loading import DATA, entities_of
from bench.plain_scan import PlainScan
from brightline.cli.open import open_starter
from brightline.names.index import NameIndex, build
from brightline.names.scores import SHIPPED_THRESHOLD, weight_of
from brightline.terms import Candidate, ListedEntity, Query

STARTER, SAMPLE, REAL = 40, 200, 20  # queries for each hundredth of the work
SAMPLED = 2000  # entries of the complete list in the sample
SCORES = (0.05, 0.3, SHIPPED_THRESHOLD)
FILES = tuple(f"ofac/set_2023-12-28/{name}.csv.gz" for name in ("sdn", "add", "alt"))
AT_ONCE = 25  # queries of one piece of work
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class _Listed:
    """Entries and the index over them, under a name."""

    name: str
    entities: Sequence[ListedEntity]
    names: NameIndex
    plain: PlainScan


_listed: list[_Listed] = []  # what the workers look through, theirs by being forked


def prove_index(share: int) -> Iterator[str]:
    """`share` hundredths of the queries: starter edition, complete SDN list and a sample of it where at hand."""
    starter = open_starter()
    yield _prove("starter edition", starter.entities, share * STARTER)
    if not (DATA / FILES[0]).is_file():
        yield "complete SDN list: not here, skipped"
        return
    entities = entities_of(*FILES)
    sample = random.Random(SAMPLED).sample(entities, SAMPLED)
    yield _prove(f"{SAMPLED:,} of the entries of the complete SDN list", sample, share * SAMPLE)
    yield _prove("complete SDN list", entities, share * REAL)


def _prove(title: str, entities: Sequence[ListedEntity], count: int) -> str:
    """All queries, in as many processes as there are cores for us."""
    index = NameIndex.from_bytes(build(entities), entities)
    _listed[:] = [_Listed(title, entities, index, PlainScan(entities))]
    pieces = [range(first, min(first + AT_ONCE, count)) for first in range(0, count, AT_ONCE)]
    with get_context("fork").Pool(len(os.sched_getaffinity(0))) as workers:
        candidates = sum(workers.imap_unordered(_piece, pieces))
    scores = ", ".join(map(str, SCORES))
    told = f"{title} ({len(entities):,} entries, {index.names:,} names)"
    return f"{told}: {count:,} queries at scores {scores}: {candidates:,} candidates, the same both ways"


def _piece(numbers: Sequence[int]) -> int:
    """Some of the queries; how many candidates there were."""
    return sum(_compared(_listed[0], number) for number in numbers)


def _compared(listed: _Listed, number: int) -> int:
    """One query, both ways, at each score."""
    query, found = damaged_query(listed.entities, random.Random(number), number), 0
    everything = listed.plain.scan(query, weight_of(SCORES[0]))
    if number % 100 == 0:
        _same(listed.names.scan(query, weight_of(SCORES[0])), everything, f"{listed.name}, {number}, without help")
    for score in SCORES:
        there = tuple(one for one in everything if one.weight >= weight_of(score))
        _same(listed.names.find(query, weight_of(score)), there, f"{listed.name}, {number}: {query.name!r} at {score}")
        found += len(there)
    return found


def _same(found: Sequence[Candidate], there: Sequence[Candidate], told: str) -> None:
    """The same candidates, each the sum of its steps."""
    assert found == there, f"{told}: {len(found)} found, {len(there)} there are"
    assert all(sum(step.weight for step in one.steps) == one.weight for one in found), f"{told}: steps do not sum"


def damaged_query(entities: Sequence[ListedEntity], rng: random.Random, number: int) -> Query:
    """A listed name with up to three slips, sometimes with its kind and country; each seventh is made up."""
    if number % 7 == 0:
        return Query(made_up_name(number))
    entity = entities[rng.randrange(len(entities))]
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
