"""Where one part of a payment says other things than another."""

from __future__ import annotations

import pytest

from brightline.nexus.facts import Facts, facts_of
from brightline.nexus.signs.contradictions import contradictions, roundabout_operations
from brightline.terms import Noted, Party, Payment, SeenGoods

BEARINGS = SeenGoods("70", "848210", "3.B", "code", reading="listed")


def facts(
    *codes: tuple[str, str], debtor: str = "RU", creditor: str = "CN", goods: tuple[SeenGoods, ...] = ()
) -> Facts:
    parties = (Party("debtor", "d", country=debtor), Party("creditor", "c", country=creditor))
    noted = tuple(Noted(kind, value, "70") for kind, value in codes)
    return facts_of(Payment(source="x#1", format="MT103", parties=parties, codes=noted), goods=goods)


@pytest.mark.parametrize(
    ("codes", "debtor", "told"),
    [
        ((("purpose", "CGODDR"), ("currency-operation", "21100")), "RU", "says services"),
        ((("purpose", "CSTRDR"), ("currency-operation", "11100")), "RU", "says goods"),
        ((("currency-operation", "11100"),), "HK", "the payer sits in HK"),
        ((("currency-operation", "10100"),), "RU", "the payee sits in CN"),
    ],
)
def test_codes_that_contradict_each_other_or_the_parties(
    codes: tuple[tuple[str, str], ...], debtor: str, told: str
) -> None:
    assert any(told in one for one in contradictions(facts(*codes, debtor=debtor)))


@pytest.mark.parametrize("code", ["11100", "11200", "21100", "10800"])
def test_a_russian_payer_with_its_own_codes_contradicts_nothing(code: str) -> None:
    assert contradictions(facts(("currency-operation", code))) == ()


def test_a_purpose_of_services_beside_listed_goods() -> None:
    assert contradictions(facts(("purpose", "CSTRDR"), goods=(BEARINGS,)))
    assert contradictions(facts(("purpose", "SALA"), goods=(BEARINGS,)))
    assert not contradictions(facts(("purpose", "CGODDR"), goods=(BEARINGS,)))


def test_operations_that_do_not_go_the_plain_way() -> None:
    assert roundabout_operations(facts(("currency-operation", "12060"))) == ("{VO12060}",)
    assert roundabout_operations(facts(("currency-operation", "11100"))) == ()
