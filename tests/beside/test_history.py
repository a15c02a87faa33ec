"""What of a history is kept with a payment: only what was before, whatever the order of files and rows."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pytest
from tests.beside.history_rows import history_json, history_part

from brightline.beside.history import history_of
from brightline.errors import CallError
from brightline.terms import AsOf, Party, Payment, Text

MOMENT = datetime.fromisoformat("2024-09-10T12:00:00+08:00")


def row(day: str, amount: str = "100.00", **said: str) -> dict[str, str]:
    told = {"outcome": "released", "currency": "CNY", "debtor_name": "OOO Chai", "creditor_name": "Leaf Co Ltd"}
    return {"date": day, "amount": amount, **told, **said}


def payment(amount: str = "100.00", text: str = "tea invoice 9", **names: str) -> Payment:
    parties = (
        Party("debtor", "a", names.get("debtor", "Chai LLC")),
        Party("creditor", "b", names.get("creditor", "Leaf")),
    )
    return Payment("x#1", "csv", amount=amount, currency="CNY", parties=parties, texts=(Text("remittance", text, "t"),))


def kept(rows: list[dict[str, str]], paid: Payment | None = None, moment: datetime = MOMENT) -> Mapping[str, Any]:
    found = history_json(rows, paid or payment(), moment)
    assert isinstance(found, dict)
    return found


def test_a_payment_without_earlier_ones_says_so() -> None:
    assert kept([row("2024-09-01")], payment(debtor="Nobody", creditor="Stranger")) == {
        "pair": {"payments": 0},
        "debtor": {"payments": 0},
        "creditor": {"payments": 0},
    }


@pytest.mark.parametrize(
    ("when", "counts"),
    [
        ("2024-09-09", 1),
        ("2024-09-10", 0),  # a day alone counts from the next day on
        ("2024-09-10T11:59:59+08:00", 1),
        ("2024-09-10T12:00:00+08:00", 0),
        ("2024-09-10T07:30:00+04:00", 1),  # half past eleven in Beijing
        ("2024-09-11", 0),
    ],
)
def test_only_what_was_before_counts(when: str, counts: int) -> None:
    assert kept([row(when)])["pair"]["payments"] == counts


def test_the_earlier_of_both_clocks_counts() -> None:
    later = datetime.fromisoformat("2026-01-01T00:00:00+00:00")
    part = history_part([row("2025-01-01")])
    assert part.given_for(payment(), AsOf(MOMENT, later)) == part.given_for(payment(), AsOf(MOMENT, MOMENT))


def test_the_order_of_rows_and_other_rows_tell_nothing() -> None:
    rows = [row(f"2024-0{month}-1{day}", f"{month}{day}.00") for month in range(1, 9) for day in range(3)]
    others = [row("2024-05-05", debtor_name="Other", creditor_name="Else")]
    shuffled = [*rows, *others]
    random.Random(5).shuffle(shuffled)
    assert kept(shuffled) == kept(rows)


def test_the_usual_is_median_and_median_distance() -> None:
    amounts = ("90.00", "100.00", "110.00", "5000.00")
    (usual,) = kept([row(f"2024-0{n + 1}-12", amount) for n, amount in enumerate(amounts)])["debtor"]["amounts"]
    assert usual == {"currency": "CNY", "payments": 4, "median": "105.00", "spread": "10.00"}


def test_what_is_kept_reads_back_and_nothing_else_is_accepted() -> None:
    given = kept([row("2024-08-01"), row("2024-09-01", outcome="returned", ultimate_debtor_name="OOO Zavod")])
    history = history_of(given)
    assert (history.pair.payments, history.attempts[0].outcome) == (2, "returned")
    assert [party.name for party in history.attempts[0].parties] == ["OOO Zavod", "OOO Chai", "Leaf Co Ltd"]
    for broken in ({**given, "pairs": 1}, {**given, "attempts": [{"who": "x"}]}, {**given, "attempts": [{}]}, {}):
        with pytest.raises(CallError):
            history_of(json.loads(json.dumps(broken)))


def test_an_attempt_that_was_released_later_is_none() -> None:
    held = row("2024-09-01", outcome="held", end_to_end_id="E7")
    assert len(kept([held])["attempts"]) == 1
    assert "attempts" not in kept([held, row("2024-09-04", end_to_end_id="E7")])
    assert len(kept([held, row("2024-09-20", end_to_end_id="E7")])["attempts"]) == 1  # not yet known


def test_an_attempt_is_found_by_the_amount_and_half_a_name() -> None:
    refused = row("2024-09-01", "7123.45", outcome="refused", debtor_name="OOO Chainiy", creditor_name="Leaf Nord")
    paid = payment("7123.45", debtor="Nobody", creditor="Leaf South")
    assert len(kept([refused], paid)["attempts"]) == 1
    assert "attempts" not in kept([refused], payment("8000.00", debtor="Nobody", creditor="Leaf South"))


def test_money_that_came_and_money_that_goes_back_is_kept() -> None:
    came = row("2024-09-05", "101.00", debtor_name="Siluet FZE", creditor_name="OOO Chai")
    back = row("2024-08-05", "55.00", debtor_name="Leaf Co Ltd", creditor_name="OOO Chai")
    found = kept([came, back, row("2024-07-01")])
    assert [one["other"] for one in found["incoming"]] == ["Siluet FZE"]
    assert [one["amount"] for one in found["returning"]] == ["55.00"]
    assert [one["date"] for one in found["recent"]] == ["2024-07-01"]


def test_the_ledger_of_a_party_and_its_owner_group() -> None:
    rows = [
        row("2024-05-01", "10.00", determination="linked", outcome="refused", debtor_group="Nord"),
        row("2024-05-09", "5.00", determination="linked", debtor_name="OOO Les", debtor_group="Nord"),
        row("2021-05-09", "7.00", determination="cannot-tell"),
        row("2024-06-01", "3.00", determination="not-linked"),
        row("2024-06-02", "4.00", outcome="returned"),
    ]
    lines = [
        (one["whose"], one["month"], one["direction"], one["determination"], one["payments"], one["value"])
        for one in kept(rows)["exposure"]
    ]
    assert ("debtor", "2024-05", "paid", "linked", 1, "10.00") in lines
    assert ("debtor", "earlier", "paid", "cannot-tell", 1, "7.00") in lines
    assert ("debtor", "2024-06", "paid", "unrecorded", 1, "4.00") in lines
    assert ("debtor_group", "2024-05", "paid", "linked", 2, "15.00") in lines
    assert ("creditor", "2024-05", "received", "linked", 2, "15.00") in lines
    assert not any(one[1] == "2024-06" and one[3] == "not-linked" for one in lines)
