"""Makes pairs of a listed name and the same name with one fault, for the gold set.

python -m bench.names.make_gold_damaged      adds to bench/names/gold.csv what is not there yet
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from bench.names.gold_file import Row, add, new_row
from bench.names.loading import entities_of
from bench.names.make_gold import FIRMS
from bench.names.mangle import mangle
from bench.names.plain_words import own_words, words

from brightline.terms import ListedEntity

SLIPS_OF_THE_PEN = ("key", "dropped", "doubled", "swapped")
# Kinds of fault, the category, how strong the label is, how many of persons, firms and vessels.
WANTED: tuple[tuple[tuple[str, ...], str, str, tuple[int, int, int]], ...] = (
    (SLIPS_OF_THE_PEN, "slip", "medium", (14, 10, 5)),
    (("split", "joined"), "space", "medium", (5, 5, 2)),
    (("scan",), "scan", "medium", (5, 5, 2)),
    (("cut",), "cut", "weak", (1, 7, 0)),
    (("order",), "order", "strong", (4, 0, 0)),
)


def fair(name: str, damaged_name: str) -> bool:
    """Whether a person could still tell the name: two words and twelve letters at least, most of its own words left."""
    bare = [len(" ".join(own_words(one))) for one in (name, damaged_name)]
    return len(words(name)) >= 2 and len(name) >= 12 and bare[1] * 3 >= bare[0] * 2


def damaged(entities: list[ListedEntity], source: str, group: str, at: int, seed: int) -> Iterator[Row]:
    """Pairs of one kind of party."""
    chance = random.Random(seed)
    entities = chance.sample(entities, len(entities))
    for kinds, category, strength, counts in WANTED:
        left = counts[at]
        while left and entities:
            entity = entities.pop()
            name = entity.names[0].value
            other, kind = mangle(name, chance, group == "person", kinds)
            if kind != "none" and fair(name, other):
                left -= 1
                place = f"{source} {entity.entry[:14]}"
                yield new_row(
                    f"{group}-{category}", strength, entity.schema, (name, other), True, place, f"made: {kind}"
                )


def from_lists() -> Iterator[Row]:
    """Every pair, of two lists."""
    sdn = entities_of("ofac/sdn_2024-07-02.csv.gz")
    eu = entities_of("eu/consolidated/32014R0269.csv.gz")
    for entities, source, seed in ((sdn, "SDN 2024-07-02", 31), (eu, "EU 269/2014", 32)):
        for at, (group, kinds) in enumerate((("person", ("Person",)), ("company", FIRMS), ("vessel", ("Vessel",)))):
            yield from damaged([one for one in entities if one.schema in kinds], source, group, at, seed)


if __name__ == "__main__":
    print(f"{add(from_lists())} pairs added")
