"""`brightline law show`: each rule as it stands on a day."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from brightline.cli.law import described
from brightline.law.book import read_book


def _shown(desk: Any, *arguments: str) -> list[dict[str, Any]]:
    done = desk.quick("law", "show", "--json", *arguments)
    assert done.status == 0, done.err
    return [json.loads(line) for line in done.out.splitlines()]


def test_every_rule_of_the_book_is_shown_with_its_law(desk: Any) -> None:
    shown = [one for one in _shown(desk, "--on", "2026-11-22") if "rule" in one]
    assert [one["rule"] for one in shown] == list(read_book().rule_names)
    for one in shown:
        assert one["in_force"] is True
        assert one["clauses"]
        assert all(cite["url"].startswith("https://") for cite in one["cites"])


def test_the_widening_of_june_2024_shows_from_its_day(desk: Any) -> None:
    (before,), (after,) = (_shown(desk, "s11-designated", "--on", day) for day in ("2024-06-11", "2024-06-13"))
    assert "sector" in [clause["id"] for clause in before["clauses"]]
    assert "sector" not in [clause["id"] for clause in after["clauses"]]


def test_before_its_first_version_a_rule_says_why_it_is_not_in_force(desk: Any) -> None:
    (shown,) = _shown(desk, "s11-designated", "--on", "2023-12-20")
    assert shown["in_force"] is False
    assert "did not exist yet" in shown["before"]
    assert "not in force on 2023-12-20" in desk.quick("law", "show", "s11-designated", "--on", "2023-12-20").out


def test_a_clause_that_raises_the_effect_is_told() -> None:
    effect = described(read_book().rule("listed-party"), datetime(2024, 7, 3, tzinfo=UTC))["effect"]
    assert effect == {"yes": "review", "unknown": "review", "yes with blocking": "stop"}


def test_the_licences_of_a_day_are_shown_with_their_ends(desk: Any) -> None:
    (before,), (after,) = (
        [one for one in _shown(desk, "--on", moment) if one.get("licence") == "GL-115"]
        for moment in ("2026-06-10T12:00:00-04:00", "2026-06-12T12:00:00-04:00")
    )
    assert (before["alive"], after["alive"]) == ("yes", "yes")
    assert ("115C" in before["why"], "115D" in after["why"]) == (True, True)
    ended = [one.get("licence") for one in _shown(desk, "--on", "2025-03-12T00:02:00-04:00")]
    living = [one.get("licence") for one in _shown(desk, "--on", "2025-03-12T00:00:00-04:00")]
    assert ("GL-8" in living, "GL-8" in ended) == (True, False)


@pytest.mark.parametrize("written", ["GL-8", "gl 8", "GL 8L", "gl-8j"])
def test_one_licence_is_shown_with_every_version_and_its_status(desk: Any, written: str) -> None:
    (shown,) = _shown(desk, written, "--on", "2025-03-12T00:02:00-04:00")
    assert (shown["licence"], shown["alive"]) == ("GL-8", "no")
    assert "2025-03-12T00:01 America/New_York" in shown["why"]
    assert [one["version"] for one in shown["versions"]] == ["8 to 8B", "8C to 8I", "8J", "8K", "8L"]
    assert [one["until_status"] for one in shown["versions"]][-1] == "secondary"
    printed = desk.quick("law", "show", written, "--on", "2025-03-11").out
    assert "its conditions were not read" in printed
    assert "8L: from 2025-01-10 (secondary) until 2025-03-12T00:01 America/New_York (secondary)" in printed


def test_the_rule_on_licences_is_shown_with_those_alive(desk: Any) -> None:
    told = desk.quick("law", "show", "licence", "--on", "2026-11-22").out
    assert "GL-132 (project:paks-2): yes" in told
    assert "GL-131 (sale): unknown; version 131G ended on 2026-07-25T00:01 America/New_York; renewal not known" in told


def test_an_unknown_rule_or_day_is_refused(desk: Any, sentence: Callable[[Any], str]) -> None:
    rule = desk.quick("law", "show", "no-such-rule")
    assert (rule.status, "s11-designated" in sentence(rule)) == (2, True)
    day = desk.quick("law", "show", "--on", "spring")
    assert (day.status, "--on" in sentence(day)) == (2, True)
