"""A deal becomes a payment with everybody in it; the rules answer as they would for a bank."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from tests.screen.conftest import AFTER_JUNE

from brightline.beside.deals import Deal, read_deal
from brightline.errors import CallError
from brightline.screen.deal_gaps import ALWAYS, not_verified
from brightline.screen.deals import CheckedDeal, check_deal, payment_of
from brightline.screen.edition import Edition
from brightline.terms import Answer, AsOf, Outcome

TEXT = """
deal: D-1
dated: 2024-07-01
amount: 68400.00
currency: CNY
seller: {name: "FOSHAN LITTLE HERON CO LTD", country: CN}
buyer: {name: OOO VESYOLY BASHMACHOK, country: RU, identifiers: [{scheme: inn, value: "5403 9910 18"}]}
goods: [{hs: "640399", words: children's shoes}]
banks: {buyer: {bic: ZRCHRUMM, country: RU}, seller: {bic: HLTNCNBS, country: CN}}
route: [CN, RU]
"""


@pytest.fixture
def checked(edition: Edition) -> Callable[..., CheckedDeal]:
    """A deal with more lines, checked."""

    def made(more: str = "") -> CheckedDeal:
        return check_deal(deal(more), "deal.yaml", edition, AFTER_JUNE)

    return made


def deal(more: str = "") -> Deal:
    return read_deal(TEXT + more, "deal.yaml")


def answers(one: CheckedDeal, rule: str) -> set[Answer]:
    return {finding.answer for finding in one.decision.findings if finding.rule == rule}


def test_everybody_named_is_a_party_with_the_place_of_its_field() -> None:
    more = """
payer: {name: Third Pocket Ltd, country: HK}
end_user: {name: OOO Drugoy, country: RU}
vessel: {name: Quiet Heron, imo: "9074729"}
carrier: {name: Steppe Wind Rail, country: CN}
"""
    payment = payment_of(deal(more).shape, "deal.yaml")
    assert {(party.role, party.path) for party in payment.parties} == {
        ("debtor", "payer"), ("ultimate_debtor", "buyer"), ("debtor_agent", "banks.buyer"),
        ("creditor_agent", "banks.seller"), ("creditor", "seller"), ("end_user", "end_user"), ("carrier", "carrier"),
        ("vessel", "vessel"),
    }  # fmt: skip
    buyer = next(party for party in payment.parties if party.path == "buyer")
    assert ("INN", "5403991018") in {(one.scheme, one.value) for one in buyer.identifiers}
    assert payment.format == "brightline.deal"


def test_an_everyday_deal_has_nothing_against_it(checked: Callable[..., CheckedDeal]) -> None:
    one = checked()
    assert one.outcome is Outcome.RELEASE
    assert one.ask == ()
    assert one.expires.isoformat() == "2024-07-17"


@pytest.mark.parametrize(
    "more",
    [
        "end_user: {name: ZAVOD KVARTSOVIK, country: RU, identifiers: [{scheme: INN, value: '7707083893'}]}",
        "consignee: {name: JOINT STOCK COMPANY ZAVOD KVARTSOVIK, country: RU}",
    ],
)
def test_a_listed_end_user_or_consignee_stops_it(checked: Callable[..., CheckedDeal], more: str) -> None:
    one = checked(more)
    assert one.outcome is Outcome.STOP
    assert Answer.YES in answers(one, "listed-party")


def test_a_listed_bank_of_the_buyer_stops_it(edition: Edition) -> None:
    text = TEXT.replace("ZRCHRUMM", "SVMKRUMM")
    one = check_deal(read_deal(text, "deal.yaml"), "deal.yaml", edition, AFTER_JUNE)
    assert one.outcome is Outcome.STOP
    assert Answer.YES in answers(one, "listed-bank-in-chain")


def test_what_the_deal_says_of_end_use_takes_part(checked: Callable[..., CheckedDeal]) -> None:
    assert checked("end_use: For the field hospitals of a military unit of the ministry of defence.").outcome is not (
        Outcome.RELEASE
    )
    assert checked("end_use: For sale in our own shops, not for military use.").outcome is Outcome.RELEASE


def test_papers_of_the_deal_are_compared_with_it(checked: Callable[..., CheckedDeal]) -> None:
    paper = "papers: [{kind: invoice, number: I-1, amount: '684.00', currency: CNY, goods: [{hs: '854231'}]}]"
    one = checked(paper)
    assert one.outcome is Outcome.STOP
    assert any(finding.rule == "chpl-goods" and finding.answer is Answer.YES for finding in one.decision.findings)


def test_what_was_not_verified_names_each_gap(checked: Callable[..., CheckedDeal]) -> None:
    told = "\n".join(not_verified(checked()))
    assert "who the seller FOSHAN LITTLE HERON CO LTD is beyond its name" in told
    assert "who the buyer" not in told
    assert "who the end user is: none is named" in told
    assert "who carries the goods" in told
    assert all(one in told for one in ALWAYS)


def test_what_is_given_is_no_gap(checked: Callable[..., CheckedDeal]) -> None:
    told = "\n".join(not_verified(checked("vessel: {name: Quiet Heron}")))
    assert "who carries the goods" not in told
    assert "the vessel: ships share names" in told


def test_a_word_that_yaml_bends_is_refused_with_its_line() -> None:
    with pytest.raises(CallError, match="line 3") as told:
        read_deal("deal: D-1\ndated: 2024-07-01\nend_use: no\n", "deal.yaml")
    assert "in quotes" in str(told.value)


def test_the_buyer_is_not_asked_for_our_own_lists(edition: Edition) -> None:
    later = AFTER_JUNE.known + timedelta(days=60)
    checked = check_deal(deal(), "deal.yaml", edition, AsOf(law=later, known=later))
    assert checked.outcome is Outcome.REVIEW
    assert "required-lists" in {one.rule for one in checked.decision.unknowns}
    assert checked.ask == ()
