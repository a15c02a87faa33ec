"""Each rule's examples, and the demand that there are enough of them."""

from __future__ import annotations

import importlib.util
import sys
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from brightline.law.book import CRITICAL, PRIORITY, LawBook, read_book
from brightline.law.shapes import Rule
from brightline.nexus.ask import ask_all, lacking
from brightline.terms import Answer, Finding


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"rules_{name}", Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


given = _load("given")
EXAMPLES = given.examples()
BOOK = read_book()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.rule}: {example.name}")
def test_the_example_holds(example: Any) -> None:
    findings = ask_all(BOOK, given.facts(example, BOOK), example.moment)
    ours = [finding for finding in findings if finding.rule == example.rule]
    strongest = sorted(ours, key=lambda one: ["yes", "unknown", "no"].index(one.answer.value))[0]
    _holds(strongest, example, BOOK)


def _holds(finding: Finding, example: Any, book: LawBook) -> None:
    expect = example.expect
    assert finding.answer.value == expect[example.rule], [(c.id, c.saw, c.answer.value) for c in finding.clauses]
    assert finding.error == ""
    if "effect" in expect:
        assert finding.effect == expect["effect"]
    if "force" in expect:
        assert finding.force.value == expect["force"]
    if "cites" in expect:
        assert expect["cites"] in [cite.act for cite in finding.cites]
    answers = {clause.id: clause.answer.value for clause in finding.clauses}
    for name, answer in expect.get("clauses", {}).items():
        assert answers[name] == answer
    told = {clause.id: clause.saw for clause in finding.clauses}
    for name, words in expect.get("saw", {}).items():
        assert words in told[name]
    if "would_settle" in expect:
        assert expect["would_settle"] in lacking(finding, book, example.moment).would_settle


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.name)
def test_each_rule_has_a_yes_a_no_and_an_unknown(rule: Rule) -> None:
    answers = {example.expect[rule.name] for example in EXAMPLES if example.rule == rule.name}
    assert answers == {answer.value for answer in Answer}


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.name)
def test_each_change_in_the_law_has_an_example_of_its_day_and_of_the_day_before(rule: Rule) -> None:
    days = {example.day for example in EXAMPLES if example.rule == rule.name}
    missing = [day for change in _changes(rule) for day in (change - timedelta(days=1), change) if day not in days]
    assert missing == []


def _changes(rule: Rule) -> list[date]:
    """The first days of the rule's versions, and later first days of what its clauses are tested against."""
    found = {version.span.from_day for version in rule.versions}
    for version in rule.versions:
        for clause in version.clauses():
            if clause.parameter:
                found |= {value.span.from_day for value in BOOK.parameters[clause.parameter].values}
            goods = {"goods.listing": PRIORITY, "goods.critical": CRITICAL}.get(clause.fact)
            found |= {code.span.from_day for code in BOOK.goods[goods]} if goods else set()
    return sorted(day for day in found if day >= rule.versions[0].span.from_day)


def test_each_rule_has_its_file_and_each_file_its_rule() -> None:
    assert {path.stem for path in given.FOLDER.glob("*.yaml")} == set(BOOK.rule_names)
