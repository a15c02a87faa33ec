"""Proves on real names that the index loses nothing: `find` against `scan` for damaged listed names.

Run: python -m bench.names.exact [queries] [entities]   (a seeded sample of the SDN of 2024-07-02)
"""

from __future__ import annotations

import random
import sys

from bench.names.loading import entities_of

from brightline.names.index import NameIndex, build
from brightline.names.scores import weight_of
from brightline.terms import Query

LETTERS = "abcdefghijklmnopqrstuvwxyz  -.7"


def damaged(name: str, rng: random.Random) -> str:
    """A name with up to three slips, and sometimes with its words turned about, joined or lost."""
    words = name.replace(",", " ").split()
    if rng.random() < 0.4:
        rng.shuffle(words)
    if len(words) > 1 and rng.random() < 0.3:
        words.pop(rng.randrange(len(words)))
    if rng.random() < 0.2:
        words = [word[0] if rng.random() < 0.4 else word for word in words]
    text = ("" if rng.random() < 0.1 else " ").join(words)
    for _ in range(rng.randrange(4)):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice(LETTERS) + text[at + rng.randrange(2) :]
    return text


def main(queries: int = 200, size: int = 1500) -> None:
    """Count the differences at three thresholds."""
    rng = random.Random(20240702)
    entities = rng.sample(entities_of("ofac/sdn_2024-07-02.csv.gz"), size)
    index = NameIndex.from_bytes(build(entities), entities)
    different = asked = found = 0
    for _ in range(queries):
        entity = rng.choice(entities)
        schema = rng.choice([None, entity.schema])
        query = Query(damaged(rng.choice(entity.names).value, rng), schema, rng.choice([(), entity.countries]))
        everyone = index.scan(query, weight_of(0.05))
        for threshold in (0.7, 0.3, 0.05):
            want = tuple(one for one in everyone if one.weight >= weight_of(threshold))
            asked, found = asked + 1, found + len(want)
            if index.find(query, weight_of(threshold)) != want:
                different += 1
                print("   different:", query, threshold)
    print(f"{asked} questions over {size} entities, {found} candidates, {different} differences")


if __name__ == "__main__":
    main(*[int(argument) for argument in sys.argv[1:]])
