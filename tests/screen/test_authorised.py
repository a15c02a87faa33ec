"""What a licence does to the findings it authorises, and to no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brightline.screen.authorised import AUTHORISED, appears_authorised, as_authorised, authorises
from brightline.terms import Answer, Clause, Finding, Force

BANK = Finding("listed-bank-in-chain", Answer.YES, "stop", Force.CORRESPONDENT)
GOODS = Finding("chpl-goods", Answer.YES, "stop", Force.EXPOSES)


def licence(answer: Answer, covers: Answer = Answer.YES) -> Finding:
    """The licence rule's finding: about such payments, alive, and in the end yes, no or not known."""
    clauses = (Clause("covers", "Covered?", "energy", covers), Clause("alive-now", "Alive?", "yes", Answer.YES))
    return Finding("licence", answer, "none", Force.INFORMS, clauses)


def effects(*findings: Finding) -> list[str]:
    return [one.effect for one in as_authorised(findings) if one.rule != "licence"]


@pytest.mark.parametrize("rule", AUTHORISED)
def test_where_it_covers_dealing_with_the_blocked_changes_nothing(rule: str) -> None:
    assert effects(replace(BANK, rule=rule), GOODS, licence(Answer.YES)) == ["none", "stop"]
    assert authorises((replace(BANK, rule=rule), licence(Answer.YES)))


def test_a_covering_licence_leaves_alone_what_is_not_known() -> None:
    assert effects(replace(BANK, answer=Answer.UNKNOWN, effect="review"), licence(Answer.YES)) == ["review"]
    assert not authorises((GOODS, licence(Answer.YES)))


def test_where_it_appears_to_apply_a_stop_becomes_a_review_except_where_the_law_binds() -> None:
    binding = replace(BANK, force=Force.BINDS)
    assert effects(BANK, binding, GOODS, licence(Answer.UNKNOWN)) == ["review", "stop", "stop"]


@pytest.mark.parametrize("other", [licence(Answer.NO), licence(Answer.UNKNOWN, covers=Answer.UNKNOWN)])
def test_a_licence_that_is_dead_or_about_other_things_changes_nothing(other: Finding) -> None:
    assert not appears_authorised((other,))
    assert effects(BANK, other) == ["stop"]
