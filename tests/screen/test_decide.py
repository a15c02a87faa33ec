"""Which finding wins, and what can never happen: a listed entity more releases nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.screen.conftest import AFTER_JUNE, edition_of, listed, version

from brightline.names.index import NameIndex, build
from brightline.nexus.facts import Facts, facts_of
from brightline.screen.decide import LIMBS, decide
from brightline.screen.edition import Edition, OpenList, make_edition
from brightline.screen.screen import screen
from brightline.screen.wire import decision_json
from brightline.terms import (
    Answer,
    Determined,
    Evidence,
    Finding,
    Force,
    ListedEntity,
    ListedIdentifier,
    Outcome,
    Payment,
    SeenGoods,
)

Made = Callable[..., Payment]
GRAVITY = {Outcome.RELEASE: 0, Outcome.REVIEW: 1, Outcome.STOP: 2}
POOL = (
    listed("11", "ZAVOD KVARTSOVIK", identifiers=(ListedIdentifier("INN", "7707083893", "RU"),)),
    listed("12", "JOINT STOCK COMPANY ZAVOD KVARTSOVIK", programs=("UKRAINE-EO13662",), measures=("sectoral",)),
    listed("13", "KVARTSOVIK SEVERNIYMAYAK ZAVOD", secondary=()),
    listed("14", "OOO LUNEV VOSKOV"),
    listed("15", "LUNEV VOSKOV TORGOVY DOM", measures=("other",), programs=("OTHER",), secondary=()),
    listed("16", "SEVERNY MAYAK BANK", identifiers=(ListedIdentifier("BIC", "SVMKRUMM", None),)),
    listed("17", "VESYOLY BASHMACHOK", identifiers=(ListedIdentifier("INN", "7736050003", "RU"),)),
    listed("18", "LUNEV, Foma Karpovich", schema="Person", birth_dates=("1961-02-03",)),
)
ASKED = (
    {"debtor": "OOO VESYOLY BASHMACHOK"},
    {"debtor": "JSC ZAVOD KVARTSOVIK"},
    {"debtor": "JSC ZAVOD KVARTSOVIK", "inn": "7736050003"},
    {"debtor": "OOO SOVSEM DRUGOE", "inn": "7707083893"},
    {"debtor": "JSC ZAVOD KVARTSOVIK", "inn": "7707083893"},
    {"debtor": "Foma Lunev"},
    {"bank": "SVMKRUMM777"},
    {"words": "children's shoes HS 6403.99 for OOO LUNEV VOSKOV, Kvartsovik Severniymayak Zavod"},
    {"words": "payment under contract 18/24", "hs": None},
)


def finding(rule: str, answer: Answer, effect: str, *evidence: Evidence) -> Finding:
    return Finding(rule, answer, effect, Force.EXPOSES, evidence=evidence)


@pytest.fixture
def facts(payment: Made) -> Facts:
    """A payment tied to Russia, its goods named, nobody matched."""
    return facts_of(payment(), goods=(SeenGoods("RmtInf/Ustrd", "640399", None, "code", reading="unlisted"),))


@pytest.mark.parametrize(
    ("effects", "outcome"),
    [
        (("none", "none"), Outcome.RELEASE),
        (("none", "review"), Outcome.REVIEW),
        (("review", "stop"), Outcome.STOP),
        (("stop", "none"), Outcome.STOP),
        ((), Outcome.RELEASE),
    ],
)
def test_the_gravest_effect_is_the_outcome(
    effects: tuple[str, ...], outcome: Outcome, facts: Facts, edition: Edition
) -> None:
    findings = [finding("listed-party", Answer.UNKNOWN, effect) for effect in effects]
    verdict = decide(findings, facts, edition, AFTER_JUNE)
    assert verdict.outcome is outcome
    assert (verdict.permitted_actions == ()) == (outcome is Outcome.RELEASE)
    assert (verdict.release_basis is None) == (outcome is not Outcome.RELEASE)


def test_a_limb_that_says_yes_links_though_another_is_unknown(facts: Facts, edition: Edition) -> None:
    by_list = Evidence("listed-entity", settled_by="name")
    findings = [finding(LIMBS[2], Answer.UNKNOWN, "review"), finding(LIMBS[0], Answer.YES, "stop", by_list)]
    determination = decide(findings, facts, edition, AFTER_JUNE).determination
    assert (determination.answer, determination.rests_on) == (Determined.LINKED, "list")
    assert determination.limbs == ((LIMBS[0], Answer.YES), (LIMBS[1], Answer.NO), (LIMBS[2], Answer.UNKNOWN))


def test_a_rule_that_is_no_limb_stops_without_linking(facts: Facts, edition: Edition) -> None:
    verdict = decide([finding("listed-party", Answer.YES, "stop")], facts, edition, AFTER_JUNE)
    assert (verdict.outcome, verdict.determination.answer) == (Outcome.STOP, Determined.NOT_LINKED)


@pytest.mark.parametrize(
    ("evidence", "ground"),
    [
        ((Evidence("listed-entity", settled_by="identifier"), Evidence("goods")), "identifier"),
        ((Evidence("goods"), Evidence("listed-entity", settled_by="name")), "list"),
        ((Evidence("goods"),), "declared-text"),
        ((), "absence"),
    ],
)
def test_it_rests_on_the_firmest_evidence(
    evidence: tuple[Evidence, ...], ground: str, facts: Facts, edition: Edition
) -> None:
    verdict = decide([finding(LIMBS[1], Answer.YES, "stop", *evidence)], facts, edition, AFTER_JUNE)
    assert verdict.determination.rests_on == ground


def test_without_russia_a_release_rests_on_that(payment: Made, edition: Edition) -> None:
    elsewhere = tuple(replace(party, country="KZ") for party in payment().parties)
    abroad = replace(payment(bank="ZRCHKZKA"), parties=elsewhere, route=("KZ", "CN"))
    assert decide((), facts_of(abroad), edition, AFTER_JUNE).release_basis == "no-nexus"
    assert decide((), facts_of(payment()), edition, AFTER_JUNE).release_basis == "positive-evidence"


def test_a_blind_edition_cannot_tell_and_never_releases(facts: Facts) -> None:
    verdict = decide((), facts, edition_of(version(excerpt=True)), AFTER_JUNE)
    assert (verdict.outcome, verdict.determination.answer) == (Outcome.REVIEW, Determined.CANNOT_TELL)


def _edition(*lists: tuple[str, tuple[ListedEntity, ...]]) -> Edition:
    """An edition of lists that differ in their entities."""
    model = edition_of(version())
    opened = []
    for name, entities in lists:
        own = tuple(replace(entity, list=name) for entity in entities)
        opened.append(OpenList(version(name), own, NameIndex.from_bytes(build(own), own)))
    return make_edition(opened, model.book, model.policy, trial=False)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(ASKED), st.permutations(POOL), st.integers(0, len(POOL) - 1))
def test_one_listed_entity_more_never_makes_an_outcome_milder(
    payment: Made, said: dict[str, str | None], pool: list[ListedEntity], many: int
) -> None:
    before, after = (
        screen(payment(**said), _edition(("us-ofac-sdn", tuple(pool[:count]))), AFTER_JUNE)
        for count in (many, many + 1)
    )
    assert GRAVITY[after.outcome] >= GRAVITY[before.outcome]
    if before.determination.answer is Determined.LINKED:
        assert after.determination.answer is Determined.LINKED


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(ASKED), st.permutations(["us-ofac-sdn", "un-sc", "eu-fsf"]), st.integers(1, len(POOL) - 1))
def test_the_order_of_the_lists_changes_nothing(
    payment: Made, said: dict[str, str | None], names: list[str], cut: int
) -> None:
    entities = {"us-ofac-sdn": POOL[:cut], "un-sc": POOL[cut:], "eu-fsf": POOL[:1]}
    shuffled, sorted_ones = (
        _edition(*((name, entities[name]) for name in order)) for order in (names, sorted(entities))
    )
    one, other = (decision_json(screen(payment(**said), edition, AFTER_JUNE)) for edition in (shuffled, sorted_ones))
    assert one == other


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(ASKED), st.permutations(POOL))
def test_the_order_of_the_entries_of_a_list_changes_nothing(
    payment: Made, said: dict[str, str | None], pool: list[ListedEntity]
) -> None:
    one, other = (
        screen(payment(**said), _edition(("us-ofac-sdn", entities)), AFTER_JUNE) for entities in (POOL, tuple(pool))
    )
    assert decision_json(one) == decision_json(other)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(ASKED), st.text(max_size=40))
def test_every_rule_is_recorded_and_every_comparison_sums_to_its_weight(
    payment: Made, said: dict[str, str | None], more: str
) -> None:
    edition = _edition(("us-ofac-sdn", POOL))
    asked = payment(**said)
    texts = (replace(asked.texts[0], value=f"{asked.texts[0].value} {more}"),)
    decision = screen(replace(asked, texts=texts), edition, AFTER_JUNE)
    assert {one.rule for one in decision.findings} == set(edition.book.rule_names)
    for one in (*decision.findings, *decision.releasing):
        for evidence in one.evidence:
            assert sum(step.weight for step in evidence.steps or ()) == (evidence.weight or 0)
