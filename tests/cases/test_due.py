"""Which reports a disposition makes due, and by which day, holidays and all."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from tests.cases.conftest import Clock
from tests.cases.desk import somebody, stopped, taken_in
from tests.screen.conftest import ENTITIES, version

from brightline.cases.calendars import easter
from brightline.cases.database import Store
from brightline.cases.deciding import Deciding
from brightline.cases.due import due_of, reports
from brightline.cases.filters import filters_from
from brightline.cases.queue import queue
from brightline.cases.tables.cases import due_reports
from brightline.cases.workflow import Act, act
from brightline.errors import Clash
from brightline.law.book import read_book
from brightline.names.index import NameIndex, build
from brightline.nexus.institution import shipped_institution
from brightline.screen.edition import OpenList, make_edition
from brightline.screen.policy import read_policy, shipped_text


def _line(*findings: dict[str, object]) -> dict[str, object]:
    return {"outcome": "stop", "findings": list(findings)}


def _finding(rule: str, answer: str, force: str, regime: str | None = None) -> dict[str, object]:
    return {"rule": rule, "answer": answer, "force": force, "evidence": [{"regime": regime}] if regime else []}


@pytest.mark.parametrize(
    ("finding", "disposition", "expected"),
    [
        (_finding("listed-party", "yes", "binds", "us"), "frozen-and-reported", ["us-blocked"]),
        (_finding("listed-party", "yes", "binds", "us"), "declined", ["us-rejected"]),
        (_finding("listed-party", "yes", "binds", "us"), "released", []),
        (_finding("listed-party", "yes", "exposes", "us"), "declined", []),
        (_finding("listed-party", "unknown", "binds", "us"), "declined", []),
        (_finding("listed-party", "yes", "binds", "eu"), "frozen-and-reported", ["eu-frozen"]),
        (_finding("listed-party", "yes", "binds", "uk"), "frozen-and-reported", ["uk-frozen"]),
        (_finding("conflict-of-laws", "yes", "binds"), "declined", ["cn-hindered"]),
        (_finding("conflict-of-laws", "unknown", "binds"), "returned", ["cn-hindered"]),
        (_finding("conflict-of-laws", "no", "binds"), "returned", []),
    ],
)
def test_what_becomes_due(finding: dict[str, object], disposition: str, expected: list[str]) -> None:
    assert [one.name for one in due_of(_line(finding), disposition)] == expected


@pytest.mark.parametrize(
    ("report", "taken", "due"),
    [
        ("us-blocked", "2024-07-03", "2024-07-18"),  # over Independence Day and two weekends
        ("us-blocked", "2024-12-20", "2025-01-07"),  # over Christmas and New Year
        ("us-blocked", "2021-12-20", "2022-01-05"),  # Christmas 2021 and New Year 2022, Saturdays, kept on the Fridays
        ("us-rejected", "2027-06-30", "2027-07-15"),  # 4 July 2027, a Sunday, kept on Monday
        ("uk-frozen", "2024-03-28", "2024-04-02"),  # over Good Friday and Easter Monday
        ("uk-frozen", "2022-12-23", "2022-12-28"),  # Christmas 2022, a Sunday: Boxing Day on Monday, the other Tuesday
        ("eu-frozen", "2024-07-03", "2024-07-17"),
        ("cn-hindered", "2024-02-01", "2024-03-02"),
    ],
)
def test_the_last_day(report: str, taken: str, due: str) -> None:
    assert reports()[report].due_on(date.fromisoformat(taken)) == date.fromisoformat(due)


@pytest.mark.parametrize(("year", "day"), [(2019, "04-21"), (2024, "03-31"), (2025, "04-20"), (2038, "04-25")])
def test_easter(year: int, day: str) -> None:
    assert easter(year).isoformat() == f"{year}-{day}"


def test_every_report_is_cited_and_says_how_well_it_was_read() -> None:
    for one in reports().values():
        assert one.act
        assert one.url.startswith("https://")
        assert one.status in ("verified", "secondary", "unverified")


def _us_bank() -> Deciding:
    """A bank in the United States, with the same list."""
    book = read_book()
    policy = read_policy(shipped_text(), "policy", book.rule_names)
    loaded = OpenList(version(), ENTITIES, NameIndex.from_bytes(build(ENTITIES), ENTITIES))
    return Deciding(make_edition([loaded], book, policy, shipped_institution("us-bank"), trial=False))


def test_a_frozen_payment_owes_a_report_until_somebody_says_it_was_filed(store: Store, clock: Clock) -> None:
    deciding, ana, bo = _us_bank(), somebody(store, "Ana", "analyst"), somebody(store, "Bo", "approver")
    case = taken_in(store, deciding, stopped())
    act(store, case, Act("recommend", "blocked", "It is them, by the INN.", "frozen-and-reported"), ana, deciding)
    frozen = act(store, case, Act("approve"), bo, deciding)
    assert (frozen.row.state, frozen.row.due) == ("frozen-and-reported", "2024-07-18T23:59:59.999999Z")
    assert [(one.report, one.due_on, one.filed) for one in frozen.due] == [("us-blocked", "2024-07-18", None)]
    clock.move(days=16)
    owed = queue(store, filters_from({"state": "frozen-and-reported", "cut_off": "2024-07-19"}), ana)
    assert [(row.id, row.overdue) for row in owed.rows] == [(case, True)]
    filed = act(store, case, Act("filed", comment="Filed by the portal.", to="us-blocked"), ana, deciding)
    assert filed.row.due is None
    assert filed.due[0].filed is not None
    with pytest.raises(Clash, match="a report filed at 2024-07-19"):
        act(store, case, Act("filed", comment="Again.", to="us-blocked"), ana, deciding)


def test_a_reopened_case_owes_nothing_until_it_is_ended_anew(store: Store) -> None:
    deciding, ana, bo = _us_bank(), somebody(store, "Ana", "analyst"), somebody(store, "Bo", "approver")
    case = taken_in(store, deciding, stopped())
    act(store, case, Act("recommend", "blocked", "It is them.", "frozen-and-reported"), ana, deciding)
    act(store, case, Act("approve"), bo, deciding)
    assert act(store, case, Act("reopen", "mistake", "Another firm after all."), bo, deciding).due == ()
    with store.read() as conn:
        assert conn.execute(select(due_reports)).all() == []
