"""Figures as tables and plots."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.desk.conftest import Looks


def test_figures_and_plots_of_the_last_month(looks: Looks, screens: Callable[[Page, str], None]) -> None:
    page = looks.page("ida", 1440, 1000)
    page.goto(f"{looks.address}/desk/numbers")
    decided = int(page.locator(".tile b").first.inner_text())
    held = int(page.locator(".tile b").nth(1).inner_text())
    assert decided > held > 50
    assert page.locator(".plot rect").count() >= 2
    for title in ("By rule", "By list", "By corridor", "By script of the names", "By size of the firm"):
        expect(page.locator("h2", has_text=title)).to_have_count(1)
    bars = page.locator(".figures tbody tr").first.locator("rect")
    assert bars.first.bounding_box()["height"] > 5  # type: ignore[index]  # a bar on the page has a box
    screens(page, "numbers")


def test_a_plot_stays_within_its_card(looks: Looks) -> None:
    page = looks.page("ana", 400, 900)
    page.goto(f"{looks.address}/desk/numbers?days=90")
    assert page.evaluate("document.documentElement.scrollWidth") <= 400


@pytest.mark.parametrize("days", ["0", "31", "x"])
def test_another_span_is_refused(looks: Looks, days: str) -> None:
    page = looks.page()
    page.goto(f"{looks.address}/desk/numbers?days={days}")
    expect(page.locator("main")).to_contain_text("one of 7, 30, 90, 365")
    looks.complaints.clear()  # the browser tells the 422 as an error of its own
