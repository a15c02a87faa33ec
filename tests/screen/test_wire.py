"""A decision as one line of JSON: nothing lost, nothing that cannot travel."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.screen.conftest import AFTER_JUNE

from brightline.screen.edition import Edition
from brightline.screen.screen import screen
from brightline.screen.wire import (
    decision_json,
    edition_json,
    line,
    not_a_payment_json,
    paired_from,
    read_line,
    unreadable_json,
)
from brightline.terms import (
    Clause,
    Decision,
    Evidence,
    Finding,
    Leg,
    NotAPayment,
    Party,
    Payment,
    Seen,
    Text,
    Unreadable,
)

Made = Callable[..., Payment]
COVER = Leg(
    "pacs.009.001.08", "cover.xml#1", "5b0e6c1e-4a55-4d0c-9a7e-0a3f6f2f9f11",
    (Party("creditor", "paired.creditor", "Yiwu Bright Toys", country="CN"),),
    (Text("remittance", "toys", "paired.text"),),
)  # fmt: skip


@pytest.fixture
def stopped(payment: Made, edition: Edition) -> dict[str, object]:
    """The line of a payment stopped by its debtor's tax number, paired with its cover."""
    return decision_json(screen(payment(inn="7707083893"), edition, AFTER_JUNE, (COVER,)))


def _names(kind: type) -> set[str]:
    return {field.name for field in fields(kind)}


def test_no_field_of_a_decision_is_left_out(stopped: dict[str, object]) -> None:
    assert set(stopped) == _names(Decision) - {"shadow"}  # stands in decisions of a policy that has one
    findings: list[dict[str, object]] = stopped["findings"]  # type: ignore[assignment]
    for finding in findings:
        assert set(finding) == _names(Finding)
        assert all(set(clause) == _names(Clause) for clause in finding["clauses"])  # type: ignore[attr-defined]


def test_evidence_leaves_out_what_it_does_not_use(stopped: dict[str, object]) -> None:
    (finding,) = [one for one in stopped["findings"] if one["rule"] == "s11-designated"]  # type: ignore[attr-defined]
    (evidence,) = finding["evidence"]
    assert set(evidence) < _names(Evidence)
    assert not {"hs", "tier", "grade"} & set(evidence)
    assert evidence["settled_by"] == "identifier"
    assert sum(step["weight"] for step in evidence["steps"]) == evidence["weight"]


def test_a_line_is_one_line_and_comes_back_as_it_went(stopped: dict[str, object]) -> None:
    written = line(stopped)
    assert written.count(b"\n") == 1
    assert written.endswith(b"}\n")
    assert read_line(written.decode()) == json.loads(json.dumps(stopped))


@given(st.text())
def test_any_text_can_be_written_on_one_line(text: str) -> None:
    written = line({"text": text})
    assert written.count(b"\n") == 1
    assert read_line(written.decode("utf-8")) == {"text": text}


def test_half_a_character_becomes_a_replacement_sign() -> None:
    assert read_line(line({"text": "a\ud800b"}).decode("utf-8")) == {"text": "a?b"}


def test_the_pairing_survives_the_line(stopped: dict[str, object]) -> None:
    assert paired_from(stopped["paired"]) == (COVER,)  # type: ignore[arg-type]


def test_an_unreadable_line_names_the_place_and_no_release() -> None:
    told = unreadable_json(Unreadable("cut.xml#1", "line 41", "the end", "</Dbtr>", "Ask for it again."))
    assert told == {
        "outcome": "unreadable",
        "payment": {"source": "cut.xml#1"},
        "error": {"where": "line 41", "found": "the end", "expected": "</Dbtr>", "advice": "Ask for it again."},
    }


def test_a_message_that_moves_no_money_is_no_clearance(payment: Made) -> None:
    told = not_a_payment_json(NotAPayment(replace(payment(), format="pacs.002.001.10")), Seen())
    assert told["outcome"] == "not-a-payment"
    assert set(told) == {"outcome", "payment", "seen"}


def test_the_edition_names_each_list_with_its_digest(edition: Edition) -> None:
    told = edition_json(edition.note)
    assert list(told) == ["id", "lists", "law", "policy", "institution", "engine"]
    (version,) = edition.note.lists
    assert told["lists"] == {
        "us-ofac-sdn": {
            "published": "2024-07-02",
            "digest": version.digest,
            "regime": "us",
            "entries": version.entries,
            "excerpt": False,
        }
    }


@pytest.mark.parametrize("text", ["[1]", '"stop"', "", "{"])
def test_what_is_no_object_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the reader of decisions tells the line
        read_line(text)
