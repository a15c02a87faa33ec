"""Files of passports → passports, and which of them concern a payment."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from brightline.beside.passports import PassportBook, documents_of, passports_of, read_passports
from brightline.errors import CallError
from brightline.terms import AsOf, Identifier, Party, Payment

NOW = AsOf(datetime(2024, 7, 3, tzinfo=UTC), datetime(2024, 7, 3, tzinfo=UTC))
GIVEN: dict[str, Any] = {
    "id": "P-1",
    "buyer": {
        "name": "OOO Rezvye Nozhki", "country": "RU", "identifiers": [{"scheme": "inn", "value": "7701 9921 48"}],
    },
    "seller": {"name": "Soft Step Co., Ltd", "country": "CN"},
    "goods": [{"hs": "6403.99.00", "words": ["shoes", "boots"]}],
    "route": ["CN", "RU"], "banks": ["ZRCHRUMM", "HLTNCNBSXXX"],
    "ceiling": {"currency": "CNY", "payment": "500000.00", "period": "900000", "days": 30},
    "used": [{"on": "2024-06-30", "amount": "1.50"}],
    "documents": [{"title": "contract", "sha256": "ab" * 32, "file": "c.pdf"}, {"title": "seen", "sha256": "cd" * 32}],
    "lists": {"us-ofac-sdn": "2024-06-20"},
    "owner": "Mira Lund", "approver": "Joss Adeyemi", "issued": "2024-06-21", "expires": "2025-06-20",
}  # fmt: skip


def book(*given: dict[str, Any]) -> PassportBook:
    return read_passports(json.dumps(list(given or (GIVEN,))), "p.json")


def payment(buyer: str = "OOO REZVYE NOZHKI", seller: str = "SOFT STEP CO LTD", bank: str = "ZRCHRUMMXXX") -> Payment:
    return Payment(
        "one", "pacs.008.001.08",
        parties=(Party("debtor", "a", buyer), Party("debtor_agent", "b", bic=bank), Party("creditor", "c", seller)),
    )  # fmt: skip


def test_a_passport_is_read_whole() -> None:
    (one,) = book().passports
    assert (one.id, one.path, one.issued, one.expires) == ("P-1", "passports[0]", date(2024, 6, 21), date(2025, 6, 20))
    assert one.buyer.identifiers == (Identifier("INN", "7701992148"),)
    assert [(line.hs, line.words) for line in one.goods] == [("640399", "shoes; boots")]
    assert (one.ceiling.payment, one.ceiling.period, one.ceiling.days) == (Decimal("500000.00"), Decimal("900000"), 30)
    assert one.used is not None
    assert [use.amount for use in one.used] == [Decimal("1.50")]
    assert [document.file for document in one.documents] == ["c.pdf", None]


def test_what_is_kept_with_a_decision_reads_back_the_same() -> None:
    given = book().given_for(payment(), NOW)
    assert given == [GIVEN]
    assert passports_of(given, "beside.passports") == book().passports


@pytest.mark.parametrize(
    ("one", "concerned"),
    [
        (payment(), True),
        (payment(buyer="Rezvye Nozhki, OOO"), True),
        (payment(seller="ANOTHER CO LTD"), True),  # the buyer's, by its bank: something changed
        (payment(seller="ANOTHER CO LTD", bank="TNSHKG22"), False),
        (payment(buyer="OOO DRUGOY", seller="ANOTHER CO LTD"), False),
    ],
)
def test_a_passport_concerns_both_sides_or_one_with_its_banks(one: Payment, concerned: bool) -> None:
    assert bool(book().given_for(one, NOW)) == concerned


def test_the_sides_are_not_taken_for_each_other() -> None:
    turned = payment(buyer="SOFT STEP CO LTD", seller="OOO REZVYE NOZHKI")
    assert book().given_for(turned, NOW) == []


def test_passports_of_others_change_nothing() -> None:
    other = GIVEN | {"id": "P-2", "buyer": {"name": "OOO Drugoy"}, "seller": {"name": "Another Co., Ltd"}}
    assert book(other, GIVEN).given_for(payment(), NOW) == [GIVEN]


def test_only_documents_that_name_a_file_are_looked_for() -> None:
    assert [(place, document.title) for place, document in documents_of(book())] == [((0, "documents", 0), "contract")]


def test_an_id_that_stands_twice_is_refused() -> None:
    with pytest.raises(CallError, match="'P-1' twice"):
        book(GIVEN, GIVEN)
