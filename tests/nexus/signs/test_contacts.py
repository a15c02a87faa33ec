"""What parties write of themselves, and what texts show."""

from __future__ import annotations

import pytest

from brightline.nexus.signs.contacts import buyers, free_mail_in, readings, sellers, signs_of, trades_of
from brightline.terms import Form, Goods, Party, Payment, Text

PARTIES = (
    Party("debtor", "d", name="Delta Trading", forms=(Form("ccc", "德尔塔电子"),)),
    Party("debtor_agent", "da", name="Bank"),
    Party("ultimate_creditor", "uc", name="Echo"),
)
TEXT = Text("remittance", "re-export, USDT", "70", (Form("joined", "re-export, USDT"),))
PAYMENT = Payment(
    source="x#1", format="MT103", parties=PARTIES, texts=(TEXT,), goods=(Goods(None, None, "neutral packing", "45A"),)
)


@pytest.mark.parametrize(
    ("text", "mail"),
    [
        ("write to buyer77@gmail.com today", "buyer77@gmail.com"),
        ("office@mail.ru", "office@mail.ru"),
        ("office@delta-trading.com", None),
        ("no address", None),
    ],
)
def test_mail_that_anybody_can_open(text: str, mail: str | None) -> None:
    assert free_mail_in(text) == mail


def test_banks_are_neither_buyers_nor_sellers() -> None:
    assert [party.role for party in buyers(PAYMENT)] == ["debtor"]
    assert [party.role for party in sellers(PAYMENT)] == ["ultimate_creditor"]


def test_a_name_is_read_in_every_form() -> None:
    assert {kind for kind, _ in trades_of(PARTIES[0])} == {"trading", "technical"}


def test_each_reading_stands_once_with_its_place() -> None:
    assert readings(PAYMENT) == (("70", "re-export, USDT"), ("45A", "neutral packing"))


def test_signs_by_kind_with_place_and_words() -> None:
    assert signs_of(PAYMENT) == {
        "reexport": (("70", "re export"),),
        "crypto": (("70", "usdt"),),
        "packing": (("45A", "neutral packing"),),
    }
