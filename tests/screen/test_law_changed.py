"""What was new in the law: of the rules that speak against the payment, in the year before."""

from __future__ import annotations

from datetime import UTC, datetime

from brightline.law.book import read_book
from brightline.screen.law_changed import what_changed
from brightline.terms import Answer, Finding, Force

AFTER_JUNE = datetime(2024, 6, 13, tzinfo=UTC)


def days(answer: Answer, moment: datetime, rule: str = "s11-designated") -> list[str]:
    return [one.on for one in what_changed([Finding(rule, answer, "none", Force.EXPOSES)], read_book(), moment)]


def test_a_new_version_is_told_for_a_year() -> None:
    assert days(Answer.YES, AFTER_JUNE)[-1] == "2024-06-12"
    assert "2024-06-12" not in days(Answer.YES, datetime(2024, 6, 11, tzinfo=UTC))
    assert "2024-06-12" not in days(Answer.YES, datetime(2025, 6, 14, tzinfo=UTC))


def test_rules_that_say_no_and_rules_that_speak_for_release_are_left_out() -> None:
    assert days(Answer.NO, AFTER_JUNE) == []
    assert days(Answer.YES, AFTER_JUNE, rule="harmless") == []
