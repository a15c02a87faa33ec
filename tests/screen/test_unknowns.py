"""The open questions of a payment, one for each document; what is asked for is never a way round."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.resources import files

import yaml
from tests.screen.conftest import AFTER_JUNE, edition_of, listed, version

from brightline.screen.edition import Edition
from brightline.screen.screen import screen
from brightline.screen.wire import decision_json, line
from brightline.terms import Decision, ListedIdentifier, Noted, Outcome, Payment

Made = Callable[..., Payment]
THRESHOLD_OR_CODE = re.compile(r"\d{4}\.?\d{2}|\d\.\d|\d+ ?%|\b[A-Z]{6}[A-Z0-9]{2}\b|\b(?:CNY|USD|EUR|RUB)\b")


def rules(decision: Decision) -> list[str]:
    return [one.rule for one in decision.unknowns]


def test_where_nothing_is_open_only_the_regimes_not_loaded_are_told(payment: Made, edition: Edition) -> None:
    decision = screen(payment(), edition, AFTER_JUNE)
    assert rules(decision) == ["regimes"]
    assert "regimes eu, uk, un" in decision.unknowns[0].lacks


def test_the_questions_come_from_rules_then_message_then_lists_then_regimes(payment: Made) -> None:
    edition = edition_of(version(excerpt=True))
    cut = replace(payment(words="spare parts", hs=None), codes=(Noted("incomplete", "", "{4}"),))
    decision = screen(cut, edition, AFTER_JUNE)
    assert rules(decision)[-3:] == ["message", "required-lists", "regimes"]
    assert all(one.lacks and one.would_settle for one in decision.unknowns)


def test_questions_that_one_document_settles_are_told_together(payment: Made, edition: Edition) -> None:
    decision = screen(payment(words="spare parts", hs=None), edition, AFTER_JUNE)
    documents = [one.would_settle for one in decision.unknowns]
    assert len(set(documents)) == len(documents)
    assert not [one for one in documents if any(other.startswith(f"{one}, ") for other in documents)]
    (goods,) = [one for one in decision.unknowns if "invoice" in one.would_settle]
    assert "high priority list" in goods.lacks
    assert "critical items" in goods.lacks


def test_who_a_party_is_takes_one_document_however_many_rules_ask(payment: Made) -> None:
    edition = edition_of(version(), entities=(listed("7", "OOO LUNEV VOSKOV"),))
    decision = screen(payment(words="toys for OOO LUNEV VOSKOV"), edition, AFTER_JUNE)
    asking = [one.rule for one in decision.findings if one.answer.value == "unknown" and one.effect == "review"]
    about_who = [one for one in decision.unknowns if "register" in one.would_settle]
    assert len(asking) > 1
    assert len(about_who) == 1


def test_a_yes_that_only_words_give_names_what_would_settle_it(payment: Made, edition: Edition) -> None:
    decision = screen(payment(words="ball bearings, contract 4", hs=None), edition, AFTER_JUNE)
    assert decision.outcome is Outcome.REVIEW
    assert any("invoice" in one.would_settle for one in decision.unknowns)


def _documents_of_the_law() -> Iterator[str]:
    for path in files("brightline.law").joinpath("rules").iterdir():
        if path.name.endswith(".yaml"):
            yield from re.findall(r'would_settle: "([^"]+)"', path.read_text(encoding="utf-8"))
    for path in files("brightline.law").joinpath("licences").iterdir():
        yield str(yaml.safe_load(path.read_text(encoding="utf-8")).get("would_settle", ""))


def test_no_document_tells_a_threshold_a_code_a_bank_or_a_currency() -> None:
    documents = list(_documents_of_the_law())
    assert len(documents) > 20
    assert [one for one in documents if THRESHOLD_OR_CODE.search(one)] == []


def test_no_document_names_anybody_or_anything_of_the_payment(payment: Made) -> None:
    entity = listed("8", "KVARTSOVIK OPTIKA", identifiers=(ListedIdentifier("INN", "7707083893", "RU"),))
    edition = edition_of(version(), entities=(entity,))
    for words, debtor in (("contract 18/24", "OOO KVARTSOVIK"), ("spare parts HS 8541.40", "KVARTSOVIK OPTIKA TRADE")):
        decision = screen(payment(words=words, debtor=debtor, hs=None), edition, AFTER_JUNE)
        assert decision.outcome is not Outcome.RELEASE
        for one in decision.unknowns:
            assert not THRESHOLD_OR_CODE.search(one.would_settle)
            assert "kvartsovik" not in one.would_settle.casefold()


def test_a_code_that_holds_more_is_told_without_the_listed_one_inside(payment: Made, edition: Edition) -> None:
    decision = screen(payment(words="photovoltaic parts", hs="854140"), edition, AFTER_JUNE)
    assert any("854140 holds listed and other goods" in one.lacks for one in decision.unknowns)
    assert "854149" not in line(decision_json(decision)).decode()


def test_what_is_stopped_is_not_said_to_lack_a_good_word(payment: Made, edition: Edition) -> None:
    decision = screen(payment(words="ball bearings", hs="848210"), edition, AFTER_JUNE)
    assert decision.outcome is Outcome.STOP
    assert "support" not in rules(decision)
