"""world.json makes a run again, bit for bit, and nothing else is taken for it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.lab.episode.worlds import WORDS, episode, shipped

from brightline.errors import CallError
from brightline.lab.episode.plan import Plan, tasks
from brightline.lab.episode.plan_file import checked_settings, plan_json, read_plan
from brightline.lab.episode.results import gather, results
from brightline.lab.episode.told import tell

PLAN = Plan(
    episode(firms=400, penalty=8.0), 2, (shipped("licence-ended"), shipped("no-threat")), ({"elasticity": 3.0},)
)


def test_a_plan_comes_back_equal_and_runs_the_same() -> None:
    again = read_plan(plan_json(PLAN).decode(), "world.json", WORDS.licences)
    assert again == PLAN
    runs = [[tell(one.world) for one in tasks(plan)] for plan in (PLAN, again)]
    labels = [one.label for one in tasks(PLAN)]
    told = [json.dumps(results(PLAN, gather(labels, made))) for made in runs]
    assert told[0] == told[1]


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ('"format": "brightline.episode/1"', '"format": "brightline.world/1"', "the format"),
        ('"tables": "', '"tables": "0', "another version"),
        ('"name": "penalty"', '"name": "penaltee"', "Did you mean 'penalty'"),
        ('"months": 6', '"months": 60', "from 1 to 14"),
        ('"kind": "order"', '"kind": "odder"', "not known"),
        ("{", "[", "world.json of"),
    ],
)
def test_what_is_no_world_is_refused(was: str, becomes: str, said: str) -> None:
    text = plan_json(PLAN).decode().replace(was, becomes, 1)
    with pytest.raises(CallError, match=said):
        read_plan(text, "world.json", WORDS.licences)


def test_a_setting_that_cannot_be_is_refused() -> None:
    with pytest.raises(CallError, match="a share from 0 to 1"):
        checked_settings({"prepaid": 1.5}, "--set")


def test_every_setting_is_moved_to_both_ends_where_asked() -> None:
    small = replace(PLAN, world=replace(PLAN.world, months=1), sensitive=True)
    labels = [one.label for one in tasks(small)]
    assert "moved low penalty" in labels
    assert "moved high event:visit" in labels
