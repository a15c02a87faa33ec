"""What may be done with held money follows from whose law blocks it."""

from __future__ import annotations

import pytest

from brightline.nexus.institution import NOBODY, shipped_institution
from brightline.screen.actions import FREE, FROZEN, LEGAL, MAYBE_FROZEN, UNTOLD, permitted_actions
from brightline.terms import Answer, Clause, Finding, Force

US = shipped_institution("us-bank")
CHINA = shipped_institution("chinese-bank")


def found(rule: str, answer: Answer, force: Force, blocking: Answer = Answer.YES) -> Finding:
    return Finding(rule, answer, "review", force, (Clause("blocking", "Does it block?", "…", blocking),))


@pytest.mark.parametrize(
    ("finding", "institution", "actions"),
    [
        (found("listed-party", Answer.YES, Force.BINDS), US, FROZEN),
        (found("listed-party", Answer.UNKNOWN, Force.BINDS), US, MAYBE_FROZEN),
        (found("listed-party", Answer.YES, Force.BINDS, Answer.NO), US, FREE),
        (found("listed-party", Answer.YES, Force.EXPOSES), CHINA, FREE),
        (found("listed-party", Answer.YES, Force.EXPOSES), NOBODY, UNTOLD),
        (found("chpl-goods", Answer.YES, Force.BINDS), US, FREE),
        (found("listed-party", Answer.NO, Force.BINDS), US, FREE),
    ],
)
def test_only_a_binding_freeze_freezes_and_then_nothing_goes_back(
    finding: Finding, institution: object, actions: tuple[str, ...]
) -> None:
    assert permitted_actions([finding], institution) == actions  # type: ignore[arg-type]
    assert ("freeze" in actions) == (actions is FROZEN)
    assert not ({"freeze", "return"} <= set(actions))


def test_declining_waits_for_legal_where_a_local_rule_may_stand_against_it() -> None:
    conflict = Finding("conflict-of-laws", Answer.YES, "review", Force.BINDS)
    said = permitted_actions([found("listed-party", Answer.YES, Force.EXPOSES), conflict], CHINA)
    assert said == ("hold", "ask", LEGAL)


def test_the_bank_where_a_payment_begins_has_nothing_to_return() -> None:
    seen = [found("listed-party", Answer.YES, Force.EXPOSES)]
    assert permitted_actions(seen, CHINA, "creditor_agent") == FREE
    assert permitted_actions(seen, CHINA, "debtor_agent") == ("hold", "ask", "decline")
