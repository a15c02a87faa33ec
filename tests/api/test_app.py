"""What holds for every answer: problems, limits, ids, an honest document, and logs that name nobody."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

import pytest
import structlog
from tests.api.client import TestClient
from tests.cases.conftest import mt103

from brightline.api import payments
from brightline.api.answers import PROBLEM_SCHEMA
from brightline.api.problems import PROBLEM
from brightline.cases.database import make_engine
from brightline.cases.journal.bundle import faults_of
from brightline.cases.service import Service


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing/here", 404),
        ("DELETE", "/v1/cases", 405),
        ("GET", "/v1/payments", 405),
        ("GET", "/v1/journal/proof/0", 422),
        ("GET", "/v1/journal/proof/99999999999999999999", 422),
        ("GET", "/v1/journal/proof/999", 404),
        ("GET", "/docs", 404),
    ],
)
def test_every_refusal_is_a_problem(client: TestClient, method: str, path: str, status: int) -> None:
    answer = client.request(method, path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == PROBLEM
    said = answer.json()
    assert set(PROBLEM_SCHEMA["required"]) <= set(said)
    assert isinstance(said["detail"], str)


def test_a_wrong_method_says_which_are_right(client: TestClient) -> None:
    assert client.delete("/v1/cases").headers["allow"] == "GET"


def test_a_body_over_the_limit_is_refused_before_it_is_kept(client: TestClient) -> None:
    answer = client.post("/v1/payments", content=b"x" * 200_001)
    assert answer.status_code == 413
    assert "200000 bytes" in answer.json()["detail"]


def test_a_body_of_unknown_length_is_counted_as_it_comes(client: TestClient) -> None:
    def parts() -> Iterator[bytes]:
        for _ in range(500):
            yield b"x" * 1000

    assert client.post("/v1/payments", content=parts()).status_code == 413


def test_the_senders_request_id_comes_back_unless_it_is_odd(client: TestClient) -> None:
    assert client.get("/healthz", headers={"X-Request-ID": "abc-1"}).headers["x-request-id"] == "abc-1"
    assert len(client.get("/healthz", headers={"X-Request-ID": "a b"}).headers["x-request-id"]) == 32


def test_a_fault_of_ours_is_a_problem_and_says_no_names(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, logged: io.StringIO
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("GOLDEN LEAF TEA LLC")

    monkeypatch.setattr(payments, "opened", broken)
    answer = client.post("/v1/payments", content=mt103())
    assert answer.status_code == 500
    assert answer.headers["content-type"] == PROBLEM
    assert answer.json()["detail"].endswith(f"{answer.headers['x-request-id']}.")
    assert "GOLDEN" not in answer.text + logged.getvalue()
    assert "RuntimeError" in logged.getvalue()


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """What is logged, as JSON lines."""
    kept = io.StringIO()
    before = structlog.get_config()
    structlog.configure(
        processors=[structlog.processors.JSONRenderer()], logger_factory=structlog.WriteLoggerFactory(kept)
    )
    yield kept
    structlog.configure(**before)


def test_logs_say_route_status_and_who_but_no_names(client: TestClient, logged: io.StringIO) -> None:
    client.post("/v1/payments", content=mt103())
    client.get("/search/default?q=golden+leaf")
    client.get("/entities/us-ofac-sdn-GOLDEN")
    lines = [json.loads(line) for line in logged.getvalue().splitlines()]
    assert [(one["route"], one["status"]) for one in lines] == [
        ("/v1/payments", 201),
        ("/search/{dataset}", 200),
        ("/entities/{entity_id:path}", 404),
    ]
    assert all(one["actor"] and one["request_id"] for one in lines)
    assert "golden" not in logged.getvalue().lower()


def test_readiness_follows_the_store(stranger: TestClient, service: Service) -> None:
    assert stranger.get("/readyz").status_code == 200
    service.store.engine = make_engine("postgresql://postgres@127.0.0.1:1/none")
    assert stranger.get("/readyz").status_code == 503


def test_a_store_that_is_away_is_told_as_such(client: TestClient, service: Service, logged: io.StringIO) -> None:
    service.store.engine = make_engine("postgresql://postgres@127.0.0.1:1/none")
    answer = client.post("/v1/payments", content=mt103())
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "1"
    assert answer.json()["detail"].endswith(f"{answer.headers['x-request-id']}.")
    assert "postgres" not in answer.text
    assert "127.0.0.1:1/none" in logged.getvalue()


def test_metrics_count_and_time(client: TestClient) -> None:
    client.post("/v1/payments", content=mt103())
    told = client.get("/metrics").text
    assert 'brightline_stage_seconds_count{stage="screen"} 1.0' in told
    assert 'brightline_stage_seconds_count{stage="store"} 1.0' in told
    assert 'brightline_list_age_seconds{list="us-ofac-sdn"} 118800.0' in told
    assert 'brightline_decisions_total{outcome="' in told
    assert "brightline_overdue_cases 0.0" in told


def test_methods_nobody_knows_are_counted_as_one(stranger: TestClient, client: TestClient) -> None:
    for number in range(3):
        assert stranger.request(f"HARBIN{number}", "/v1/payments").status_code == 405
    told = client.get("/metrics").text
    assert 'brightline_request_seconds_count{method="other",route="/v1/payments",status="405"} 3.0' in told
    assert "HARBIN" not in told


def test_lists_say_which_edition_and_how_old(client: TestClient, service: Service) -> None:
    said = client.get("/v1/lists").json()
    assert said["edition"] == service.edition.note.id
    assert [(one["list"], one["age_seconds"]) for one in said["lists"]][1] == ("us-ofac-sdn", 118800)


def test_a_line_of_the_journal_is_proved(client: TestClient) -> None:
    client.post("/v1/payments", content=mt103())
    newest = client.get("/v1/journal/checkpoint").json()
    bundle = client.get(f"/v1/journal/proof/{newest['size']}").json()
    assert bundle["checkpoint"] == newest
    assert bundle["lines"][0]["line"] == newest["size"]
    grown = client.get(f"/v1/journal/proof/1?since={newest['size']}").json()
    assert faults_of(grown, [bytes.fromhex(newest["key"])]) == []
    assert grown["grew"]["from"] == newest
    assert client.get(f"/v1/journal/proof/1?since={newest['size'] + 1}").status_code == 404


def test_the_document_needs_no_key_and_names_the_ways_to_sign_in(stranger: TestClient) -> None:
    said = stranger.get("/openapi.json").json()
    assert set(said["components"]["securitySchemes"]) == {"ApiKey", "XApiKey", "Session"}
    assert said["paths"]["/v1/payments"]["post"]["security"]
    assert "security" not in said["paths"]["/healthz"]["get"]
