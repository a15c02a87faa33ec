"""Measures are ratios over payments, with intervals around them."""

from __future__ import annotations

import numpy as np

from brightline.lab.bank import RELEASED, REVIEWED, STOPPED, Handled
from brightline.lab.measures import Known, Sums, ratios, summed

KNOWN = Known(
    linked=np.array([True, True, False, False]),
    sign=["message", "none", "harmless", "harmless"],
    dollars=np.array([300.0, 100.0, 50.0, 50.0]),
    mainland=np.array([True, True, True, False]),
)
OUTCOME = np.array([STOPPED, RELEASED, REVIEWED, RELEASED])
HANDLED = Handled(np.array([False, True, True, True]), np.array([0, 0, 4, 0]))


def test_what_is_caught_and_what_it_costs() -> None:
    told = {name: above.sum() / below.sum() for name, (above, below) in ratios(KNOWN, OUTCOME, HANDLED).items()}
    assert told["linked_value_held"] == 0.75
    assert told["linked_payments_held"] == 0.5
    assert told["linked_value_with_a_sign_held"] == 1.0
    assert told["harmless_released_at_once"] == 0.5
    assert told["harmless_released_in_the_end"] == 1.0
    assert told["days_of_delay_of_harmless"] == 2.0
    assert told["reviews_per_thousand"] == 250.0
    assert told["value_held"] == 0.7


def test_intervals_narrow_with_more_payments_and_nothing_over_nothing_is_said() -> None:
    def width(times: int) -> float:
        column = np.tile([1.0, 0.0, 0.0, 1.0], times)
        told = Sums.pooled([summed([{"share": (column, np.ones(4 * times))}], 1)[0]])["share"] or {}
        assert told["low"] <= told["value"] == 0.5 <= told["high"]
        return told["high"] - told["low"]

    assert 0 < width(400) < width(20)
    assert Sums.pooled([summed([{"none": (np.zeros(4), np.zeros(4))}], 1)[0]]) == {"none": None}


def test_several_samples_are_pooled_and_their_mean_has_an_interval() -> None:
    ones = np.ones(100)
    samples = [summed([{"share": (share * ones, ones)}], seed)[0] for seed, share in enumerate((0.2, 0.4, 0.6))]
    told = Sums.pooled(samples)["share"] or {}
    assert round(told["value"], 9) == 0.4
    assert told["seeds_low"] < 0.2 < 0.6 < told["seeds_high"]  # Student's t with two degrees of freedom
