"""`brightline check`: the answer about a deal, its certificate, what is kept of it, and all a file can have wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

DEALS = Path(str(resources.files("brightline.cli").joinpath("sample_deals")))
OUTCOMES = {"plates-for-a-shop": "release", "spare-parts-by-way-of-bishkek": "review", "bearings-for-a-works": "stop"}
ASKED = ("--trial", "--as-of", "2024-09-10")


def told(desk: Any, *arguments: str) -> dict[str, Any]:
    done = desk.quick("check", *arguments, *ASKED, "--json")
    assert done.status == 0, done.err
    answer: dict[str, Any] = json.loads(done.out)
    return answer


def written(desk: Any, name: str, change: Callable[[str], str] = lambda text: text) -> str:
    text = (DEALS / f"{name}.yaml").read_text(encoding="utf-8")
    changed = change(text)
    desk.write("deal.yaml", changed)
    return "deal.yaml"


@pytest.mark.parametrize("name", OUTCOMES)
def test_a_sample_deal_is_answered_as_meant(desk: Any, name: str) -> None:
    answer = told(desk, name)
    assert answer["outcome"] == OUTCOMES[name]
    assert bool(answer["ask"]) == (answer["outcome"] != "release")
    assert answer["decision"]["payment"]["source"] == name
    assert answer["not_verified"]


def test_the_samples_are_those_named_here() -> None:
    assert {path.stem for path in DEALS.glob("*.yaml")} == set(OUTCOMES)


def test_the_words_say_the_answer_what_to_ask_and_what_was_not_verified(desk: Any) -> None:
    done = desk.quick("check", "spare-parts-by-way-of-bishkek", *ASKED)
    assert done.out.startswith("REVIEW  deal DL-77: Ask before you ship")
    for words in ("Ask the buyer for:", "commercial invoice", "Not verified:", "who the end user is", "binds no bank"):
        assert words in done.out
    assert "Good until 2024-09-24" in done.out


def test_the_certificate_lists_what_was_not_verified_and_expires(desk: Any) -> None:
    answer = told(desk, "plates-for-a-shop", "--out", "page.html")
    page = (desk.folder / "page.html").read_text(encoding="utf-8")
    plain = re.sub(r"<[^>]+>", "", page)
    assert "Good until 2024-09-24" in plain
    assert "binds no bank" in plain
    assert answer["deal"]["digest"] in plain
    assert all(one in plain for one in ("that the papers are genuine", "where the goods go after delivery"))
    assert "<script" not in page
    assert "http" not in re.sub(r"http-equiv", "", page)


def test_the_certificate_escapes_what_the_file_says(desk: Any) -> None:
    path = written(desk, "plates-for-a-shop", lambda text: text.replace("FS-2024-118", '"<script>alert(1)</script>"'))
    told(desk, path, "--out", "page.html")
    page = (desk.folder / "page.html").read_text(encoding="utf-8")
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_the_same_deal_is_kept_once_with_each_of_its_checks(desk: Any) -> None:
    first, again = told(desk, "plates-for-a-shop"), told(desk, "plates-for-a-shop")
    assert first["checked_before"] == []
    assert [one["outcome"] for one in again["checked_before"]] == ["release"]
    assert len(list((desk.home / "deals").glob("*.json"))) == 1


def test_the_layout_of_the_file_does_not_change_the_digest(desk: Any) -> None:
    turned = written(desk, "plates-for-a-shop", lambda text: "\n".join(text.splitlines()[1:]) + "\n\n# the end\n")
    assert told(desk, turned)["deal"]["digest"] == told(desk, "plates-for-a-shop")["deal"]["digest"]


def _hidden(text: str) -> str:
    """The bearings written as furniture, for another buyer: what an honest second try does not look like."""
    furniture = text.replace("848210", "940360").replace("ball bearings", "wooden furniture")
    return furniture.replace("OOO Uralskiy Podshipnik Snab", "OOO Derevyanny Stol")


def test_an_altered_copy_of_a_held_deal_is_flagged_side_by_side_and_held(desk: Any) -> None:
    assert told(desk, written(desk, "bearings-for-a-works", _hidden))["outcome"] == "release"
    desk.home.joinpath("deals").rename(desk.folder / "aside")
    assert told(desk, "bearings-for-a-works")["outcome"] == "stop"
    answer = told(desk, "deal.yaml", "--out", "page.html")
    assert answer["outcome"] == "review"
    (copy,) = answer["altered"]
    fields = {one["field"]: (one["before"], one["now"]) for one in copy["altered"]}
    assert fields["goods[0].hs"] == ("848210", "940360")
    assert fields["buyer.name"] == ("OOO Uralskiy Podshipnik Snab", "OOO Derevyanny Stol")
    assert copy["outcome"] == "stop"
    assert any("altered copy" in one for one in answer["ask"])
    assert "An altered copy of a deal checked on" in (desk.folder / "page.html").read_text(encoding="utf-8")


def test_the_next_order_of_the_same_goods_is_told_and_not_held(desk: Any) -> None:
    told(desk, "plates-for-a-shop")
    following = written(desk, "plates-for-a-shop", lambda text: text.replace("FS-2024-118", "FS-2024-131"))
    answer = told(desk, following)
    assert answer["outcome"] == "release"
    assert [one["slips_past"] for one in answer["altered"]] == [False]


def test_another_deal_is_no_copy(desk: Any) -> None:
    told(desk, "plates-for-a-shop")
    assert told(desk, "bearings-for-a-works")["altered"] == []


WRONG: dict[str, tuple[Callable[[str], str], str, str]] = {
    "a misspelt field": (lambda text: text.replace("end_use:", "enduse:"), "line 16", "the unknown key 'enduse'"),
    "a misspelt field inside": (lambda text: text.replace("bic: ZRCHRUMM", "bik: ZRCHRUMM"), "line 11", "not known"),
    "no goods": (lambda text: re.sub(r"goods:\n  - .*\n", "goods: []\n", text, count=1), "goods", "[]"),
    "an amount in words": (lambda text: text.replace("68400.00", "much", 1), "line 4", "much"),
    "a day that is none": (lambda text: text.replace("2024-08-20", "2024-02-31", 1), "line 3", "2024-02-31"),
    "a country in words": (
        lambda text: text.replace("country: RU, id", "country: Russia, id"),
        "buyer.country",
        "Russia",
    ),
    "a key twice": (lambda text: text + "deal: again\n", "line 25", "'deal' a second time"),
    "a value left empty": (lambda text: text.replace("currency: CNY", "currency:", 1), "line 5", "nothing"),
    "a BIC of no shape": (lambda text: text.replace("ZRCHRUMM", "BANK"), "banks.buyer.bic", "BANK"),
    "no YAML": (lambda text: "deal: [", "line 2", "YAML"),
    "a paper of no kind": (lambda text: text.replace("kind: invoice", "kind: letter"), "papers.0.kind", "letter"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_in_a_deal_is_said_with_its_line_and_nothing_is_kept(desk: Any, name: str, sentence: Any) -> None:
    change, place, found = WRONG[name]
    done = desk.quick("check", written(desk, "plates-for-a-shop", change), *ASKED)
    assert done.status == 2
    said = sentence(done)
    assert "deal.yaml" in said
    assert place in said, said
    assert found in said, said
    assert not (desk.home / "deals").exists()


def test_without_lists_it_needs_a_trial(desk: Any) -> None:
    assert desk.quick("check", "plates-for-a-shop").status == 2


def test_a_sample_that_is_not_there_names_those_there_are(desk: Any, sentence: Any) -> None:
    done = desk.quick("check", "plates", *ASKED)
    assert done.status == 2
    assert "plates-for-a-shop" in sentence(done)
