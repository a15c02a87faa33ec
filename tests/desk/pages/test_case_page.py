"""The case page: everything about a held payment, with the words of each finding marked, and nothing of it run."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from tests.desk.conftest import SPOILT, Looks


def test_a_match_shows_both_sides_and_where_they_agree(looks: Looks, screens: Callable[[Page, str], None]) -> None:
    page = looks.page("ana", 1280, 860)
    looks.case(page, "FRADKOV PETR MIKHAILOVICH")
    match = page.locator("#match1")
    expect(match).to_contain_text("FRADKOV, Petr Mikhailovich")
    agreeing = match.locator("tr", has=page.locator(".sameness.agree")).locator("th").all_inner_texts()
    assert {"name", "country", "birth date"} <= set(agreeing)
    expect(match.locator(".sameness.unknown")).to_have_count(1)
    assert match.locator(".fall tbody tr").count() >= 5
    assert match.locator(".fall rect.b").count() == match.locator(".fall tbody tr").count()
    screens(page, "case")


def test_the_words_of_a_finding_are_marked_in_the_payment_and_in_the_message(looks: Looks) -> None:
    page = looks.page()
    looks.case(page, "ООО «Полярная станция»")
    assert page.locator(".roles mark").all_inner_texts().count("集成电路") >= 1
    raw = page.locator(".raw mark").all_inner_texts()
    assert "854231" in raw
    number = page.locator(".raw mark", has_text="854231").first.get_attribute("data-n")
    expect(page.locator(f"#finding{number} h3")).to_contain_text("Goods of the common high priority list")


def test_clauses_law_goods_route_and_what_would_settle_it_stand_on_one_page(looks: Looks) -> None:
    page = looks.page()
    looks.case(page, "TOO Steppe Signal")
    assert page.locator(".clauses b.y").count() > 3
    assert page.locator(".law a[href^='https://']").count() > 2
    assert page.locator(".route li").all_inner_texts() == ["CN", "KZ", "RU"]
    expect(page.locator("section", has=page.locator("#goods"))).to_contain_text("tier 1")
    expect(page.locator("section", has=page.locator("#releasing"))).to_contain_text("Found in its favour")
    expect(page.locator("section", has=page.locator("#timeline"))).to_contain_text("assigned")
    looks.case(page, "OOO SIBIRSKY KONTUR")
    expect(page.locator("section", has=page.locator("#settle")).locator("li").first).to_contain_text("declaration")


def test_owners_are_drawn_from_the_listed_one_down_to_the_party(
    looks: Looks, screens: Callable[[Page, str], None]
) -> None:
    page = looks.page("ana", 1280, 860)
    looks.case(page, "Pearl Quay Building Supplies FZE")
    drawn = page.locator("figure.owners")
    expect(drawn.locator("svg")).to_have_attribute("role", "img")
    assert " ".join(drawn.locator("svg text").all_text_contents()) == (
        "60 % Joint Stock Company Compel Pearl Quay Building Supplies FZE"
    )
    expect(drawn.locator(".listed rect")).to_have_count(1)
    above, below = (drawn.locator(f".{kind} rect").bounding_box() for kind in ("listed", "party"))
    assert above is not None
    assert below is not None
    assert above["y"] + above["height"] < below["y"]
    drawn.scroll_into_view_if_needed()
    screens(page, "owners")


def test_the_waterfall_ends_where_its_steps_lead(looks: Looks) -> None:
    page = looks.page()
    looks.case(page, "FRADKOV PETR MIKHAILOVICH")
    rows = page.locator("#match1 .fall tbody tr")
    moved = [float(one.replace("\u2212", "-")) for one in rows.locator("td:nth-child(4)").all_inner_texts()]
    reached = [float(one.replace("\u2212", "-")) for one in rows.locator("td:nth-child(6)").all_inner_texts()]
    assert abs(sum(moved) - reached[-1]) < 0.05 * len(moved) + 0.051  # each is rounded to a tenth
    weight = page.locator("#match1 .score b").nth(1).inner_text()
    assert float(weight.replace("\u2212", "-")) == reached[-1]


def test_papers_that_contradict_stand_beside_the_message_and_their_goods_among_the_goods(looks: Looks) -> None:
    page = looks.page()
    looks.case(page, "OOO Teply Dom")
    beside = page.locator("section", has=page.locator("#beside"))
    expect(beside).to_contain_text("packing list TL-4/118-P")
    expect(beside).to_contain_text("consignee, OOO Omsky Proekt Servis, RU")
    goods = page.locator("section", has=page.locator("#goods"))
    expect(goods.locator("li", has_text="by the packing list")).to_contain_text("tier 1")
    assert goods.locator(".route li").all_inner_texts() == ["CN", "RU"]
    assert "OOO Teply Dom" in page.locator(".raw mark").all_inner_texts()


def test_the_press_is_shown_with_its_independent_sources_and_holds_nothing(looks: Looks) -> None:
    page = looks.page()
    looks.case(page, "Amber Strait Trading LLC")
    told = page.locator("#press")
    expect(told.locator(".rows li")).to_have_count(2)
    expect(told.locator(".rows li").first).to_contain_text("adverse; 2 independent sources in 4 articles")
    expect(told).to_contain_text("it may be somebody else")
    assert page.locator("section:has(#findings) .find code", has_text="press").count() == 0


def test_what_speaks_for_release_is_no_reason_to_hold(looks: Looks) -> None:
    page = looks.page()
    looks.case(page, "FRADKOV PETR MIKHAILOVICH")
    holding = page.locator("section", has=page.locator("#findings")).locator("h3").all_inner_texts()
    assert not any("Found in its favour" in one for one in holding)
    expect(page.locator("section", has=page.locator("#noted"))).to_contain_text("Dollars or United States persons")


def test_script_in_a_name_is_text_everywhere(looks: Looks) -> None:
    page = looks.page()
    expect(page.locator("td.who", has_text=SPOILT)).to_have_count(1)
    looks.case(page, "<script>")
    assert page.title() != "taken"
    assert page.locator(".roles .name", has_text=SPOILT).count() == 1
    assert page.locator("main script, main img").count() == 0
    assert page.locator(".raw", has_text="&lt;script&gt;").count() == 1


def test_a_message_that_cannot_be_read_is_a_case_with_what_to_do(looks: Looks) -> None:
    page = looks.page()
    looks.case(page, "A message that could not be read")
    expect(page.get_by_role("note")).to_contain_text("Not screened, so not cleared")
    expect(page.locator(".raw")).to_contain_text("<FIToFICstmrCdtTrf>")


def test_what_was_done_and_said_stands_in_the_timeline(looks: Looks) -> None:
    page = looks.page("bao")
    looks.case(page, "Desert Falcon Spare Parts LLC")
    timeline = page.locator("section", has=page.locator("#timeline"))
    expect(timeline).to_contain_text("Aircraft parts by way of the Emirates.")
    timeline.locator("a").last.click()
    expect(page.locator("h1")).to_have_text("Journal")


def test_a_case_that_is_not_there_says_so(looks: Looks) -> None:
    page = looks.page()
    page.goto(f"{looks.address}/desk/cases/{'0' * 32}")
    expect(page.locator("main")).to_contain_text("Not here")
    looks.complaints.clear()  # the browser tells the 404 as an error of its own


@pytest.mark.parametrize("words", ["Yantai Red Orchard", "АО «Кварцевый ручей»", "شركة خليج"])
@pytest.mark.parametrize(("width", "dark"), [(1680, False), (1280, True), (400, False)])
def test_long_and_foreign_names_stay_within_the_page(looks: Looks, words: str, width: int, *, dark: bool) -> None:
    page = looks.page("ana", width, 900, dark=dark)
    looks.case(page, words)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_page_can_be_read_by_its_headings_and_labels(looks: Looks) -> None:
    page = looks.page()
    looks.case(page, "FRADKOV PETR MIKHAILOVICH")
    assert page.locator("h1").count() == 1
    unlabelled = "select, input:not([type=hidden]), textarea"
    for field in page.locator(unlabelled).all():
        assert field.evaluate("one => one.labels?.length > 0 || !!one.getAttribute('aria-label')")
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(ids) == len(set(ids))
