"""A message is stored whole, once, and given back as it was answered."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import func, select
from tests.cases.conftest import Clock, mt103

from brightline.cases.arrival import Arrival
from brightline.cases.database import Store
from brightline.cases.deciding import Deciding
from brightline.cases.intake import Accepted, accept, keep
from brightline.cases.journal.verify import verify
from brightline.cases.kept import body_of, decision_line, message_of
from brightline.cases.tables.cases import cases
from brightline.cases.tables.received import decisions, idempotency, messages, payments
from brightline.errors import NotThere, Refused

LISTED = "JOINT STOCK COMPANY ZAVOD KVARTSOVIK"
MOMENT = datetime(2024, 7, 3, 9, 0, tzinfo=UTC)


def arrival(body: bytes, **more: Any) -> Arrival:
    said: dict[str, Any] = {"content_type": "text/plain", "as_of": MOMENT, "as_of_given": True, "by": "bank"}
    return Arrival(body, **(said | more))


def rows(store: Store, table: Any) -> int:
    with store.read() as conn:
        return int(conn.scalar(select(func.count()).select_from(table)) or 0)


def faults(store: Store) -> list[str]:
    with store.read() as conn:
        return [str(one) for one in verify(conn, {store.signer.public})]


def test_a_stored_decision_comes_back_byte_for_byte(store: Store, deciding: Deciding) -> None:
    accepted = accept(store, arrival(mt103()), deciding)
    said = json.loads(accepted.lines[0])
    assert said["outcome"] == "release"
    assert (accepted.readable, accepted.again, accepted.cases) == (True, False, ())
    with store.read() as conn:
        assert decision_line(conn, said["id"]) == accepted.lines[0]
        assert message_of(conn, said["id"]) == accepted.message
        assert body_of(conn, accepted.message) == mt103()
    assert faults(store) == []


def test_what_is_not_released_opens_a_case_in_the_same_transaction(store: Store, deciding: Deciding) -> None:
    accepted = accept(store, arrival(mt103(LISTED)), deciding)
    said = json.loads(accepted.lines[0])
    assert said["outcome"] in {"review", "stop"}
    assert accepted.cases == (said["id"],)
    with store.read() as conn:
        assert conn.scalars(select(cases.c.id)).all() == [said["id"]]


def test_an_unreadable_body_is_kept_and_opens_a_case(store: Store, deciding: Deciding) -> None:
    accepted = accept(store, arrival(b"<Document><cut in"), deciding)
    assert not accepted.readable
    assert json.loads(accepted.lines[0])["outcome"] == "unreadable"
    assert len(accepted.cases) == rows(store, cases) == 1
    with store.read() as conn:
        assert body_of(conn, accepted.message) == b"<Document><cut in"
        assert decision_line(conn, accepted.cases[0]) == accepted.lines[0]
    assert faults(store) == []


def test_many_payments_of_one_message_are_answered_in_its_order(store: Store, deciding: Deciding) -> None:
    head = "end_to_end_id,amount,currency,debtor_name,creditor_name,remittance\n"
    body = head + "".join(f"E{n},100.00,CNY,HARBIN MORNING TRADE CO LTD,BUYER {n},TEA\n" for n in range(1200))
    accepted = accept(store, arrival(body.encode(), content_type="text/csv"), deciding)
    found = [json.loads(one)["payment"]["end_to_end_id"] for one in accepted.lines]
    assert found == [f"E{n}" for n in range(1200)]
    assert rows(store, payments) == 1200
    assert faults(store) == []


def test_the_same_payment_again_is_kept_twice_and_decided_once(store: Store, deciding: Deciding) -> None:
    first, second = (accept(store, arrival(mt103(LISTED)), deciding) for _ in range(2))
    assert second.lines == first.lines
    assert (second.message == first.message, second.again) == (False, False)
    assert [rows(store, one) for one in (messages, payments, decisions, cases)] == [2, 2, 1, 1]
    assert faults(store) == []


def test_the_same_payment_twice_in_one_message_is_one_decision(store: Store, deciding: Deciding) -> None:
    row = "E1,100.00,CNY,HARBIN MORNING TRADE CO LTD,BUYER,TEA\n"
    body = ("end_to_end_id,amount,currency,debtor_name,creditor_name,remittance\n" + row * 2).encode()
    accepted = accept(store, arrival(body, content_type="text/csv"), deciding)
    assert accepted.lines[0] == accepted.lines[1]
    assert (rows(store, payments), rows(store, decisions)) == (2, 1)


def test_a_key_used_again_gives_the_first_answer(store: Store, deciding: Deciding, clock: Clock) -> None:
    first = accept(store, arrival(mt103(), key="k1"), deciding)
    clock.move(days=3)
    again = accept(store, arrival(mt103(), key="k1"), deciding)
    assert (again.lines, again.message, again.again) == (first.lines, first.message, True)
    assert (rows(store, messages), rows(store, idempotency)) == (1, 1)


def test_a_moment_nobody_named_is_no_part_of_what_a_key_asked(store: Store, deciding: Deciding) -> None:
    first = accept(store, arrival(mt103(), key="k1", as_of_given=False), deciding)
    later = MOMENT.replace(hour=11)
    assert accept(store, arrival(mt103(), key="k1", as_of=later, as_of_given=False), deciding).lines == first.lines
    with pytest.raises(Refused, match="used before with another message"):
        accept(store, arrival(mt103(), key="k1", as_of=later), deciding)


def test_a_key_with_another_body_is_refused_and_nothing_is_stored(store: Store, deciding: Deciding) -> None:
    accept(store, arrival(mt103(), key="k1"), deciding)
    with pytest.raises(Refused, match="a key of its own for each message") as told:
        accept(store, arrival(mt103(LISTED), key="k1"), deciding)
    assert told.value.status == 422
    assert rows(store, messages) == 1


def test_a_key_is_the_callers_own(store: Store, deciding: Deciding) -> None:
    accept(store, arrival(mt103(), key="k1"), deciding)
    assert not accept(store, arrival(mt103(LISTED), key="k1", by="another bank"), deciding).again


def test_of_calls_at_the_same_time_with_one_key_one_wins(store: Store, deciding: Deciding) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: accept(store, arrival(mt103(), key="k1"), deciding), range(8)))
    assert {one.lines for one in answers} == {answers[0].lines}
    assert sorted(one.again for one in answers) == [False] + [True] * 7
    assert rows(store, messages) == 1
    assert faults(store) == []


def test_messages_stored_together_fail_each_for_itself(store: Store, deciding: Deciding) -> None:
    accept(store, arrival(mt103(), key="used"), deciding)
    together = [
        arrival(mt103(reference="A"), key="a"),
        arrival(mt103(reference="B"), key="used"),
        arrival(mt103(reference="A"), key="a"),
        arrival(mt103(reference="C"), key="a"),
        arrival(mt103(reference="D")),
    ]
    found = keep(store, [(one, deciding.screen(one.body, one.as_of)) for one in together])
    assert [type(one) for one in found] == [Accepted, Refused, Accepted, Refused, Accepted]
    assert [one.again for one in found if isinstance(one, Accepted)] == [False, True, False]
    assert rows(store, messages) == 3
    assert faults(store) == []


def test_texts_no_database_takes_are_kept_with_replacement_signs(store: Store, deciding: Deciding) -> None:
    odd = {
        "format": "brightline.payment",
        "amount": "1.00",
        "currency": "CNY",
        "uetr": "\ud800",
        "end_to_end_id": "a\0b",
    }
    parties = [{"role": role, "name": "A \0 B", "path": role} for role in ("debtor", "creditor")]
    accepted = accept(store, arrival(json.dumps(odd | {"parties": parties}).encode()), deciding)
    with store.read() as conn:
        names = conn.scalars(select(payments.c.decision)).all()
        assert decision_line(conn, names[0]) == accepted.lines[0]
    assert faults(store) == []


@pytest.mark.parametrize(
    ("field", "value"), [("amount", "1" * 60 + ".00"), ("currency", "CNYX"), ("uetr", os.urandom(10_000).hex())]
)
def test_texts_of_any_length_are_kept_and_open_their_case(
    store: Store, deciding: Deciding, field: str, value: str
) -> None:
    parties = [{"role": "debtor", "name": "HARBIN MORNING TRADE"}, {"role": "creditor", "name": LISTED}]
    said = {"amount": "1.00", "currency": "CNY", "parties": parties, field: value}
    accepted = accept(store, arrival(json.dumps(said).encode()), deciding)
    assert json.loads(accepted.lines[0])["payment"][field] == value
    assert rows(store, cases) == len(accepted.cases) == 1
    assert faults(store) == []


def test_a_decision_that_is_not_there_is_said_so(store: Store) -> None:
    with store.read() as conn, pytest.raises(NotThere, match="decision 00"):
        decision_line(conn, "00")
