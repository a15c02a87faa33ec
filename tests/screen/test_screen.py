"""One payment, one decision: the outcome, what it rests on, and the same again."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.screen.conftest import AFTER_JUNE, edition_of, listed, version

from brightline.screen.edition import Edition
from brightline.screen.explain import explain
from brightline.screen.replay import replay
from brightline.screen.screen import screen
from brightline.screen.wire import decision_json, line, read_line
from brightline.terms import Answer, Decision, Determined, Noted, Outcome, Payment

Made = Callable[..., Payment]


def decide(payment: Payment, edition: Edition) -> Decision:
    return screen(payment, edition, AFTER_JUNE)


def test_named_harmless_goods_are_released_on_positive_evidence(payment: Made, edition: Edition) -> None:
    decision = decide(payment(), edition)
    assert decision.outcome is Outcome.RELEASE
    assert decision.determination.answer is Determined.NOT_LINKED
    assert decision.release_basis == "positive-evidence"
    assert decision.permitted_actions == ()
    assert {"goods-clear", "nobody-listed"} <= {clause.id for clause in decision.releasing[0].clauses}


def _nowhere(payment: Payment) -> Payment:
    """The payment without a word of any country."""
    parties = tuple(replace(one, country=None) for one in payment.parties if one.role != "debtor_agent")
    return replace(payment, parties=parties, route=())


def test_listed_goods_that_go_nobody_knows_where_are_held(payment: Made, edition: Edition) -> None:
    decision = decide(_nowhere(payment("BALL BEARINGS", hs="848210")), edition)
    assert (decision.outcome, decision.determination.answer) == (Outcome.REVIEW, Determined.CANNOT_TELL)
    (goods,) = [one for one in decision.findings if one.rule == "chpl-goods"]
    assert {clause.id: clause.answer for clause in goods.clauses}["passed-on"] is Answer.UNKNOWN


def test_a_payment_that_names_no_country_is_not_said_to_stay_outside_russia(payment: Made, edition: Edition) -> None:
    decision = decide(_nowhere(payment()), edition)
    assert decision.outcome is Outcome.RELEASE
    told = {clause.id for clause in decision.releasing[0].clauses}
    assert {"goods-clear", "nobody-listed"} <= told
    assert "no-russian-leg" not in told


def test_a_listed_party_stops_by_its_tax_number_whatever_its_name(payment: Made, edition: Edition) -> None:
    decision = decide(payment(debtor="OOO SOVSEM DRUGOE", inn="7707083893"), edition)
    assert decision.outcome is Outcome.STOP
    assert decision.determination.answer is Determined.LINKED
    assert decision.determination.rests_on == "identifier"


def test_a_namesake_with_another_tax_number_is_no_hit(payment: Made, edition: Edition) -> None:
    decision = decide(payment(debtor="JSC ZAVOD KVARTSOVIK", inn="7736050003"), edition)
    assert {one.answer for one in decision.findings if one.rule == "listed-party"} == {Answer.NO}
    (clause,) = [one for one in decision.releasing[0].clauses if one.id == "another"]
    assert "INN 7736050003 is not INN 7707083893" in clause.saw
    (evidence,) = [one for one in decision.releasing[0].evidence if one.kind == "listed-entity"]
    assert (evidence.entry, evidence.settled_by) == ("1", "identifier-differs")
    assert sum(step.weight for step in evidence.steps or ()) == evidence.weight


def test_a_namesake_of_the_match_of_another_list_is_not_cleared_by_it(payment: Made) -> None:
    both = edition_of(version(), version("un-sc", regime="un"))
    decision = decide(payment(debtor="JSC ZAVOD KVARTSOVIK", inn="7707083893"), both)
    assert decision.outcome is Outcome.STOP
    assert not [one for finding in decision.releasing for one in finding.clauses if one.id == "another"]


def test_a_listed_bank_stops_by_its_bic(payment: Made, edition: Edition) -> None:
    decision = decide(payment(bank="SVMKRUMM777"), edition)
    stopping = {one.rule for one in decision.findings if one.effect == "stop"}
    assert {"listed-party", "listed-bank-in-chain", "s11-designated"} <= stopping


def test_goods_that_are_not_named_are_held_for_review(payment: Made, edition: Edition) -> None:
    decision = decide(payment(words="payment under contract 18/24", hs=None), edition)
    assert decision.outcome is Outcome.REVIEW
    assert decision.determination.answer is Determined.CANNOT_TELL
    assert decision.permitted_actions == ("hold", "ask", "decline", "return")
    assert all(one.would_settle for one in decision.unknowns)


def test_every_rule_is_recorded_for_every_payment(payment: Made, edition: Edition) -> None:
    for words in ("children's shoes", "ball bearings", ""):
        findings = decide(payment(words=words, hs=None), edition).findings
        assert {one.rule for one in findings} == set(edition.book.rule_names)


def test_a_rule_the_policy_does_not_count_is_asked_without_effect(payment: Made) -> None:
    quiet = edition_of(version()).policy.text.replace("rules: all", "rules: [chpl-goods]")
    decision = decide(payment(bank="SVMKRUMM"), edition_of(version(), text=quiet))
    assert decision.outcome is Outcome.RELEASE
    assert {one.answer for one in decision.findings if one.rule == "listed-bank-in-chain"} == {Answer.YES}


def test_unknown_goods_are_held_though_the_policy_counts_no_rule_on_goods(payment: Made) -> None:
    quiet = edition_of(version()).policy.text.replace("rules: all", "rules: [listed-party]")
    decision = decide(payment(words="contract 18/24", hs=None), edition_of(version(), text=quiet))
    assert (decision.outcome, decision.determination.answer) == (Outcome.REVIEW, Determined.CANNOT_TELL)
    assert any("it names no goods or purpose that would" in one.lacks for one in decision.unknowns)


def test_a_limit_of_the_policy_lets_small_unknown_payments_pass_and_says_so(payment: Made) -> None:
    text = edition_of(version()).policy.text.replace("tolerated_unknown: {}", "tolerated_unknown: {CNY: 1000}")
    small = payment(words="contract 18/24", hs=None)
    decision = decide(small, edition_of(version(), text=text))
    assert (decision.outcome, decision.release_basis) == (Outcome.RELEASE, "tolerated-unknown")
    assert decision.determination.answer is Determined.CANNOT_TELL
    assert any("up to 1000 CNY" in clause.saw for one in decision.releasing for clause in one.clauses)
    for held in (replace(small, amount="1000.01"), payment(words="ball bearings", hs=None), payment(bank="SVMKRUMM")):
        assert decide(held, edition_of(version(), text=text)).release_basis is None


def test_a_required_list_that_fails_turns_every_release_into_review(payment: Made) -> None:
    failing = {
        "not loaded": edition_of(version("un-sc", regime="un")),
        "an excerpt": edition_of(version(excerpt=True)),
        "days old": edition_of(version(published="2024-05-01")),
    }
    for told, edition in failing.items():
        decision = decide(payment(), edition)
        assert decision.outcome is Outcome.REVIEW
        assert decision.determination.answer is Determined.CANNOT_TELL
        assert any(told in one.lacks for one in decision.unknowns)


def test_a_message_that_breaks_off_is_never_released(payment: Made, edition: Edition) -> None:
    cut = replace(payment(), codes=(Noted("incomplete", "text block not closed", "{4}"),))
    decision = decide(cut, edition)
    assert decision.outcome is Outcome.REVIEW
    assert any("breaks off" in one.lacks for one in decision.unknowns)


@pytest.mark.parametrize(("role", "told"), [("debtor", "who pays"), ("creditor", "who is paid")])
def test_a_payment_that_names_nobody_on_one_side_is_never_released(
    payment: Made, edition: Edition, role: str, told: str
) -> None:
    whole = payment()
    decision = decide(replace(whole, parties=tuple(p for p in whole.parties if not p.role.startswith(role))), edition)
    assert decision.outcome is Outcome.REVIEW
    assert decision.determination.answer is Determined.CANNOT_TELL
    assert any(told in one.lacks for one in decision.unknowns)


def test_a_trial_says_so_in_every_decision(payment: Made) -> None:
    trial = edition_of(version("brightline-starter", regime="trial", excerpt=True), trial=True)
    decision = decide(payment(), trial)
    assert decision.outcome is Outcome.RELEASE
    assert decision_json(decision)["trial"] is True
    assert "TRIAL" in explain(decision_json(decision))[0]


def test_the_source_is_no_part_of_the_id(payment: Made, edition: Edition) -> None:
    one, other = payment(), replace(payment(), source="elsewhere.xml#7")
    assert decide(one, edition).id == decide(other, edition).id
    assert decide(one, edition).id != decide(replace(one, amount="1000.01"), edition).id


def test_the_order_of_lists_changes_nothing(payment: Made) -> None:
    us, un = version(), version("un-sc", regime="un")
    one, other = (decide(payment(debtor="ZAVOD KVARTSOVIK"), edition_of(*lists)) for lists in ((us, un), (un, us)))
    assert line(decision_json(one)) == line(decision_json(other))


def test_replay_gives_the_same_bytes(payment: Made, edition: Edition) -> None:
    for words in ("children's shoes", "ball bearings HS 8482.10", "payment under contract 18/24"):
        written = line(decision_json(decide(payment(words=words, hs=None), edition)))
        assert replay(read_line(written.decode()), edition).changed == ()


def test_replay_sees_an_altered_decision(payment: Made, edition: Edition) -> None:
    altered = json.loads(line(decision_json(decide(payment(inn="7707083893"), edition))))
    altered["outcome"] = "release"
    assert [part for part, _, _ in replay(altered, edition).changed] == ["outcome"]


def test_replay_sees_an_altered_name_of_the_edition(payment: Made, edition: Edition) -> None:
    altered = read_line(line(decision_json(decide(payment(), edition))).decode())
    altered["edition"] = {**altered["edition"], "id": "0" * 16}  # type: ignore[dict-item]
    assert [part for part, _, _ in replay(altered, edition).changed] == ["edition"]


def test_replay_under_another_policy_compares_the_parts(payment: Made, edition: Edition) -> None:
    before = json.loads(line(decision_json(decide(payment(bank="SVMKRUMM"), edition))))
    text = edition.policy.text.replace("rules: all", "rules: [chpl-goods]")
    changed = {part: (was, now) for part, was, now in replay(before, edition_of(version(), text=text)).changed}
    assert changed["outcome"] == ("stop", "release")


def test_a_listed_name_in_the_address_is_held(payment: Made) -> None:
    entity = listed("9", "KVARTSOVIK SEVERNIYMAYAK ZAVOD")
    told = payment()
    party = replace(told.parties[0], address=("c/o KVARTSOVIK SEVERNIYMAYAK ZAVOD", "Moscow"))
    decision = decide(replace(told, parties=(party, *told.parties[1:])), edition_of(version(), entities=(entity,)))
    assert decision.outcome is Outcome.REVIEW
    held = [one for one in decision.findings if one.rule == "listed-party" and one.answer is Answer.UNKNOWN]
    assert [one.subject.role for one in held if one.subject] == ["mentioned"]


def test_a_listed_name_in_a_text_is_held_where_a_person_should_look(payment: Made) -> None:
    edition = edition_of(version(), entities=(listed("9", "OOO LUNEV VOSKOV"),))
    assert decide(payment(words="toys for OOO LUNEV VOSKOV"), edition).outcome is Outcome.REVIEW
    assert decide(payment(words="toys for OOO LUNEV"), edition).outcome is Outcome.RELEASE
