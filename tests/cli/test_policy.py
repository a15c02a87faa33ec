"""`brightline policy`: the one in force, and a check as strict as `screen` is."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from brightline.screen.policy import shipped_text


def test_the_shipped_one_is_in_force_until_the_settings_name_another(desk: Any) -> None:
    assert desk.quick("policy", "show").out == shipped_text().rstrip("\n") + "\n"
    mine = desk.write("mine.yaml", shipped_text().replace("policy: shipped", "policy: mine"))
    desk.home.mkdir()
    (desk.home / "config.toml").write_text(f"policy = '{mine}'\n", encoding="utf-8")
    assert json.loads(desk.quick("policy", "show", "--json").out)["policy"] == "mine"
    desk.environment["BRIGHTLINE_POLICY"] = str(
        desk.write("env.yaml", shipped_text().replace("version: 4", "version: 7"))
    )
    assert json.loads(desk.quick("policy", "show", "--json").out)["version"] == 7


def test_a_policy_that_holds_is_told_by_name_and_version(desk: Any) -> None:
    desk.write("mine.yaml", shipped_text().replace("policy: shipped", "policy: mine"))
    done = desk.quick("policy", "check", "mine.yaml")
    assert (done.status, done.out) == (0, "mine.yaml: policy 'mine', version 4, holds\n")


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("candidate: shipped", "candidate: 1.5", "line 14"),
        ("[us, eu, uk, un, jp]", "[us, mars]", "'mars'"),
        ("rules: all", "rules: [s11-imagined]", "'s11-imagined'"),
        ("version: 4", "version: 4\nversion: 5", "a second time"),
        ("greatest_list_age_days: 30", "greatest_list_age_days: -1", "a whole number of 0 or more"),
    ],
)
def test_what_does_not_hold_is_refused_with_its_place(
    was: str, now: str, told: str, desk: Any, sentence: Callable[[Any], str]
) -> None:
    assert was in shipped_text()
    desk.write("wrong.yaml", shipped_text().replace(was, now))
    done = desk.quick("policy", "check", "wrong.yaml")
    assert (done.status, done.out) == (2, "")
    assert told in sentence(done)
    assert "wrong.yaml" in sentence(done)


def test_a_name_that_does_not_ship_is_answered_with_those_that_do(desk: Any, sentence: Callable[[Any], str]) -> None:
    done = desk.quick("policy", "show", "regional")
    assert (done.status, done.out) == (2, "")
    assert "or one of correspondent-bank, large-dollar-bank, regional-bank, shipped" in sentence(done)
