"""Plain text search: words, filters, facets, pages and order."""

from __future__ import annotations

import pytest
from tests.api.client import TestClient


def searched(client: TestClient, query: str) -> dict[str, object]:
    """What a search answers."""
    answer = client.get(f"/search/default{query}")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def ids(said: dict[str, object]) -> list[str]:
    return [one["id"] for one in said["results"]]  # type: ignore[attr-defined]


def test_a_page_has_every_field_that_clients_read(client: TestClient) -> None:
    said = searched(client, "?q=zavod kvartsovik")
    assert set(said) == {"results", "facets", "total", "limit", "offset"}
    assert (said["total"], said["limit"], said["offset"]) == ({"value": 2, "relation": "eq"}, 10, 0)
    assert ids(said) == ["uk-sanctions-list-1", "us-ofac-sdn-1"]
    assert said["facets"]["countries"] == {
        "label": "Countries",
        "values": [{"name": "ru", "label": "Russian Federation", "count": 2}],
    }  # type: ignore[index]
    assert {one["name"] for one in said["facets"]["datasets"]["values"]} == {"us-ofac-sdn", "uk-sanctions-list"}  # type: ignore[index]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?q=инвентед", 2),
        ("?q=7707083893", 2),
        ("?q=no such words", 0),
        ("?q=kvartsovik banana", 0),
        ("", 8),
        ("?q=", 8),
        ("?schema=Person", 2),
        ("?schema=LegalEntity", 8),
        ("?schema=Vessel", 0),
        ("?countries=kz", 2),
        ("?datasets=us-ofac-sdn", 4),
        ("?exclude_dataset=us-ofac-sdn", 4),
        ("?topics=export.control", 2),
        ("?target=false", 0),
        ("?target=true", 8),
        ("?changed_since=2999-01-01", 0),
        ("?q='; DROP TABLE payments; --&simple=true", 0),
    ],
)
def test_how_many_are_found(client: TestClient, query: str, found: int) -> None:
    assert searched(client, query)["total"] == {"value": found, "relation": "eq"}


def test_pages_follow_each_other(client: TestClient) -> None:
    whole = ids(searched(client, "?limit=8"))
    assert len(set(whole)) == 8
    assert ids(searched(client, "?limit=3&offset=3")) == whole[3:6]
    assert ids(searched(client, "?offset=100")) == []


def test_results_are_sorted_as_asked(client: TestClient) -> None:
    said = searched(client, "?sort=first_seen:desc&sort=id")
    seen = [one["first_seen"] for one in said["results"]]  # type: ignore[attr-defined]
    assert seen == sorted(seen, reverse=True)
    assert len(set(seen)) > 1


def test_only_the_facets_asked_for_come(client: TestClient) -> None:
    assert list(searched(client, "?facets=schema&facets=names")["facets"]) == ["schema", "names"]  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/search/banana", 404),
        ("/search/default?schema=Banana", 400),
        ("/search/default?q=invalid/query", 400),
        ("/search/default?limit=10000", 422),
        ("/search/default?offset=9999", 422),
        ("/search/default?facets=banana", 422),
    ],
)
def test_what_is_refused_says_why_in_detail(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert isinstance(answer.json()["detail"], str)
