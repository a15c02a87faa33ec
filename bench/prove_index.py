"""The index gives what comparing with every entry gives: same entries, same weights, same steps, same order."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.editions import build_into, open_home
from bench.inputs import made_up_name, real_list
from brightline.cli.open import open_starter
from brightline.names.scores import weight_of
from brightline.screen.edition import OpenList
from brightline.terms import Query

STARTER, REAL = 40, 1  # queries for each hundredth of the work
SCORES = (0.1, 0.3, 0.5, 0.7, 0.9)
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def prove_index(share: int) -> Iterator[str]:
    """`share` hundredths of the queries, against the starter edition and the complete SDN list where it is at hand."""
    yield from _prove(open_starter(), share * STARTER, "starter edition")
    if (data := real_list()) is None:
        yield "complete SDN list: not here, skipped"
        return
    with tempfile.TemporaryDirectory() as folder:
        build_into(Path(folder), data)
        yield from _prove(open_home(Path(folder)).lists[0], share * REAL, "complete SDN list")


def _prove(listed: OpenList, count: int, name: str) -> Iterator[str]:
    rng, candidates = random.Random(count), 0
    for number in range(count):
        query, score = _query(listed, rng, number), SCORES[number % len(SCORES)]
        found, scanned = (way(query, weight_of(score)) for way in (listed.names.find, listed.names.scan))
        assert found == scanned, (
            f"{name}, {number}: {query.name!r} at {score}: {len(found)} found, {len(scanned)} there are"
        )
        assert all(sum(step.weight for step in one.steps) == one.weight for one in found), f"{name}: {query.name!r}"
        candidates += len(found)
    scores = ", ".join(map(str, SCORES))
    yield f"{name}: {count:,} names at scores {scores}: {candidates:,} candidates, the same both ways"


def _query(listed: OpenList, rng: random.Random, number: int) -> Query:
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
