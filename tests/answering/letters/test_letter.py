"""Letters ask for what settles the decision, in three languages, and never say why."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.screen.conftest import AFTER_JUNE

import brightline.law
from brightline.answering.letters.documents import LANGUAGES, documents_for, fitting, is_ours, words_in
from brightline.answering.letters.letter import Ordered, letter_text
from brightline.answering.letters.may_ask import may_ask
from brightline.errors import Refused
from brightline.screen import requirements
from brightline.screen.edition import Edition
from brightline.screen.screen import screen
from brightline.screen.wire import decision_json
from brightline.terms import Payment

RULES = Path(str(brightline.law.__file__)).parent / "rules"
TODAY = date(2024, 7, 3)
ORDERED = Ordered("en", "debtor", date(2024, 7, 12), agreed_by="Mira Lund")
GIVEN_AWAY = re.compile(
    r"sanction|blocked|designat|\blist|score|match|suspic|military|russia|belarus|stop|review|rule|risk|complian"
    r"|санкц|списк|подозр|воен|блокир|росси|риск|правил"
    r"|制裁|名单|可疑|军|俄罗斯|风险|规则|合规",
    re.I,
)


@pytest.fixture
def line(payment: Callable[..., Payment], edition: Edition) -> dict[str, Any]:
    return decision_json(screen(payment(words="spare parts", hs=None), edition, AFTER_JUNE))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_asks_for_what_would_settle_it_and_says_no_more(line: dict[str, Any], language: str) -> None:
    told = letter_text(line, "C-77", replace(ORDERED, language=language), TODAY)
    wanted = documents_for(line)
    assert wanted
    assert all(one.says[language] in told for one in wanted)
    for part in ("1000.00 CNY", "C-77", "2024-07-12", "OOO VESYOLY BASHMACHOK"):
        assert part in told
    assert "{" not in told
    assert GIVEN_AWAY.search(told.replace("OOO VESYOLY BASHMACHOK", "")) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_the_tables_gives_anything_away(language: str) -> None:
    every = [one.says[language] for settles in all_settling() for one in fitting(settles)]
    assert [text for text in (*every, *words_in(language).values()) if GIVEN_AWAY.search(text)] == []


def all_settling() -> list[str]:
    """Everything the law book and the program ever name as settling something."""
    found = [one for path in sorted(RULES.glob("*.yaml")) for one in settling(yaml.safe_load(path.read_text("utf-8")))]
    return sorted({*found, requirements.WHOLE, requirements.FRESH})


def settling(said: object) -> list[str]:
    if isinstance(said, dict):
        own = [said["would_settle"]] if isinstance(said.get("would_settle"), str) else []
        return own + [one for value in said.values() for one in settling(value)]
    return [one for value in said for one in settling(value)] if isinstance(said, list) else []


def test_everything_that_settles_is_asked_for_or_found_by_the_bank() -> None:
    assert [one for one in all_settling() if not fitting(one) and not is_ours(one)] == []


@pytest.mark.parametrize(("found", "why"), [("yes", "foreign measure behind"), ("unknown", "no institution is set")])
def test_where_a_local_rule_may_stand_against_it_legal_agrees_first(line: dict[str, Any], found: str, why: str) -> None:
    assert may_ask(line).answer == "yes"
    assert letter_text(line, "C-77", replace(ORDERED, agreed_by=""), TODAY)
    answer_of(line)["answer"] = found
    assert (may_ask(line).answer, why in may_ask(line).why) == ("legal", True)
    with pytest.raises(Refused, match="Legal must agree"):
        letter_text(line, "C-77", replace(ORDERED, agreed_by=" "), TODAY)
    assert letter_text(line, "C-77", ORDERED, TODAY)


def answer_of(line: dict[str, Any]) -> dict[str, Any]:
    return next(one for one in line["findings"] if one["rule"] == "conflict-of-laws")


def test_what_the_decision_does_not_permit_is_not_asked(line: dict[str, Any]) -> None:
    kept = {**line, "permitted_actions": ["hold"]}
    assert may_ask(kept).answer == "no"
    with pytest.raises(Refused, match="does not permit to ask"):
        letter_text(kept, "C-77", ORDERED, TODAY)


@pytest.mark.parametrize(
    ("ordered", "told"),
    [
        (replace(ORDERED, language="fr"), "language: expected one of en, zh, ru"),
        (
            replace(ORDERED, until=date(2024, 7, 2)),
            "until: expected 2024-07-03 or later, found 2024-07-02, which is past",
        ),
        (replace(ORDERED, customer="bank"), "customer: expected one of debtor, creditor"),
    ],
)
def test_a_letter_that_cannot_be_made_says_why(line: dict[str, Any], ordered: Ordered, told: str) -> None:
    with pytest.raises(Refused, match=re.escape(told)):
        letter_text(line, "C-77", ordered, TODAY)


def test_with_nothing_open_there_is_nothing_to_ask(line: dict[str, Any]) -> None:
    with pytest.raises(Refused, match="nothing open that a customer could show"):
        letter_text({**line, "unknowns": []}, "C-77", ORDERED, TODAY)
