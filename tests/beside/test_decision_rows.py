"""Decision lines of ours as a history."""

from __future__ import annotations

import pytest

from brightline.beside.decision_rows import is_decision, row_of_decision

DECISION = {
    "id": "abc", "outcome": "review", "as_of": {"law": "2024-05-16T09:00:00+08:00"},
    "determination": {"answer": "cannot-tell"},
    "payment": {
        "end_to_end_id": "E1", "uetr": None, "amount": "12.50", "currency": "CNY", "value_date": None,
        "parties": [
            {"role": "debtor", "name": "OOO Chai", "country": "RU", "account": "40702", "address": ["Moscow", "Arbat"],
             "identifiers": [{"scheme": "INN", "value": "7722993311"}]},
            {"role": "debtor", "name": "another in the same role"},
            {"role": "debtor_agent", "bic": "ZRCHRUMM", "name": None, "country": "RU"},
            {"role": "vessel", "name": "POLAR HERON"},
        ],
        "texts": [{"kind": "remittance", "value": "tea"}, {"kind": "purpose", "value": "goods of tea"}],
        "goods": [{"hs": "090230", "words": "black tea"}, {"hs": None, "words": "cups"}], "route": ["CN", "RU"],
    },
}  # fmt: skip


def test_a_decision_becomes_a_row() -> None:
    assert row_of_decision(DECISION) == {
        "date": "2024-05-16T09:00:00+08:00", "outcome": "held", "determination": "cannot-tell", "decision_id": "abc",
        "end_to_end_id": "E1", "amount": "12.50", "currency": "CNY", "debtor_name": "OOO Chai", "debtor_country": "RU",
        "debtor_account": "40702", "debtor_address": "Moscow\nArbat", "debtor_id": "INN:7722993311",
        "debtor_agent_bic": "ZRCHRUMM", "debtor_agent_country": "RU", "remittance": "tea", "purpose": "goods of tea",
        "hs": "090230", "goods": "black tea; cups", "route": "CN>RU",
    }  # fmt: skip


@pytest.mark.parametrize(("outcome", "ended"), [("release", "released"), ("review", "held"), ("stop", "held")])
def test_how_it_ended(outcome: str, ended: str) -> None:
    assert row_of_decision(DECISION | {"outcome": outcome})["outcome"] == ended


@pytest.mark.parametrize("outcome", ["unreadable", "not-a-payment"])
def test_a_line_that_decided_no_payment_gives_no_row(outcome: str) -> None:
    line = {"outcome": outcome, "payment": {"source": "x#1"}}
    assert is_decision(line)
    assert row_of_decision(line) == {}


def test_a_plain_row_is_no_decision() -> None:
    assert not is_decision({"outcome": "released", "amount": "1"})
