"""Personal data is kept as long as its outcome and country ask, and then nobody reads it again."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, update
from tests.cases.conftest import Clock, mt103
from tests.cases.desk import reviewed, somebody, taken_in

from brightline.cases.arrival import Arrival
from brightline.cases.database import Store, open_store, stamp
from brightline.cases.deciding import Deciding
from brightline.cases.erasure import erase
from brightline.cases.events import timeline
from brightline.cases.intake import accept
from brightline.cases.journal.signing import Signer
from brightline.cases.journal.verify import verify
from brightline.cases.kept import body_of, decision_line
from brightline.cases.retention import Due, Term, due, erase_due, read_terms, shipped_terms
from brightline.cases.tables.cases import cases
from brightline.cases.tables.every import METADATA
from brightline.cases.tables.keys import case_keys
from brightline.cases.tables.metadata import PERSONAL
from brightline.cases.tables.received import payments
from brightline.cases.view import case_view
from brightline.cases.workflow import Act, act
from brightline.errors import LawError, NotThere

MOMENT = datetime(2024, 7, 3, 9, 0, tzinfo=UTC)
LISTED = "JOINT STOCK COMPANY ZAVOD KVARTSOVIK"
TERMS = read_terms(
    """
rules:
  - {outcome: release, country: CN, days: 30, because: "shorter there"}
  - {outcome: release, days: 60, because: "released"}
