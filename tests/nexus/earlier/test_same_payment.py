"""When an earlier payment is the same payment."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from brightline.nexus.earlier.same_payment import Tolerance, is_same, same_party
from brightline.terms import Answer, Identifier, Party, Payment, Text
from brightline.terms.earlier import Earlier

MOMENT = datetime.fromisoformat("2024-09-10T12:00:00+08:00")
WITHIN = Tolerance(90, 5)


def parties(debtor: str | None, creditor: str | None) -> tuple[Party, ...]:
    named = (("debtor", debtor), ("creditor", creditor))
    return tuple(Party(role, role, name) for role, name in named if name)


def paid(debtor: str, creditor: str, amount: str = "100.00", text: str = "tea") -> Payment:
    texts = (Text("remittance", text, "t"),)
    return Payment("x#1", "csv", amount=amount, currency="CNY", parties=parties(debtor, creditor), texts=texts)


def then(debtor: str | None, creditor: str | None, amount: str = "100.00", text: str = "tea", **said: str) -> Earlier:
    texts = (Text("remittance", text, "t"),)
    told = {"date": "2024-09-01", "currency": "CNY", **said}
    return Earlier(
        "history.attempts[0]", told["date"], "returned", amount, told["currency"], parties=parties(debtor, creditor),
        texts=texts,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("earlier", "answer"),
    [
        (then("OOO Chai", "Leaf"), Answer.YES),
        (then("ООО Чай", "Leaf Co., Ltd.", "103.00", "other words"), Answer.YES),  # both sides, within five percent
        (then("OOO Chai", "Leaf", "106.00"), Answer.NO),
        (then("OOO Chai", "Leaf", date="2024-06-01"), Answer.NO),
        (then("OOO Chai", "Granite", text="silk scarves"), Answer.NO),  # one side and the amount tell too little
        (then("OOO Chai", "Granite", text="black tea leaves"), Answer.NO),
        (then("Basalt", "Granite"), Answer.NO),
        (then("OOO Chai", None, text="silk"), Answer.UNKNOWN),
        (then("OOO Chai", "Leaf", "14.00", "black tea leaves", currency="USD"), Answer.NO),
    ],
)
def test_sides_amount_and_days(earlier: Earlier, answer: Answer) -> None:
    assert is_same(paid("Chai LLC", "Leaf"), earlier, MOMENT, WITHIN)[0] is answer


def test_one_side_the_amount_and_what_is_paid_for_are_enough() -> None:
    words = "black tea leaves in boxes"
    found = is_same(paid("Chai LLC", "Leaf", text=words), then("OOO Chai", "Granite", text=words), MOMENT, WITHIN)
    assert found[0] is Answer.YES


def test_one_invoice_and_one_side_are_enough_whatever_the_amount() -> None:
    earlier = then("OOO Chai", "Granite", "900.00", "invoice 12")
    assert is_same(paid("Chai LLC", "Leaf", text="INV 12, part"), earlier, MOMENT, WITHIN)[0] is Answer.YES
    stranger = then("Basalt", "Granite", "900.00", "invoice 12")
    assert is_same(paid("Chai LLC", "Leaf", text="INV 12"), stranger, MOMENT, WITHIN)[0] is Answer.NO


def test_another_invoice_is_another_payment_unless_the_amount_is_the_same_to_the_cent() -> None:
    ours = paid("Chai LLC", "Leaf", text="tea invoice 14")
    assert is_same(ours, then("OOO Chai", "Leaf", "101.00", "tea invoice 12"), MOMENT, WITHIN)[0] is Answer.NO
    assert is_same(ours, then("OOO Chai", "Leaf", "100.00", "tea invoice 12"), MOMENT, WITHIN)[0] is Answer.YES


def test_an_account_or_a_number_makes_one_party_of_two_names() -> None:
    one, other = Party("debtor", "a", "Granite"), Party("debtor", "b", "Chai")
    assert not same_party(one, other)
    assert same_party(replace(one, account="40702"), replace(other, account="40702"))
    number = (Identifier("INN", "7722993311"),)
    assert same_party(replace(one, identifiers=number), replace(other, identifiers=number))
