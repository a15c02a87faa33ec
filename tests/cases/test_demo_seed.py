"""The demonstration is filled through the same doors as a real store, once, and the same each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from brightline.cases.actors import AUDITOR, Actor
from brightline.cases.clearances import PASSPORT, every_clearance
from brightline.cases.database import Store, open_store
from brightline.cases.deciding import Deciding
from brightline.cases.demo_messages import demo_payments
from brightline.cases.demo_people import PEOPLE
from brightline.cases.demo_seed import seed
from brightline.cases.filters import Filters
from brightline.cases.journal.verify import verify
from brightline.cases.numbers import numbers
from brightline.cases.queue import LARGEST_PAGE, queue
from brightline.cases.rows import CaseRow
from brightline.cases.sessions import sign_in
from brightline.cases.states import STATES
from brightline.cases.view import case_view
from brightline.cli.open import open_starter
from brightline.law.book import read_book
from brightline.report.press import press_views
from brightline.screen.edition import make_edition
from brightline.screen.policy import read_policy, shipped_text
from brightline.terms.dispositions import DISPOSITIONS

NOW = datetime(2026, 11, 22, 15, 30, tzinfo=UTC)
READER = Actor("reader", "reader", AUDITOR, "cli")


@pytest.fixture(scope="module")
def deciding() -> Deciding:
    book = read_book()
    policy = read_policy(shipped_text(), "shipped", book.rule_names)
    return Deciding(make_edition([open_starter()], book, policy, trial=True))


@pytest.fixture(scope="module")
def seeded(deciding: Deciding, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('demo') / 'demo.db'}", lambda: NOW)
    seed(store, deciding)
    yield store
    store.close()


def rows(store: Store) -> tuple[CaseRow, ...]:
    return queue(store, Filters(state=STATES), READER, None, LARGEST_PAGE).rows


def test_about_sixty_cases_of_every_outcome_and_many_states(seeded: Store) -> None:
    found = rows(seeded)
    assert 60 <= len(found) <= 75
    assert {one.outcome for one in found} == {"stop", "review", "unreadable"}
    states = Counter(one.state for one in found)
    assert {"open", "in-review", "recommended", "waiting-customer", "waiting-bank"} <= set(states)
    assert {"released", "declined", "returned"} <= set(states)
    assert {one.corridor for one in found} > {"RU-CN", "KZ-CN", "AE-CN", "TR-CN"}
    assert any(one.escalated for one in found)
    assert any(one.assignee for one in found)


def test_what_comes_beside_holds_or_tells(seeded: Store) -> None:
    """A party owned by a listed one, papers that contradict, a payment made again, stories of the press."""
    found = {one.debtor: one.rules for one in rows(seeded)}
    assert {"owned-party", "s11-owned"} <= set(found["Karatau Stroy TOO"])
    by_rule = {rule: one for one in rows(seeded) for rule in one.rules}
    assert by_rule["papers-contradict"].creditor == "Ningbo Lamp and Leaf Co Ltd"
    assert by_rule["resubmitted"].debtor == "OOO Gorny Kvarts"
    told = next(one for one in rows(seeded) if one.debtor == "Amber Strait Trading LLC")
    press = case_view(seeded, told.id, READER).decision
    assert [len(one.stories) for one in press_views(press)] == [2]


def test_a_relationship_cleared_on_documents_is_released_by_its_passport(seeded: Store) -> None:
    """One payment of it was released by a person, who made the passport with another; the next one is inside it.

    It never waits, unless it is the one in twenty that is drawn by the digits of its decision.
    """
    first, *drawn = sorted(
        (one for one in rows(seeded) if one.debtor == "OOO Rezvye Nozhki"), key=lambda one: one.opened
    )
    assert first.state == "released"
    for one in drawn:
        releasing = case_view(seeded, one.id, READER).decision["releasing"]
        assert "passport" in {found["rule"] for found in releasing if found["answer"] == "yes"}
    (passport,) = every_clearance(seeded, PASSPORT, READER)
    assert (passport["state"], passport["owner_name"], passport["approver_name"]) == ("live", "ana", "bao")


def test_ages_spread_over_days_by_the_clock_of_the_store(seeded: Store) -> None:
    opened = sorted(one.opened for one in rows(seeded))
    assert opened[0] < "2026-11-15"
    assert "2026-11-22T14" <= opened[-1] < "2026-11-22T15:30"


def test_some_payments_are_released_at_once_and_some_by_people(seeded: Store) -> None:
    found = numbers(seeded, READER, datetime(2026, 10, 1, tzinfo=UTC), NOW)
    assert found.decided >= len(demo_payments())  # a release by a person screens again
    assert found.released_at_once > 15
    assert found.overall.true_matches > 3
    assert found.overall.false_alerts > 3
    assert [size for size, _ in found.by["firm_size"]] == ["micro", "small", "medium", "large", "unknown"]


def test_the_people_shown_can_sign_in(seeded: Store) -> None:
    for one in PEOPLE:
        assert sign_in(seeded, one.name, one.password).actor.role == one.role


def test_a_store_that_holds_people_is_left_as_it_is(seeded: Store, deciding: Deciding) -> None:
    before = rows(seeded)
    seed(seeded, deciding)
    assert rows(seeded) == before


def test_the_journal_of_the_demonstration_verifies(seeded: Store) -> None:
    with seeded.read() as conn:
        assert list(verify(conn)) == []


def test_every_step_of_the_table_is_one_that_the_rules_allow(seeded: Store) -> None:
    ended = [
        one for one in demo_payments() if any(step.startswith("dispose") or step == "approve" for step in one.done)
    ]
    assert len(ended) == sum(one.state in DISPOSITIONS for one in rows(seeded))


def test_messages_come_in_every_form_and_are_the_same_each_time() -> None:
    payments = demo_payments()
    assert {one.row["format"] for one in payments} == {"mt103", "pacs008", "json", "raw"}
    assert [one.message(NOW) for one in payments] == [one.message(NOW) for one in demo_payments()]
    assert len({one.uetr for one in payments}) == len(payments)
