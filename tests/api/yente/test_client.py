"""The client that OpenSanctions publishes for yente, unchanged, against our service."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from tests.api.client import TestClient
from tests.api.conftest import LISTED
from yente_client import Client, Company, Person, entities
from yente_client.exceptions import APIError, AuthenticationError, BadRequestError, NotFoundError
from yente_client.schemas import matchable_schemata

IVAN = Person(name="Ivan Petrovich Invented", birthDate="1961", country="ru")
IVAN_IDS = ["uk-sanctions-list-3", "us-ofac-sdn-3"]
ADDRESS = "http://testserver"


@pytest.fixture
def yente(stranger: TestClient, key_for: Callable[..., str]) -> Iterator[Client]:
    """Their client, with a key, speaking to our service in this process."""
    with Client(base_url=ADDRESS, api_key=key_for(), transport=stranger._transport) as client:
        yield client


def test_health_and_what_there_is(yente: Client) -> None:
    assert (yente.healthz().status, yente.readyz().status) == ("ok", "ok")
    catalog = yente.datasets()
    assert [one.name for one in catalog.datasets if one.load] == ["uk-sanctions-list", "us-ofac-sdn"]
    everything, *lists = (one.entity_count or 0 for one in catalog.datasets)
    assert everything == sum(lists) > 0
    assert catalog.datasets[1].publisher is not None
    ways = yente.algorithms()
    assert ways.best == ways.algorithms[0].name
    assert ways.algorithms[0].docs


def test_match_finds_and_says_why(yente: Client) -> None:
    found = yente.match(IVAN)
    assert sorted(one.id for one in found.matches) == IVAN_IDS
    assert found.top is not None
    assert found.top.contributing_explanations
    assert found.top.first_seen == datetime(2024, 5, 7) or found.top.first_seen == datetime(2024, 7, 2)
    assert yente.match(IVAN, exclude_entities=[IVAN_IDS[0]]).total.value == 1
    assert yente.match(IVAN, weights={"name": 0.1}, config={"nm": 1}, threshold=1.1, cutoff=0.2).total.value == 0


@pytest.mark.parametrize("algorithm", ["best", "logic-v1", "logic-v2", "name-matcher", "regression-v1", "ofac-249"])
def test_every_algorithm_that_clients_name_is_answered(yente: Client, algorithm: str) -> None:
    assert yente.match(IVAN, algorithm=algorithm).total.value == 2


@pytest.mark.parametrize(
    ("datasets", "ids"),
    [
        (["us-ofac-sdn"], IVAN_IDS[1:]),
        (["default", "us-ofac-sdn"], IVAN_IDS[1:]),
        (["us-ofac-sdn", "uk-sanctions-list"], IVAN_IDS),
        (["us-ofac-sdn", "default"], IVAN_IDS),
    ],
)
def test_several_datasets_are_all_looked_through(yente: Client, datasets: list[str], ids: list[str]) -> None:
    assert sorted(one.id for one in yente.match(IVAN, datasets=datasets).results) == ids
    assert sorted(one.id for one in yente.search("invented", datasets=datasets).results) == ids


def test_many_at_once(yente: Client) -> None:
    rows = [("person", IVAN), ("firm", Company(name=LISTED))]
    answers = dict(yente.match_iter(rows, workers=2, on_error="collect"))
    assert {name: answer.total.value for name, answer in answers.items()} == {"person": 2, "firm": 2}  # type: ignore[union-attr]


def test_whatever_schema_their_client_sends_is_known(yente: Client) -> None:
    for schema in matchable_schemata():
        example = getattr(entities, schema)
        field = "name" if "name" in example.model_fields else next(iter(example.model_fields))
        assert yente.match(example(**{field: ["Nobody At All"]})).total.value == 0


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"filter": ["properties.birthDate:1961"]}, 2),
        ({"filter": ["birthDate:1961-04-02", "schema:Person"]}, 2),
        ({"filter": ["birthDate:1962"]}, 0),
        ({"filter": ["datasets:us-ofac"]}, 0),
        ({"filter": ["banana:1"]}, 0),
        ({"topics": ["sanction"], "countries": ["ru"], "schema": "LegalEntity", "exclude_schemata": ["Person"]}, 4),
        ({"changed_since": datetime(2024, 6, 1, 12, 30, 15, 123, tzinfo=UTC)}, 3),
        ({"fuzzy": True, "simple": True, "sort": ["caption:asc"], "facets": ["schema", "countries"]}, 8),
        ({"schema": "Document"}, 0),
    ],
)
def test_search_by_every_filter(yente: Client, asked: dict[str, object], found: int) -> None:
    assert yente.search("", **asked).total.value == found  # type: ignore[arg-type]


def test_an_entity_and_its_neighbours(yente: Client) -> None:
    assert yente.fetch(IVAN_IDS[1]).properties["sanctions"]
    assert "sanctions" not in yente.fetch(IVAN_IDS[1], nested=False).properties
    assert yente.fetch("us-ofac-sdn-4/../x").caption == "Odd Identifier Trading"
    assert set(yente.adjacent(IVAN_IDS[1]).adjacent) == {"sanctions", "unknownLinkFrom"}
    ties = yente.adjacent(IVAN_IDS[1], prop="unknownLinkFrom", limit=1)
    assert (ties.total.value, len(ties.results), ties.limit, ties.offset) == (1, 1, 1, 0)
    assert yente.adjacent(IVAN_IDS[1], prop="unknownLinkFrom", offset=1).results == []
    assert yente.adjacent(IVAN_IDS[1], prop="familyPerson").total.value == 0


@pytest.mark.parametrize(
    ("ask", "error"),
    [
        (lambda client: client.statements(canonical_id=IVAN_IDS[0]), NotFoundError),
        (lambda client: client.fetch("nobody"), NotFoundError),
        (lambda client: client.adjacent("nobody"), NotFoundError),
        (lambda client: client.adjacent(IVAN_IDS[0], prop="banana"), NotFoundError),
        (lambda client: client.match(IVAN, datasets=["us_ofac_sdn"]), NotFoundError),
        (lambda client: client.match(IVAN, datasets=["default", "banana"]), NotFoundError),
        (lambda client: client.match(IVAN, algorithm="banana"), BadRequestError),
        (lambda client: client.search("x", filter=["banana"]), BadRequestError),
        (lambda client: client.search("(open"), BadRequestError),
    ],
)
def test_a_refusal_is_the_error_their_callers_expect(
    yente: Client, ask: Callable[[Client], object], error: type[APIError]
) -> None:
    with pytest.raises(error) as told:
        ask(yente)
    assert len(told.value.detail) > 10


def test_a_wrong_key_is_told_as_such(stranger: TestClient) -> None:
    client = Client(base_url=ADDRESS, api_key="bl_wrong", transport=stranger._transport)
    with pytest.raises(AuthenticationError):
        client.datasets()
