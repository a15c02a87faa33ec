"""Clients of yente send examples and read results: shapes, scores, reasons and parameters."""

from __future__ import annotations

import pytest
from tests.api.client import TestClient
from tests.api.conftest import LISTED

PERSON = {
    "schema": "Person",
    "properties": {"name": ["Ivan Petrovich Invented"], "birthDate": "1961", "country": "Russia"},
}


def matched(client: TestClient, properties: object, schema: str = "Company", query: str = "") -> dict[str, object]:
    """The answer to one example."""
    body = {"queries": {"q": {"schema": schema, "properties": properties}}}
    answer = client.post(f"/match/default{query}", json=body)
    assert answer.status_code == 200, answer.text
    return dict(answer.json()["responses"]["q"])


def test_a_result_has_every_field_that_clients_read(client: TestClient) -> None:
    answer = client.post("/match/us-ofac-sdn", json={"queries": {"mine": PERSON}})
    said = answer.json()
    assert set(said) == {"responses", "matcher", "limit"}
    assert said["limit"] == 5
    assert answer.headers["x-batch-size"] == "1"
    found = said["responses"]["mine"]
    assert set(found) == {"status", "results", "total", "query"}
    assert (found["status"], found["total"]) == (200, {"value": 1, "relation": "eq"})
    best = found["results"][0]
    assert set(best) == {
        *("id", "caption", "schema", "properties", "datasets", "referents", "target", "first_seen", "last_seen"),
        *("last_change", "score", "features", "explanations", "match"),
    }
    assert (best["id"], best["schema"], best["datasets"]) == ("us-ofac-sdn-3", "Person", ["us-ofac-sdn"])
    assert best["match"] is True
    assert best["score"] >= 0.7


def test_features_sum_to_the_weight_and_explanations_name_what_was_compared(client: TestClient) -> None:
    best = matched(client, PERSON["properties"], "Person")["results"][0]  # type: ignore[index]
    assert set(best["features"]) == set(best["explanations"])
    assert all(best["features"][name] == said["score"] for name, said in best["explanations"].items())
    said = (
        best["explanations"]["birth-date-near"]
        if "birth-date-near" in best["features"]
        else best["explanations"]["birth-date-same"]
    )
    assert (said["query"], said["candidate"]) == ("1961", "1961-04-02")


def test_the_query_comes_back_as_it_was_understood(client: TestClient) -> None:
    body = {"queries": {"q": PERSON | {"id": "my-own", "properties": PERSON["properties"] | {"banana": ["x"]}}}}  # type: ignore[operator]
    query = client.post("/match/default", json=body).json()["responses"]["q"]["query"]
    assert query["id"] == "my-own"
    assert query["schema"] == "Person"
    assert query["properties"] == {"name": ["Ivan Petrovich Invented"], "birthDate": ["1961"], "country": ["ru"]}


def test_any_of_several_names_and_scripts_finds(client: TestClient) -> None:
    found = matched(client, {"name": ["Nobody At All", "Инвентед Иван Петрович"]}, "Person")
    assert found["results"][0]["id"] == "uk-sanctions-list-3" or found["results"][0]["id"] == "us-ofac-sdn-3"  # type: ignore[index]


def test_a_number_alone_finds(client: TestClient) -> None:
    found = matched(client, {"innCode": ["7707083893"]})
    assert {one["caption"] for one in found["results"]} == {LISTED}  # type: ignore[attr-defined]


def test_parts_of_a_name_are_put_together(client: TestClient) -> None:
    found = matched(client, {"firstName": "Ivan", "fatherName": "Petrovich", "lastName": "Invented"}, "Person")
    assert found["total"] == {"value": 2, "relation": "eq"}


def test_another_schema_is_no_match(client: TestClient) -> None:
    assert matched(client, {"name": [LISTED]}, "Vessel")["results"] == []


def test_nothing_to_look_for_finds_nothing(client: TestClient) -> None:
    assert matched(client, {"name": ["  "]})["results"] == []


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", ["uk-sanctions-list-1", "us-ofac-sdn-1"]),
        ("?limit=1", ["uk-sanctions-list-1"]),
        ("?limit=0", []),
        ("?include_dataset=us-ofac-sdn", ["us-ofac-sdn-1"]),
        ("?exclude_dataset=us-ofac-sdn", ["uk-sanctions-list-1"]),
        ("?exclude_schema=LegalEntity", []),
        ("?topics=export.control", []),
        ("?topics=sanction&topics=poi", ["uk-sanctions-list-1", "us-ofac-sdn-1"]),
        ("?changed_since=2024-06-01", []),
        ("?changed_since=2024-04-30T10:00", ["uk-sanctions-list-1", "us-ofac-sdn-1"]),
        ("?cutoff=1.1", []),
        ("?algorithm=logic-v1&fuzzy=false&filter_topics=x&banana=1", ["uk-sanctions-list-1", "us-ofac-sdn-1"]),
    ],
)
def test_parameters_narrow_as_with_yente(client: TestClient, query: str, ids: list[str]) -> None:
    found = matched(client, {"name": [LISTED]}, query=query)
    assert [one["id"] for one in found["results"]] == ids  # type: ignore[attr-defined]


def test_the_threshold_says_what_is_a_match(client: TestClient) -> None:
    found = matched(client, {"name": [LISTED]}, query="?threshold=1.01")
    assert [one["match"] for one in found["results"]] == [False, False]  # type: ignore[attr-defined]
    assert found["total"] == {"value": 0, "relation": "eq"}


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/match/banana", {"queries": {"q": PERSON}}, 404),
        ("/match/default", {"queries": {"q": {"properties": {"name": "x"}}}}, 422),
        ("/match/default", {"queries": {"q": {"schema": "Banana", "properties": {"name": "x"}}}}, 400),
        ("/match/default", {"queries": {}}, 400),
        ("/match/default", {"queries": {str(number): PERSON for number in range(101)}}, 400),
        ("/match/default", {}, 422),
        ("/match/default", [1], 422),
        ("/match/default?algorithm=banana", {"queries": {"q": PERSON}}, 400),
        ("/match/default?limit=501", {"queries": {"q": PERSON}}, 422),
        ("/match/default?threshold=nan", {"queries": {"q": PERSON}}, 422),
        ("/match/default?changed_since=yesterday", {"queries": {"q": PERSON}}, 422),
    ],
)
def test_what_is_refused_says_why_in_detail(client: TestClient, path: str, body: object, status: int) -> None:
    answer = client.post(path, json=body)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    said = answer.json()
    assert said["status"] == status
    assert isinstance(said["detail"], str)
    assert len(said["detail"]) > 10


def test_a_batch_answers_each_by_its_own_name(client: TestClient) -> None:
    queries = dict.fromkeys(("vv", "xx", "zz"), PERSON)
    said = client.post("/match/default", json={"queries": queries}).json()["responses"]
    assert list(said) == ["vv", "xx", "zz"]
    assert said["vv"] == said["zz"]
