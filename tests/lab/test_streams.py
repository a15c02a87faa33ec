"""Numbers that depend on seed, layer and entity alone."""

from __future__ import annotations

import numpy as np

from brightline.lab.streams import below, normals, picks, shares

IDS = np.arange(20_000, dtype=np.uint64)


def test_a_number_does_not_depend_on_the_others() -> None:
    assert shares(1, "layer", IDS)[777] == shares(1, "layer", np.array([777], dtype=np.uint64))[0]


def test_seeds_and_layers_are_apart() -> None:
    one = shares(1, "layer", IDS)
    for other in (shares(2, "layer", IDS), shares(1, "other", IDS)):
        assert abs(np.corrcoef(one, other)[0, 1]) < 0.03


def test_shares_and_normals_are_spread_as_promised() -> None:
    drawn, normal = shares(3, "layer", IDS), normals(3, "layer", IDS)
    assert drawn.min() >= 0
    assert drawn.max() < 1
    assert abs(drawn.mean() - 0.5) < 0.01
    assert abs(normal.mean()) < 0.03
    assert abs(normal.std() - 1) < 0.03


def test_picks_follow_their_weights_and_below_stays_below() -> None:
    picked = np.bincount(picks(4, "layer", IDS, np.array([3.0, 0.0, 1.0])), minlength=3) / len(IDS)
    assert picked[1] == 0
    assert abs(picked[0] - 0.75) < 0.02
    assert set(below(4, "layer", IDS, 5).tolist()) == set(range(5))
