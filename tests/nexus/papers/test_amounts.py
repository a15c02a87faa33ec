"""Amounts and quantities beside each other: what is beyond the tolerance, and what is a part."""

from __future__ import annotations

from decimal import Decimal

import pytest

from brightline.beside.papers import papers_of
from brightline.nexus.papers.amounts import paid_too_much, shipped_too_much, sums_differ, undervalued
from brightline.terms import Answer, Noted, Payment

TEN = Decimal(10)


def paid(amount: str, currency: str = "CNY", **also: str) -> Payment:
    noted = tuple(Noted("instructed", value, "InstdAmt", code) for code, value in also.items())
    return Payment("a", "b", amount=amount, currency=currency, amounts=noted)


@pytest.mark.parametrize(
    ("payment", "answers"),
    [
        (paid("110.00"), []),
        (paid("110.01"), [Answer.YES]),
        (paid("1.00"), []),
        (paid("15.00", "USD"), [Answer.UNKNOWN]),
        (paid("15.00", "USD", CNY="100.00"), []),
        (paid("15.00", "USD", CNY="900.00"), [Answer.YES]),
        (Payment("a", "b"), []),
    ],
)
def test_what_is_paid_beside_an_invoice_of_a_hundred(payment: Payment, answers: list[Answer]) -> None:
    papers = papers_of([{"kind": "invoice", "amount": "100.00", "currency": "CNY"}], "papers")
    assert [one.answer for one in paid_too_much(payment, papers, TEN)] == answers


def test_a_contract_in_another_currency_says_nothing_and_a_larger_one_is_paid_in_parts() -> None:
    papers = papers_of([{"kind": "contract", "amount": "100.00", "currency": "USD"}], "papers")
    assert list(paid_too_much(paid("900.00"), papers, TEN)) == []


def test_lines_count_against_the_total_only_where_each_has_a_value() -> None:
    lines = [{"words": "toys", "value": "90"}, {"words": "dolls", "value": "90"}]
    whole = {"kind": "invoice", "amount": "100", "currency": "CNY", "goods": lines}
    assert len(list(sums_differ(papers_of([whole], "papers"), TEN))) == 1
    part = whole | {"goods": [*lines, {"words": "samples"}]}
    assert list(sums_differ(papers_of([part], "papers"), TEN)) == []


def test_a_declared_value_is_false_below_a_fifth() -> None:
    invoice = {"kind": "invoice", "amount": "1000", "currency": "CNY"}
    declared = [{"kind": "customs_declaration", "amount": value, "currency": "CNY"} for value in ("200", "199")]
    found = list(undervalued(papers_of([invoice, *declared], "papers"), Decimal(20)))
    assert [one.path for one in found] == ["papers[2].amount"]


def test_quantities_of_one_code_are_added_before_they_are_compared() -> None:
    invoice = {"kind": "invoice", "goods": [{"hs": "950300", "quantity": "60", "unit": "pcs"}] * 2}
    packed = {"kind": "packing_list", "goods": [{"hs": "950300", "quantity": "130", "unit": "Pcs"}]}
    assert list(shipped_too_much(papers_of([invoice, packed], "papers"), TEN)) == []
    more = {"kind": "packing_list", "goods": [{"hs": "950300", "quantity": "133", "unit": "Pcs"}]}
    assert len(list(shipped_too_much(papers_of([invoice, more], "papers"), TEN))) == 1
