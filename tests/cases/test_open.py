"""A case is opened for what was not released, once, with what it is found by."""

from __future__ import annotations

import json

from sqlalchemy import select
from tests.cases.conftest import Clock, mt103
from tests.cases.desk import LISTED, reviewed, stopped

from brightline.cases.arrival import Arrival
from brightline.cases.database import Store
from brightline.cases.deciding import Deciding
from brightline.cases.events import timeline
from brightline.cases.intake import accept
from brightline.cases.tables.cases import cases


def test_a_stop_opens_a_case_found_by_its_rules_and_lists(store: Store, deciding: Deciding, clock: Clock) -> None:
    answer = accept(store, Arrival(stopped(), "text/plain", clock(), True, "gate"), deciding)
    assert answer.cases == (json.loads(answer.lines[0])["id"],)
    with store.read() as conn:
        row = conn.execute(select(cases)).one()
        story = timeline(conn, row.id)
    assert (row.state, row.is_open, row.outcome, row.gravest) == ("open", True, "stop", "stop")
    assert (row.amount, row.currency, row.corridor_from, row.corridor_to) == ("125000.00", "CNY", "CN", "KZ")
    assert (row.counterparty, row.entry, row.script) == (LISTED, "us-ofac-sdn 1", "latin")
    assert row.cut_off == row.due == "2024-07-04T00:00:00.000000Z"
    assert (" listed-party " in row.rules, row.lists) == (True, " us-ofac-sdn ")
    assert [(one.kind, one.by, one.content["outcome"]) for one in story] == [("opened", "gate", "stop")]


def test_the_same_payment_again_opens_no_second_case(store: Store, deciding: Deciding, clock: Clock) -> None:
    arrival = Arrival(reviewed(), "text/plain", clock(), True, "gate")
    assert accept(store, arrival, deciding).cases == accept(store, arrival, deciding).cases
    with store.read() as conn:
        assert len(conn.execute(select(cases)).all()) == 1


def test_what_cannot_be_read_opens_a_case(store: Store, deciding: Deciding, clock: Clock) -> None:
    answer = accept(store, Arrival(b"<broken", "application/xml", clock(), True, "gate"), deciding)
    with store.read() as conn:
        row = conn.execute(select(cases)).one()
    assert answer.cases == (row.id,)
    assert (row.outcome, row.amount, row.corridor_from, row.due) == ("unreadable", None, "??", None)


def test_a_release_opens_none(store: Store, deciding: Deciding, clock: Clock) -> None:
    answer = accept(store, Arrival(mt103(), "text/plain", clock(), True, "gate"), deciding)
    assert (json.loads(answer.lines[0])["outcome"], answer.cases) == ("release", ())
