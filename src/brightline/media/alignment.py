"""Which sentences of two articles tell the same: mutual best first, then one told in two, with regard to order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brightline.media.words import Vector, covered

_MUTUAL, _LONE, _COVER, _NEAR, _BESIDE, _NEXT = 0.20, 0.34, 0.52, 0.06, 0.10, 0.18


@dataclass(frozen=True, slots=True)
class Paired:
    """Sentences at two places (counted from 0) that tell the same; `likeness` 0 to 1."""

    one: int
    other: int
    likeness: float


def align_sentences(ones: Sequence[Vector], others: Sequence[Vector]) -> tuple[Paired, ...]:
    """Pairs of sentences, in order of the first article; a sentence is in several where another splits it."""
    table = _table(ones, others)
    if not table or not others:
        return ()
    guided = [[value + _guide(at, place, table) for place, value in enumerate(row)] for at, row in enumerate(table)]
    pairs = {(at, place): table[at][place] for at, place in _mutual(guided) if table[at][place] >= _MUTUAL}
    for at, place in (*_between(table, pairs), *_splits(ones, others, table, pairs)):
        pairs.setdefault((at, place), table[at][place])
    return tuple(Paired(at, place, round(value, 4)) for (at, place), value in sorted(pairs.items()))


def _table(ones: Sequence[Vector], others: Sequence[Vector]) -> list[list[float]]:
    """The likeness of each with each, by the words they share: words that only one has cost nothing."""
    holders: dict[str, list[tuple[int, float]]] = {}
    for place, other in enumerate(others):
        for key, value in other.items():
            holders.setdefault(key, []).append((place, value))
    table = []
    for one in ones:
        row = [0.0] * len(others)
        for key, value in one.items():
            for place, theirs in holders.get(key, ()):
                row[place] += value * theirs
        table.append(row)
    return table


def _guide(at: int, place: int, table: Sequence[Sequence[float]]) -> float:
    """A little for a pair whose neighbours are alike too: stories are told in order, mostly."""
    value = 0.0
    for step in (-1, 1):
        if 0 <= at + step < len(table) and 0 <= place + step < len(table[0]) and table[at + step][place + step] > _LONE:
            value += _NEAR
    return value


def _mutual(table: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    best = [max(range(len(row)), key=lambda place: row[place]) for row in table]
    back = [max(range(len(table)), key=lambda at: table[at][place]) for place in range(len(table[0]))]
    return [(at, place) for at, place in enumerate(best) if back[place] == at]


def _between(table: Sequence[Sequence[float]], pairs: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Sentences without a partner that stand beside the same pair in both articles and are a little alike."""
    taken, given = {at for at, _ in pairs}, {place for _, place in pairs}
    near = {
        (at + up, place + down): 0.0
        for at, place in pairs
        for up in (-2, -1, 1, 2)
        for down in (-2, -1, 1, 2)
        if (up > 0) == (down > 0)
    }
    free = [
        (table[at][place], at, place)
        for at, place in near
        if 0 <= at < len(table) and 0 <= place < len(table[0]) and at not in taken and place not in given
    ]
    found = []
    for value, at, place in sorted(free, key=lambda one: (-one[0], one[1], one[2])):
        if value >= _BESIDE and at not in taken and place not in given:
            found.append((at, place))
            taken.add(at)
            given.add(place)
    return found


def _splits(
    ones: Sequence[Vector],
    others: Sequence[Vector],
    table: Sequence[Sequence[float]],
    pairs: dict[tuple[int, int], float],
) -> list[tuple[int, int]]:
    """Sentences without a partner most of whose words stand in a sentence that has one: told as part of it."""
    found = []
    taken, given = {at for at, _ in pairs}, {place for _, place in pairs}
    for at, row in enumerate(table):
        if at not in taken:
            place = max(range(len(row)), key=row.__getitem__)
            if _is_part(row[place], ones[at], others[place], any((at + step, place) in pairs for step in (-1, 1))):
                found.append((at, place))
    for place in range(len(others)):
        if place not in given:
            at = max(range(len(table)), key=lambda one: table[one][place])
            beside = any((at, place + step) in pairs for step in (-1, 1))
            if _is_part(table[at][place], others[place], ones[at], beside):
                found.append((at, place))
    return found


def _is_part(value: float, part: Vector, whole: Vector, beside: bool) -> bool:
    """Whether a sentence is told inside another; less is asked where the sentence beside it is told there too."""
    if value >= _LONE or (beside and value >= _NEXT):
        return True
    return value >= _MUTUAL and covered(part, [whole]) >= _COVER
