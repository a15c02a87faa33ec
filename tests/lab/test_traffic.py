"""The rates of the traffic, and that nothing but evidence tells the truth."""

from __future__ import annotations

import numpy as np
from tests.lab.worlds import small_world

from brightline.lab.observation import Observed
from brightline.lab.streams import shares
from brightline.lab.traffic import ENERGY, ROUTES, make_traffic

Columns = np.ndarray[tuple[int, int], np.dtype[np.float64]]


def test_rates_follow_the_route() -> None:
    traffic = make_traffic(small_world(60_000))
    rates = [float(traffic.linked[traffic.route == place].mean()) for place in range(len(ROUTES))]
    assert 0.03 <= rates[0] <= 0.05
    assert 7 <= rates[1] / rates[0] <= 13


def test_five_hard_negatives_a_positive_and_value_without_a_sign() -> None:
    traffic = make_traffic(small_world(60_000))
    assert traffic.hard.sum() >= 5 * traffic.linked.sum()
    unseen = np.array([one == "none" for one in Observed(traffic).signs()])
    assert traffic.cents[unseen].sum() >= 0.15 * traffic.cents[traffic.linked].sum()


def test_another_truth_leaves_amounts_days_and_identifiers_alone() -> None:
    one, other = make_traffic(small_world()), make_traffic(small_world(linked_mainland=0.5))
    assert one.linked.sum() < other.linked.sum()
    harmless = (one.kind != ENERGY) & (other.kind != ENERGY)  # energy alone has amounts of its own
    assert (one.cents == other.cents)[harmless].all()
    assert (one.identifier == other.identifier).all()
    assert (one.day == other.day).all()


def test_no_leak() -> None:
    """Logistic regression on identifiers, order, lengths, days and amounts, within the mainland route."""
    traffic = make_traffic(small_world(40_000, seed=11))
    seen = Observed(traffic)
    table = _fields(seen)[traffic.route == 0]
    linked = traffic.linked[traffic.route == 0].astype(float)
    low, high = _auc_interval(*_scored(table, linked))
    assert low <= 0.5 <= high
    assert high - low < 0.09


def test_a_leak_would_be_seen() -> None:
    traffic = make_traffic(small_world(40_000, seed=11))
    linked = traffic.linked.astype(float)
    noise = shares(1, "noise", traffic.entity)
    low, _ = _auc_interval(*_scored(np.column_stack([0.3 * linked + noise, noise]), linked))
    assert low > 0.5


def _fields(seen: Observed) -> Columns:
    traffic = seen.traffic
    lengths = [[len(one) for one in column] for column in (seen.texts, seen.buyers, seen.sellers, seen.amounts)]
    digits = [traffic.cents % 100, traffic.cents % 10_000, traffic.identifier % np.uint64(16)]
    first = [int(one[1:4], 16) for one in seen.identifiers]
    order = np.arange(len(first))
    flags = [traffic.coded, traffic.invoiced, traffic.numbered, traffic.agented, traffic.papers]
    low = [int(one[-4:], 16) for one in seen.uetrs]
    columns = [
        *lengths,
        *digits,
        *flags,
        first,
        low,
        order,
        traffic.day,
        traffic.day % 7,
        np.log(traffic.cents),
        traffic.yuan,
    ]
    return np.column_stack(columns).astype(float)


def _scored(table: Columns, truth: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Scores of the second half by a ridge logistic regression (Newton) fitted on the first; squares take part."""
    scaled = (table - table.mean(axis=0)) / (table.std(axis=0) + 1e-9)
    wide = np.column_stack([np.ones(len(scaled)), scaled, scaled**2])
    learn = np.arange(len(wide)) % 2 == 0
    weights = np.zeros(wide.shape[1])
    for _ in range(12):
        chance = 1 / (1 + np.exp(-np.clip(wide[learn] @ weights, -30, 30)))
        slope = wide[learn].T @ (truth[learn] - chance) - weights
        bend = (wide[learn].T * (chance * (1 - chance))) @ wide[learn] + np.eye(len(weights))
        weights = weights + np.linalg.solve(bend, slope)
    return wide[~learn] @ weights, truth[~learn]


def _auc_interval(score: np.ndarray, truth: np.ndarray) -> tuple[float, float]:
    """The area under the curve with its 95 % interval (Hanley and McNeil 1982)."""
    ranks = np.empty(len(score))
    ranks[np.argsort(score, kind="stable")] = np.arange(1, len(score) + 1)
    good, bad = truth.sum(), len(truth) - truth.sum()
    auc = (ranks[truth == 1].sum() - good * (good + 1) / 2) / (good * bad)
    q1, q2 = auc / (2 - auc), 2 * auc**2 / (1 + auc)
    error = np.sqrt((auc * (1 - auc) + (good - 1) * (q1 - auc**2) + (bad - 1) * (q2 - auc**2)) / (good * bad))
    return float(auc - 1.96 * error), float(auc + 1.96 * error)
