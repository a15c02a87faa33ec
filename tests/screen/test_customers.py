"""The determination over a customer: the rules of payments, and no complaint that nobody is paid."""

from __future__ import annotations

from typing import Any

import pytest
from tests.screen.conftest import AFTER_JUNE

from brightline.beside.customers import Customer
from brightline.screen.customers import Assessed, assess, assessed_json
from brightline.screen.edition import Edition
from brightline.terms import Determined, Outcome


def assessed(edition: Edition, **said: Any) -> Assessed:
    return assess(
        Customer(id="C-1", **({"name": "OOO VESYOLY BASHMACHOK", "country": "RU"} | said)), edition, AFTER_JUNE
    )


def test_nobody_need_be_paid(edition: Edition) -> None:
    one = assessed(edition, hs=["640399"])
    assert one.decision.outcome is Outcome.RELEASE
    assert not [lack for lack in one.decision.unknowns if lack.rule == "message"]


@pytest.mark.parametrize(
    ("said", "answer", "review"),
    [
        ({"hs": ["640399"], "last_review": "2024-03-01"}, Determined.NOT_LINKED, "2024-08-28"),
        ({"hs": ["640399"], "last_review": "2020-01-01"}, Determined.NOT_LINKED, "2024-07-03"),  # overdue: today
        ({"hs": ["640399"]}, Determined.NOT_LINKED, "2024-12-30"),
        ({"country": "DE", "name": "Rheintal Keramik GmbH"}, Determined.NOT_LINKED, "2025-07-03"),
        ({}, Determined.CANNOT_TELL, "2024-08-02"),
        ({"hs": ["854231"]}, Determined.LINKED, "2024-07-03"),
    ],
)
def test_the_next_review_follows_the_answer(
    edition: Edition, said: dict[str, Any], answer: Determined, review: str
) -> None:
    one = assessed(edition, **said)
    assert one.decision.determination.answer is answer
    assert one.next_review.isoformat() == review


def test_a_listed_customer_is_linked_by_its_number(edition: Edition) -> None:
    listed = assessed(edition, name="ZAVOD", identifiers=[{"scheme": "INN", "value": "7707083893"}])
    assert listed.decision.determination.answer is Determined.LINKED
    assert listed.decision.determination.rests_on == "identifier"


def test_the_business_in_words_takes_part(edition: Edition) -> None:
    one = assessed(edition, hs=["640399"], business="supplies uniforms and optics to the ministry of defence")
    assert one.decision.determination.answer is not Determined.NOT_LINKED


def test_nothing_about_transfers_is_asked_of_a_customer(edition: Edition) -> None:
    asked = assessed(edition).ask
    assert asked
    assert not [one for one in asked if "transfer" in one]


def test_a_line_says_who_and_what_and_keeps_the_decision(edition: Edition) -> None:
    told = assessed_json(assessed(edition, hs=["640399"], russian_share="100"))
    assert (told["id"], told["russian_share"], told["outcome"]) == ("C-1", "100", "release")
    assert told["decision"]["payment"]["format"] == "brightline.customer"  # type: ignore[index]
