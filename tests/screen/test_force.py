"""Whose law speaks depends on who asks; what was seen does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.screen.conftest import AFTER_JUNE

from brightline.cli.open import open_starter
from brightline.nexus.institution import NOBODY, Institution, shipped_institution, shipped_names
from brightline.screen.actions import MAYBE_FROZEN, permitted_actions
from brightline.screen.edition import Edition, make_edition
from brightline.screen.force import with_force
from brightline.screen.screen import screen
from brightline.terms import Answer, Decision, Evidence, Finding, Force, Party, Payment

Made = Callable[..., Payment]
LISTED = {"debtor": "JSC ZAVOD KVARTSOVIK", "inn": "7707083893"}


def decided(payment: Payment, edition: Edition, who: Institution) -> Decision:
    asked = make_edition(edition.lists, edition.book, edition.policy, who, trial=False)
    return screen(payment, asked, AFTER_JUNE)


def forces(decision: Decision, rule: str = "listed-party") -> set[Force]:
    return {one.force for one in decision.findings if one.rule == rule and one.subject}


def in_dollars(payment: Payment) -> Payment:
    bank = Party("intermediary_agent", "IntrmyAgt1", None, bic="CITIUS33", country="US")
    return replace(payment, currency="USD", parties=(*payment.parties, bank))


@pytest.mark.parametrize(
    ("who", "dollars", "force"),
    [
        ("us-bank", False, Force.BINDS),
        ("eu-bank", False, Force.BINDS),  # its branch in New York takes part
        ("chinese-bank", False, Force.EXPOSES),
        ("chinese-bank", True, Force.CORRESPONDENT),
        ("kazakh-bank", True, Force.CORRESPONDENT),
    ],
)
def test_a_listing_speaks_with_the_force_it_has_for_who_asks(
    who: str, dollars: bool, force: Force, payment: Made, edition: Edition
) -> None:
    sent = in_dollars(payment(**LISTED)) if dollars else payment(**LISTED)
    assert forces(decided(sent, edition, shipped_institution(who))) == {force}


def test_secondary_sanctions_expose_whatever_the_chain(payment: Made, edition: Edition) -> None:
    decision = decided(in_dollars(payment(**LISTED)), edition, shipped_institution("chinese-bank"))
    assert forces(decision, "s11-designated") == {Force.EXPOSES}


@pytest.mark.parametrize("who", shipped_names())
def test_a_profile_changes_force_and_never_what_was_seen(who: str, payment: Made, edition: Edition) -> None:
    asks_of_home = ("conflict-of-laws", "home-export-control", "primary-us-nexus")  # these ask about the institution
    before = decided(payment(**LISTED), edition, NOBODY)
    after = decided(payment(**LISTED), edition, shipped_institution(who))
    for one, other in zip(before.findings, after.findings, strict=True):
        if one.rule not in asks_of_home:
            assert replace(one, force=other.force) == other
    assert (before.outcome, before.seen) == (after.outcome, after.seen)
    assert before.edition.id != after.edition.id


def test_a_list_that_neither_binds_nor_reaches_informs(payment: Made, edition: Edition) -> None:
    asker = replace(edition, institution=shipped_institution("kazakh-bank"))
    union = Evidence("listed-entity", list="eu-oj-32014r0269", entry="1", regime="eu")
    finding = Finding("listed-party", Answer.YES, "stop", Force.EXPOSES, evidence=(union,))
    in_yuan, in_euro = payment(), replace(payment(), currency="EUR")
    assert with_force([finding], in_yuan, asker)[0].force is Force.INFORMS
    assert with_force([finding], in_euro, asker)[0].force is Force.CORRESPONDENT
    assert with_force([finding], in_yuan, edition)[0].force is Force.EXPOSES  # no profile: as the rule says


def test_a_namesake_on_a_binding_list_binds_nobody(payment: Made, edition: Edition) -> None:
    asker = replace(edition, institution=replace(shipped_institution("eu-bank"), in_play=()))
    ours = Evidence("listed-entity", list="us-ofac-sdn", entry="1", regime="us", score=0.99, settled_by="identifier")
    like = Evidence("listed-entity", list="eu-oj-32014r0269", entry="2", regime="eu", score=0.75, settled_by="name")
    finding = Finding("listed-party", Answer.YES, "stop", Force.EXPOSES, evidence=(ours, like))
    (seen,) = with_force([finding], payment(), asker)
    assert seen.force is Force.EXPOSES
    assert permitted_actions([seen], asker.institution) == MAYBE_FROZEN  # it may be meant, so nothing goes back
    (meant,) = with_force([replace(finding, evidence=(ours, replace(like, score=0.95)))], payment(), asker)
    assert meant.force is Force.BINDS


def test_in_a_trial_each_entry_has_the_force_of_the_list_it_restates(payment: Made, edition: Edition) -> None:
    starter = make_edition([open_starter()], edition.book, edition.policy, shipped_institution("us-bank"), trial=True)
    decision = screen(payment(debtor="SBERBANK OF RUSSIA"), starter, AFTER_JUNE)
    assert forces(decision) == {Force.BINDS}
    assert "return" not in decision.permitted_actions


@pytest.mark.parametrize(("regime", "force"), [("private", Force.POLICY), ("other", Force.EXPOSES)])
def test_an_own_list_is_policy_and_a_list_of_no_stated_regime_may_expose(
    regime: str, force: Force, payment: Made, edition: Edition
) -> None:
    asker = replace(edition, institution=shipped_institution("kazakh-bank"))
    listed = Evidence("listed-entity", list="own", entry="1", regime=regime)
    finding = Finding("listed-party", Answer.YES, "stop", Force.EXPOSES, evidence=(listed,))
    assert with_force([finding], payment(), asker)[0].force is force
