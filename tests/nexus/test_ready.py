"""A rule is made ready once between two changes of the law, and says the same as when it is asked anew."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from brightline.law.book import read_book
from brightline.nexus.ready import ready, version_of
from brightline.terms import Answer, Clause

BOOK = read_book()
BEFORE, AFTER = datetime(2024, 6, 12, 3, 59, tzinfo=UTC), datetime(2024, 6, 12, 4, tzinfo=UTC)  # midnight in New York


def test_a_rule_stands_the_same_until_the_law_changes() -> None:
    rule = BOOK.rule("s11-designated")
    before, again, after = (ready(rule, BOOK, at) for at in (BEFORE, BEFORE - timedelta(minutes=7), AFTER))
    assert before is again
    assert before is not None
    assert after is not None
    assert before.version is not after.version


@pytest.mark.parametrize("name", BOOK.rule_names)
@pytest.mark.parametrize("day", [1, 200, 400, 900, 1100, 1400, 1800, 2200])
def test_what_stands_is_what_the_law_says_on_the_day(name: str, day: int) -> None:
    moment, rule = datetime(2020, 6, 1, 9, tzinfo=UTC) + timedelta(days=day), BOOK.rule(name)
    version, stands = rule.at(moment), ready(rule, BOOK, moment)
    assert version_of(rule, BOOK, moment) is version
    assert (stands is None) == (version is None)
    if stands is not None and version is not None:
        assert (stands.version, stands.cites) == (version, version.citations(moment))
        assert stands.broken or [one.law for one in stands.questions] == list(version.clauses())


def test_the_same_answers_are_decided_once_and_others_otherwise() -> None:
    stands = ready(BOOK.rule("chpl-goods"), BOOK, AFTER)
    assert stands is not None
    yes, no, unknown = (
        tuple(Clause(one.law.id, "?", "!", answer) for one in stands.questions)
        for answer in (Answer.YES, Answer.NO, Answer.UNKNOWN)
    )
    assert [stands.decided(clauses)[0] for clauses in (yes, no, unknown, yes)] == [
        Answer.YES, Answer.NO, Answer.UNKNOWN, Answer.YES,
    ]  # fmt: skip


def test_a_clause_is_kept_and_never_with_another_answer() -> None:
    stands = ready(BOOK.rule("chpl-goods"), BOOK, AFTER)
    assert stands is not None
    question = stands.questions[0]
    assert question.answered("seen", Answer.YES) is question.said["seen"]
    assert question.answered("seen", Answer.NO).answer is Answer.NO
