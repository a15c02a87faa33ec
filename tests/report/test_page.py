"""The page: complete, self-contained, safe with hostile content, small."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import lxml.html
import pytest

from brightline.report.page import report_page
from brightline.screen.waterfall import bars, in_nats

Decision = dict[str, Any]
ATTACK = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>\u202e{{ 7*7 }}"


def page(*decisions: Decision, title: str = "Payments", notes: tuple[str, ...] = ()) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(report_page(decisions, title=title, notes=notes).decode("utf-8"))


def text_of(node: lxml.html.HtmlElement) -> str:
    return " ".join(node.text_content().split())


def one(node: lxml.html.HtmlElement, path: str) -> lxml.html.HtmlElement:
    found = node.xpath(path)
    assert len(found) == 1, f"{len(found)} at {path}"
    return found[0]


def spoil(value: object, bad: str) -> object:
    """The same shape with `bad` in place of every text."""
    if isinstance(value, dict):
        return {key: spoil(inner, bad) for key, inner in value.items()}
    if isinstance(value, list):
        return [spoil(inner, bad) for inner in value]
    return bad if isinstance(value, str) else value


def test_outcomes_are_counted_in_words_and_signs(
    stopped: Decision, reviewed: Decision, released: Decision, unreadable: Decision, not_a_payment: Decision
) -> None:
    tree = page(stopped, reviewed, released, released, unreadable, not_a_payment, title="Morning run", notes=("first",))
    tiles = [text_of(tile) for tile in tree.xpath("//nav/a")]
    assert [tile.split(" held")[0].split(" nothing")[0] for tile in tiles[:3]] == [
        "■ 1 Stop",
        "▲ 1 Review",
        "● 2 Release",
    ]
    assert tree.findtext(".//title") == "Morning run"
    assert "first" in text_of(one(tree, "//header[@class='top']"))


def test_a_stopped_payment_is_told_in_full(stopped: Decision) -> None:
    pay = one(page(stopped), "//article")
    told = text_of(pay)
    for expected in (
        "CNY 3,120,000.00",
        "Gulf Meridian General Trading FZE → Silver Kestrel Trading HK Limited",
        "Linked to Russia's military-industrial base. It rests on a listed name.",
        "Modules as agreed, onward to Moscow",
        "AE → HK → CN → RU",
        "entry 46633",
        "RUSSIA-EO14024",
        "See Section 11 of Executive Order 14024",
        "0.9881 score",
        "Ask for: an extract of the register",
        "The same transfer's other leg: pacs.009.001.08 in inbox/2024-07-10/cover.xml#1",
        "UETR 5b0e6c1e-4a55-4d0c-9a7e-0a3f6f2f9f11",
        "Asked, and no: listed-bank-in-chain",
        "check digits hold",
    ):
        assert expected in told
    assert [text_of(mark) for mark in pay.xpath(".//table[@class='roles']//mark")] == ["武汉高芯科技有限公司"]


def test_what_stops_stands_before_what_holds(stopped: Decision) -> None:
    titles = [text_of(title) for title in page(stopped).xpath("//article//section[@class='find']/h5")]
    assert titles[0].startswith("A party is on a list")
    assert titles[-1].startswith("Goods of the common high priority list")


def test_the_same_listed_entry_is_drawn_once_and_referred_to(stopped: Decision) -> None:
    tree = page(stopped)
    match = one(tree, "//section[@class='match']")
    links = tree.xpath(f"//a[@href='#{match.get('id')}']")
    assert len(links) == 3  # the party and both findings
    assert "武汉高芯科技有限公司" in text_of(one(match, ".//div[@class='beside']/p[1]"))


def test_the_waterfall_ends_at_the_weight(stopped: Decision) -> None:
    evidence = stopped["findings"][2]["evidence"][0]
    drawn = bars([(step["name"], step["weight"]) for step in evidence["steps"]])
    rows = page(stopped).xpath("//table[@class='fall']/tbody/tr")
    assert [text_of(row.xpath("./td")[-1]) for row in rows] == [in_nats(bar.end) for bar in drawn]
    assert [row.get("class") for row in rows] == ["start", "for", "for", "for", "against"]
    assert text_of(rows[-1].xpath("./td")[-1]) == in_nats(evidence["weight"])
    for bar in page(stopped).xpath("//i[@class='b']"):
        left, width = map(float, re.findall(r"([\d.]+)%", bar.get("style")))
        assert 0 <= left <= left + width <= 100.01


def test_law_is_linked_with_the_status_of_our_reading(stopped: Decision) -> None:
    laws = page(stopped).xpath("//ul[@class='law']/li")
    assert {text_of(one(law, "./i")) for law in laws} == {
        "verified",
        "secondary",
        "unverified",
    }
    assert all(one(law, "./a").get("href").startswith("https://") for law in laws)
    table = [
        [text_of(cell) for cell in row] for row in page(stopped).xpath("//table[contains(@class, 'laws')]/tbody/tr")
    ]
    assert ["OFAC FAQ 1181, answer", "2024-06-12", "secondary"] in table
    assert len(table) == 3


def test_an_address_that_is_not_of_the_web_is_no_link(stopped: Decision) -> None:
    for finding in stopped["findings"]:
        finding["cites"] = [
            {"act": "Act", "place": "1", "url": "javascript:alert(1)", "in_force": "", "status": "verified"}
        ]
    tree = page(stopped)
    assert tree.xpath("//ul[@class='law']//a") == []
    assert (
        "javascript:" not in lxml.html.tostring(tree, encoding="unicode").partition("<body")[2].partition("<script")[0]
    )


def test_words_seen_are_marked_where_they_stand(reviewed: Decision) -> None:
    tree = page(reviewed)
    assert [text_of(mark) for mark in tree.xpath("//mark")] == ["Ball Bearings", "Ball Bearings"]
    assert "tier 3.B" in text_of(tree)
    assert "read as 临清滚河轴承有限公司" in text_of(tree)
    assert "What speaks for release" in text_of(tree)


def test_a_number_that_settled_the_match_is_marked(stopped: Decision) -> None:
    step = {"name": "USCC, same", "ours": "914201000668186736", "theirs": "914201000668186736", "weight": 20_000}
    stopped["findings"][2]["evidence"][0] = {**stopped["findings"][2]["evidence"][0], "steps": [step]}
    stopped["findings"] = stopped["findings"][2:3]
    assert text_of(one(page(stopped), "//table[@class='roles']//mark")) == "914201000668186736"


def test_a_cover_is_headed_by_its_customers_not_by_the_bank_that_sends_it(stopped: Decision) -> None:
    bank = {"role": "debtor", "name": None, "bic": "ASTBKZKA", "path": "Dbtr"}
    stopped["payment"]["parties"].insert(0, bank)
    assert "Gulf Meridian" in text_of(one(page(stopped), "//h3"))


def test_one_bank_in_two_roles_is_one_match_and_one_finding(stopped: Decision) -> None:
    for finding in [one for one in stopped["findings"] if one["evidence"]]:
        other = {"role": "debtor_agent", "path": "CdtTrfTxInf[1]/debtor_agent/Nm"}
        evidence = [{**finding["evidence"][0], **other}]
        stopped["findings"].append({**finding, "subject": other, "evidence": evidence})
    tree = page(stopped)
    assert "the ultimate creditor, debtor agent and a listed entry" in text_of(
        one(tree, "//section[@class='match']/h4")
    )
    assert len(tree.xpath("//article//section[@class='find']")) == 3
    assert len(tree.xpath("//table[@class='roles']//a")) == 2


def test_what_is_unknown_everywhere_is_told_once(stopped: Decision, reviewed: Decision) -> None:
    lack = {"rule": "listed-party", "lacks": "no list of the regime uk is loaded", "would_settle": "a current list"}
    for decision in (stopped, reviewed):
        decision["unknowns"] = [*decision["unknowns"], lack]
    tree = page(stopped, reviewed)
    assert text_of(tree).count("no list of the regime uk is loaded") == 1
    assert "Not known for any of these payments" in text_of(tree)
    assert "no list of the regime uk is loaded" in text_of(one(page(stopped), "//article"))


def test_a_trial_says_so_in_a_banner(stopped: Decision, trial: Callable[[Decision], Decision]) -> None:
    banner = one(page(trial(stopped)), "//section[@class='banner']")
    assert text_of(banner).startswith("For trying out, not for use.")
    assert page(stopped).xpath("//section[@class='banner']") == []


def test_a_trial_among_releases_alone_says_so_too(released: Decision, trial: Callable[[Decision], Decision]) -> None:
    assert len(page(trial(released)).xpath("//section[@class='banner']")) == 1


def test_an_excerpt_says_so_in_a_banner(stopped: Decision) -> None:
    stopped["edition"]["lists"]["us-ofac-sdn"]["excerpt"] = True
    assert "us-ofac-sdn" in text_of(one(page(stopped), "//section[@class='banner']"))


def test_unreadable_and_other_messages_are_listed(unreadable: Decision, not_a_payment: Decision) -> None:
    tree = page(unreadable, not_a_payment)
    rows = [[text_of(cell) for cell in row] for row in tree.xpath("//section[h2[@id='unreadable']]//tbody/tr")]
    assert rows == [["inbox/cut.xml#1", "line 41", "the end of the file", "</DbtrAgt>", "Ask for it again."]]
    rows = [[text_of(cell) for cell in row] for row in tree.xpath("//section[h2[@id='not-a-payment']]//tbody/tr")]
    assert rows == [["inbox/status.xml#1", "pacs.002.001.10", "S1"]]
    assert "Not screened, so not cleared" in text_of(tree)


def test_a_page_of_nothing_is_a_page() -> None:
    assert "0 messages in all" in text_of(page())


def test_nothing_is_fetched_and_only_our_script_may_run(stopped: Decision, reviewed: Decision) -> None:
    tree = page(stopped, reviewed)
    assert tree.xpath("//link | //img | //iframe | //object | //*[@src] | //*[starts-with(name(@*), 'on')]") == []
    css = tree.findtext(".//style")
    assert "url(" not in css
    assert "@import" not in css
    script = one(tree, "//script").text
    policy = one(tree, "//meta[@http-equiv]").get("content")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")


@pytest.mark.parametrize("bad", [ATTACK, "\u202e" * 50, "</style></script><h1>x</h1>", "\ud800 \x00", "ا" * 300])
def test_hostile_text_in_every_value_stays_text(
    stopped: Decision, reviewed: Decision, released: Decision, unreadable: Decision, not_a_payment: Decision, bad: str
) -> None:
    spoiled = []
    for decision in (stopped, reviewed, released, unreadable, not_a_payment):
        worse = spoil(decision, bad)
        assert isinstance(worse, dict)
        spoiled += [worse, {**worse, "outcome": decision["outcome"]}]
    tree = page(*spoiled, title=bad, notes=(bad,))
    assert len(tree.xpath("//script")) == len(tree.xpath("//style")) == len(tree.xpath("//h1")) == 1
    assert tree.xpath("//img | //*[@onerror]") == []
    assert "\u202e" not in tree.text_content()
    assert "49" not in text_of(one(tree, "//h1"))


def test_hostile_keys_stay_text(stopped: Decision) -> None:
    stopped["determination"]["limbs"] = {ATTACK * 100: "yes"}
    stopped["edition"]["lists"] = {ATTACK * 100: {"published": "2024-07-02"}}
    tree = page(stopped)
    assert tree.xpath("//img") == []
    assert "\u202e" not in tree.text_content()
    assert len(lxml.html.tostring(tree)) < 60_000


def test_a_huge_value_is_cut_wherever_it_stands(stopped: Decision) -> None:
    worse = spoil(stopped, "N" * 100_000)
    assert isinstance(worse, dict)
    assert len(report_page([{**worse, "outcome": "stop"}], title="t", notes=[])) < 120_000


def test_a_thousand_parties_and_findings_are_cut_and_counted(stopped: Decision) -> None:
    payment = {**stopped["payment"], "parties": stopped["payment"]["parties"] * 200}
    findings = stopped["findings"] * 200
    data = report_page([{**stopped, "payment": payment, "findings": findings}], title="t", notes=[])
    assert b"1,160 more parties" in data
    assert len(data) < 200_000


def test_a_decision_with_nothing_in_it_is_shown() -> None:
    assert len(page({"outcome": "review"}, {"outcome": "stop", "payment": None}).xpath("//article")) == 2


def test_headings_do_not_skip_a_level_and_every_link_has_its_place(stopped: Decision, reviewed: Decision) -> None:
    tree = page(stopped, reviewed)
    levels = [int(node.tag[1]) for node in tree.xpath("//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5]")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in tree.xpath("//a/@href") if link.startswith("#")} <= set(ids)


def test_the_same_decisions_give_the_same_bytes(stopped: Decision, reviewed: Decision) -> None:
    assert report_page([stopped, reviewed], title="t", notes=[]) == report_page(
        [stopped, reviewed], title="t", notes=[]
    )


def test_two_thousand_reviews_stay_small(reviewed: Decision) -> None:
    data = report_page(({**reviewed, "id": f"{number:032x}"} for number in range(2_000)), title="t", notes=[])
    assert len(data) < 12_000_000
    assert data.count(b"<article") == 2_000


def test_releases_add_nothing_but_a_count(released: Decision) -> None:
    few, many = (report_page([released] * count, title="t", notes=[]) for count in (1, 5_000))
    assert len(many) - len(few) < 100


def test_many_noes_of_a_rule_are_folded_and_what_speaks_stands_open(stopped: Decision) -> None:
    finding = stopped["findings"][0]
    asked = {"id": "q", "asks": "Is it a sign?", "saw": "nothing of the kind", "answer": "no"}
    speaks = {"id": "yes", "asks": "Is it listed?", "saw": "its number", "answer": "yes"}
    noes = [{**asked, "id": f"q{n}", "asks": f"Sign {n}?"} for n in range(41)]
    changed = {**stopped, "findings": [{**finding, "clauses": [*noes, speaks]}]}
    folded = one(page(changed), "//details[@class='noes']")
    assert text_of(folded).startswith("41 further questions, all answered no")
    assert "Sign 40?" in text_of(folded)
    assert "Is it listed?" not in text_of(folded)
    assert "Is it listed?" in text_of(one(page(changed), "//article"))
