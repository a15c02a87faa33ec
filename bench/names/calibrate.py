"""Calibrates the scores: how often a candidate of a score is the party, where one name in a hundred is listed.

    python -m bench.names.calibrate [names]

True hits: the pairs of one party in the development split of the gold set. False ones: the best candidate that the SDN
list has for each of so many harmless names, of persons (invented) and of firms (GLEIF). Weighed so that one name in a
hundred is listed. Prints what each range of scores held (a reliability table), the Brier score beside that of always
saying one in a hundred, and the rising steps that fit best, from which the table of scores in weights.yaml is drawn.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Sequence
from itertools import pairwise

from bench.names.finding import index_of
from bench.names.gold_file import read_gold
from bench.names.loading import entities_of, rows_of

from brightline.names.pairs import score_pair
from brightline.names.scores import score_of, weight_of
from brightline.names.weights import weights
from brightline.terms import Query

LISTED = 0.01  # the share of the names asked for that are listed
LIST = "ofac/sdn_2024-07-02.csv.gz"
PERSONS = "names/yente_negatives_us.csv.gz"
FIRMS = "ownership/gleif_level1_2000rows_2021-04.csv.gz"
EDGES = (0.0, 0.05, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
NOTHING = -12_000  # the weight of a name that has no candidate

Weighed = tuple[int, bool, float]  # weight of the comparison, whether it is the party, how much it counts


def true_hits() -> list[int]:
    """The weights of the pairs of one party."""
    rows = [row for row in read_gold("dev") if row.match == "true"]
    return [score_pair(row.schema, row.name1, row.name2).candidate.weight for row in rows]


def false_hits(count: int) -> list[int]:
    """The weight of the best candidate for each of so many harmless names, half as many firms as persons."""
    index = index_of(entities_of(LIST))
    rng = random.Random(1)
    persons = rng.sample([row["full_name"] for row in rows_of(PERSONS)], count)
    firms = rng.sample([row["Entity.LegalName"] for row in rows_of(FIRMS)], min(count // 2, 1900))
    queries = [Query(name, "Person") for name in persons] + [Query(name, "Company") for name in firms]
    found = [index.find(query, weight_of(0.1)) for query in queries]
    return [one[0].weight if one else NOTHING for one in found]


def weighed(hits: Sequence[int], misses: Sequence[int]) -> list[Weighed]:
    """Both kinds, so that their shares are those of a search."""
    true = [(weight, True, LISTED / len(hits)) for weight in hits]
    return true + [(weight, False, (1 - LISTED) / len(misses)) for weight in misses]


def pooled(points: Iterable[Weighed]) -> list[tuple[int, float]]:
    """The share of true hits that rises with the weight and fits best: neighbours out of order are put together.

    Each pair: from this weight on, this share (pool adjacent violators, Ayer and others 1955).
    """
    pools: list[list[float]] = []  # first weight, true, all
    for weight, true, share in sorted(points, key=lambda point: (point[0], not point[1])):
        pools.append([weight, share if true else 0.0, share])
        while len(pools) > 1 and pools[-2][1] * pools[-1][2] >= pools[-1][1] * pools[-2][2]:
            _, true_more, all_more = pools.pop()
            pools[-1][1] += true_more
            pools[-1][2] += all_more
    return [(int(first), true_part / whole) for first, true_part, whole in pools]


def reliability(points: Sequence[Weighed]) -> None:
    """Print, for each range of scores, what was said and what was so."""
    print("score         said    so      of all names  true pairs  harmless names")
    for low, high in pairwise(EDGES):
        inside = [point for point in points if low <= score_of(point[0]) < high]
        share = sum(point[2] for point in inside)
        said = sum(score_of(point[0]) * point[2] for point in inside) / share if share else 0.0
        so = sum(point[2] for point in inside if point[1]) / share if share else 0.0
        counts = [sum(point[1] == true for point in inside) for true in (True, False)]
        print(f"{low:.2f} to {min(high, 1):.2f}  {said:.4f}  {so:.4f}  {share:12.4%}  {counts[0]:10}  {counts[1]:14}")


def main(count: int = 4000) -> None:
    """Measure and print."""
    points = weighed(true_hits(), false_hits(count))
    print(f"weights of version {weights().version}; one name in {round(1 / LISTED)} is listed")
    reliability(points)
    brier = sum(share * (score_of(weight) - true) ** 2 for weight, true, share in points)
    print(f"Brier score {brier:.5f}; always saying {LISTED}: {LISTED * (1 - LISTED):.5f}")
    for first, share in pooled(points):
        print(f"   from weight {first:6}  so {share:.4f}  said {score_of(first):.4f}")


if __name__ == "__main__":
    main(*[int(argument) for argument in sys.argv[1:]])
