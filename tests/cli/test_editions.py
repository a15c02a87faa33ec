"""`brightline editions list`: what decisions were taken with."""

from __future__ import annotations

import json
from typing import Any

PAYMENT = '{"parties": [{"role": "debtor", "name": "OOO VESYOLY BASHMACHOK"}]}'


def test_a_home_without_editions_says_so(desk: Any) -> None:
    assert "no edition yet" in desk.quick("editions", "list").out
    assert desk.quick("editions", "list", "--json").out == ""


def test_each_edition_is_listed_once_with_its_lists(desk: Any) -> None:
    desk.write("one.json", PAYMENT)
    for _ in range(2):
        desk.quick("screen", "one.json", "--trial", "--as-of", "2024-07-03T09:00:00+08:00")
    (kept,) = [json.loads(line) for line in desk.quick("editions", "list", "--json").out.splitlines()]
    assert [one["list"] for one in kept["lists"]] == ["brightline-starter"]
    words = desk.quick("editions", "list").out
    assert words.startswith(f"{kept['id']}  law {kept['law'][:12]}  policy {kept['policy'][:12]}")
    assert f"brightline-starter@{kept['lists'][0]['published']}" in words


def test_another_policy_is_another_edition(desk: Any) -> None:
    desk.write("one.json", PAYMENT)
    text = desk.quick("policy", "show").out
    desk.write("mine.yaml", text.replace("policy: shipped", "policy: mine"))
    desk.quick("screen", "one.json", "--trial")
    desk.quick("screen", "one.json", "--trial", "--policy", "mine.yaml")
    kept = [json.loads(line) for line in desk.quick("editions", "list", "--json").out.splitlines()]
    assert len({one["id"] for one in kept}) == len({one["policy"] for one in kept}) == 2
