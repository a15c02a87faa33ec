"""Signing in, being locked out, signing out, and the look that was chosen."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect
from tests.desk.conftest import Looks


def test_the_demonstration_shows_two_people_and_lets_them_in(
    looks: Looks, screens: Callable[[Page, str], None]
) -> None:
    page = looks.page(None, 1100, 640)
    page.goto(f"{looks.address}/")
    expect(page).to_have_url(f"{looks.address}/desk/sign-in?next=/desk/queue")
    assert page.locator("tbody tr").count() == 2
    screens(page, "sign-in")
    looks.fill_in(page, "bao")
    expect(page.locator("h1")).to_have_text("Queue")
    expect(page.locator(".me")).to_contain_text("bao approver")


def test_a_wrong_password_is_told_and_guessing_is_locked_out(looks: Looks) -> None:
    page = looks.page(None)
    looks.fill_in(page, "olu", "not-the-password")
    expect(page.get_by_role("alert")).to_be_visible()
    first = page.get_by_role("alert").inner_text()
    assert page.input_value("input[name=name]") == "olu"
    for _ in range(12):
        page.fill("input[name=password]", "not-the-password")
        with page.expect_navigation():
            page.click("form.card button")
        if page.get_by_role("alert").inner_text() != first:
            break
    assert "wait" in page.get_by_role("alert").inner_text().lower()
    looks.complaints.clear()  # the browser tells each 401 and 429 as an error of its own


def test_the_same_is_said_of_a_name_that_nobody_has(looks: Looks) -> None:
    page = looks.page(None)
    page.goto(f"{looks.address}/desk/sign-in")
    told = []
    for name in ("ida", "nobody-of-this-name"):
        page.fill("input[name=name]", name)
        page.fill("input[name=password]", "not-the-password")
        with page.expect_navigation():
            page.click("form.card button")
        told.append(page.get_by_role("alert").inner_text())
    assert told[0] == told[1]
    looks.complaints.clear()


def test_signing_out_ends_the_session(looks: Looks) -> None:
    page = looks.page("ana")
    page.click("text=Sign out")
    expect(page).to_have_url(f"{looks.address}/desk/sign-in")
    page.goto(f"{looks.address}/desk/queue")
    expect(page).to_have_url(f"{looks.address}/desk/sign-in?next=/desk/queue")


def test_a_dark_look_is_kept_without_script(looks: Looks) -> None:
    page = looks.page("ana")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(243, 245, 248)"
    page.click("text=Dark")
    assert page.get_attribute("html", "data-theme") == "dark"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(15, 19, 24)"
