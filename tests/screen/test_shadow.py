"""A shadow run: joined by the best reference, every kind of difference, nothing joined by guess."""

from __future__ import annotations

from typing import Any

from brightline.screen.shadow import Alert, compare, seen_of


def decision(outcome: str, uetr: str | None = None, end_to_end_id: str | None = None, **more: Any) -> dict[str, Any]:
    payment = {"source": f"{uetr or end_to_end_id}.xml#1", "uetr": uetr, "end_to_end_id": end_to_end_id}
    parties = [{"role": "debtor", "name": "A"}, {"role": "creditor", "name": "B"}]
    return {"id": "0" * 32, "outcome": outcome, "payment": {**payment, "parties": parties}} | more


def alert(row: int = 2, uetr: str = "", end_to_end_id: str = "", message_id: str = "") -> Alert:
    return Alert(row, uetr, end_to_end_id, message_id, "OFAC 1 SOMEBODY")


def test_each_payment_is_of_one_kind() -> None:
    decisions = [
        decision("stop", "AAAA"),
        decision("release", "BBBB"),
        decision("review", "CCCC"),
        decision("release", None, "E4"),
        decision("not-a-payment", "EEEE"),
    ]
    found = compare(decisions, [alert(uetr="aaaa"), alert(uetr="BBBB"), alert(uetr="bbbb")])
    assert found.counts() == {"both": 1, "only-theirs": 1, "only-ours": 1, "neither": 1}
    assert [len(one.alerts) for one in found.payments] == [1, 2, 0, 0]


def test_an_alert_is_joined_where_just_one_payment_has_its_reference() -> None:
    decisions = [decision("release", "AAAA", "E1"), decision("release", "BBBB", "E1"), decision("release", None, "E2")]
    alerts = [
        alert(2, end_to_end_id="E1"),
        alert(3, end_to_end_id="E2"),
        alert(4, uetr="ZZZZ"),
        alert(5, end_to_end_id="NOTPROVIDED"),
        alert(6, uetr="BBBB", end_to_end_id="E1"),
    ]
    found = compare(decisions, alerts)
    assert [(one.row, why) for one, why in found.unjoined] == [
        (2, "2 payments have this reference"),
        (4, "no payment of ours has this reference"),
        (5, "it names no payment"),
    ]
    assert [one.kind for one in found.payments] == ["neither", "only-theirs", "only-theirs"]


def test_a_payment_decided_again_counts_as_decided_last() -> None:
    found = compare([decision("release", "AAAA"), decision("stop", "AAAA")], [])
    assert [one.seen.outcome for one in found.payments] == ["stop"]


def test_the_reasons_of_a_held_payment_name_rule_clause_and_entry() -> None:
    evidence = [{"kind": "listed-entity", "list": "us-ofac-sdn", "entry": "7", "name": "ZAVOD"}]
    clauses = [{"id": "listed", "saw": "ZAVOD", "answer": "yes"}, {"id": "other", "saw": "", "answer": "no"}]
    finding = {"rule": "listed-party", "answer": "yes", "effect": "stop", "clauses": clauses, "evidence": evidence}
    asked = {"rule": "arms-direct", "answer": "no", "effect": "stop", "clauses": clauses, "evidence": []}
    seen = seen_of(decision("stop", "AAAA", findings=[finding, asked]))
    assert len(seen.why) == 1
    assert "yes (ZAVOD)" in seen.why[0]
    assert seen.clauses == ("listed-party/listed",)
    assert seen.entries == ("us-ofac-sdn 7 ZAVOD",)


def test_a_payment_held_for_a_list_that_is_old_says_so_and_a_released_one_its_basis() -> None:
    lacks = [{"rule": "listed-party", "lacks": "a list of this month", "would_settle": "a newer one"}]
    assert seen_of(decision("review", "AAAA", unknowns=lacks)).why[0].endswith("lacks a list of this month")
    assert seen_of(decision("release", "AAAA", release_basis="no-nexus")).why == ("released: no-nexus",)
    error = {"where": "file", "expected": "XML", "found": "junk"}
    assert "expected XML, found junk" in seen_of(decision("unreadable", "AAAA", error=error)).why[0]
