"""Entities by id, with their neighbours, and what the catalog says."""

from __future__ import annotations

import pytest
from tests.api.client import TestClient


def test_an_entity_by_its_id(client: TestClient) -> None:
    said = client.get("/entities/us-ofac-sdn-3?nested=false").json()
    assert (said["caption"], said["target"], said["first_seen"]) == (
        "Invented, Ivan Petrovich",
        True,
        "2024-07-02T00:00:00",
    )
    assert said["properties"]["birthDate"] == ["1961-04-02"]
    assert said["properties"]["nationality"] == ["ru"]
    assert said["properties"]["alias"] == ["Иван Петрович Инвентед"]
    assert said["properties"]["topics"] == ["sanction"]
    assert "sanctions" not in said["properties"]


def test_nested_holds_the_listing_and_the_ties(client: TestClient) -> None:
    said = client.get("/entities/us-ofac-sdn-3").json()["properties"]
    assert said["sanctions"][0]["schema"] == "Sanction"
    assert said["sanctions"][0]["properties"]["programId"] == ["RUSSIA-EO14024"]
    tie = said["unknownLinkFrom"][0]["properties"]
    assert tie["role"] == ["linked-to"]
    assert tie["object"][0]["id"] == "us-ofac-sdn-1"


def test_neighbours_by_property(client: TestClient) -> None:
    said = client.get("/entities/us-ofac-sdn-3/adjacent").json()
    assert said["entity"]["id"] == "us-ofac-sdn-3"
    assert said["adjacent"]["unknownLinkFrom"]["total"] == {"value": 1, "relation": "eq"}
    assert len(said["adjacent"]["sanctions"]["results"]) == 1


def test_numbers_go_under_the_names_of_followthemoney(client: TestClient) -> None:
    assert client.get("/entities/us-ofac-sdn-1").json()["properties"]["innCode"] == ["7707083893"]
    assert client.get("/entities/us-ofac-sdn-2").json()["properties"]["swiftBic"] == ["SVMKRUMM"]


@pytest.mark.parametrize(
    "path",
    ["banana", "us-ofac-sdn-", "us-ofac-sdn-99", "..%2f..%2fetc%2fpasswd", "us-ofac-sdn-1%00", "us-ofac-sdn-1/x"],
)
def test_no_such_entity(client: TestClient, path: str) -> None:
    answer = client.get(f"/entities/{path}")
    assert answer.status_code == 404
    assert isinstance(answer.json()["detail"], str)


def test_an_id_may_hold_a_slash(client: TestClient) -> None:
    said = client.get("/entities/us-ofac-sdn-4%2F..%2Fx").json()
    assert said["caption"] == "Odd Identifier Trading"
    assert client.get("/entities/us-ofac-sdn-4%2F..%2Fx/adjacent").json()["entity"]["id"] == said["id"]


def test_the_catalog_names_every_list(client: TestClient) -> None:
    said = client.get("/catalog").json()
    assert [one["name"] for one in said["datasets"]] == ["default", "uk-sanctions-list", "us-ofac-sdn"]
    assert said["datasets"][0]["children"] == ["uk-sanctions-list", "us-ofac-sdn"]
    assert (said["outdated"], said["index_stale"]) == ([], False)
    assert client.get("/manifest").json() == said


def test_one_algorithm_is_default_and_best(client: TestClient) -> None:
    said = client.get("/algorithms").json()
    assert [one["name"] for one in said["algorithms"]] == [said["default"]] == [said["best"]] == ["brightline"]
    assert said["algorithms"][0]["features"]["word-same"]["coefficient"] == 1.0


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/statements", 404),
        ("GET", "/reconcile/default", 501),
        ("POST", "/reconcile/default/suggest/entity", 501),
        ("POST", "/updatez?token=x", 501),
    ],
)
def test_what_is_not_offered_says_what_is(client: TestClient, method: str, path: str, status: int) -> None:
    answer = client.request(method, path)
    assert answer.status_code == status
    assert len(answer.json()["detail"]) > 20


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_health_needs_no_key(stranger: TestClient, path: str) -> None:
    assert stranger.get(path).json() == {"status": "ok"}


@pytest.mark.parametrize("path", ["/catalog", "/algorithms", "/search/default", "/entities/us-ofac-sdn-1", "/manifest"])
def test_everything_else_does(stranger: TestClient, path: str) -> None:
    answer = stranger.get(path)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "ApiKey"
