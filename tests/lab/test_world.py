"""Settings of a world: refused with the nearest word, kept with their source, read back equal."""

from __future__ import annotations

import json
from datetime import date

import pytest
from tests.lab.worlds import small_world

from brightline.errors import CallError
from brightline.lab.world import SETTINGS, make_world, read_world, world_json

DAYS = date(2024, 7, 3), date(2024, 7, 31)


def test_an_unknown_setting_is_refused_with_the_nearest_word() -> None:
    with pytest.raises(CallError, match="Did you mean 'hidden_share'"):
        make_world(1, 10, *DAYS, {"hiden_share": 0.1})


@pytest.mark.parametrize(
    ("payments", "days", "changed", "said"),
    [
        (10, DAYS, {"hidden_share": -0.1}, "a share from 0 to 1"),
        (10, DAYS, {"firms": 0.0}, "a number above 0"),
        (10, DAYS, {"cause_goods": 0.9}, "shares that sum to 1"),
        (10, DAYS, {"hong_kong_share": 0.6, "third_country_share": 0.6}, "sum to 1 at most"),
        (0, DAYS, {}, "a number from 1"),
        (10, DAYS[::-1], {}, "a day not before --from"),
    ],
)
def test_what_cannot_be_is_refused(
    payments: int, days: tuple[date, date], changed: dict[str, float], said: str
) -> None:
    with pytest.raises(CallError, match=said):
        make_world(1, payments, *days, changed)


def test_a_world_comes_back_from_its_file_equal() -> None:
    world = small_world(hidden_share=0.3)
    assert read_world(world_json(world).decode(), "world.json") == world


def test_another_mix_of_goods_comes_back_too_and_a_broken_one_is_refused() -> None:
    said = json.loads(world_json(small_world()))
    said["goods"][0][1] = 99.0
    assert read_world(json.dumps(said), "world.json").goods[0].weight == 99.0
    said["goods"][0][0] = "civvil"
    with pytest.raises(CallError, match="civil, near, priority, vague are needed"):
        read_world(json.dumps(said), "world.json")


def test_every_setting_has_a_source_and_a_range_around_it() -> None:
    for one in json.loads(world_json(small_world()))["settings"]:
        assert one["source"] == "assumed" or one["source"].startswith("C")
        assert one["range"][0] <= one["value"] <= one["range"][1]
    assert len({one.name for one in SETTINGS}) == len(SETTINGS)


def test_a_file_that_is_no_world_is_refused() -> None:
    with pytest.raises(CallError, match=r"format .other"):
        read_world('{"format": "other"}', "world.json")
