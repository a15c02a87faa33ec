"""Who may call what: every route against every role and scope, keys, cookies, tokens, and the demo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import func, select
from tests.api.client import TestClient
from tests.api.conftest import FIRST_DAY
from tests.cases.conftest import mt103

from brightline.api.app import make_api
from brightline.cases.actors import ADMINISTRATOR, ANALYST, APPROVER, AUDITOR, ROLES
from brightline.cases.api_keys import end_key, keys
from brightline.cases.people import add_person, disable_person, people, set_role
from brightline.cases.service import Service, ServiceSettings
from brightline.cases.sessions import COOKIE, SessionToken, sign_in
from brightline.cases.tables.received import messages

PASSWORD = "a long invented password"
MATCH = {"queries": {"q": {"schema": "Person", "properties": {"name": ["Ivan Invented"]}}}}
ALL = frozenset(ROLES)
# method, path, JSON body (None: none), roles that get in, scope of a key. 404 and 409 count as in.
ROUTES = [
    ("POST", "/v1/payments", None, {ANALYST, APPROVER, ADMINISTRATOR}, "payments"),
    ("GET", "/v1/decisions/x", None, ALL, "read"),
    ("GET", "/v1/cases", None, ALL, "read"),
    ("GET", "/v1/cases/x", None, ALL, "read"),
    ("POST", "/v1/cases/x/events", {"kind": "note", "comment": "x"}, {ANALYST, APPROVER}, "cases"),
    ("POST", "/v1/cases/x/events", {"kind": "approve"}, {APPROVER}, "cases"),
    ("GET", "/v1/pairs", None, ALL, "read"),
    ("GET", "/v1/passports", None, ALL, "read"),
    ("GET", "/v1/lists", None, ALL, "read"),
    ("GET", "/v1/journal/checkpoint", None, ALL, "read"),
    ("GET", "/v1/journal/proof/1", None, ALL, "read"),
    ("GET", "/metrics", None, ALL, "read"),
    ("POST", "/match/default", MATCH, ALL, "match"),
    ("GET", "/search/default", None, ALL, "match"),
    ("GET", "/entities/us-ofac-sdn-1", None, ALL, "match"),
    ("GET", "/entities/us-ofac-sdn-1/adjacent", None, ALL, "match"),
    ("GET", "/entities/us-ofac-sdn-1/adjacent/sanctions", None, ALL, "match"),
    ("GET", "/catalog", None, ALL, "match"),
    ("GET", "/algorithms", None, ALL, "match"),
]


def called(client: TestClient, method: str, path: str, body: object, **headers: str) -> int:
    """The status of a call."""
    if body is None:
        return client.request(method, path, content=mt103() if method == "POST" else None, headers=headers).status_code
    return client.request(method, path, json=body, headers=headers).status_code


def test_the_table_names_every_route(stranger: TestClient) -> None:
    said = stranger.app.openapi()["paths"]  # type: ignore[attr-defined]
    named = {(method, path.replace("/x", "/{id}").replace("/1", "/{id}")) for method, path, *_ in ROUTES}
    assert len([1 for path, methods in said.items() for _ in methods]) == len(named) + 2  # healthz and readyz


@pytest.mark.parametrize("role", ROLES)
def test_every_route_against_every_role(stranger: TestClient, key_for: Callable[..., str], role: str) -> None:
    key = key_for(role)
    found = {(*route[:2], str(route[2])): called(stranger, *route[:3], **{"X-API-Key": key}) for route in ROUTES}
    expected = {(*route[:2], str(route[2])): role in route[3] for route in ROUTES}
    assert {one: status not in (401, 403) for one, status in found.items()} == expected, found


@pytest.mark.parametrize("scope", ["payments", "read", "match", "cases", "administer"])
def test_every_route_against_every_scope(stranger: TestClient, key_for: Callable[..., str], scope: str) -> None:
    key = key_for(APPROVER, (scope,))
    for method, path, body, roles, needed in ROUTES:
        status = called(stranger, method, path, body, **{"X-API-Key": key})
        reads_first = path.startswith("/v1/cases/") and method == "POST"
        let_in = scope == needed and APPROVER in roles and not reads_first
        assert (status not in (401, 403)) == let_in, (method, path, status)


@pytest.mark.parametrize(("method", "path", "body"), [route[:3] for route in ROUTES])
def test_nobody_gets_in_without_a_key(stranger: TestClient, method: str, path: str, body: object) -> None:
    assert called(stranger, method, path, body) == 401
    assert called(stranger, method, path, body, Authorization="ApiKey wrong") == 401
    assert called(stranger, method, path, body, Cookie=f"{COOKIE}=forged") == 401


@pytest.mark.parametrize("header", ["ApiKey {}", "apikey {}", "Bearer {}"])
def test_a_key_in_the_ways_clients_send_it(stranger: TestClient, key_for: Callable[..., str], header: str) -> None:
    assert stranger.get("/v1/lists", headers={"Authorization": header.format(key_for())}).status_code == 200


def test_an_ended_key_is_dead_at_once(service: Service, client: TestClient) -> None:
    assert client.get("/v1/lists").status_code == 200
    end_key(service.store, keys(service.store, FIRST_DAY)[0].id, FIRST_DAY)
    assert client.get("/v1/lists").status_code == 401


def test_a_disabled_persons_key_is_dead_at_once(service: Service, client: TestClient) -> None:
    disable_person(service.store, people(service.store, FIRST_DAY)[0].id, FIRST_DAY)
    assert client.get("/v1/lists").status_code == 401


@pytest.fixture
def session(service: Service) -> SessionToken:
    """An analyst who signed in."""
    add_person(service.store, "Ana", ANALYST, PASSWORD, FIRST_DAY)
    return sign_in(service.store, "Ana", PASSWORD)


def test_a_signed_in_person_reads_with_the_cookie_alone(stranger: TestClient, session: SessionToken) -> None:
    assert stranger.get("/v1/cases", headers={"Cookie": f"{COOKIE}={session.token}"}).status_code == 200


def test_a_change_with_the_cookie_needs_the_token(stranger: TestClient, session: SessionToken) -> None:
    cookie = {"Cookie": f"{COOKIE}={session.token}"}
    for token, status in ((None, 403), ("wrong", 403), ("é", 403), (session.csrf, 201)):
        headers = cookie | ({"X-CSRF-Token": token.encode()} if token else {})
        assert stranger.post("/v1/payments", content=mt103(), headers=headers).status_code == status


def test_a_disabled_persons_session_is_dead_at_once(
    service: Service, stranger: TestClient, session: SessionToken
) -> None:
    disable_person(service.store, session.actor.id, FIRST_DAY)
    assert stranger.get("/v1/cases", headers={"Cookie": f"{COOKIE}={session.token}"}).status_code == 401


def test_a_demo_needs_no_key_on_this_machine(demo: TestClient) -> None:
    assert demo.get("/v1/lists").status_code == 200
    assert demo.post("/v1/payments", content=mt103()).status_code == 201


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}, {"Origin": "null"}])
def test_pages_of_other_sites_cannot_use_the_demo(demo: TestClient, headers: dict[str, str]) -> None:
    assert demo.post("/v1/payments", content=mt103(), headers=headers).status_code == 401


def test_other_machines_cannot_use_the_demo(service: Service) -> None:
    service.settings = ServiceSettings(demo=True)
    outside = TestClient(make_api(service), base_url="http://127.0.0.1", client=("192.0.2.7", 50_000))
    assert outside.get("/v1/lists").status_code == 401


def test_a_wrong_key_is_refused_in_the_demo_too(demo: TestClient) -> None:
    assert demo.get("/v1/lists", headers={"X-API-Key": "wrong"}).status_code == 401


def test_an_auditor_may_not_post(stranger: TestClient, key_for: Callable[..., str]) -> None:
    answer = stranger.post("/v1/payments", content=mt103(), headers={"X-API-Key": key_for(AUDITOR)})
    assert answer.status_code == 403
    assert "analyst" in answer.json()["detail"]


def test_a_key_that_posted_a_moment_ago_and_ended_is_refused_and_nothing_is_stored(
    stranger: TestClient, key_for: Callable[..., str], service: Service
) -> None:
    """A busy sender's key is remembered for some seconds: that must let nothing in once it ended."""
    key = key_for()
    assert called(stranger, "POST", "/v1/payments", None, **{"X-API-Key": key}) == 201
    (mine,) = keys(service.store, FIRST_DAY)
    end_key(service.store, mine.id, FIRST_DAY)
    before = stored(service)
    for more in ({}, {"Idempotency-Key": "again"}):
        assert called(stranger, "POST", "/v1/payments", None, **{"X-API-Key": key, **more}) == 401
    assert stored(service) == before


def test_a_key_whose_person_changed_role_posts_no_more(
    stranger: TestClient, key_for: Callable[..., str], service: Service
) -> None:
    key = key_for()
    assert called(stranger, "POST", "/v1/payments", None, **{"X-API-Key": key}) == 201
    (mine,) = keys(service.store, FIRST_DAY)
    set_role(service.store, mine.person, AUDITOR, FIRST_DAY)
    assert called(stranger, "POST", "/v1/payments", None, **{"X-API-Key": key}) == 403


def stored(service: Service) -> int:
    with service.store.read() as conn:
        return conn.scalar(select(func.count()).select_from(messages)) or 0
