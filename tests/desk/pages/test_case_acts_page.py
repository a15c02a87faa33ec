"""A reviewer's day in the browser: take, read, release by keyboard, escalate, approve as another, print, look it up."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect
from tests.desk.conftest import Looks
from tests.screen.conftest import ENTITIES, edition_of, listed, version

from brightline.cases.actors import AUDITOR, Actor
from brightline.cases.filters import Filters
from brightline.cases.queue import queue
from brightline.cases.rows import CaseRow, CaseView
from brightline.cases.service import Service
from brightline.cases.states import STATES
from brightline.cases.view import case_view
from brightline.desk.changed import changed_since
from brightline.screen.edition import Edition

READER = Actor("reader", "reader", AUDITOR, "desk")
SignedIn = Callable[[str], tuple[httpx.Client, str]]


def case_of(service: Service, words: str) -> CaseRow:
    """The first case, open or ended, with these words in a name."""
    return queue(service.store, Filters(text=words, state=STATES), READER, None, 10).rows[0]


def view_of(service: Service, case: str) -> CaseView:
    return case_view(service.store, case, READER)


def with_the_creditor_listed() -> Edition:
    """A newer list that has the creditor of one case."""
    named = listed("9", "Zhejiang Quiet Harbour Electric Co Ltd")
    return edition_of(version(published="2026-11-20"), trial=True, entities=(*ENTITIES, named))


def test_a_whole_day_by_keyboard(looks: Looks, service: Service, screens: Callable[[Page, str], None]) -> None:
    page = looks.page("ana", 1280, 800)
    page.goto(f"{looks.address}/desk/queue?text=karavan")
    case = case_of(service, "karavan").id
    with page.expect_navigation():
        page.keyboard.press("t")
    expect(page.locator("h1")).to_contain_text("OOO SEVERNY KARAVAN")
    page.keyboard.press("j")
    expect(page.locator("[data-stop][data-at]")).to_have_count(1)
    page.keyboard.press("r")
    expect(page.locator("select[name=answer]")).to_be_focused()
    assert page.locator("select[name=answer]").input_value().startswith("released:")
    page.select_option("select[name=answer]", "released:papers-settle")
    page.keyboard.press("Tab")
    page.keyboard.type("Invoice and waybill seen: motors for a bakery.")
    screens(page, "decide")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    expect(page.get_by_role("status")).to_contain_text("Done")
    assert "text=karavan" in page.url
    assert view_of(service, case).row.state == "released"
    page.goto(f"{looks.address}/desk/cases/{case}")
    line = page.locator("section", has=page.locator("#timeline")).locator("li", has_text="ended").locator("a")
    line.click()
    expect(page.locator("main")).to_contain_text("papers-settle")


def test_a_stop_is_recommended_escalated_and_approved_by_another(looks: Looks, service: Service) -> None:
    page = looks.page("ana")
    looks.case(page, "ARARAT HIGH TECH LLC")
    case = case_of(service, "ararat").id
    page.keyboard.press("e")
    page.keyboard.type("The numbers agree; the corridor desk should see it.")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    assert view_of(service, case).row.escalated
    page.goto(f"{looks.address}/desk/cases/{case}")
    page.keyboard.press("s")
    page.select_option("select[name=answer]", "declined:listed")
    expect(page.locator("button", has_text="Decide")).to_be_disabled()
    page.fill(".decide form:has(select[name=answer]) textarea", "It is the listed entry.")
    with page.expect_navigation():
        page.click("button:has-text('Recommend')")
    page.goto(f"{looks.address}/desk/cases/{case}")
    expect(page.locator(".decide")).to_contain_text("You recommended this, so another approver has to approve it")
    other = looks.page("bao")
    other.goto(f"{looks.address}/desk/cases/{case}?blind=1")
    expect(other.locator(".decide")).to_contain_text("The first person's answer is hidden")
    expect(other.locator("main")).not_to_contain_text("It is the listed entry.")
    other.goto(f"{looks.address}/desk/cases/{case}")
    other.keyboard.press("a")
    other.keyboard.type("Agreed.")
    with other.expect_navigation():
        other.keyboard.press("Control+Enter")
    row = view_of(service, case).row
    assert (row.state, row.assignee) == ("declined", None)


def test_an_approver_does_not_approve_her_own(signed_in: SignedIn, service: Service) -> None:
    client, csrf = signed_in("bao")
    case = case_of(service, "kaspiysky").id
    form = {"csrf": csrf, "answer": "declined:exposure", "comment": "Priority goods."}
    with client:
        assert client.post(f"/desk/cases/{case}/acts/recommend", data=form).status_code == 303
        answer = client.post(f"/desk/cases/{case}/acts/approve", data={"csrf": csrf})
        assert answer.status_code == 403
        assert "the same person who recommended it" in answer.text
        again = client.post(f"/desk/cases/{case}/acts/approve", data={"csrf": csrf, "answer": "nonsense"})
        assert again.status_code == 422


def test_an_analyst_approves_nothing(signed_in: SignedIn, service: Service) -> None:
    """Not what she recommended, nor with a form she made herself for what another did."""
    client, csrf = signed_in("ana")
    recommended = queue(service.store, Filters(state=("recommended",)), READER).rows[0].id
    with client:
        assert f"/desk/cases/{recommended}/acts/approve" not in client.get(f"/desk/cases/{recommended}").text
        answer = client.post(f"/desk/cases/{recommended}/acts/approve", data={"csrf": csrf, "comment": "Mine."})
    assert answer.status_code == 403
    assert "the role" in answer.text
    assert view_of(service, recommended).row.state == "recommended"


def test_an_answer_the_decision_does_not_permit_is_not_offered_and_refused(
    signed_in: SignedIn, service: Service
) -> None:
    client, csrf = signed_in("ana")
    row = case_of(service, "kizil")
    permitted = view_of(service, row.id).decision["permitted_actions"]
    assert isinstance(permitted, list)
    assert "freeze" not in permitted
    form = {"csrf": csrf, "answer": "frozen-and-reported:blocked", "comment": "Blocked."}
    with client:
        assert "frozen-and-reported:" not in client.get(f"/desk/cases/{row.id}").text
        answer = client.post(f"/desk/cases/{row.id}/acts/recommend", data=form)
    assert answer.status_code == 422
    assert "does not permit" in answer.text


def test_a_page_that_is_no_longer_true_is_refused(signed_in: SignedIn, service: Service) -> None:
    client, csrf = signed_in("ana")
    case = case_of(service, "kizil").id
    seen = view_of(service, case).revision
    note = {"csrf": csrf, "comment": "Seen.", "revision": str(seen)}
    with client:
        assert client.post(f"/desk/cases/{case}/acts/note", data=note).status_code == 303
        late = client.post(f"/desk/cases/{case}/acts/note", data=note)
        bad = client.post(f"/desk/cases/{case}/acts/note", data={**note, "revision": "one"})
    assert (late.status_code, bad.status_code) == (409, 422)
    assert "before somebody acted" in late.text


def test_what_was_typed_into_a_refused_form_comes_back_in_it(signed_in: SignedIn, service: Service) -> None:
    client, csrf = signed_in("ana")
    case = case_of(service, "kizil").id
    typed = "Seen <b>twice</b> & asked."
    with client:
        chosen = {"csrf": csrf, "answer": "declined:exposure"}
        lacking = client.post(f"/desk/cases/{case}/acts/recommend", data=chosen)
        unchosen = client.post(f"/desk/cases/{case}/acts/recommend", data={"csrf": csrf, "comment": typed})
        late = client.post(f"/desk/cases/{case}/acts/escalate", data={"csrf": csrf, "comment": typed, "revision": "0"})
    assert lacking.status_code == 422
    assert '<option value="declined:exposure" selected>' in lacking.text
    assert "a sentence that says why" in lacking.text
    escaped = "Seen &lt;b&gt;twice&lt;/b&gt; &amp; asked."
    assert (unchosen.status_code, unchosen.text.count(escaped)) == (422, 1)
    assert (late.status_code, late.text.count(escaped)) == (409, 1)
    assert '<details class="act" data-open="e" open>' in late.text
    assert f'name="revision" value="{view_of(service, case).revision}"' in late.text


def test_what_was_typed_is_shown_where_its_form_is_gone(signed_in: SignedIn, service: Service) -> None:
    """After the session ended and where the case is closed, that is; what came from elsewhere is not shown."""
    client, csrf = signed_in("ana")
    case = case_of(service, "anka yildiz").id
    form = {"csrf": csrf, "answer": "declined:exposure", "comment": "Words of mine."}
    with client:
        gone = client.post(f"/desk/cases/{case}/acts/recommend", data=form)
        client.cookies.clear()
        out = client.post(f"/desk/cases/{case}/acts/recommend", data=form)
        elsewhere = client.post("/desk/take", data=form, headers={"origin": "https://elsewhere.example"})
    assert (gone.status_code, out.status_code, elsewhere.status_code) == (409, 401, 403)
    for answer in (gone, out):
        assert "What you wrote" in answer.text
        assert answer.text.count("Words of mine.") == 1
    assert "Words of mine." not in elsewhere.text


def test_a_release_that_changed_on_screening_again_shows_both_decisions(
    looks: Looks, service: Service, screens: Callable[[Page, str], None]
) -> None:
    page = looks.page("ana", 1440, 900)
    looks.case(page, "Zhejiang Quiet Harbour Electric")
    case = case_of(service, "quiet harbour").id
    page.select_option("select[name=answer]", "released:goods-known")
    page.fill(".decide form:has(select[name=answer]) textarea", "Catalogue seen.")
    before = service.edition
    try:
        service.deciding.swap(with_the_creditor_listed())
        with page.expect_navigation():
            page.click("button:has-text('Decide')")
    finally:
        service.deciding.swap(before)
    expect(page.get_by_role("status")).to_contain_text("nothing was released")
    expect(page.locator("#changed")).to_be_visible()
    assert page.locator(".changed .chip").count() == 2
    expect(page.locator(".changed")).to_contain_text("only here")
    view = view_of(service, case)
    assert view.row.state == "in-review"
    assert changed_since(view) is not None
    screens(page, "changed")


def test_an_earlier_answer_is_offered_and_not_given_by_itself(looks: Looks, service: Service) -> None:
    page = looks.page("ana")
    looks.case(page, "Suifenhe Open Gate")
    page.locator("a", has_text="apply again").first.click()
    expect(page.locator("select[name=answer]")).to_have_value("released:as-before")
    assert "As in case" in page.locator(".decide form:has(select[name=answer]) textarea").input_value()
    found = re.search(r"/cases/([0-9a-f]+)", page.url)
    assert found is not None
    assert view_of(service, found[1]).row.state not in ("released", "recommended")


def test_a_pair_is_made_from_a_case_and_approved_by_another(looks: Looks) -> None:
    page = looks.page("ana")
    looks.case(page, "CHIP SPACE ELECTRONICS")
    section = page.locator("section", has=page.locator("#cleared"))
    section.locator("summary").first.click()
    section.locator("textarea").first.fill("Another house, another number.")
    with page.expect_navigation():
        section.locator("button", has_text="Propose the pair").first.click()
    expect(page.get_by_role("status")).to_contain_text("once a second person approves it")
    expect(page.locator("section", has=page.locator("#cleared"))).to_contain_text("proposed")


def test_a_passport_is_made_from_a_case_on_its_files_and_approved_by_another(
    looks: Looks, service: Service, tmp_path: Path
) -> None:
    paper = tmp_path / "invoice 311.txt"
    paper.write_text("Invoice 311: garden tools, 8201.10", encoding="utf-8")
    page = looks.page("ana")
    looks.case(page, "ИП Орлов")
    page.set_input_files("input[type=file]", paper)
    with page.expect_navigation():
        page.click("text=Add")
    expect(page.locator("section", has=page.locator("#files"))).to_contain_text("invoice 311.txt")
    page.locator("summary", has_text="Passport for this relationship").click()
    form = page.locator("form[action$=passports]")
    expect(form).to_contain_text("invoice 311.txt")
    form.locator("[name=goods]").fill("8201.10")
    form.locator("[name=route]").fill("nowhere")
    form.locator("button").click()
    expect(page.get_by_role("alert")).to_contain_text("What you wrote stands in the form below")
    expect(form.locator("[name=goods]")).to_have_value("8201.10")
    looks.complaints.clear()  # the browser tells the 422 as an error of its own
    form.locator("[name=goods]").fill("820110")
    form.locator("[name=route]").fill("CN, RU")
    with page.expect_navigation():
        form.locator("button").click()
    expect(page.get_by_role("status")).to_contain_text("once a second person approves it")
    other = looks.page("bao")
    other.goto(f"{looks.address}/desk/clearances")
    row = other.locator("tr", has_text="Орлов")
    row.locator("summary").click()
    row.locator("[name=why]").fill("Invoice seen.")
    with other.expect_navigation():
        row.locator("button", has_text="Approve").click()
    expect(other.locator("tr", has_text="Орлов")).to_contain_text("live")


def test_a_message_is_repaired_and_screened_again(looks: Looks, service: Service) -> None:
    page = looks.page("ana")
    looks.case(page, "OOO Polyarny Optik")
    case = case_of(service, "polyarny optik").id
    page.locator("summary", has_text="Repair the message").click()
    form = page.locator("form[action$=repair]")
    message = form.locator("[name=message]")
    message.fill(message.input_value().replace("901380", "611120").replace("optical devices", "babies' garments"))
    form.locator("[name=comment]").fill("The bank of the payer sent the right code.")
    with page.expect_navigation():
        form.locator("button").click()
    view = view_of(service, case)
    assert len(view.decisions) == 2
    assert (view.row.state, view.row.outcome) == ("in-review", "release")
    expect(page.locator("section", has=page.locator("#timeline"))).to_contain_text("repaired")


def test_an_ended_case_is_taken_up_anew_with_a_reason(looks: Looks, service: Service) -> None:
    (ended,) = queue(service.store, Filters(text="vektor severa", state=("returned",)), READER).rows
    page = looks.page("bao")
    page.goto(f"{looks.address}/desk/cases/{ended.id}")
    page.locator("summary", has_text="Take up anew").click()
    form = page.locator("form[action$=reopen]")
    form.locator("select").select_option(index=1)
    form.locator("textarea").fill("The customer sent the papers after all.")
    with page.expect_navigation():
        form.locator("button").click()
    assert view_of(service, ended.id).row.state == "in-review"


def test_cases_of_one_counterparty_are_decided_together(looks: Looks, service: Service) -> None:
    page = looks.page("ana")
    page.goto(f"{looks.address}/desk/queue?by=counterparty&text=privod")
    page.locator("summary", has_text="Decide together").first.click()
    page.select_option("select[name=answer]", "declined:exposure")
    page.fill("form.together textarea", "Bearings of tier 2 for a coal drive maker.")
    with page.expect_navigation():
        page.click("text=Recommend all")
    rows = queue(service.store, Filters(text="privod"), READER, None, 10).rows
    assert [row.state for row in rows if row.state != "recommended"] == []
    assert len(rows) > 1


def test_keys_are_shown_and_do_nothing_while_somebody_writes(looks: Looks) -> None:
    page = looks.page("ana")
    page.keyboard.press("?")
    expect(page.locator("dialog")).to_contain_text("choose a release")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()
    page.keyboard.type("jkt")
    expect(page.locator("#find")).to_have_value("jkt")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("tr[data-at]")).to_have_count(1)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/desk/cases/" in page.url


@pytest.mark.parametrize(("width", "dark"), [(1440, True), (400, False)])
def test_the_forms_stay_within_the_page(looks: Looks, width: int, *, dark: bool) -> None:
    page = looks.page("bao", width, 900, dark=dark)
    looks.case(page, "KAZ NUR ENERGO")
    for folded in page.locator("details").all():
        folded.evaluate("one => { one.open = true; }")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
