"""`brightline draft`: passports and pairs begun from decisions, and the examples of their page as they stand there."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Desk

from brightline.screen.policy import shipped_text

PAGE = Path(__file__).resolve().parents[2] / "docs" / "guide" / "passports.md"
PAYMENT, PASSPORT, PAIR = re.findall(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
THEN, LATER = ("--as-of", "2024-07-10T12:00:00+08:00"), ("--as-of", "2024-07-12T12:00:00+08:00")
WHOSE = ("--owner", "Mira Lund", "--approver", "Joss Adeyemi", "--expires", "2025-07-09")
NAMESAKE = {
    "format": "brightline.payment", "amount": "52000.00", "currency": "CNY",
    "parties": [
        {"role": "debtor", "name": "OOO Polyus Mebel", "country": "RU", "address": ["12 Ryabinovaya ul., Omsk"]},
        {"role": "creditor", "name": "Ningbo Warm Thread Co., Ltd", "country": "CN"},
    ],
    "texts": [{"kind": "remittance", "value": "knitwear HS 6110.20"}],
}  # fmt: skip


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The payment of the page, held, beside a document and a policy that draws no release for a look."""
    whole = tmp_path_factory.mktemp("draft")
    (whole / "folder").mkdir()
    desk = Desk(whole / "folder", whole / "home")
    desk.write("payment.json", PAYMENT)
    desk.write("namesake.json", json.dumps(NAMESAKE))
    desk.write("contract.pdf", b"%PDF-")
    desk.write("undrawn.yaml", shipped_text().replace("passport_review_one_in: 20", "passport_review_one_in: 0"))
    done = desk.quick("screen", "payment.json", "namesake.json", "--trial", *THEN, "--out", "decisions.jsonl")
    assert done.status == 0, done.err
    return desk


def screened(desk: Any, name: str, *beside: str) -> dict[str, Any]:
    done = desk.quick("screen", name, "--trial", *LATER, "--policy", "undrawn.yaml", *beside)
    assert done.status == 0, done.err
    said: dict[str, Any] = json.loads(done.out)
    return said


def test_a_draft_filled_in_by_options_releases_the_next_payment(held: Any) -> None:
    options = ("--goods", "640399: shoes", "--document", "contract.pdf", *WHOSE)
    done = held.quick("draft", "passport", "decisions.jsonl", "payment.json#1", *options)
    assert (done.status, "still to be filled in" in done.err) == (0, False), done.err
    held.write("passports.json", done.out)
    assert screened(held, "payment.json")["outcome"] == "review"
    said = screened(held, "payment.json", "--passports", "passports.json")
    assert (said["outcome"], said["release_basis"]) == ("release", "passport")


def test_what_only_people_know_is_left_open_and_named(held: Any) -> None:
    done = held.quick("draft", "passport", "decisions.jsonl", "payment.json#1")
    assert "still to be filled in by people: goods, documents, owner, approver, expires" in done.err
    held.write("passports.json", done.out)
    again = held.quick("screen", "payment.json", "--trial", *LATER, "--passports", "passports.json")
    assert (again.status, again.out) == (2, "")


def test_the_passport_of_the_page_releases_the_payment_of_the_page(held: Any) -> None:
    held.write("passports.json", PASSPORT)
    assert screened(held, "payment.json", "--passports", "passports.json")["release_basis"] == "passport"


@pytest.mark.parametrize("made", ["drafted", "printed"])
def test_a_pair_drops_the_namesake(held: Any, made: str) -> None:
    asked = ("draft", "pairs", "decisions.jsonl", "namesake.json#1", "--reason", "another seat", *WHOSE)
    held.write("pairs.json", held.quick(*asked).out if made == "drafted" else PAIR)
    before, after = screened(held, "namesake.json"), screened(held, "namesake.json", "--pairs", "pairs.json")
    assert (before["outcome"], after["outcome"]) == ("review", "release")


def test_match_shows_the_digest_that_a_pair_needs(held: Any) -> None:
    done = held.quick("match", "OOO Polyus Mebel", "--trial", "--json")
    assert json.loads(done.out)["candidates"][0]["digest"] == json.loads(PAIR)[0]["digest"]


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (("passport", "decisions.jsonl", "nowhere.xml"), "expected an id, the beginning of one, or a source"),
        (("passport", "decisions.jsonl", "--document", "gone.pdf"), "gone.pdf: expected a document that was seen"),
        (("pairs", "decisions.jsonl", "--expires", "next year"), "expected a day such as 2025-07-14"),
    ],
)
def test_a_wrong_call_is_one_sentence(
    held: Any, call: tuple[str, ...], says: str, sentence: Callable[[Any], str]
) -> None:
    done = held.quick("draft", *call)
    assert (done.status, done.out) == (2, "")
    assert says in sentence(done)
