"""What is handed in beside the messages of a call: read whole or refused, used, named where nothing met it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.cli.test_screen import CALL, PAYMENT

INVOICE = {
    "kind": "invoice",
    "amount": "10.00",
    "currency": "CNY",
    "goods": [{"hs": "640399", "words": "children's shoes"}],
}


@pytest.fixture
def messages(desk: Any) -> Any:
    """A desk with a payment whose message names no goods, and papers that do."""
    desk.write("a.json", json.dumps(PAYMENT | {"end_to_end_id": "E-7"}))
    desk.write("papers.json", json.dumps({"E-7": [INVOICE]}))
    return desk


def test_papers_release_what_waited_for_them_and_replay_decides_the_same(messages: Any) -> None:
    assert json.loads(messages.quick("screen", "a.json", *CALL).out)["outcome"] == "review"
    done = messages.quick("screen", "a.json", *CALL, "--trade", "papers.json", "--out", "d.jsonl")
    decided = json.loads((messages.folder / "d.jsonl").read_text(encoding="utf-8"))
    assert (done.status, decided["outcome"], decided["determination"]["rests_on"]) == (0, "release", "document")
    assert decided["beside"] == {"papers": [INVOICE]}
    assert "1 equal, 0 different" in messages.quick("replay", "d.jsonl").out


def test_papers_of_no_payment_are_named_and_the_rest_is_decided(messages: Any) -> None:
    messages.write("papers.json", json.dumps({"E-8": [INVOICE]}))
    done = messages.quick("screen", "a.json", *CALL, "--trade", "papers.json")
    assert done.status == 3
    assert "papers.json: line 1: E-8: papers, but no payment of this end-to-end id or UETR was read" in done.err
    assert json.loads(done.out)["outcome"] == "review"


@pytest.mark.parametrize(("option", "name"), [("--trade", "papers.json"), ("--profiles", "profiles.json")])
def test_what_cannot_be_read_decides_nothing(messages: Any, option: str, name: str) -> None:
    messages.write(name, '{\n"E-7": 5}' if option == "--trade" else '[\n{"name": 5}]')
    done = messages.quick("screen", "a.json", *CALL, option, name)
    assert (done.status, done.out) == (2, "")
    assert f"{name}: line 2" in done.err
    missing = messages.quick("screen", "a.json", *CALL, option, "nowhere.json")
    assert (missing.status, missing.out) == (2, "")


def test_a_profile_of_a_party_is_kept_with_the_decision(messages: Any) -> None:
    profile = {"name": "Vesyoly Bashmachok OOO", "country": "RU", "business": "shoe shops"}
    messages.write("profiles.json", json.dumps([profile, {"name": "Somebody Else"}]))
    done = messages.quick("screen", "a.json", *CALL, "--profiles", "profiles.json", "--workers", "2")
    assert json.loads(done.out)["beside"] == {"profiles": [profile]}
