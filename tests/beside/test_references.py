"""References that name one transfer or one deal."""

from __future__ import annotations

import pytest

from brightline.beside.references import deal_numbers, references_in, same_transfer


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("payment for tea, invoice No. 12/A dd 2024", {"12A"}),
        ("PI 77-3 and contract SH-5", {"773", "SH5"}),
        ("оплата по договору №15, счёт 8", {"8"}),
        ("货款 发票号AB123", {"AB123"}),
        ("contract 2024", set()),  # a year tells nothing
        ("order of toys", set()),
        ("640 pieces of 848210", set()),
    ],
)
def test_numbers_of_invoices_contracts_and_orders(text: str, numbers: set[str]) -> None:
    assert deal_numbers(text) == numbers


@pytest.mark.parametrize("word", ["NOTPROVIDED", "not provided", "NONREF", "", "n/a"])
def test_a_word_for_having_none_names_no_transfer(word: str) -> None:
    assert not same_transfer(word)
    assert references_in(word, None, "") == frozenset()


def test_kinds_are_kept_apart() -> None:
    assert references_in("12", None, "invoice 12") == {"transfer 12", "deal 12"}
