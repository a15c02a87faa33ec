"""The queue as people see it: filters in the address, counts, groups, taking the next case."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.desk.conftest import Looks


def test_the_queue_shows_what_is_held_gravest_and_due_first(looks: Looks, screens: Callable[[Page, str], None]) -> None:
    page = looks.page()
    expect(page.locator("tr[data-row]").first).to_contain_text("overdue")
    assert page.locator("tr[data-row]").count() > 40
    assert page.locator(".notices li").count() == 4
    assert page.locator("text=武汉高芯科技有限公司").count() == 1
    assert page.locator("text=شركة خليج المرجان للتجارة العامة").count() == 1
    screens(page, "queue")


def test_filters_stand_in_the_address_and_narrow_the_rows(looks: Looks) -> None:
    page = looks.page()
    page.select_option("select[name=outcome]", "stop")
    page.fill("#find", "bearing")
    page.click("text=Show")
    assert "outcome=stop" in page.url
    assert "text=bearing" in page.url
    outcomes = set(page.locator("tr[data-row] td:first-child").all_inner_texts())
    assert {one.split()[-1] for one in outcomes} == {"Stop"}
    assert page.locator("tr[data-row]").count() < 10
    page.goto(f"{looks.address}/desk/queue?corridor=KZ-*&sort=amount")
    assert set(page.locator("td .quiet").all_inner_texts()) <= {"KZ-AE", "KZ-CN", "KZ-DE", "KZ-TR"}


def test_a_filter_is_kept_found_again_and_removed(looks: Looks) -> None:
    page = looks.page()
    page.goto(f"{looks.address}/desk/queue?corridor=RU-CN&outcome=review")
    page.fill("input[name=name]", "Reviews <b>RU-CN</b>")
    page.click("text=Save")
    kept = page.locator(".kept a")
    expect(kept).to_have_text("Reviews <b>RU-CN</b>")
    page.goto(f"{looks.address}/desk/queue")
    kept.click()
    assert "corridor=RU-CN" in page.url
    page.click(".kept button")
    expect(page.locator(".kept")).to_have_count(0)


def test_a_filter_that_does_not_fit_is_refused_in_a_sentence(looks: Looks) -> None:
    page = looks.page()
    page.goto(f"{looks.address}/desk/queue?amount_from=much")
    expect(page.locator("main")).to_contain_text("a decimal amount")
    expect(page.locator("nav.nav")).to_be_visible()
    looks.complaints.clear()  # the browser tells the 422 as an error of its own


def test_counts_are_asked_again_and_put_in_place(looks: Looks) -> None:
    page = looks.page()
    page.locator("[data-count=all]").evaluate("place => { place.textContent = '?'; }")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator("[data-count=all]")).to_have_text(re.compile(r"^\d+$"))


def test_cases_of_one_counterparty_stand_together(looks: Looks) -> None:
    page = looks.page()
    page.click("text=By counterparty")
    first = page.locator("tbody tr").first
    count = int(first.locator("td").first.inner_text())
    assert count > 1
    first.locator("a").click()
    assert page.locator("tr[data-row]").count() == count


def test_take_next_opens_a_case_that_others_then_only_read(looks: Looks) -> None:
    page = looks.page("ana")
    page.goto(f"{looks.address}/desk/queue?text=snezhny&state=open")
    page.goto(f"{looks.address}/desk/queue?text=tulpar+OR+nothing")
    expect(page.locator("main")).to_contain_text("No case fits these filters")
    page.click("text=Take next")
    expect(page.get_by_role("status")).to_contain_text("Nothing is left to take")
    page.goto(f"{looks.address}/desk/queue?text=NORDLICHT")
    page.click("text=Take next")
    expect(page.locator("h1")).to_contain_text("NORDLICHT MESSTECHNIK GMBH")
    other = looks.page("bao")
    other.goto(page.url)
    expect(other.get_by_role("status")).to_contain_text("Open with ana")


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (1280, True), (400, False), (400, True)])
def test_nothing_runs_over_the_edge(looks: Looks, width: int, *, dark: bool) -> None:
    page = looks.page("ana", width, 900, dark=dark)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", ["queue", "approvals", "queue?by=counterparty"])
def test_nothing_lies_over_another_thing_on_a_telephone(looks: Looks, name: str) -> None:
    page = looks.page("ana", 400, 900)
    page.goto(f"{looks.address}/desk/{name}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    for row in page.locator(".queue tbody tr").all()[:6]:
        boxes = [one.bounding_box() for one in row.locator("td").all()]
        shown = [one for one in boxes if one and one["height"] and one["width"]]
        for place, one in enumerate(shown):
            for other in shown[place + 1 :]:
                beside = one["x"] + one["width"] <= other["x"] + 1 or other["x"] + other["width"] <= one["x"] + 1
                below = one["y"] + one["height"] <= other["y"] + 1 or other["y"] + other["height"] <= one["y"] + 1
                assert beside or below


def test_an_auditor_sees_the_queue_and_nothing_to_do_in_it(looks: Looks) -> None:
    page = looks.page("ida")
    assert page.locator("tr[data-row]").count() > 40
    expect(page.locator("text=Take next")).to_have_count(0)
