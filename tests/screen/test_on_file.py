"""Owners that profiles name: counted as a register counts, and never taking anything away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.screen.conftest import AFTER_JUNE

from brightline.beside.record import beside_of
from brightline.screen.edition import Edition
from brightline.screen.screen import screen
from brightline.terms import Outcome, Payment

LISTED = {"name": "Zavod Kvartsovik", "country": "RU", "identifiers": [{"scheme": "INN", "value": "7707083893"}]}


@pytest.mark.parametrize(
    ("owner", "outcome"),
    [
        ({"percent": "50"}, Outcome.STOP),
        ({"percent": "49.99"}, Outcome.RELEASE),
        ({}, Outcome.REVIEW),
        ({"percent": "60", "end": "2024-01-31"}, Outcome.RELEASE),
        ({"percent": "60", "start": "2025-01-31"}, Outcome.RELEASE),
    ],
)
def test_a_listed_owner_on_file_counts_from_half_on_while_it_holds(
    payment: Callable[..., Payment], edition: Edition, owner: dict[str, str], outcome: Outcome
) -> None:
    profile = {"name": "VESYOLY BASHMACHOK OOO", "country": "RU", "owners": [LISTED | owner]}
    decided = screen(payment(), edition, AFTER_JUNE, beside=beside_of({"profiles": [profile]}))
    assert decided.outcome is outcome


def test_a_share_counts_once_though_a_paper_names_the_party_again(
    payment: Callable[..., Payment], edition: Edition
) -> None:
    buyer = {"role": "buyer", "name": "OOO VESYOLY BASHMACHOK", "country": "RU"}
    profile = {"name": "OOO VESYOLY BASHMACHOK", "country": "RU", "owners": [LISTED | {"percent": "30"}]}
    given = {"papers": [{"kind": "invoice", "parties": [buyer]}], "profiles": [profile]}
    assert screen(payment(), edition, AFTER_JUNE, beside=beside_of(given)).outcome is Outcome.RELEASE


def test_a_small_share_on_file_does_not_clear_a_listed_party(payment: Callable[..., Payment], edition: Edition) -> None:
    profile = {"name": "Zavod Kvartsovik", "country": "RU", "owners": [{"name": "Ivan Petrov", "percent": "100"}]}
    listed = payment(debtor="ZAVOD KVARTSOVIK", inn="7707083893")
    decided = screen(listed, edition, AFTER_JUNE, beside=beside_of({"profiles": [profile]}))
    assert decided.outcome is Outcome.STOP
