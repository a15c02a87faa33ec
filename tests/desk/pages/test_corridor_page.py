"""Corridors with their rating, drivers and sources."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect
from tests.desk.conftest import Looks


def test_a_corridor_shows_what_drives_its_rating_and_who_says_so(
    looks: Looks, screens: Callable[[Page, str], None]
) -> None:
    page = looks.page("ana", 1280, 760)
    page.goto(f"{looks.address}/desk/corridors")
    page.click("text=RU-CN")
    expect(page.locator("h1")).to_have_text("Corridor RU to CN")
    expect(page.locator(".head .chip")).to_have_text("high")
    assert page.locator(".find .law a").count() >= 2
    expect(page.locator("tr", has_text="United States").locator("td").first).to_have_text("101")
    expect(page.locator("tr", has_text="Japan")).to_contain_text("unknown")
    screens(page, "corridor")


def test_what_is_no_corridor_is_not_here(looks: Looks) -> None:
    page = looks.page()
    page.goto(f"{looks.address}/desk/corridors/everywhere")
    expect(page.locator("main")).to_contain_text("two countries such as CN-RU")
    looks.complaints.clear()  # the browser tells the 404 as an error of its own
