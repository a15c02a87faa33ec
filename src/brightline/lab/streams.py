"""Random numbers that depend on nothing but a seed, a layer and an entity: no order of calls, no number of others.

Each number is a hash (splitmix64, Steele, Lea and Flood 2014), so columns of them are made at once, and a change in
one layer leaves every number of another as it was.
"""

from __future__ import annotations

import hashlib

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.uint64]
Real = NDArray[np.float64]
_GOLDEN = 0x9E3779B97F4A7C15
_ROUNDS = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB))


def whole_numbers(seed: int, layer: str, entities: Whole) -> Whole:
    """One number of 64 bits for each entity of a layer."""
    start = int.from_bytes(hashlib.sha256(f"{seed}/{layer}".encode()).digest()[:8], "big")
    with np.errstate(over="ignore"):
        mixed: Whole = entities * np.uint64(_GOLDEN) + np.uint64(start)
        for shift, factor in _ROUNDS:
            mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
        return mixed ^ (mixed >> np.uint64(31))


def shares(seed: int, layer: str, entities: Whole) -> Real:
    """One number from 0 up to 1 for each entity of a layer."""
    return (whole_numbers(seed, layer, entities) >> np.uint64(11)).astype(np.float64) / 2.0**53


def normals(seed: int, layer: str, entities: Whole) -> Real:
    """One standard normal number for each entity (Box and Muller 1958)."""
    first = 1.0 - shares(seed, f"{layer}/radius", entities)
    drawn: Real = np.sqrt(-2.0 * np.log(first)) * np.cos(2.0 * np.pi * shares(seed, f"{layer}/angle", entities))
    return drawn


def picks(seed: int, layer: str, entities: Whole, weights: Real) -> NDArray[np.int64]:
    """The place of one of several weighted kinds for each entity."""
    edges = np.cumsum(weights) / np.sum(weights)
    drawn = np.searchsorted(edges, shares(seed, layer, entities), side="right")
    return np.minimum(drawn, len(weights) - 1).astype(np.int64)


def below(seed: int, layer: str, entities: Whole, count: int) -> NDArray[np.int64]:
    """A whole number from 0 up to `count` for each entity."""
    return (shares(seed, layer, entities) * count).astype(np.int64)
