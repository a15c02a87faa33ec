"""Days of papers: the last that still fit, and the first that do not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from brightline.beside.papers import papers_of
from brightline.nexus.papers.days import after_payment, not_yet, shipped_before_contract
from brightline.terms import Payment

MOMENT = datetime(2024, 9, 10, 12, tzinfo=UTC)


@pytest.mark.parametrize(("issued", "found"), [("2024-09-11", 0), ("2024-09-12", 1)])
def test_a_paper_of_tomorrow_may_be_of_today_elsewhere(issued: str, found: int) -> None:
    assert len(list(not_yet(papers_of([{"kind": "invoice", "issued": issued}], "papers"), MOMENT))) == found


@pytest.mark.parametrize(("value_date", "found"), [("2024-03-04", 0), ("2024-03-03", 1), (None, 0), ("31.02.2024", 0)])
def test_an_invoice_may_follow_payment_for_so_many_days(value_date: str | None, found: int) -> None:
    papers = papers_of([{"kind": "invoice", "issued": "2024-08-31"}], "papers")
    assert len(list(after_payment(Payment("a", "b", value_date=value_date), papers, "invoice", 180))) == found


def test_the_first_contract_counts_and_a_waybill_without_a_day_of_shipment_by_its_own() -> None:
    made = [
        {"kind": "contract", "number": one, "issued": day} for one, day in (("1", "2024-05-01"), ("2", "2024-08-01"))
    ]
    early, late = ({"kind": "air_waybill", "issued": day} for day in ("2024-04-30", "2024-05-01"))
    assert len(list(shipped_before_contract(papers_of([*made, early], "papers")))) == 1
    assert list(shipped_before_contract(papers_of([*made, late], "papers"))) == []
