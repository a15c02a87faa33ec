"""What speaks for release: each reason only where it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from brightline.nexus.facts import Facts, facts_of
from brightline.screen.releasing import what_speaks_for_release
from brightline.terms import Answer, Finding, Force, Payment, SeenGoods

Made = Callable[..., Payment]
SHOES = SeenGoods("RmtInf/Ustrd", "640399", None, "code", reading="unlisted")
FREIGHT = SeenGoods("RmtInf/Ustrd", None, None, "words", words="freight", reading="service")
BEARINGS = SeenGoods("RmtInf/Ustrd", "848210", "3.B", "code", reading="listed")
VAGUE = SeenGoods("RmtInf/Ustrd", None, None, "none", words="spare parts", reading="vague")
CRITICAL = SeenGoods("RmtInf/Ustrd", "846229", None, "code", critical="CI-1", reading="unlisted")


def _reasons(facts: Facts, *findings: Finding) -> dict[str, str]:
    return {one.id: one.saw for finding in what_speaks_for_release(facts, findings) for one in finding.clauses}


def _listed(answer: Answer) -> Finding:
    return Finding("listed-party", answer, "none", Force.EXPOSES)


@pytest.mark.parametrize(
    ("goods", "saw"),
    [
        ((SHOES,), "640399"),
        ((SHOES, FREIGHT), "640399, freight"),
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


@pytest.mark.parametrize(("answer", "told"), [(Answer.NO, True), (Answer.UNKNOWN, False), (Answer.YES, False)])
def test_nobody_is_listed_only_where_the_rule_says_no(answer: Answer, told: bool, payment: Made) -> None:
    reasons = _reasons(facts_of(payment(), regimes_loaded=("us", "un")), _listed(answer))
    assert ("nobody-listed" in reasons) is told
    if told:
        assert reasons["nobody-listed"] == "3 parties compared; regimes looked through: us, un"


def test_no_russian_leg_is_a_reason_and_names_the_countries(payment: Made) -> None:
    elsewhere = tuple(replace(party, country="KZ") for party in payment().parties)
    abroad = replace(payment(bank="ZRCHKZKA"), parties=elsewhere, route=("KZ", "CN"))
    assert _reasons(facts_of(abroad))["no-russian-leg"] == "countries seen: KZ, CN"
    assert "no-russian-leg" not in _reasons(facts_of(payment()))


def test_where_nothing_speaks_for_release_nothing_is_said(payment: Made) -> None:
    assert what_speaks_for_release(facts_of(payment(), goods=(BEARINGS,)), [_listed(Answer.UNKNOWN)]) == ()


def test_it_is_one_finding_without_effect(payment: Made) -> None:
    (finding,) = what_speaks_for_release(facts_of(payment(), goods=(SHOES,)), ())
    assert (finding.rule, finding.answer, finding.effect, finding.force) == (
        "harmless", Answer.YES, "none", Force.INFORMS,
    )  # fmt: skip
