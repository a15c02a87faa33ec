"""The episode as a system: the same traffic whatever banks do, and each force pulls the way it is said to."""

from __future__ import annotations

import numpy as np
import pytest
from tests.lab.episode.worlds import episode, shipped

from brightline.lab.episode.course import run_episode
from brightline.lab.episode.desk import Desks
from brightline.lab.episode.imports import imports_by_month
from brightline.lab.episode.scenario import what_if
from brightline.lab.episode.targets import reached, targets
from brightline.lab.episode.told import tell


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_bands_hold_at_full_size(seed: int) -> None:
    found = reached(tell(episode(seed, firms=5_000)))
    assert {name: value for name, value in found.items() if not targets()[name].met(value)} == {}


def test_what_banks_do_changes_no_order() -> None:
    world = episode()
    one, other = (run_episode(each).orders for each in (world, what_if(world, shipped("all-banks"))))
    for name in ("entity", "firm", "dollars", "ships", "kind", "linked"):
        assert np.array_equal(getattr(one, name), getattr(other, name))


def test_the_same_world_tells_the_same_and_another_seed_another() -> None:
    assert tell(episode()) == tell(episode())
    assert tell(episode())["exports"] != tell(episode(2))["exports"]


def test_without_threats_nothing_is_returned_more_than_before() -> None:
    told = tell(what_if(episode(), shipped("no-threat")))
    assert max(told["returned"]) < 0.05
    assert max(told["market_closed"]) == 0


def test_brightline_in_every_bank_lets_harmless_payments_through_and_holds_linked_ones() -> None:
    was, now = (tell(one) for one in (episode(), what_if(episode(), shipped("all-banks"))))
    assert now["returned"][5] < was["returned"][5] - 0.2
    assert now["harmless_paid_by_banks"][5] > was["harmless_paid_by_banks"][5] + 0.1
    assert now["linked_paid_by_banks"][0] < was["linked_paid_by_banks"][0] / 2


def test_the_floor_keeps_a_part_of_the_market_open_unless_it_is_taken_away() -> None:
    frightened = episode(penalty=100.0)
    closed = tell(frightened)["market_closed"]
    assert 0.5 < max(closed) <= 1 - frightened["political_floor"]
    assert max(tell(episode(months=8, penalty=1000.0, political_floor=0.0))["market_closed"]) == pytest.approx(1.0)


def test_the_switches_pull_the_way_they_are_said_to() -> None:
    was = tell(episode())
    depends, minds = (tell(what_if(episode(), shipped(name))) for name in ("russia-depends-more", "china-minds-more"))
    assert sum(depends["exports"]) > sum(was["exports"])
    assert max(minds["market_closed"]) < max(was["market_closed"])


def test_energy_comes_back_once_its_licence_has_ended_and_not_before() -> None:
    world = what_if(episode(), shipped("licence-ended"))
    told = imports_by_month(world, run_episode(world))["energy_returned"]
    assert told[:4] == [0, 0, 0, 0]
    assert told[5] > 0.1


def test_a_desk_looks_at_what_it_can_and_takes_nothing_that_would_wait_too_long() -> None:
    desks = Desks(np.array([2.0, 100.0]), limit=3.0)
    waits = desks.wait(np.array([0, 1, 0, 0, 0, 0, 0, 0, 0, 0]))
    assert waits[1] == 1.0
    assert sorted(waits[waits > 3.0].tolist()) == [3.5, 4.0, 4.5, 5.0]
    assert desks.backlog.tolist() == [5.0, 1.0]
    desks.work()
    assert desks.backlog.tolist() == [3.0, 0.0]
