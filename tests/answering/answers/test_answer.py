"""An answer tells each reader what they may have, and nothing that was found, weighed, noted or suspected."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.screen.conftest import AFTER_JUNE

from brightline.answering.answers.answer import answer_text
from brightline.answering.answers.profiles import profiles
from brightline.errors import Refused
from brightline.screen.edition import Edition
from brightline.screen.screen import screen
from brightline.screen.wire import decision_json
from brightline.terms import Payment

TOLD = ("references", "money", "parties", "goods", "papers", "screening")
# Every place of a decision that others may not see, filled with words that can be found again.
HIDDEN = "HIDDEN"
STATES = ("open", "in-review", "recommended", "released", "returned", "declined", "frozen-and-reported", "closed")


@pytest.fixture
def line(payment: Callable[..., Payment], edition: Edition) -> dict[str, Any]:
    """A real decision about a listed party, with a paper beside it."""
    made = screen(payment(debtor="JOINT STOCK COMPANY ZAVOD KVARTSOVIK", uetr="u-1"), edition, AFTER_JUNE)
    paper = {"kind": "invoice", "number": "FO-118", "issued": "2024-06-20", "parties": [{"name": "NOBODY ELSE LTD"}]}
    return {**decision_json(made), "beside": {"papers": [paper]}}


def spoilt(line: dict[str, Any], secret: str) -> dict[str, Any]:
    """The same decision with a secret wherever findings, clearances or what lies beside may say something."""
    marked = json.loads(json.dumps(line))
    for finding in (*marked["findings"], *marked["releasing"]):
        finding["answer"] = finding["effect"] = finding["force"] = secret
        finding["clauses"] = [{"id": secret, "asks": secret, "saw": secret, "answer": secret}]
        finding["evidence"] = [{"kind": secret, "name": secret, "score": secret, "entry": secret, "steps": [secret]}]
    for name in ("determination", "seen", "unknowns", "permitted_actions", "release_basis", "law_changed", "paired"):
        marked[name] = [{"rule": secret, "lacks": secret, "would_settle": secret, "name": secret}]
    marked["beside"] |= {"profiles": [{"name": secret}], "history": [{"name": secret}], "pairs": [{"name": secret}]}
    marked["beside"]["papers"][0] |= {"parties": [{"name": secret}], "statements": [secret]}
    marked["notes"] = marked["outcome"] = secret
    return marked


@pytest.mark.parametrize("profile", profiles())
def test_each_reader_gets_the_parts_of_their_profile(line: dict[str, Any], profile: str) -> None:
    told = answer_text(line, "in-review", profile)
    parts = profiles()[profile].parts
    for part, words in (
        ("references", "UETR: u-1"), ("money", "Amount: 1000.00 CNY"), ("goods", "HS 640399"),
        ("parties", "Creditor: FOSHAN LITTLE HERON CO LTD, CN"), ("papers", "Invoice FO-118 of 2024-06-20"),
        ("screening", "us-ofac-sdn, published 2024-07-02"), ("rules", "listed-party"),
        ("state", "The payment is being processed."),
    ):  # fmt: skip
        assert (words in told) == (part in parts), (part, told)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    secret=st.text("abcdefghijklmnopqrstuvwxyzабвгд中文", min_size=8, max_size=20).map(lambda one: f"{HIDDEN}{one}"),
    profile=st.sampled_from(list(profiles())),
    state=st.sampled_from(STATES),
)
def test_nothing_found_or_noted_can_be_told(line: dict[str, Any], secret: str, profile: str, state: str) -> None:
    assert HIDDEN not in answer_text(spoilt(line, secret), state, profile)


@pytest.mark.parametrize("profile", profiles())
def test_no_words_of_suspicion_and_nobody_else(line: dict[str, Any], profile: str) -> None:
    told = answer_text(line, "recommended", profile).lower()
    listed = json.dumps(line)
    assert "score" in listed
    assert "NOBODY ELSE LTD" in listed
    for word in ("score", "suspic", "match", "stop", "linked", "nobody else", "0.9", "weight", "review", "recommend"):
        assert word not in told


def test_a_freeze_is_told_to_authorities_alone(line: dict[str, Any]) -> None:
    told = {one for one in profiles() if "held under the law" in answer_text(line, "frozen-and-reported", one)}
    assert told == {"regulator", "court"}


def test_an_unknown_profile_is_named(line: dict[str, Any]) -> None:
    with pytest.raises(Refused, match="expected one of correspondent, regulator, court, customer"):
        answer_text(line, "open", "press")
