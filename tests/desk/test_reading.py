"""Every word on every page can be read, every control has a name and shows its focus: measured in the browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.desk.conftest import Looks

PAGES = (
    *("queue", "queue?by=counterparty", "approvals", "clearances", "corridors", "corridors/CN-RU", "numbers?days=365"),
    *("journal", "second-looks", "people", "keys"),
)
LIGHT = (False, ("FRADKOV PETR", "OOO Teply Dom"))
DARK = (True, ("Pearl Quay", "Amber Strait", "A message that could not be read"))
MEASURES = Path(__file__).with_name("measures.js").read_text(encoding="utf-8").partition("\n() =>")[2].rstrip(";\n")


def missed(page: Page) -> dict[str, list[str]]:
    """What cannot be read, has no name, or shows no focus on a page, with everything unfolded."""
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    found: dict[str, list[str]] = page.evaluate(f"() =>{MEASURES}")
    return {name: several for name, several in found.items() if several}


def test_the_measures_find_what_they_look_for(looks: Looks) -> None:
    page = looks.page("olu")
    page.evaluate("""() => {
        const main = document.querySelector('main');
        main.prepend('faint', document.createElement('button'));
        main.style.color = 'rgb(150 150 150)';
        main.querySelector('button').style.outline = 'none';
    }""")
    found = missed(page)
    assert any(one.startswith("faint") for one in found["faint"])
    assert (len(found["nameless"]), len(found["dim"])) == (1, 1)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_page_can_be_read_and_worked_without_a_mouse(looks: Looks, *, dark: bool) -> None:
    page = looks.page("olu", 1280, 900, dark=dark)
    for name in PAGES:
        page.goto(f"{looks.address}/desk/{name}")
        assert (name, missed(page)) == (name, {})


@pytest.mark.parametrize(("dark", "cases"), [LIGHT, DARK], ids=["light", "dark"])
def test_cases_can_be_read_and_worked_without_a_mouse(looks: Looks, cases: tuple[str, ...], *, dark: bool) -> None:
    page = looks.page("bao", 1280, 900, dark=dark)
    for words in cases:
        looks.case(page, words)
        assert (words, missed(page)) == (words, {})
