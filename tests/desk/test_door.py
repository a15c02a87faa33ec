"""Who comes in: every page against every role, forms from elsewhere, stolen and dead sessions."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest
from tests.desk.conftest import PASSWORDS, PLAIN

from brightline.cases.actors import ADMINISTRATOR, ANALYST, APPROVER, AUDITOR, Actor
from brightline.cases.people import disable_person, enable_person, people
from brightline.cases.permissions import may
from brightline.cases.service import Service
from brightline.desk.headers import POLICY
from brightline.desk.pages.table import PAGES, Page

WHO = {ANALYST: "ana", APPROVER: "bao", AUDITOR: "ida", ADMINISTRATOR: "olu"}
SignedIn = Callable[[str], tuple[httpx.Client, str]]
LOCKED = [page for page in PAGES if page.action is not None]


def ids(page: Page) -> str:
    return f"{page.method} {page.path}"


def filled(path: str) -> str:
    """An address whose parts name nothing that is there."""
    for part in ("case", "id", "file", "kind", "digest", "decision"):
        path = path.replace("{" + part + "}", "0" * 32)
    return "/desk" + path.replace("{corridor}", "CN-RU").replace("{line}", "1")


@pytest.mark.parametrize("page", LOCKED, ids=ids)
@pytest.mark.parametrize("role", WHO)
def test_every_page_lets_in_the_roles_of_its_action_and_no_other(page: Page, role: str, signed_in: SignedIn) -> None:
    """A form without its token is refused before anything is done, so nobody is signed out and nothing changes."""
    client, _ = signed_in(WHO[role])
    with client:
        answer = client.request(page.method, filled(page.path), data={} if page.method == "POST" else None)
    assert page.action is not None
    if not may(role, page.action):
        assert answer.status_code == 403
        assert "the role" in answer.text
    elif page.method == "POST":
        assert answer.status_code == 403
        assert "a token that is not of this session" in answer.text
    else:
        assert answer.status_code in (200, 404)


@pytest.mark.parametrize("page", LOCKED, ids=ids)
def test_nobody_comes_in_without_signing_in(page: Page, address: str) -> None:
    answer = httpx.request(page.method, address + filled(page.path), headers={"origin": address}, verify=PLAIN)
    if page.method == "GET":
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/desk/sign-in?next=")
    else:
        assert answer.status_code == 401


@pytest.mark.parametrize(
    "headers",
    [{}, {"origin": "https://elsewhere.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}],
    ids=["no origin", "another site", "a hidden one", "said by the browser"],
)
def test_a_form_from_elsewhere_is_refused(signed_in: SignedIn, headers: dict[str, str]) -> None:
    client, csrf = signed_in("ana")
    with client:
        del client.headers["origin"]
        answer = client.post("/desk/take", data={"csrf": csrf}, headers=headers)
    assert answer.status_code == 403
    assert "one sent from elsewhere" in answer.text


def test_the_token_of_another_session_is_refused(signed_in: SignedIn) -> None:
    client, _ = signed_in("ana")
    _, other = signed_in("bao")
    with client:
        answer = client.post("/desk/take", data={"csrf": other})
    assert (answer.status_code, "not of this session" in answer.text) == (403, True)


def test_a_forged_cookie_leads_to_the_door(address: str) -> None:
    answer = httpx.get(f"{address}/desk/queue", cookies={"brightline_session": "f" * 64}, verify=PLAIN)
    assert answer.headers["location"].startswith("/desk/sign-in")


def test_the_session_of_a_shut_account_is_dead_at_once(service: Service, signed_in: SignedIn) -> None:
    client, _ = signed_in("ida")
    administrator = Actor("test", "test", ADMINISTRATOR, "cli")
    person = next(one for one in people(service.store, administrator) if one.name == "ida")
    with client:
        assert client.get("/desk/queue").status_code == 200
        disable_person(service.store, person.id, administrator)
        try:
            assert client.get("/desk/queue").status_code == 303
        finally:
            enable_person(service.store, person.id, administrator)


def test_every_answer_carries_the_strict_policy(address: str, signed_in: SignedIn) -> None:
    client, _ = signed_in("ana")
    with client:
        for path in ("/desk/queue", "/desk/nothing-here", "/desk/static/desk.css", "/desk/queue?outcome=bad"):
            answer = client.get(path)
            assert answer.headers["content-security-policy"] == POLICY
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert answer.headers["x-frame-options"] == "DENY"
    assert "unsafe" not in POLICY


def test_the_cookie_is_kept_from_scripts_and_other_sites(address: str) -> None:
    form = {"name": "ana", "password": PASSWORDS["ana"]}
    answer = httpx.post(f"{address}/desk/sign-in", data=form, headers={"origin": address}, verify=PLAIN)
    cookie = answer.headers["set-cookie"].lower()
    assert answer.status_code == 303
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "secure" not in cookie  # on loopback; a browser would drop it there
    named = httpx.post(
        f"{address}/desk/sign-in", data=form, headers={"origin": "http://bank", "host": "bank"}, verify=PLAIN
    )
    assert "secure" in named.headers["set-cookie"].lower()


@pytest.mark.parametrize(
    "next_", ["https://elsewhere.example/", "//elsewhere.example", "/desk/\\elsewhere", "/v1/cases"]
)
def test_signing_in_never_leads_away_from_the_desk(address: str, next_: str) -> None:
    form = {"name": "ana", "password": PASSWORDS["ana"], "next": next_}
    answer = httpx.post(f"{address}/desk/sign-in", data=form, headers={"origin": address}, verify=PLAIN)
    assert answer.headers["location"] == "/desk/queue"


def test_sql_in_a_filter_is_a_refusal_or_finds_nothing(signed_in: SignedIn) -> None:
    client, _ = signed_in("ana")
    with client:
        assert client.get("/desk/queue", params={"outcome": "stop' OR '1'='1"}).status_code == 422
        answer = client.get("/desk/queue", params={"text": "x' UNION SELECT password FROM people --"})
    assert answer.status_code == 200
    assert "No case fits these filters" in answer.text
