"""Drafts of passports and pairs from a decision alone."""

from __future__ import annotations

from datetime import date
from typing import Any

from brightline.screen.drafts import entries_then, lists_then, pair_drafts, party_draft, passport_draft

BUYER = {"role": "debtor", "name": "OOO Rezvye Nozhki", "country": "RU", "path": "Dbtr/Nm", "account": "407021"}
SELLER = {"role": "creditor", "name": "Soft Step Shoes", "country": "CN", "path": "Cdtr/Nm"}
BANK = {"role": "creditor_agent", "name": None, "bic": "HLTNCNBS", "country": "CN", "path": "CdtrAgt"}
ALIKE = {"kind": "listed-entity", "path": "Dbtr/Nm", "list": "us", "entry": "9", "settled_by": "name"}
DECISION: dict[str, Any] = {
    "payment": {"parties": [BUYER, BANK, SELLER], "route": ["CN", "KZ"], "amount": "9.00", "currency": "CNY"},
    "seen": {"goods": [{"hs": "640399", "path": "papers[0].goods[0]"}]},
    "findings": [{"rule": "listed-party", "evidence": [ALIKE, ALIKE | {"entry": "10", "settled_by": "identifier"}]}],
    "edition": {"lists": {"us": {"published": "2024-07-02", "digest": "d"}}},
}  # fmt: skip


def digest(name: str, entry: str) -> str | None:
    return {"9": "a" * 16, "10": "b" * 16}.get(entry)


def test_a_passport_takes_what_the_decision_knows() -> None:
    draft = passport_draft(DECISION)
    assert draft["buyer"] == party_draft(DECISION, "Dbtr/Nm")
    assert (draft["goods"], draft["banks"]) == ([{"hs": "640399", "words": []}], ["HLTNCNBS"])
    assert draft["route"] == ["CN", "KZ", "RU"]
    assert draft["ceiling"] == {"currency": "CNY", "payment": "9.00"}
    assert lists_then(DECISION) == {"us": "2024-07-02"}
    assert [one["digest"] for one in entries_then(DECISION, digest)] == ["a" * 16, "b" * 16]


def test_a_side_that_nobody_names_is_left_out() -> None:
    assert "seller" not in passport_draft({"payment": {"parties": [BUYER]}})


def test_a_pair_is_drafted_for_names_alone_never_against_a_number() -> None:
    (pair,) = pair_drafts(DECISION, digest, date(2024, 7, 10))
    assert (pair["list"], pair["entry"], pair["digest"], pair["made"]) == ("us", "9", "a" * 16, "2024-07-10")
    assert (pair["reason"], pair["owner"]) == ("", "")
