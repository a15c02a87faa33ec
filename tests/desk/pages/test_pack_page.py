"""The evidence pack: a page for paper, a PDF of it, and a bundle that an examiner checks with the public key alone."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Callable

import httpx
import pytest
from playwright.sync_api import Page, expect
from tests.desk.conftest import CHROMIUM, Looks
from tests.desk.pages.test_case_acts_page import READER, case_of

from brightline.cases.filters import Filters
from brightline.cases.journal.bundle import faults_of
from brightline.cases.journal.signing import signer_from
from brightline.cases.queue import queue
from brightline.cases.rows import CaseRow
from brightline.cases.service import Service

SignedIn = Callable[[str], tuple[httpx.Client, str]]


def unreadable(service: Service) -> CaseRow:
    return queue(service.store, Filters(outcome=("unreadable",)), READER, None, 10).rows[0]


def test_the_page_tells_the_case_from_payment_to_proof(looks: Looks, service: Service) -> None:
    page = looks.page("ida", 900, 1100)
    page.goto(f"{looks.address}/desk/cases/{case_of(service, 'anka yildiz').id}/pack")
    for heading in ("The payment", "What holds it", "Matches", "What people did", "Proof", "The message as received"):
        expect(page.locator("h2", has_text=heading).first).to_be_visible()
    expect(page.locator("main, body").first).to_contain_text("journal check")
    expect(page.locator("table", has_text="recommended").first).to_contain_text("ana")


def test_the_pack_of_a_spoilt_and_of_an_unreadable_message_is_drawn(looks: Looks, service: Service) -> None:
    page = looks.page("ida")
    for row in (case_of(service, "script"), unreadable(service)):
        page.goto(f"{looks.address}/desk/cases/{row.id}/pack")
        expect(page.locator("h2", has_text="Proof")).to_be_visible()
        assert page.locator("script, img").count() == 0
    expect(page.locator("header")).to_contain_text("Not screened, so not cleared")


def test_the_bundle_holds_and_breaks_where_it_is_changed(signed_in: SignedIn, service: Service) -> None:
    client, _ = signed_in("ida")
    case = case_of(service, "anka yildiz").id
    with client:
        answer = client.get(f"/desk/cases/{case}/pack.json")
    bundle = answer.json()
    assert "attachment" in answer.headers["content-disposition"]
    assert faults_of(bundle, {service.store.signer.public}) == []
    assert faults_of(bundle, {signer_from(bytes(range(32))).public}) != []
    kinds = [line["kind"] for line in bundle["lines"]]
    assert {"decision", "payment", "message", "edition", "case-opened", "case-recommended", "case-ended"} <= set(kinds)
    ended = bundle["lines"][kinds.index("case-ended")]
    assert json.loads(b64decode(ended["opened"]["content"]))["by_name"] == "bao"
    ended["subject"] = "0" * 32
    assert faults_of(bundle, {service.store.signer.public}) != []


@pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no Chromium at {CHROMIUM}")
def test_the_pdf_is_a_pdf_of_some_pages(signed_in: SignedIn, service: Service) -> None:
    client, _ = signed_in("ida")
    client.timeout = 60
    with client:
        answer = client.get(f"/desk/cases/{case_of(service, 'anka yildiz').id}/pack.pdf")
    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF-")
    assert answer.content.count(b"/Type /Page\n") >= 1


def test_the_link_says_that_the_pdf_is_being_printed(looks: Looks, service: Service) -> None:
    page = looks.page("ida")
    page.goto(f"{looks.address}/desk/cases/{case_of(service, 'anka yildiz').id}")
    link = page.locator("a[data-busy]")
    with page.expect_download() as coming:
        link.click()
        expect(link).to_have_text("PDF, being printed…")
    assert coming.value.suggested_filename.endswith(".pdf")


def test_without_chromium_it_says_what_to_do(
    signed_in: SignedIn, service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, _ = signed_in("ida")
    monkeypatch.setattr(service, "printer", None)
    case = case_of(service, "anka yildiz").id
    with client:
        answer = client.get(f"/desk/cases/{case}/pack.pdf")
        assert "pack.pdf" not in client.get(f"/desk/cases/{case}").text
    assert answer.status_code == 422
    assert "print it from the browser" in answer.text


def test_the_case_page_prints_without_its_forms(
    looks: Looks, service: Service, screens: Callable[[Page, str], None]
) -> None:
    page = looks.page("ana", 800, 1100)
    page.goto(f"{looks.address}/desk/cases/{case_of(service, 'anka yildiz').id}")
    page.emulate_media(media="print")
    expect(page.locator(".decide")).to_be_hidden()
    expect(page.locator(".top")).to_be_hidden()
    page.goto(f"{page.url}/pack")
    screens(page, "pack")
