"""What profiles show, party by party."""

from __future__ import annotations

from datetime import date
from typing import Any

from brightline.beside.record import beside_of
from brightline.nexus.facts import Facts, facts_of
from brightline.nexus.signs.on_file import (
    founded_late,
    lapsed,
    office_there,
    out_of_trade,
    shared_address,
    trades_on_file,
)
from brightline.terms import Party, Payment, SeenGoods

BUYER = Party("debtor", "Dbtr/Nm", "Yildiz AS", country="TR", address=("14 Lantern Street, Kadikoy, Istanbul",))
SELLER = Party("creditor", "Cdtr/Nm", "Wuxi Fine Gear", country="CN")
CHIPS = SeenGoods("RmtInf", "854231", "1", "code", reading="listed")


def facts(*profiles: dict[str, Any]) -> Facts:
    payment = Payment("a", "b", amount="100.00", currency="USD", parties=(BUYER, SELLER))
    return facts_of(payment, goods=(CHIPS,), beside=beside_of({"profiles": list(profiles)}))


def yildiz(**more: Any) -> dict[str, Any]:
    return {"name": "YILDIZ AS", "country": "TR"} | more


def test_the_day_of_foundation_counts_from_the_day_itself_and_outside_the_coalition() -> None:
    assert len(list(founded_late(facts(yildiz(incorporated="2022-02-24")), "2022-02-24", ("DE",)))) == 1
    assert list(founded_late(facts(yildiz(incorporated="2022-02-23")), "2022-02-24", ("DE",))) == []
    assert list(founded_late(facts(yildiz(incorporated="2022-02-24")), "2022-02-24", ("TR",))) == []


def test_an_office_there_of_a_firm_from_elsewhere() -> None:
    assert [path for path, _ in office_there(facts(yildiz(offices=["DE", "RU"])))] == ["profiles[0].offices"]
    assert list(office_there(facts(yildiz(offices=["DE"])))) == []


def test_two_names_at_one_address_and_never_one_name_with_itself() -> None:
    seller = {"name": "Wuxi Fine Gear", "country": "CN", "address": ["14 Lantern Street", "Kadikoy Istanbul"]}
    assert [words for _, words in shared_address(facts(seller))] == ["Yildiz AS and Wuxi Fine Gear at one address"]
    assert list(shared_address(facts(yildiz(address=["14 Lantern Street", "Kadikoy Istanbul"])))) == []


def test_goods_and_amounts_outside_the_usual_trade() -> None:
    cloth = yildiz(trade={"hs": ["52", "6109"], "usual_most": "99.99", "usual_currency": "USD"})
    assert [path for path, _ in out_of_trade(facts(cloth))] == ["profiles[0].trade.hs", "profiles[0].trade.usual_most"]
    machines = yildiz(trade={"hs": ["85"], "usual_most": "99.99", "usual_currency": "EUR"})
    assert list(out_of_trade(facts(machines))) == []


def test_only_the_newest_attestation_of_a_kind_counts() -> None:
    old = {"kind": "end_use", "given": "2023-01-01", "expires": "2023-12-31"}
    new = {"kind": "end_use", "given": "2024-01-01", "expires": "2024-12-31"}
    assert len(list(lapsed(facts(yildiz(attestations=[old])), date(2024, 5, 16)))) == 1
    assert list(lapsed(facts(yildiz(attestations=[new, old])), date(2024, 12, 31))) == []
    assert len(list(lapsed(facts(yildiz(attestations=[new, old])), date(2025, 1, 1)))) == 1


def test_business_on_file_tells_a_trade_that_the_name_does_not() -> None:
    assert trades_on_file(BUYER, facts()) == ()
    assert {kind for kind, _ in trades_on_file(BUYER, facts(yildiz(business="restaurants and cafes")))} == {"everyday"}
