"""Stories that name a party come beside its payment as evidence, with sources counted; they change no outcome."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from tests.screen.conftest import AFTER_JUNE, edition_of, listed, version

from brightline.beside.book import BesideBook
from brightline.media.clean import clean
from brightline.media.concerning import StoryBook, read_stories
from brightline.media.mentions import mentions_of
from brightline.media.story import tell_stories
from brightline.media.wire import article_json, story_json
from brightline.screen.edition import Edition
from brightline.screen.explain import explain
from brightline.screen.replay import replay
from brightline.screen.screen import screen
from brightline.screen.wire import decision_json
from brightline.terms import Answer, AsOf, Decision, Finding, Payment

RAID = "\n".join(
    (
        "Customs officers in Vladivostok raided the offices of Severny Priboi Trading Company on Tuesday.",
        "Prosecutors said Severny Priboi Trading Company smuggled machine parts for weapons through a port in Russia.",
        "Severny Priboi Trading Company evaded export controls with false papers for two years, the indictment says.",
        '"We seized forty crates in one night," inspector Pavel Orlovsky told AFP.',
    )
)
SUMMIT = "\n".join(
    (
        "President Oleg Zarubin met the prime minister of Norvania in Port Calder on Tuesday for talks on fish.",
        "President Oleg Zarubin said the summit opened a new page between Russia and its neighbour.",
        "Ministers signed three papers on quotas, pilots and port fees before the dinner.",
    )
)


def book(day: str = "2024-06-20", **pages: str) -> StoryBook:
    articles = [clean(f"date {day}\n{text}", name) for name, text in pages.items()]
    told = [article_json(one) for one in articles]
    told += [story_json(one, mentions_of(articles)) for one in tell_stories(articles)]
    return read_stories("\n".join(map(json.dumps, told)), "stories.jsonl")


@pytest.fixture(scope="module")
def edition() -> Edition:
    return edition_of(version(), entities=(listed("1", "QUITE SOMEBODY ELSE"),))


def decided(payment: Payment, edition: Edition, stories: StoryBook, as_of: AsOf = AFTER_JUNE) -> Decision:
    beside = BesideBook({"media": stories}).of(payment, as_of)
    return screen(payment, edition, as_of, beside=beside)


def press(decision: Decision) -> list[Finding]:
    return [one for one in decision.findings if one.rule == "press"]


def answers(finding: Finding) -> dict[str, Answer]:
    return {one.id: one.answer for one in finding.clauses}


def test_a_story_that_names_a_party_informs_and_changes_no_outcome(
    payment: Callable[..., Payment], edition: Edition
) -> None:
    made = payment(debtor="OOO SEVERNY PRIBOI TRADING COMPANY")
    without, beside = decided(made, edition, StoryBook(())), decided(made, edition, book(a=RAID, b=RAID))
    (finding,) = press(beside)
    assert answers(finding) == {"named": Answer.YES, "adverse": Answer.YES, "sources": Answer.NO}
    assert (finding.effect, finding.force.value, finding.answer) == ("none", "informs", Answer.YES)
    assert "one independent source in 2 articles" in str(finding.evidence[0].words)
    assert (beside.outcome, beside.determination, beside.unknowns) == (
        without.outcome, without.determination, without.unknowns,
    )  # fmt: skip
    assert press(without) == []
    assert any("Stories of the press that may name a party" in line for line in explain(_json(beside)))


def test_the_decision_keeps_the_story_and_replays_to_the_same_bytes(
    payment: Callable[..., Payment], edition: Edition
) -> None:
    decision = _json(decided(payment(debtor="OOO SEVERNY PRIBOI TRADING COMPANY"), edition, book(a=RAID)))
    assert replay(decision, edition).changed == ()


def test_a_name_in_cyrillic_is_found_too(payment: Callable[..., Payment], edition: Edition) -> None:
    (finding,) = press(decided(payment(debtor="ООО Северный Прибой Трейдинг Компани"), edition, book(a=RAID)))
    assert finding.evidence[0].name == "Severny Priboi Trading Company"


def test_a_name_in_a_story_of_another_country_stays_open(payment: Callable[..., Payment], edition: Edition) -> None:
    abroad = payment(debtor="SEVERNY PRIBOI TRADING COMPANY")
    debtor = replace(abroad.parties[0], country="BR")
    (finding,) = press(decided(replace(abroad, parties=(debtor, *abroad.parties[1:])), edition, book(a=RAID)))
    assert finding.answer is Answer.UNKNOWN
    assert "namesake" in finding.clauses[0].saw


def test_a_head_of_state_in_politics_is_not_adverse(payment: Callable[..., Payment], edition: Edition) -> None:
    (finding,) = press(decided(payment(debtor="Oleg Zarubin"), edition, book(a=SUMMIT)))
    assert answers(finding)["adverse"] is Answer.NO


@pytest.mark.parametrize(
    "name", ["Port Calder", "Vladivostok", "Russia", "OOO Chainy Prichal", "Fish Trading Company", ""]
)
def test_places_and_other_names_bring_nothing(payment: Callable[..., Payment], edition: Edition, name: str) -> None:
    decision = decided(payment(debtor=name), edition, book(a=RAID, b=SUMMIT))
    assert press(decision) == []
    assert decision.beside == {}


def test_a_story_printed_after_the_moment_of_knowledge_is_not_known(
    payment: Callable[..., Payment], edition: Edition
) -> None:
    made, stories = payment(debtor="OOO SEVERNY PRIBOI TRADING COMPANY"), book("2024-07-01", a=RAID)
    before = AsOf(datetime(2024, 6, 30, tzinfo=UTC), datetime(2024, 6, 30, tzinfo=UTC))
    after = AsOf(datetime(2024, 7, 1, tzinfo=UTC), datetime(2024, 7, 1, tzinfo=UTC))
    assert [len(press(decided(made, edition, stories, at))) for at in (before, after)] == [0, 1]


def _json(decision: Decision) -> dict[str, Any]:
    return json.loads(json.dumps(decision_json(decision)))  # type: ignore[no-any-return]
