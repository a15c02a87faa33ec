"""`brightline law show`: each rule as it stands on a day."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from brightline.cli.law import described
from brightline.law.book import read_book


def _shown(desk: Any, *arguments: str) -> list[dict[str, Any]]:
    done = desk.quick("law", "show", "--json", *arguments)
    assert done.status == 0, done.err
    return [json.loads(line) for line in done.out.splitlines()]


def test_every_rule_of_the_book_is_shown_with_its_law(desk: Any) -> None:
    shown = _shown(desk)
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


def test_an_unknown_rule_or_day_is_refused(desk: Any, sentence: Callable[[Any], str]) -> None:
    rule = desk.quick("law", "show", "no-such-rule")
    assert (rule.status, "s11-designated" in sentence(rule)) == (2, True)
    day = desk.quick("law", "show", "--on", "spring")
    assert (day.status, "--on" in sentence(day)) == (2, True)
