"""Second looks: drawn by the journal, done by somebody else, taken up where they do not agree."""

from __future__ import annotations

from playwright.sync_api import expect
from tests.desk.conftest import Looks

from brightline.cases.second_look import draw
from brightline.cases.service import Service


def test_a_release_of_the_program_is_looked_at_again_and_taken_up(looks: Looks, service: Service) -> None:
    assert draw(service.store, one_in=1) > 15
    page = looks.page("bao")
    page.goto(f"{looks.address}/desk/second-looks")
    row = page.locator("tr", has_text="the program").first
    row.locator("a").last.click()
    expect(page.locator(".case-head")).to_contain_text("Released because")
    page.go_back()
    row.locator("input[name=comment]").fill("The buyer's name is that of a workshop.")
    row.locator("text=Do not agree").click()
    expect(page.locator("h1")).to_contain_text("Release")
    page.goto(f"{looks.address}/desk/second-looks")
    expect(page.locator("section", has=page.locator("#done"))).to_contain_text("does not agree")


def test_drawing_again_finds_nothing_new(looks: Looks, service: Service) -> None:
    draw(service.store, one_in=1)
    page = looks.page("ana")
    page.goto(f"{looks.address}/desk/second-looks")
    page.click("text=Draw from new releases")
    expect(page.get_by_role("status")).to_be_visible()
