"""Altered near-copies of deals checked before: what counts as one, and what of it hides something."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from brightline.beside.deal_copies import CheckedBefore, near_copies
from brightline.beside.deals import digest_of

DEAL: dict[str, Any] = {
    "deal": "D-1", "dated": "2024-08-20", "amount": "68400.00", "currency": "CNY",
    "seller": {"name": "Foshan Plate Garden Co., Ltd", "country": "CN"},
    "buyer": {"name": "OOO Chainaya Gorka", "country": "RU"},
    "end_user": {"name": "OOO Chainaya Gorka", "country": "RU"},
    "goods": [{"hs": "691110", "words": "plates", "quantity": "7600"}], "route": ["CN", "RU"],
}  # fmt: skip


def before(outcome: str = "stop", as_of: str = "2024-09-01T00:00:00+00:00") -> CheckedBefore:
    return CheckedBefore(digest_of(DEAL), DEAL, as_of, outcome, "a" * 32)


def changed(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    deal = copy.deepcopy(DEAL)
    change(deal)
    return deal


def copies(deal: dict[str, Any], outcome: str = "stop") -> list[tuple[list[str], bool]]:
    found = near_copies(deal, [before(outcome)], digest_of(deal))
    return [([one.field for one in copy_.altered], copy_.slips_past) for copy_ in found]


@pytest.mark.parametrize(
    ("change", "fields", "slips"),
    [
        (lambda deal: deal.pop("end_user"), ["end_user.country", "end_user.name"], True),
        (lambda deal: deal["goods"][0].update(hs="940360"), ["goods[0].hs"], True),
        (lambda deal: deal.update(currency="EUR"), ["currency"], True),
        (lambda deal: deal["route"].append("KZ"), ["route[2]"], True),
        (lambda deal: deal.update(deal="D-2", dated="2024-09-20"), ["dated", "deal"], False),
        (lambda deal: deal["goods"][0].update(quantity="100"), ["goods[0].quantity"], False),
        (lambda deal: deal.update(amount="70000.00"), ["amount"], False),
    ],
)
def test_what_changed_is_told_and_whether_it_hides_something(
    change: Callable[[dict[str, Any]], object], fields: list[str], slips: bool
) -> None:
    assert copies(changed(change)) == [(fields, slips)]


def test_a_copy_of_a_deal_that_was_not_held_hides_nothing() -> None:
    assert copies(changed(lambda deal: deal.pop("end_user")), "release") == [
        (["end_user.country", "end_user.name"], False)
    ]


def test_the_same_deal_is_no_copy_and_neither_is_another() -> None:
    assert copies(DEAL) == []
    assert (
        copies({**DEAL, "seller": {"name": "A"}, "buyer": {"name": "B"}, "end_user": {"name": "C"}, "goods": []}) == []
    )


def test_names_written_otherwise_do_not_make_it_another_deal() -> None:
    def rename(deal: dict[str, Any]) -> None:
        deal["buyer"] = {"name": "CHAINAYA GORKA OOO", "country": "RU"}

    assert copies(changed(rename)) == [(["buyer.name"], True)]


def test_the_oldest_check_comes_first() -> None:
    deal = changed(lambda one: one.pop("end_user"))
    late, early = before(as_of="2024-09-05T00:00:00+00:00"), before(as_of="2024-09-01T00:00:00+00:00")
    assert [one.before.as_of for one in near_copies(deal, [late, early], digest_of(deal))] == [early.as_of, late.as_of]


def test_the_order_of_keys_does_not_change_the_digest() -> None:
    assert digest_of(dict(reversed(DEAL.items()))) == digest_of(DEAL)
