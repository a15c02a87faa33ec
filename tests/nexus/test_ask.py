"""Every rule answers; the no is recorded as carefully as the yes; a broken rule is an unknown."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightline.errors import LawError
from brightline.law.book import read_book
from brightline.law.shapes import Rule
from brightline.law.vocabulary import FACTS
from brightline.law.vocabulary import SUBJECTS as KNOWN_SUBJECTS
from brightline.nexus.ask import ask_all, lacking
from brightline.nexus.facts import Facts, Matched, Owned, facts_of
from brightline.nexus.told.asked import Asked
from brightline.nexus.told.every import TELLERS
from brightline.nexus.topics import SUBJECTS
from brightline.terms import (
    Answer,
    Candidate,
    Finding,
    ListedEntity,
    ListedName,
    Party,
    Payment,
    SeenGoods,
    Step,
    Subject,
)

BOOK = read_book()
NOW = datetime(2024, 7, 2, 9, tzinfo=UTC)
PARTIES = (Party("debtor", "Dbtr/Nm", name="OOO EXAMPLE", country="RU"), Party("creditor", "Cdtr/Nm", country="CN"))
PAYMENT = Payment(source="x#1", format="pacs.008.001.08", currency="CNY", parties=PARTIES)
CHIP = SeenGoods("goods", "854231", "1", "code", reading="listed")
CLOTHES = SeenGoods("70", None, None, "words", words="children's clothes", harmless=True, reading="harmless")


def matched(
    same: Answer = Answer.YES, measures: tuple[str, ...] = ("blocking",), entry: str = "1", role: str = "debtor"
) -> Matched:
    entity = ListedEntity(
        "us-ofac-sdn",
        entry,
        "Company",
        (ListedName("EXAMPLE", "primary"),),
        ("RUSSIA-EO14024",),
        measures,
        remarks=("r",),
    )
    candidate = Candidate("us-ofac-sdn", entry, "EXAMPLE", "Company", 5000, 0.9933, (Step("prior", "", "", 5000),))
    return Matched(role, "Dbtr/Nm", "OOO EXAMPLE", candidate, entity, same, "name")


def facts(*who: Matched, goods: tuple[SeenGoods, ...] = (CLOTHES,), payment: Payment = PAYMENT) -> Facts:
    return facts_of(payment, who, goods, ("us", "eu"))


def of(rule: str, findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.rule == rule]


def test_every_rule_answers_and_in_order() -> None:
    findings = ask_all(BOOK, facts(), NOW)
    assert [finding.rule for finding in findings] == list(BOOK.rule_names)
    assert {finding.rule for finding in findings if finding.answer is not Answer.NO} == {"harmless"}
    assert all(finding.clauses and finding.cites and finding.subject is None for finding in findings)
    assert {finding.effect for finding in findings} == {"none"}


def test_a_yes_names_its_subject_its_evidence_and_its_law() -> None:
    (finding,) = of("s11-designated", ask_all(BOOK, facts(matched()), NOW))
    assert (finding.answer, finding.effect, finding.subject) == (Answer.YES, "stop", Subject("debtor", "Dbtr/Nm"))
    (evidence,) = finding.evidence
    assert (evidence.list, evidence.entry, evidence.programs) == ("us-ofac-sdn", "1", ("RUSSIA-EO14024",))
    assert evidence.steps is not None
    assert sum(step.weight for step in evidence.steps) == evidence.weight
    assert finding.cites[0].act == "OFAC-FAQ-1181"
    assert finding.cites[0].in_force == "2024-06-12"


def test_several_entries_for_one_party_make_one_finding_and_the_strongest_speaks() -> None:
    who = (matched(Answer.UNKNOWN, entry="2"), matched(Answer.YES, ("sectoral",), "3"), matched(entry="1"))
    (finding,) = of("listed-party", ask_all(BOOK, facts(*who), NOW))
    assert (finding.answer, finding.effect) == (Answer.YES, "stop")
    assert [one.entry for one in finding.evidence] == ["1", "3", "2"]


def test_two_parties_make_two_findings() -> None:
    who = (matched(), replace(matched(), role="creditor", path="Cdtr/Nm"))
    assert len(of("listed-party", ask_all(BOOK, facts(*who), NOW))) == 2


def test_the_no_shows_the_nearest_miss() -> None:
    far, near = matched(Answer.NO, ()), replace(matched(Answer.NO), path="near")
    (finding,) = of("listed-party", ask_all(BOOK, facts(far, near), NOW))
    assert finding.answer is Answer.NO
    assert {clause.id: clause.answer for clause in finding.clauses}["blocking"] is Answer.YES


def test_nobody_resembling_says_which_regimes_were_looked_through() -> None:
    (finding,) = of("listed-party", ask_all(BOOK, facts(), NOW))
    assert finding.clauses[0].id == "looked"
    assert "us, eu" in finding.clauses[0].saw


def test_goods_evidence_names_code_tier_and_country() -> None:
    (finding,) = of("chpl-goods", ask_all(BOOK, facts(goods=(CHIP,)), NOW))
    assert (finding.answer, finding.effect, finding.subject) == (Answer.YES, "stop", Subject("goods", "goods"))
    goods, country = finding.evidence
    assert (goods.hs, goods.tier, goods.grade, country.name) == ("854231", "1", "code", "RU")


def test_rules_that_do_not_count_are_asked_and_have_no_effect() -> None:
    findings = ask_all(BOOK, facts(matched(), goods=(CHIP,)), NOW, counting=("chpl-goods",))
    assert {finding.rule for finding in findings if finding.effect != "none"} == {"chpl-goods"}
    assert of("s11-designated", findings)[0].answer is Answer.YES


def test_a_broken_rule_is_an_unknown_with_its_error_and_the_others_answer() -> None:
    rule = BOOK.rule("listed-party")
    spoiled = replace(rule.versions[0].when.parts[0], fact="matched.gone")  # type: ignore[type-var]
    version = replace(rule.versions[0], when=replace(rule.versions[0].when, parts=(spoiled,)))
    broken: Rule = replace(rule, versions=(version,))
    book = replace(BOOK, rules=tuple(broken if one.name == rule.name else one for one in BOOK.rules))
    findings = ask_all(book, facts(matched()), NOW)
    (finding,) = of("listed-party", findings)
    assert (finding.answer, finding.effect, finding.error) == (Answer.UNKNOWN, "review", "KeyError: 'matched.gone'")
    assert finding.subject == Subject("debtor", "Dbtr/Nm")
    assert {one.rule for one in findings} == set(BOOK.rule_names)
    assert "could not be asked" in lacking(finding, book, NOW).lacks


def test_what_is_lacking_is_said_with_the_document_that_settles_it() -> None:
    vague = SeenGoods("70", None, None, "words", words="spare parts", reading="vague")
    (finding,) = of("chpl-goods", ask_all(BOOK, facts(goods=(vague,)), NOW))
    told = lacking(finding, BOOK, NOW)
    assert told.rule == "chpl-goods"
    assert "'spare parts'" in told.lacks
    assert told.would_settle == "commercial invoice and customs export declaration with HS codes"


def test_a_moment_needs_a_zone() -> None:
    with pytest.raises(LawError, match="with its zone"):
        ask_all(BOOK, facts(), NOW.replace(tzinfo=None))


def test_the_language_and_the_facts_told_are_the_same() -> None:
    assert set(TELLERS) == set(FACTS)
    assert set(SUBJECTS) == set(KNOWN_SUBJECTS)


@pytest.mark.parametrize("name", sorted(FACTS))
def test_each_fact_of_the_language_is_told_with_what_was_seen(name: str) -> None:
    one = matched()
    owned = Owned("creditor", "Cdtr/Nm", one.ours, one.candidate, one.entity, one.same, "a link of its entry")
    here = replace(facts(one, goods=(CHIP,)), owned=(owned,))
    (topic, *_) = SUBJECTS[FACTS[name].subject](here)
    assert TELLERS[name](topic, Asked(here, BOOK, NOW)).saw


RANK = {"none": 0, "review": 1, "stop": 2}
entries = st.builds(
    matched,
    same=st.sampled_from(Answer),
    measures=st.sampled_from([(), ("blocking",), ("sectoral",), ("correspondent-account", "other")]),
    entry=st.sampled_from(["1", "2", "3"]),
    role=st.sampled_from(["debtor", "creditor_agent", "mentioned"]),
)


@given(st.lists(entries, max_size=4), entries)
def test_one_more_match_never_weakens_the_effect(who: list[Matched], more: Matched) -> None:
    before = max(RANK[one.effect] for one in ask_all(BOOK, facts(*who), NOW))
    after = max(RANK[one.effect] for one in ask_all(BOOK, facts(*who, more), NOW))
    assert after >= before


@given(st.permutations([matched(), matched(Answer.UNKNOWN, entry="2"), matched(Answer.NO, entry="3")]))
def test_the_order_of_matches_changes_no_answer(who: list[Matched]) -> None:
    said = [(one.rule, one.answer, one.effect) for one in ask_all(BOOK, facts(*who), NOW)]
    assert said == [(one.rule, one.answer, one.effect) for one in ask_all(BOOK, facts(matched()), NOW)]
