"""Covers find their customer transfers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from brightline.screen.legs import leg_of, other_legs, pair_up
from brightline.terms import Leg, Payment

UETR = "7a562c67-ca16-48ba-b074-65581be6f001"


def _named(legs: tuple[Leg, ...]) -> tuple[str, str, str]:
    (leg,) = legs
    return leg.format, leg.source, leg.uetr


def test_a_cover_and_its_customer_transfer_know_each_other(payment: Callable[..., Payment]) -> None:
    customer = replace(payment(uetr=UETR), source="a.fin#1", format="MT103")
    cover = replace(payment(uetr=UETR.upper()), source="b.fin#1", format="MT202COV")
    pairs = pair_up([customer, cover])
    assert _named(other_legs(customer, pairs)) == ("MT202COV", "b.fin#1", UETR.upper())
    assert _named(other_legs(cover, pairs)) == ("MT103", "a.fin#1", UETR)


def test_a_repeated_customer_transfer_alone_is_no_pair(payment: Callable[..., Payment]) -> None:
    customer = replace(payment(uetr=UETR), format="MT103")
    assert pair_up([customer, replace(customer, source="again#1")]) == {}


@pytest.mark.parametrize(
    ("kind", "leg"),
    [("MT103", "customer"), ("MT103 STP", "customer"), ("pacs.008.001.08", "customer"), ("MT202COV", "cover"),
     ("MT205COV", "cover"), ("pacs.009.001.08 COV", "cover"), ("MT202", ""), ("pain.001.001.09", "")],
)  # fmt: skip
def test_legs(kind: str, leg: str) -> None:
    assert leg_of(kind) == leg
