"""What a way of being careful costs and catches, as ratios over payments with bootstrap intervals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from brightline.lab.bank import RELEASED, REVIEWED, Handled
from brightline.lab.streams import Real

DRAWS = 200  # resamples of the payments
_LEVELS = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Known:
    """What the lab alone knows of payments, as columns: linked, where the sign stands, dollars, mainland."""

    linked: np.ndarray[tuple[int], np.dtype[np.bool_]]
    sign: Sequence[str]
    dollars: Real
    mainland: np.ndarray[tuple[int], np.dtype[np.bool_]]


Ratio = tuple[Real, Real]  # a number for each payment above, and one below


def ratios(known: Known, outcome: np.ndarray[tuple[int], np.dtype[np.int64]], handled: Handled) -> dict[str, Ratio]:
    """The measures of one way, each a sum over payments divided by another."""
    held, ones = (outcome != RELEASED).astype(float), np.ones(len(outcome))
    linked, harmless = known.linked.astype(float), (~known.linked).astype(float)
    shown = linked * np.array([one in ("message", "papers") for one in known.sign])
    mainland = known.mainland.astype(float)
    reviewed = 1000.0 * (outcome == REVIEWED)
    return {
        "linked_value_held": (held * linked * known.dollars, linked * known.dollars),
        "linked_payments_held": (held * linked, linked),
        "linked_value_with_a_sign_held": (held * shown * known.dollars, shown * known.dollars),
        "linked_value_kept_in_the_end": (~handled.let_go * linked * known.dollars, linked * known.dollars),
        "harmless_released_at_once": ((1 - held) * harmless, harmless),
        "harmless_released_in_the_end": (handled.let_go * harmless, harmless),
        "days_of_delay_of_harmless": (handled.days * harmless, harmless),
        "reviews_per_thousand": (reviewed, ones),
        "reviews_per_thousand_mainland": (reviewed * mainland, mainland),
        "value_held": (held * known.dollars, known.dollars),
    }


def with_intervals(measured: Mapping[str, Ratio], seed: int) -> dict[str, tuple[float, float, float] | None]:
    """Each measure with the limits of its 95 % interval (Poisson bootstrap over payments); None over nothing."""
    count = len(next(iter(measured.values()))[0])
    drawn = np.random.default_rng([seed, DRAWS])
    above, below = (np.array([ratio[side] for ratio in measured.values()]) for side in (0, 1))
    weights = [drawn.poisson(1.0, count).astype(float) for _ in range(DRAWS)]
    sums = np.array([[above @ one, below @ one] for one in weights])
    told: dict[str, tuple[float, float, float] | None] = {}
    for place, name in enumerate(measured):
        whole, parts = below[place].sum(), sums[:, :, place]
        some = parts[parts[:, 1] > 0]
        limits = np.percentile(some[:, 0] / some[:, 1], _LEVELS) if whole else (0.0, 0.0)
        told[name] = (float(above[place].sum() / whole), float(limits[0]), float(limits[1])) if whole else None
    return told
