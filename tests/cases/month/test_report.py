"""The report of a month over cases whose answers are known."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import insert
from tests.cases.conftest import Clock, mt103
from tests.cases.desk import reviewed, somebody, stopped, taken_in

from brightline.cases.actors import AUDITOR, Actor
from brightline.cases.arrival import Arrival
from brightline.cases.database import Store
from brightline.cases.deciding import Deciding
from brightline.cases.intake import accept
from brightline.cases.month.report import month_report
from brightline.cases.month.span import read_month
from brightline.cases.numbers import Figures, numbers
from brightline.cases.tables.requests import requests
from brightline.cases.workflow import Act, act
from brightline.errors import CallError, NotAllowed
from brightline.report.sheet import sheet_json

READER = Actor("cli", "an auditor", AUDITOR, "cli")


@pytest.fixture
def told(store: Store, deciding: Deciding, clock: Clock) -> dict[str, Any]:
    """July told in August: three reviews (let go, turned away, waiting), a stop let go by two people, six releases."""
    ana, bo = somebody(store, "Ana", "analyst"), somebody(store, "Bo", "approver")
    let_go, away, _ = (taken_in(store, deciding, reviewed(f"R{n}")) for n in range(3))
    stop = taken_in(store, deciding, stopped())
    for n in range(6):
        accept(store, Arrival(mt103(reference=f"T{n}"), "text/plain", clock(), True, "gate"), deciding)
    clock.move(minutes=10)
    act(store, let_go, Act("dispose", "other-party", "Not them.", "released"), ana, deciding)
    act(store, away, Act("dispose", "exposure", "It is them.", "declined"), ana, deciding)
    act(store, stop, Act("recommend", "licence", "A licence covers it.", "released"), ana, deciding)
    act(store, stop, Act("approve", comment="Seen."), bo, deciding)
    clock.move(days=40)
    return _told(store)


def _told(store: Store, month: str = "2024-07") -> dict[str, Any]:
    return dict(sheet_json(month_report(store, READER, read_month(month, store.now()))))


def test_its_figures_are_those_of_the_page_of_numbers(store: Store, told: dict[str, Any]) -> None:
    until = datetime(2024, 8, 1, tzinfo=UTC)
    counted = numbers(store, READER, datetime(2024, 7, 1, tzinfo=UTC), until)
    tables = told["tables"]
    figures = {row["name"]: row["value"] for name in ("numbers", "rates", "times") for row in tables[name]}
    own = (*Figures.__slots__, "true_match_rate", "harmless_release_rate")
    assert {name: figures[name] for name in own} == {name: getattr(counted.overall, name) for name in own}
    assert (figures["decided"], figures["released_at_once"]) == (counted.decided, counted.released_at_once)
    assert figures["released_at_once_rate"] == counted.released_at_once_rate
    assert {row["rule"]: row["alerts"] for row in tables["alerts_by_rule"]} == {
        rule: one.alerts for rule, one in counted.by["rule"]
    }
    for by in ("corridor", "script", "firm_size"):
        assert sum(row["held"] for row in tables[f"fares_by_{by}"]) == counted.overall.alerts
        assert sum(row["at_once"] for row in tables[f"fares_by_{by}"]) == counted.released_at_once


def test_what_waits_is_told_by_age_and_what_is_overdue_by_name(told: dict[str, Any]) -> None:
    ages = {row["age"]: row for row in told["tables"]["ageing"]}
    assert (ages["14 to 30 days"]["review"], ages["14 to 30 days"]["value"]) == (1, "125,000.00 CNY")
    assert sum(row["cases"] for row in ages.values()) == 1
    (late,) = told["tables"]["overdue"]
    assert (late["outcome"], late["corridor"], late["amount"], late["opened"]) == (
        *("review", "CN-KZ", "125000.00 CNY"),
        "2024-07-03",
    )


def test_a_stop_that_was_let_go_is_an_override_and_a_review_is_not(told: dict[str, Any]) -> None:
    (one,) = told["tables"]["overrides"]
    assert (one["override"], one["outcome"], one["reason"], one["cases"]) == (
        *("released against the program", "stop"),
        *("licence", 1),
    )
    ended = {(row["outcome"], row["disposition"]): row["cases"] for row in told["tables"]["dispositions"]}
    assert ended == {("review", "declined"): 1, ("review", "released"): 1, ("stop", "released"): 1}
    assert {row["act"]: row["times"] for row in told["tables"]["acts"]}["opened"] == 4


def test_exposure_is_summed_by_currency_and_state(told: dict[str, Any]) -> None:
    sums = {(row["determination"], row["state"], row["currency"]): row for row in told["tables"]["exposure"]}
    assert sum(row["cases"] for row in sums.values()) == 4
    assert sums["cannot-tell", "waiting", "CNY"]["value"] == "125000.00"


def test_a_month_without_anything_is_told_as_such(store: Store, told: dict[str, Any], clock: Clock) -> None:
    earlier = _told(store, "2024-06")["tables"]
    assert [row["value"] for row in earlier["numbers"]] == [0] * len(earlier["numbers"])
    assert (earlier["overdue"], earlier["fares_by_corridor"]) == ([], [])
    running = _told(store, "2024-08")
    assert "still runs" in running["facts"]["Month"]
    assert {row["age"]: row["review"] for row in running["tables"]["ageing"]}["30 days and more"] == 1


def test_requests_are_counted_by_correspondent_with_their_turn_round(store: Store, told: dict[str, Any]) -> None:
    one = {"way": "in", "kind": "letter", "correspondent": "QINGCNBJ", "at": "2024-07-04T10:00:00.000000Z"}
    rows = [
        one | {"id": "1", "reference": "A", "due": "2024-07-09", "answered": "2024-07-05T10:00:00.000000Z"},
        one | {"id": "2", "reference": "B", "due": "2024-07-09", "answered": None},
        one | {"id": "3", "reference": "C", "due": None, "answered": None},
    ]
    with store.write() as conn:
        conn.execute(insert(requests), rows)
    assert told["tables"]["requests"] == []
    (found,) = _told(store)["tables"]["requests"]
    assert [found[name] for name in ("way", "correspondent", "requests", "answered", "late", "median_seconds")] == [
        *("in", "QINGCNBJ"),
        *(3, 1, 1, 86400),
    ]


@pytest.mark.parametrize("wrong", ["2024-13", "24-07", "July", "", "2031-01"])
def test_a_wrong_month_is_refused(wrong: str) -> None:
    with pytest.raises(CallError, match="--month"):
        read_month(wrong, datetime(2024, 8, 12, tzinfo=UTC))


def test_nobody_without_a_role_reads_it(store: Store) -> None:
    with pytest.raises(NotAllowed):
        month_report(store, Actor("x", "x", "", "cli"), read_month("2024-07", store.now()))
