"""The open questions of a payment, each once, each with what would settle it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.screen.conftest import AFTER_JUNE, edition_of, version

from brightline.screen.edition import Edition
from brightline.screen.screen import screen
from brightline.screen.unknowns import what_we_lack
from brightline.terms import Noted, Payment

Made = Callable[..., Payment]


def test_where_nothing_is_open_only_the_regimes_not_loaded_are_told(payment: Made, edition: Edition) -> None:
    (regimes,) = what_we_lack((), payment(), edition, AFTER_JUNE)
    assert "regimes eu, uk, un" in regimes.lacks


def test_the_questions_come_from_rules_then_message_then_lists_then_regimes(payment: Made) -> None:
    edition = edition_of(version(excerpt=True))
    cut = replace(payment(words="spare parts", hs=None), codes=(Noted("incomplete", "", "{4}"),))
    decision = screen(cut, edition, AFTER_JUNE)
    assert [one.rule for one in decision.unknowns] == [
        "chpl-goods",
        "s11-critical-item",
        "message",
        "required-lists",
        "regimes",
    ]
    assert all(one.lacks and one.would_settle for one in decision.unknowns)


def test_a_question_asked_twice_is_told_once(payment: Made, edition: Edition) -> None:
    findings = screen(payment(words="spare parts", hs=None), edition, AFTER_JUNE).findings
    once = what_we_lack(findings, payment(), edition, AFTER_JUNE)
    assert what_we_lack((*findings, *findings), payment(), edition, AFTER_JUNE) == once
    assert len(set(once)) == len(once) > 1
