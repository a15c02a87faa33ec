"""Cases over HTTP: filters, cursor, one case, and what may be done in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.api.client import TestClient
from tests.cases.desk import reviewed, stopped

from brightline.api.app import make_api
from brightline.cases.actors import APPROVER, AUDITOR
from brightline.cases.service import Service


@pytest.fixture
def case(client: TestClient) -> str:
    """The id of the case of a payment that is to be reviewed."""
    client.post("/v1/payments", content=reviewed(), params={"as_of": "2024-07-03T09:00:00Z"})
    return str(client.get("/v1/cases").json()["cases"][0]["id"])


def test_pages_follow_each_other_by_cursor(client: TestClient) -> None:
    for number in range(5):
        client.post("/v1/payments", content=stopped(f"STOP{number}"))
    seen: list[str] = []
    cursor: str | None = None
    for _ in range(3):
        page = client.get("/v1/cases", params={"limit": "2"} | ({"cursor": cursor} if cursor else {})).json()
        seen += [one["id"] for one in page["cases"]]
        cursor = page["next"]
    assert len(seen) == len(set(seen)) == 5
    assert cursor is None


@pytest.mark.parametrize(
    "query", ["banana=1", "outcome=banana", "amount_from=x", "cursor=%27%3B--", "cursor=AAAA", "limit=0", "limit=201"]
)
def test_a_wrong_filter_is_refused_and_named(client: TestClient, query: str) -> None:
    answer = client.get(f"/v1/cases?{query}")
    assert answer.status_code == 422
    assert query.partition("=")[0] in answer.json()["detail"]


@pytest.mark.parametrize("words", ["'; DROP TABLE cases; --", '" OR "1"="1', "%", "\\", "%00"])
def test_sql_in_a_filter_is_words(client: TestClient, case: str, words: str) -> None:
    assert client.get("/v1/cases", params={"text": words}).status_code in (200, 422)
    assert client.get(f"/v1/cases/{case}").status_code == 200


def test_a_case_with_its_decision_message_and_timeline(client: TestClient, case: str) -> None:
    said = client.get(f"/v1/cases/{case}").json()
    assert said["row"]["state"] == "open"
    assert said["decision"]["outcome"] == "review"
    assert said["raw"].startswith("{1:F01")
    assert "note" in [one["kind"] for one in said["actions"]]


def test_a_note_stands_in_the_timeline(client: TestClient, case: str) -> None:
    answer = client.post(f"/v1/cases/{case}/events", json={"kind": "note", "comment": "Asked the branch."})
    assert answer.status_code == 201, answer.text
    assert answer.json()["timeline"][-1]["comment"] == "Asked the branch."


@pytest.mark.parametrize(
    ("event", "status"),
    [
        ({"kind": "banana"}, 422),
        ({"kind": "note", "banana": 1}, 422),
        ({"kind": "note"}, 422),
        ({"kind": "approve"}, 403),
        ({"kind": "note", "comment": "x", "revision": 99}, 409),
        ([], 422),
    ],
)
def test_what_is_not_allowed_is_refused(client: TestClient, case: str, event: object, status: int) -> None:
    answer = client.post(f"/v1/cases/{case}/events", json=event)
    assert answer.status_code == status, answer.text
    assert isinstance(answer.json()["detail"], str)


def test_nobody_approves_what_they_recommended(service: Service, key_for: Callable[..., str], case: str) -> None:
    client = TestClient(make_api(service), headers={"X-API-Key": key_for(APPROVER)})
    event = {"kind": "recommend", "disposition": "released", "reason": "other-party", "comment": "Not them."}
    recommended = client.post(f"/v1/cases/{case}/events", json=event)
    assert recommended.status_code == 201, recommended.text
    assert recommended.json()["row"]["state"] == "recommended"
    answer = client.post(f"/v1/cases/{case}/events", json={"kind": "approve", "comment": "Agreed."})
    assert answer.status_code == 403
    assert "second person" in answer.json()["detail"] or "recommended" in answer.json()["detail"]


def test_an_auditor_reads_and_changes_nothing(service: Service, key_for: Callable[..., str], case: str) -> None:
    client = TestClient(make_api(service), headers={"X-API-Key": key_for(AUDITOR)})
    assert client.get(f"/v1/cases/{case}").status_code == 200
    answer = client.post(f"/v1/cases/{case}/events", json={"kind": "note", "comment": "x"})
    assert answer.status_code == 403


@pytest.mark.parametrize("path", ["pairs", "passports"])
def test_pairs_and_passports_are_read(client: TestClient, path: str) -> None:
    assert client.get(f"/v1/{path}").json() == {"records": []}


@pytest.mark.parametrize("name", ["nope", "..%2f..%2fetc", "' OR 1=1", "%00"])
def test_no_such_case(client: TestClient, name: str) -> None:
    assert client.get(f"/v1/cases/{name}").status_code == 404
    assert client.post(f"/v1/cases/{name}/events", json={"kind": "note", "comment": "x"}).status_code == 404
