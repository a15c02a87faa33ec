"""Payments in, decisions out: stored before they are answered, given back equal, and asked for once or again."""

from __future__ import annotations

import json

import pytest
from tests.api.client import TestClient
from tests.cases.conftest import mt103
from tests.cases.desk import stopped

from brightline.cases.service import Service

AS_OF = "2024-07-03T09:00:00Z"
PAYMENT = {
    "end_to_end_id": "E2E-1",
    "amount": "1250.00",
    "currency": "CNY",
    "parties": [
        {"role": "debtor", "name": "HARBIN MORNING TRADE CO LTD", "country": "CN"},
        {"role": "creditor", "name": "GOLDEN LEAF TEA LLC", "country": "KZ"},
    ],
    "texts": [{"kind": "remittance", "value": "GREEN TEA, HS 090210"}],
}
PAPER = {"kind": "invoice", "number": "INV-1"}


def posted(
    client: TestClient, body: bytes, headers: dict[str, str] | None = None, as_of: str = AS_OF
) -> dict[str, object]:
    """The first decision of a body that can be read."""
    answer = client.post("/v1/payments", content=body, headers=headers or {}, params={"as_of": as_of})
    assert answer.status_code == 201, answer.text
    return dict(answer.json()["decisions"][0])


@pytest.mark.parametrize("kind", ["text/plain", "text/plain; charset=utf-8", ""])
def test_a_payment_is_decided_and_given_back_equal(client: TestClient, kind: str) -> None:
    answer = client.post("/v1/payments", content=mt103(), headers={"content-type": kind} if kind else {})
    assert answer.status_code == 201
    (decision,) = answer.json()["decisions"]
    again = client.get(f"/v1/decisions/{decision['id']}")
    assert again.status_code == 200
    assert b'{"decisions":[' + again.content + b"]}" == answer.content


def test_without_a_moment_it_is_now_to_the_second(client: TestClient, service: Service) -> None:
    (decision,) = client.post("/v1/payments", content=mt103()).json()["decisions"]
    assert decision["as_of"]["law"] == service.store.now().replace(microsecond=0).isoformat()


def test_a_zone_sent_without_escaping_is_understood(client: TestClient) -> None:
    answer = client.post("/v1/payments?as_of=2024-07-03T17:00:00+08:00", content=mt103())
    assert answer.json()["decisions"][0]["as_of"]["law"] == "2024-07-03T17:00:00+08:00"


def test_the_same_payment_twice_is_one_decision(client: TestClient) -> None:
    assert posted(client, mt103()) == posted(client, mt103())


def test_a_payment_object_with_its_papers(client: TestClient) -> None:
    alone = posted(client, json.dumps(PAYMENT).encode())
    answer = client.post("/v1/payments", json={"payment": PAYMENT, "papers": [PAPER]}, params={"as_of": AS_OF})
    assert answer.status_code == 201, answer.text
    (beside,) = answer.json()["decisions"]
    assert beside["payment"] == alone["payment"]
    assert len(beside["beside"]["papers"]) == 1
    assert "papers" not in (alone["beside"] or {})  # type: ignore[operator]


def test_a_message_as_text_with_its_papers(client: TestClient) -> None:
    said = {"payment": mt103().decode(), "papers": []}
    assert posted(client, json.dumps(said).encode())["payment"] == posted(client, mt103())["payment"]


@pytest.mark.parametrize(
    "body",
    [{"payment": PAYMENT, "papers": [{"kind": "banana"}]}, {"payment": PAYMENT, "papers": {}, "x": 1}, {"papers": []}],
)
def test_papers_of_another_shape_are_refused(client: TestClient, body: object) -> None:
    answer = client.post("/v1/payments", json=body)
    assert answer.status_code == 400
    assert "expected" in answer.json()["detail"]


def test_one_message_may_hold_several_payments(client: TestClient) -> None:
    rows = "amount,currency,debtor_name,creditor_name\n1.00,CNY,A TRADE LTD,B LTD\n2.00,CNY,A TRADE LTD,C LTD\n"
    answer = client.post("/v1/payments", content=rows.encode(), headers={"content-type": "text/plain"})
    assert [one["payment"]["amount"] for one in answer.json()["decisions"]] == ["1.00", "2.00"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"hello",
        b"<a",
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "&b;&b;">]><a>&b;</a>',
        b"[" * 100_000,
        b'{"payment": ' + b"[" * 100_000,
        b'{"amount": 1e999999}',
        b"\xff\xfe\x00",
        b'{"parties": "\\ud800"}',
    ],
)
def test_what_cannot_be_read_is_kept_and_opens_a_case(client: TestClient, body: bytes) -> None:
    answer = client.post("/v1/payments", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 422, answer.text
    said = answer.json()
    assert said["decisions"][0]["outcome"] == "unreadable"
    (case,) = said["cases"]
    assert client.get(f"/v1/cases/{case}").json()["row"]["outcome"] == "unreadable"


def test_the_same_key_gives_the_first_answer(client: TestClient) -> None:
    headers = {"Idempotency-Key": "order-1"}
    first = client.post("/v1/payments", content=mt103(), headers=headers)
    again = client.post("/v1/payments", content=mt103(), headers=headers)
    assert (again.status_code, again.content) == (201, first.content)


def test_the_same_key_with_another_body_is_refused(client: TestClient) -> None:
    headers = {"Idempotency-Key": "order-1"}
    client.post("/v1/payments", content=mt103(), headers=headers)
    other = client.post("/v1/payments", content=mt103(reference="REF2"), headers=headers)
    assert other.status_code == 422
    assert "Idempotency-Key" in other.json()["detail"]


@pytest.mark.parametrize(
    ("query", "headers", "status"),
    [
        ("", {"content-type": "image/png"}, 415),
        ("", {"Idempotency-Key": "k" * 256}, 400),
        ("", {"Idempotency-Key": "a b"}, 400),
        ("?as_of=yesterday", {}, 400),
        ("?as_of=1999-01-01", {}, 201),
    ],
)
def test_what_is_wrong_with_a_call_is_said(
    client: TestClient, query: str, headers: dict[str, str], status: int
) -> None:
    answer = client.post(f"/v1/payments{query}", content=mt103(), headers=headers)
    assert answer.status_code == status, answer.text
    assert status == 201 or isinstance(answer.json()["detail"], str)


@pytest.mark.parametrize("name", ["0" * 32, "%00", "..%2f..%2fcases.db", "' OR 1=1 --", "x" * 5000, "\u202e"])
def test_no_such_decision(client: TestClient, name: str) -> None:
    answer = client.get(f"/v1/decisions/{name}")
    assert answer.status_code == 404
    assert isinstance(answer.json()["detail"], str)


def test_a_held_payment_is_a_case_of_the_queue(client: TestClient) -> None:
    decision = posted(client, stopped())
    cases = client.get("/v1/cases", params={"outcome": "stop"}).json()
    assert [one["decision"] for one in cases["cases"]] == [decision["id"]]
    assert cases["counts"]["all"] == 1
