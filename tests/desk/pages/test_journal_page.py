"""The journal page: lines, what one tells, and its proof."""

from __future__ import annotations

import json
from collections.abc import Callable

import httpx
from playwright.sync_api import expect
from tests.desk.conftest import Looks

from brightline.cases.journal.bundle import faults_of
from brightline.cases.service import Service


def test_the_proof_of_a_line_holds_with_the_public_key_alone(
    looks: Looks, service: Service, signed_in: Callable[[str], tuple[httpx.Client, str]]
) -> None:
    page = looks.page("ida")
    page.goto(f"{looks.address}/desk/journal?line=40")
    expect(page.locator("#told")).to_contain_text("Line 40")
    client, _ = signed_in("ida")
    with client:
        bundle = json.loads(client.get("/desk/journal/40/proof").content)
    public = bytes.fromhex(bundle["checkpoint"]["key"]) if isinstance(bundle["checkpoint"]["key"], str) else b""
    assert faults_of(bundle, [public]) == []
    bundle["lines"][0]["kind"] = "another"
    assert faults_of(bundle, [public]) != []


def test_lines_about_one_subject(looks: Looks) -> None:
    page = looks.page("ida")
    page.goto(f"{looks.address}/desk/journal?line=40")
    about = page.locator("tbody tr").first.locator("td").nth(3).locator("a")
    name = about.inner_text()
    about.click()
    assert set(page.locator("tbody tr td:nth-child(4)").all_inner_texts()) == {name}
