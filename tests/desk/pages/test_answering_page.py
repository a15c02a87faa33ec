"""Requests come to the desk, one key drafts the answer, a letter is written, a draft is a file; wrong input is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest
from playwright.sync_api import Page
from tests.cases.conftest import mt103
from tests.desk.conftest import NOW, Looks

from brightline.cases.arrival import Arrival
from brightline.cases.intake import accept
from brightline.cases.service import Service
from brightline.payments.read import read_message
from brightline.terms import NotAPayment

SignedIn = Callable[[str], tuple[httpx.Client, str]]
QUERY = (
    b"{1:F01KZKZKZKAAXXX0000000000}{2:I195QINGCNBJXXXXN}{4:\r\n:20:ASK-1\r\n:21:HOLD-1\r\n:75:PLEASE NAME THE END USER"
    b"\r\n:77A:BY 2026-11-30 <script>x</script>\r\n-}"
)


@pytest.fixture(scope="module")
def case(service: Service) -> str:
    """A held payment, and a query about it."""
    held = mt103("SPARE PARTS TRADING LLC", "SPARE PARTS", "HOLD-1").replace(b"240703", b"261124")
    kept = [
        accept(service.store, Arrival(body, "text/plain", NOW, True, "test"), service.deciding)
        for body in (held.replace(b"\nALMATY\nKZ", b"\nOMSK\nRU"), QUERY)
    ]
    assert kept[1].outcomes == ("not-a-payment",)
    return kept[0].cases[0]


def test_one_key_drafts_the_answer(looks: Looks, case: str, screens: Callable[[Page, str], None]) -> None:
    page = looks.page()
    page.goto(f"{looks.address}/desk/requests")
    assert "ASK-1" in page.inner_text("table")
    page.goto(f"{looks.address}/desk/cases/{case}")
    page.wait_for_load_state()
    page.keyboard.press("d")
    page.wait_for_selector(".made")
    told = page.inner_text(".made")
    assert "Creditor: SPARE PARTS TRADING LLC" in told
    assert "were screened against these lists" in told
    screens(page, "answering")


@pytest.mark.parametrize(("width", "dark"), [(1440, False), (1440, True), (400, False)])
def test_the_pages_fit_and_show_no_markup_of_others(looks: Looks, case: str, width: int, dark: bool) -> None:
    page = looks.page(width=width, dark=dark)
    for there in ("requests", f"cases/{case}/answering"):
        page.goto(f"{looks.address}/desk/{there}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert "ASK-1" in page.inner_text("main")


def test_a_letter_needs_legal_where_nobody_knows_who_asks(signed_in: SignedIn, case: str) -> None:
    client, csrf = signed_in("ana")
    until = (NOW + timedelta(days=7)).date().isoformat()
    asked = {"csrf": csrf, "language": "zh", "customer": "debtor", "until": until}
    with client:
        refused = client.post(f"/desk/cases/{case}/letter", data=asked)
        written = client.post(f"/desk/cases/{case}/letter", data={**asked, "agreed_by": "Mira Lund"})
        past = client.post(f"/desk/cases/{case}/letter", data={**asked, "until": "2020-01-01", "agreed_by": "x"})
    assert (refused.status_code, written.status_code, past.status_code) in ((422, 200, 422), (200, 200, 422))
    assert "尊敬的HARBIN MORNING TRADE CO LTD" in written.text
    assert "which is past" in past.text


def test_a_draft_is_a_file_and_a_wrong_one_is_told(signed_in: SignedIn, case: str) -> None:
    client, csrf = signed_in("ana")
    with client:
        asked = {"csrf": csrf, "kind": "MT196", "words": "The end user is known.", "to_reference": "ASK-1"}
        made = client.post(f"/desk/cases/{case}/draft", data=asked)
        wrong = client.post(f"/desk/cases/{case}/draft", data={**asked, "ours": "US"})
    [read] = read_message(made.content, "draft.fin")
    assert isinstance(read, NotAPayment)
    assert {one.kind: one.value for one in read.payment.references}["related_reference"] == "ASK-1"
    assert (wrong.status_code, "a BIC of 8 or 11 letters" in wrong.text) == (422, True)


def test_a_letter_about_a_payment_never_seen_is_told(signed_in: SignedIn, case: str) -> None:
    client, csrf = signed_in("ana")
    asked = {"csrf": csrf, "asker": "bank", "who": "BANK", "reference": "L1", "payment": "NEVER", "words": "Who?"}
    with client:
        never = client.post("/desk/requests", data=asked)
        taken = client.post("/desk/requests", data={**asked, "payment": "HOLD-1"}, follow_redirects=True)
        again = client.post("/desk/requests", data={**asked, "payment": "HOLD-1"})
    assert (never.status_code, "which no payment here has" in never.text) == (404, True)
    assert (taken.status_code, "The letter is taken in" in taken.text) == (200, True)
    assert (again.status_code, "taken in before" in again.text) == (409, True)
