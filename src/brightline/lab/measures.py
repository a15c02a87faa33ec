"""What a way of being careful costs and catches, as ratios over payments with intervals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, stdev

import numpy as np
from numpy.typing import NDArray

from brightline.lab.bank import RELEASED, REVIEWED, Handled
from brightline.lab.streams import Real

DRAWS = 200  # resamples of the payments
_LEVELS = (2.5, 97.5)
SEEN = ("message", "papers", "register", "history")  # where a sign of a link can stand
# Two-sided 95 % points of Student's t for 1 to 12 degrees of freedom; beyond, the normal one.
_T = (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179)
_NORMAL = 1.96

Pooled = Mapping[str, Mapping[str, float] | None]


@dataclass(frozen=True, slots=True)
class Known:
    """What the lab alone knows of payments, as columns: linked, where the sign stands, dollars, mainland."""

    linked: NDArray[np.bool_]
    sign: Sequence[str]
    dollars: Real
    mainland: NDArray[np.bool_]


Ratio = tuple[Real, Real]  # a number for each payment above, and one below


def ratios(known: Known, outcome: NDArray[np.int64], handled: Handled) -> dict[str, Ratio]:
    """The measures of one way, each a sum over payments divided by another."""
    held, ones = (outcome != RELEASED).astype(float), np.ones(len(outcome))
    linked, harmless = known.linked.astype(float), (~known.linked).astype(float)
    shown = linked * np.isin(known.sign, SEEN)
    mainland = known.mainland.astype(float)
    reviewed = 1000.0 * (outcome == REVIEWED)
    return {
        "linked_value_held": (held * linked * known.dollars, linked * known.dollars),
        "linked_payments_held": (held * linked, linked),
        "linked_value_with_a_sign_held": (held * shown * known.dollars, shown * known.dollars),
        "linked_payments_with_a_sign_held": (held * shown, shown),
        "linked_value_kept_in_the_end": (~handled.let_go * linked * known.dollars, linked * known.dollars),
        "harmless_released_at_once": ((1 - held) * harmless, harmless),
        "harmless_released_in_the_end": (handled.let_go * harmless, harmless),
        "days_of_delay_of_harmless": (handled.days * harmless, harmless),
        "reviews_per_thousand": (reviewed, ones),
        "reviews_per_thousand_mainland": (reviewed * mainland, mainland),
        "value_held": (held * known.dollars, known.dollars),
    }


@dataclass(frozen=True, slots=True)
class Sums:
    """The measures of one way over one sample. `whole`: above and below of each; `drawn`: of each resample."""

    names: tuple[str, ...]
    whole: Real  # measures by two
    drawn: Real  # resamples by measures by two

    def values(self) -> dict[str, float | None]:
        """Each measure; None over nothing."""
        return {
            name: float(up / down) if down else None for name, (up, down) in zip(self.names, self.whole, strict=True)
        }

    @staticmethod
    def pooled(samples: Sequence[Sums]) -> Pooled:
        """Each measure over all samples, with the 95 % interval of the bootstrap over payments (`low`, `high`) and,
        where there are several samples, that of their mean by Student's t (`seeds_low`, `seeds_high`).
        """
        together = Sums(
            samples[0].names, sum_of([one.whole for one in samples]), sum_of([one.drawn for one in samples])
        )
        by_seed = [one.values() for one in samples]
        return {
            name: None if value is None else {"value": value, **together.limits(at), **_over_seeds(by_seed, name)}
            for at, (name, value) in enumerate(together.values().items())
        }

    def limits(self, at: int) -> dict[str, float]:
        """The limits of the bootstrap interval of a measure."""
        parts = self.drawn[:, at, :]
        some = parts[parts[:, 1] > 0]
        low, high = np.percentile(some[:, 0] / some[:, 1], _LEVELS)
        return {"low": float(low), "high": float(high)}


def sum_of(columns: Sequence[Real]) -> Real:
    """Arrays added up."""
    total: Real = np.sum(columns, axis=0)
    return total


def _over_seeds(by_seed: Sequence[Mapping[str, float | None]], name: str) -> dict[str, float]:
    values = [value for one in by_seed if (value := one[name]) is not None]
    if len(values) < 2:
        return {}
    degrees = len(values) - 1
    reach = (_T[degrees - 1] if degrees <= len(_T) else _NORMAL) * stdev(values) / len(values) ** 0.5
    return {"seeds_low": fmean(values) - reach, "seeds_high": fmean(values) + reach}


def summed(ways: Sequence[Mapping[str, Ratio]], seed: int) -> list[Sums]:
    """The sums of every way over one sample, and those of its resamples (Poisson bootstrap over payments)."""
    names = tuple(ways[0])
    columns = [np.array([side for ratio in way.values() for side in ratio]) for way in ways]
    random = np.random.default_rng([seed, DRAWS])
    drawn = np.empty((len(ways), DRAWS, 2 * len(names)))
    for draw in range(DRAWS):
        weights = random.poisson(1.0, (columns[0].shape[1],)).astype(float)
        for at, some in enumerate(columns):
            drawn[at, draw] = some @ weights
    return [
        Sums(names, some.sum(axis=1).reshape(-1, 2), one.reshape(DRAWS, -1, 2))
        for some, one in zip(columns, drawn, strict=True)
    ]
