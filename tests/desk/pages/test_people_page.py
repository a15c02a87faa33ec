"""People and keys, as the administrator tends them."""

from __future__ import annotations

import httpx
from playwright.sync_api import expect
from tests.desk.conftest import Looks


def test_an_administrator_adds_somebody_and_shuts_the_account(looks: Looks) -> None:
    page = looks.page("olu")
    page.goto(f"{looks.address}/desk/people")
    page.fill("form.in input[name=name]", "Zoë O’Hara 李")
    page.select_option("form.in select[name=role]", "approver")
    page.fill("form.in input[name=password]", "long-enough-a-word")
    page.click("text=Add >> nth=-1")
    row = page.locator("tr", has_text="Zoë O’Hara 李")
    expect(row).to_contain_text("approver")
    row.locator("summary").click()
    row.locator("text=Shut the account").click()
    expect(page.locator("tr", has_text="Zoë O’Hara 李")).to_contain_text("shut")


def test_a_password_that_is_too_short_is_refused(looks: Looks) -> None:
    page = looks.page("olu")
    page.goto(f"{looks.address}/desk/people")
    page.fill("form.in input[name=name]", "shorty")
    page.locator("form.in input[name=password]").evaluate("one => one.removeAttribute('minlength')")
    page.fill("form.in input[name=password]", "short")
    page.click("text=Add >> nth=-1")
    expect(page.locator("h1, main strong").first).to_be_visible()
    expect(page.locator("main")).to_contain_text("12")
    looks.complaints.clear()  # the browser tells the 422 as an error of its own


def test_a_key_is_shown_once_works_and_is_ended(looks: Looks) -> None:
    page = looks.page("olu")
    page.goto(f"{looks.address}/desk/keys")
    page.fill("input[name=label]", "nightly batch")
    page.check("input[value=read]")
    page.click("text=Make >> nth=-1")
    secret = page.locator(".secret").inner_text()
    page.goto(f"{looks.address}/desk/keys")
    assert secret not in page.content()
    called = {"authorization": f"ApiKey {secret}"}
    assert httpx.get(f"{looks.address}/v1/lists", headers=called).status_code == 200
    page.locator("tr", has_text="nightly batch").locator("text=End").click()
    expect(page.locator("tr", has_text="nightly batch")).to_contain_text("ended")


def test_an_analyst_has_no_way_there(looks: Looks) -> None:
    page = looks.page("ana")
    expect(page.locator(".nav")).not_to_contain_text("People")
    page.goto(f"{looks.address}/desk/people")
    expect(page.locator("main")).to_contain_text("Not yours to do")
    looks.complaints.clear()  # the browser tells the 403 as an error of its own
