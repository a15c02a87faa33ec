"""What speaks for release: each reason only where it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from brightline.law.book import read_book
from brightline.nexus.ask import ask_all
from brightline.nexus.facts import Facts, Matched, facts_of
from brightline.screen.releasing import what_speaks_for_release
from brightline.terms import Answer, Candidate, Finding, Force, ListedEntity, ListedName, Payment, SeenGoods, Step

Made = Callable[..., Payment]
BOOK = read_book()
NOW = datetime(2024, 7, 2, 9, tzinfo=UTC)
SHOES = SeenGoods("RmtInf/Ustrd", "640399", None, "code", reading="unlisted")
FREIGHT = SeenGoods("RmtInf/Ustrd", None, None, "words", words="freight", reading="service")
BEARINGS = SeenGoods("RmtInf/Ustrd", "848210", "3.B", "code", reading="listed")
VAGUE = SeenGoods("RmtInf/Ustrd", None, None, "none", words="spare parts", reading="vague")
CRITICAL = SeenGoods("RmtInf/Ustrd", "846229", None, "code", critical="CI-1", reading="unlisted")


def _for_release(facts: Facts) -> tuple[Finding, ...]:
    return what_speaks_for_release(ask_all(BOOK, facts, NOW), BOOK, NOW)


def _reasons(facts: Facts) -> dict[str, str]:
    return {one.id: one.saw for finding in _for_release(facts) if finding.rule == "harmless" for one in finding.clauses}


def _matched(same: Answer) -> Matched:
    entity = ListedEntity("test-list", "1", "Company", (ListedName("EXAMPLE", "primary"),), measures=("blocking",))
    steps = (Step("prior", "", "", -4000), Step("identifier-differs", "7701", "7702", -9000))
    candidate = Candidate("test-list", "1", "EXAMPLE", "Company", 1, 0.9, steps)
    return Matched("debtor", "Dbtr/Nm", "Example", candidate, entity, same, "identifier-differs")


@pytest.mark.parametrize(
    ("goods", "saw"),
    [
        ((SHOES,), "HS 640399"),
        ((SHOES, FREIGHT), "HS 640399, 'freight'"),
        ((), None),
        ((SHOES, BEARINGS), None),
        ((SHOES, VAGUE), None),
        ((SHOES, CRITICAL), None),
    ],
)
def test_one_line_of_goods_that_is_not_clear_ends_the_reason(
    goods: tuple[SeenGoods, ...], saw: str | None, payment: Made
) -> None:
    assert _reasons(facts_of(payment(), goods=goods)).get("goods-clear") == saw


@pytest.mark.parametrize(("same", "told"), [(None, True), (Answer.NO, True), (Answer.UNKNOWN, False)])
def test_nobody_is_listed_only_where_no_party_may_be(same: Answer | None, told: bool, payment: Made) -> None:
    matched = (_matched(same),) if same else ()
    reasons = _reasons(facts_of(payment(), matched, (SHOES,), regimes_loaded=("us", "un")))
    assert ("nobody-listed" in reasons) is told
    if told:
        assert reasons["nobody-listed"] == "3 parties compared; regimes looked through: us, un"


def test_nobody_is_cleared_where_no_list_is_loaded(payment: Made) -> None:
    assert "nobody-listed" not in _reasons(facts_of(payment(), goods=(SHOES,)))


def test_a_namesake_told_apart_is_a_reason_with_its_evidence(payment: Made) -> None:
    facts = facts_of(payment(), (_matched(Answer.NO),), (SHOES,), ("us",))
    assert "7701 is not 7702" in _reasons(facts)["another"]
    assert any(one.kind == "listed-entity" for finding in _for_release(facts) for one in finding.evidence)


def test_no_russian_leg_is_a_reason_and_names_the_countries(payment: Made) -> None:
    elsewhere = tuple(replace(party, name="Beispiel GmbH", country="DE") for party in payment().parties)
    abroad = replace(payment(bank="ZRCHDEFF"), parties=elsewhere, route=("DE", "CN"))
    assert _reasons(facts_of(abroad))["no-russian-leg"] == "countries seen: DE, CN"
    assert "no-russian-leg" not in _reasons(facts_of(payment()))


def test_beside_listed_goods_for_russia_only_what_stands_for_itself_is_told(payment: Made) -> None:
    facts = facts_of(payment(), goods=(BEARINGS,), regimes_loaded=("us",))
    assert set(_reasons(facts)) <= {"nobody-listed", "banks-unlisted"}


def test_it_is_one_finding_without_effect(payment: Made) -> None:
    (finding,) = (one for one in _for_release(facts_of(payment(), goods=(SHOES,))) if one.rule == "harmless")
    assert (finding.answer, finding.effect, finding.force) == (Answer.YES, "none", Force.INFORMS)
    assert {clause.answer for clause in finding.clauses} == {Answer.YES}


def test_what_a_rule_denies_is_no_reason(payment: Made) -> None:
    decided = payment(words="spare parts, onward to Almaty")
    emirates = tuple(replace(one, country="AE") for one in decided.parties)
    facts = facts_of(replace(decided, parties=emirates, route=("AE",)), goods=(VAGUE,), regimes_loaded=("us",))
    asked = {one.id: one.answer for f in ask_all(BOOK, facts, NOW) if f.rule == "harmless" for one in f.clauses}
    assert asked["passed-on"] is Answer.YES
    assert "passed-on" not in _reasons(facts)
