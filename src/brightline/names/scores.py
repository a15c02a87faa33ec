"""One table between weights (thousandths of a nat) and scores (0 to 1, four decimals)."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from brightline.names.weights import weights


@lru_cache(maxsize=65536)
def _ten_thousandths(weight: int) -> int:
    """The score of a weight in whole ten-thousandths: straight lines between the knots of the table, rounded down."""
    knots = weights().scores
    if weight <= knots[0][0]:
        return knots[0][1]
    if weight >= knots[-1][0]:
        return knots[-1][1]
    at = bisect_left(knots, (weight, 0))
    (low, low_score), (high, high_score) = knots[at - 1], knots[at]
    return low_score + (weight - low) * (high_score - low_score) // (high - low)


def score_of(weight: int) -> float:
    """The score of a weight, 0 to 1, four decimals; never falls as the weight grows."""
    return _ten_thousandths(weight) / 10000


def weight_of(score: float) -> int:
    """The least weight whose score is at least this; one beyond the table for a score above 1."""
    wanted = -(-round(score * 1_000_000) // 100)
    low, high = weights().scores[0][0], weights().scores[-1][0] + 1
    while low < high:
        middle = (low + high) // 2
        if _ten_thousandths(middle) >= wanted:
            high = middle
        else:
            low = middle + 1
    return low


SHIPPED_THRESHOLD = 0.7  # what a reviewer should see; equal to `shipped_threshold` in weights.yaml, which a test proves
SURE = 0.87  # a name alone counts as the same party; equal to `sure` in weights.yaml