otherwise: {days: 100, because: "all others"}
""",
    "terms.yaml",
)


def take_in(store: Store, deciding: Deciding, body: bytes) -> str:
    accepted = accept(store, Arrival(body, "text/plain", MOMENT, True, "bank"), deciding)
    found = re.search(rb'"id":"([0-9a-f]{32})"', accepted.lines[0])
    return found[1].decode() if found else accepted.cases[0]


def found(store: Store) -> list[Due]:
    with store.read() as conn:
        return list(due(conn, store.now(), TERMS))


def test_each_outcome_and_country_has_its_term(store: Store, deciding: Deciding, clock: Clock) -> None:
    chinese = take_in(store, deciding, mt103())
    unreadable = take_in(store, deciding, b"<cut")
    stopped = take_in(store, deciding, mt103(LISTED))
    clock.move(days=29)
    assert found(store) == []
    clock.move(days=1)
    assert [(one.decision, one.country, one.term.days) for one in found(store)] == [(chinese, "CN", 30)]
    clock.move(days=400)
    assert [one.decision for one in found(store)] == [chinese]  # the others wait in open cases
    with store.write() as conn:
        ended = stamp(store.now())
        conn.execute(update(cases).values(is_open=False, ended=ended))
    clock.move(days=100)
    assert {one.decision for one in found(store)} == {chinese, unreadable, stopped}


def test_what_is_due_is_erased_once_and_the_journal_holds(store: Store, deciding: Deciding, clock: Clock) -> None:
    first = take_in(store, deciding, mt103())
    clock.move(days=20)
    second = take_in(store, deciding, mt103(reference="LATER"))
    clock.move(days=15)
    assert erase_due(store, store.now(), TERMS, "cli") == 2
    assert found(store) == []
    with store.read() as conn:
        assert decision_line(conn, second)
        with pytest.raises(NotThere, match="or erased"):
            decision_line(conn, first)
        assert list(verify(conn, {store.signer.public})) == []


def test_erasing_a_case_leaves_no_personal_data_of_it(store: Store, deciding: Deciding) -> None:
    decision = take_in(store, deciding, mt103(LISTED))
    kept = take_in(store, deciding, mt103(reference="OTHER"))
    with store.write() as conn:
        message = conn.scalar(select(payments.c.message).where(payments.c.decision == decision))
        assert erase(conn, store, decision, "ada", "asked for") == tuple(sorted([decision, str(message)]))
    with store.read() as conn:
        assert body_of(conn, str(message)) is None
        for table in METADATA.sorted_tables:
            for column in (one for one in table.columns if one.info.get(PERSONAL) and table is not payments):
                assert conn.scalars(select(column).where(column.is_not(None))).all() == []
        assert conn.scalars(select(payments.c.end_to_end_id).where(payments.c.decision == decision)).all() == [None]
        assert all(not event.content and event.comment is None for event in timeline(conn, decision))
        assert decision_line(conn, kept)
        assert list(verify(conn, {store.signer.public})) == []
    with store.write() as conn:
        assert erase(conn, store, decision, "ada", "again") == ()
        with pytest.raises(NotThere):
            erase(conn, store, "0" * 32, "ada", "nobody")


def test_a_case_is_erased_whole_by_the_id_of_any_of_its_decisions(
    store: Store, deciding: Deciding, clock: Clock
) -> None:
    ana, first = somebody(store, "Ana", "analyst"), taken_in(store, deciding, reviewed())
    clock.move(days=1)
    act(store, first, Act("repair", comment="The name was cut.", message=mt103(LISTED + " TWO")), ana, deciding)
    second = case_view(store, first, ana).row.decision
    assert second != first
    with store.write() as conn:
        assert {first, second} < set(erase(conn, store, second, "ada", "asked for"))
    view = case_view(store, first, ana)
    assert (view.raw, view.decision, view.row.creditor) == (None, {"id": second}, None)
    assert all(not event.content for event in view.timeline)


def test_a_destroyed_key_is_gone_from_the_file_while_others_hold_it_open(
    tmp_path: Path, deciding: Deciding, clock: Clock, signer: Signer
) -> None:
    url = f"sqlite:///{tmp_path / 'cases.db'}"
    service, operator = open_store(url, clock, signer), open_store(url, clock, signer)
    decision = take_in(service, deciding, mt103())
    with service.read() as conn:
        keys = conn.scalars(select(case_keys.c.key)).all()
    clock.move(days=30)
    assert erase_due(operator, operator.now(), TERMS, "cli") == len(keys) == 2
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert decision.encode() in left
    assert [one for one in keys if one in left] == []
    service.close()
    operator.close()


def test_nothing_of_an_erased_name_is_left_in_any_row(store: Store, deciding: Deciding) -> None:
    decision = take_in(store, deciding, mt103(LISTED))
    with store.write() as conn:
        erase(conn, store, decision, "ada", "asked for")
    with store.read() as conn:
        values = [value for table in METADATA.sorted_tables for row in conn.execute(select(table)) for value in row]
    assert [one for one in values if isinstance(one, str) and "HARBIN" in one.upper()] == []
    assert [one for one in values if isinstance(one, bytes) and b"HARBIN" in one.upper()] == []


def test_the_same_payment_after_its_erasure_is_decided_and_kept_anew(store: Store, deciding: Deciding) -> None:
    decision = take_in(store, deciding, mt103())
    with store.write() as conn:
        erase(conn, store, decision, "ada", "asked for")
    assert take_in(store, deciding, mt103()) == decision
    with store.read() as conn:
        assert decision_line(conn, decision)
        assert list(verify(conn, {store.signer.public})) == []


def test_the_shipped_terms_keep_everything_ten_years() -> None:
    assert [(one.outcome, one.country, one.days) for one in shipped_terms()] == [(None, None, 3653)]
    assert Term("release", "CN", 1, "").fits("release", "CN")
    assert not Term("release", "CN", 1, "").fits("release", None)
    assert Term(None, None, 1, "").fits("stop", None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("rules:\n - {days: 1, because: x}", "otherwise"),
        ("otherwise: {days: ten, because: x}", "line 1"),
        ("otherwise: {days: 0, because: x}", "at least 1"),
        ("otherwise: {days: 1}", "because"),
        ("otherwise: {days: 1, because: x, day: 2}", "unknown key"),
        ("rules:\n - {outcome: released, days: 1, because: x}\notherwise: {days: 1, because: x}", "line 2"),
        ("rules:\n - {country: germany, days: 1, because: x}\notherwise: {days: 1, because: x}", "a country such as"),
    ],
)
def test_a_file_of_terms_that_is_wrong_is_refused_with_its_line(text: str, told: str) -> None:
    with pytest.raises(LawError, match=told):
        read_terms(text, "terms.yaml")
