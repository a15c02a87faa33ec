"""Which finding wins, and what can never happen: a listed entity more releases nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.screen.conftest import AFTER_JUNE, edition_of, listed, version
from tests.screen.test_authorised import BANK, GOODS, licence

from brightline.names.index import NameIndex, build
from brightline.nexus.facts import Facts, facts_of
from brightline.screen.actions import UNTOLD
from brightline.screen.decide import LIMBS, Verdict, decide
from brightline.screen.edition import Edition, OpenList, make_edition
from brightline.screen.screen import screen
from brightline.screen.wire import decision_json
from brightline.terms import (
    Answer,
    Clause,
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


CLEAR = (Finding("harmless", Answer.YES, "none", Force.INFORMS, (Clause("goods-clear", "", "640399", Answer.YES),)),)


def finding(rule: str, answer: Answer, effect: str, *evidence: Evidence) -> Finding:
    return Finding(rule, answer, effect, Force.EXPOSES, evidence=evidence)


@pytest.fixture
def facts(payment: Made) -> Facts:
    """A payment tied to Russia, its goods named, nobody matched."""
    return facts_of(payment(), goods=(SeenGoods("RmtInf/Ustrd", "640399", None, "code", reading="unlisted"),))


def between(payment: Payment, buyer: str, seller: str) -> Payment:
    """The same payment between two other countries, without words or names that tell of Russia."""
    parties = tuple(
        replace(one, name="RED RIVER TRADE", bic=None, country=buyer if one.role.startswith("debtor") else seller)
        for one in payment.parties
    )
    return replace(payment, parties=parties, texts=(), goods=(), route=())


def weigh(findings: Sequence[Finding], facts: Facts, edition: Edition, spoken: bool = True) -> Verdict:
    """The verdict where the goods are named and clear, or where nothing speaks for the payment."""
    return decide((*findings, *(CLEAR if spoken else ())), facts, edition, AFTER_JUNE)


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
    verdict = weigh([finding("listed-party", Answer.UNKNOWN, effect) for effect in effects], facts, edition)
    assert verdict.outcome is outcome
    assert verdict.permitted_actions == (() if outcome is Outcome.RELEASE else UNTOLD)
    assert (verdict.release_basis is None) == (outcome is not Outcome.RELEASE)


def test_a_limb_that_says_yes_links_though_another_is_unknown(facts: Facts, edition: Edition) -> None:
    by_list = Evidence("listed-entity", settled_by="name")
    findings = [
        finding("chpl-goods", Answer.UNKNOWN, "review"),
        finding("s11-designated", Answer.YES, "stop", by_list),
    ]
    determination = weigh(findings, facts, edition).determination
    assert (determination.answer, determination.rests_on) == (Determined.LINKED, "list")
    answers = {"s11-designated": Answer.YES, "chpl-goods": Answer.UNKNOWN}
    assert dict(determination.limbs) == {limb: answers.get(limb, Answer.NO) for limb in LIMBS}


def test_a_rule_that_is_no_limb_stops_without_linking(facts: Facts, edition: Edition) -> None:
    verdict = weigh([finding("listed-party", Answer.YES, "stop")], facts, edition)
    assert (verdict.outcome, verdict.determination.answer) == (Outcome.STOP, Determined.NOT_LINKED)


@pytest.mark.parametrize(("effect", "answer"), [("review", Determined.CANNOT_TELL), ("none", Determined.NOT_LINKED)])
def test_signs_that_hold_a_payment_leave_the_question_open(
    effect: str, answer: Determined, facts: Facts, edition: Edition
) -> None:
    verdict = weigh([finding("diversion-route", Answer.YES, effect)], facts, edition)
    assert verdict.determination.answer is answer


@pytest.mark.parametrize(
    ("evidence", "ground"),
    [
        ((Evidence("listed-entity", settled_by="identifier"), Evidence("goods", hs="848210")), "identifier"),
        ((Evidence("goods", words="bearings"), Evidence("listed-entity", settled_by="name")), "list"),
        ((Evidence("goods", hs="848210"),), "declared-text"),
        ((Evidence("goods"), Evidence("country", name="RU")), "absence"),
        ((), "absence"),
    ],
)
def test_it_rests_on_the_firmest_evidence(
    evidence: tuple[Evidence, ...], ground: str, facts: Facts, edition: Edition
) -> None:
    for answer in (Answer.YES, Answer.UNKNOWN):
        verdict = weigh([finding("s11-critical-item", answer, "review", *evidence)], facts, edition)
        assert verdict.determination.rests_on == ground


def test_without_russia_and_without_a_hub_a_release_rests_on_that(payment: Made, edition: Edition) -> None:
    abroad = facts_of(between(payment(), "VN", "CN"))
    verdict = weigh((), abroad, edition, spoken=False)
    assert (verdict.release_basis, verdict.determination.rests_on) == ("no-nexus", "absence")


def test_where_russia_plays_a_part_a_release_needs_something_that_speaks_for_it(
    payment: Made, edition: Edition
) -> None:
    tied = facts_of(payment())
    spoken, silent = weigh((), tied, edition), weigh((), tied, edition, spoken=False)
    assert (spoken.release_basis, spoken.determination.rests_on) == ("positive-evidence", "declared-text")
    assert (silent.outcome, silent.determination.answer) == (Outcome.REVIEW, Determined.CANNOT_TELL)
    assert (silent.unsupported, silent.determination.rests_on) == (True, "absence")


def test_a_place_of_diversion_needs_the_same_where_goods_go_there_and_not_where_they_leave(
    payment: Made, edition: Edition
) -> None:
    bought, sold = facts_of(between(payment(), "HK", "CN")), facts_of(between(payment(), "CN", "HK"))
    assert weigh((), bought, edition, spoken=False).outcome is Outcome.REVIEW
    assert weigh((), sold, edition, spoken=False).release_basis == "no-nexus"


def test_a_policy_cannot_let_an_evident_link_pass_but_may_leave_the_rule_out(facts: Facts) -> None:
    linked = [finding("chpl-goods", Answer.YES, "none", Evidence("goods", hs="848210"))]
    text = edition_of(version()).policy.text
    without = edition_of(version(), text=text.replace("rules: all", "rules: [listed-party]"))
    assert weigh(linked, facts, edition_of(version())).outcome is Outcome.REVIEW
    left_out = weigh(linked, facts, without)
    assert (left_out.outcome, left_out.determination.answer) == (Outcome.RELEASE, Determined.LINKED)


def test_a_licence_that_covers_is_what_a_release_rests_on(facts: Facts, edition: Edition) -> None:
    covered = weigh([BANK, licence(Answer.YES)], facts, edition)
    assert (covered.outcome, covered.release_basis) == (Outcome.RELEASE, "licence")
    assert weigh([BANK, GOODS, licence(Answer.YES)], facts, edition).outcome is Outcome.STOP
    assert weigh([licence(Answer.YES)], facts, edition).release_basis == "positive-evidence"


def test_a_licence_that_appears_to_apply_leaves_the_payment_to_one_person(facts: Facts, edition: Edition) -> None:
    assert weigh([BANK, licence(Answer.UNKNOWN)], facts, edition).outcome is Outcome.REVIEW
    assert weigh([BANK, GOODS, licence(Answer.UNKNOWN)], facts, edition).outcome is Outcome.STOP


def test_a_blind_edition_cannot_tell_and_never_releases(facts: Facts) -> None:
    verdict = weigh((), facts, edition_of(version(excerpt=True)))
    assert (verdict.outcome, verdict.determination.answer) == (Outcome.REVIEW, Determined.CANNOT_TELL)


FINDINGS = st.builds(
    lambda rule, answer, effect, force: Finding(rule, answer, "none" if answer is Answer.NO else effect, force),
    st.sampled_from((*LIMBS, "diversion-route", "listed-party", "listed-bank-in-chain", "material-support")),
    st.sampled_from(Answer),
    st.sampled_from(("stop", "review", "none")),
    st.sampled_from(Force),
)
BESIDE = st.sampled_from(((), (licence(Answer.UNKNOWN),), (licence(Answer.YES),)))
RUNS = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@RUNS
@given(st.lists(FINDINGS, max_size=5), BESIDE, st.booleans())
def test_what_holds_for_all_findings(
    facts: Facts, edition: Edition, findings: list[Finding], beside: tuple[Finding, ...], spoken: bool
) -> None:
    verdict = weigh((*findings, *beside), facts, edition, spoken)
    licensed = any(one.answer is Answer.YES for one in beside)
    if verdict.outcome is Outcome.STOP:
        assert any(one.effect == "stop" for one in findings)
    if verdict.outcome is Outcome.RELEASE:
        assert spoken or licensed
        assert verdict.release_basis != "no-nexus"
        assert licensed or verdict.determination.answer is not Determined.LINKED


@RUNS
@given(st.lists(FINDINGS, max_size=4), FINDINGS, BESIDE, st.booleans())
def test_one_finding_more_never_weakens(
    facts: Facts, edition: Edition, findings: list[Finding], more: Finding, beside: tuple[Finding, ...], spoken: bool
) -> None:
    before, after = (weigh((*every, *beside), facts, edition, spoken) for every in (findings, [*findings, more]))
    assert GRAVITY[after.outcome] >= GRAVITY[before.outcome]
    if before.determination.answer is Determined.LINKED:
        assert after.determination.answer is Determined.LINKED
    if after.determination.answer is Determined.NOT_LINKED:
        assert before.determination.answer is Determined.NOT_LINKED


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
