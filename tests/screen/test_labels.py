"""Every step, rule, force and effect that a decision can hold has words for a reviewer."""

from __future__ import annotations

import ast
import fnmatch
from importlib import resources
from typing import TypeGuard

import pytest

from brightline.law.book import read_book
from brightline.law.vocabulary import EFFECTS as RULE_EFFECTS
from brightline.screen.decide import LIMBS
from brightline.screen.labels import EFFECTS, FORCES, RULES, STEPS, rule_label, step_label
from brightline.screen.passports import RULE as PASSPORT
from brightline.screen.press import RULE as PRESS
from brightline.screen.requirements import HOLDING, REGIMES
from brightline.screen.tolerated import RULE as TOLERATED
from brightline.terms import Force

STARTS = ("word-", "words-", "birth-date-", "legal-form-", "identifier-", "document-", "whole-name-")


def _named_in_code() -> set[str]:
    """What the modules of `names` write as the name of a step: in Step("…"), or a word that only steps begin with.

    A name put together, such as f"words-{side}-capped", comes as words-*-capped.
    """
    found: set[str] = set()
    for file in resources.files("brightline.names").iterdir():
        if not file.name.endswith(".py"):
            continue
        inside: set[ast.AST] = set()  # the fixed parts of names put together are no names
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                inside |= set(node.values)
                joined = "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values)
                found |= {joined} if joined.startswith(STARTS) else set()
            elif (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id.lower().endswith("step")
            ):
                named = node.args[0]
                found |= {part.value for part in ast.walk(named) if _is_word(part)} if _plain(named) else set()
            elif _is_word(node) and node not in inside and node.value.startswith(STARTS):
                found.add(node.value)
    return found


def _is_word(node: ast.AST) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _plain(node: ast.AST) -> bool:
    return not isinstance(node, ast.JoinedStr)


def test_every_step_that_the_comparison_can_take_has_a_label() -> None:
    named = _named_in_code()
    assert {"prior", "word-same", "identifier-differs", "birth-date-near", "name-capped", "words-*-capped"} <= named
    assert [name for name in named if not fnmatch.filter(STEPS, name)] == []


def test_no_label_is_kept_for_a_step_that_nothing_takes() -> None:
    named = _named_in_code()
    assert [step for step in STEPS if not any(fnmatch.fnmatch(step, name) for name in named)] == []


def test_every_rule_of_the_law_book_has_a_label() -> None:
    asked = {*read_book().rule_names, *LIMBS, "harmless"}
    assert asked | {TOLERATED, PASSPORT, PRESS, *HOLDING, REGIMES} == set(RULES)


def test_every_force_and_every_effect_has_a_label() -> None:
    assert set(FORCES) == {force.value for force in Force}
    assert set(EFFECTS) == set(RULE_EFFECTS)


@pytest.mark.parametrize("labels", [STEPS, RULES, FORCES, EFFECTS])
def test_no_two_labels_are_the_same(labels: dict[str, str]) -> None:
    assert len(set(labels.values())) == len(labels)


def test_what_has_no_label_is_told_by_its_name() -> None:
    assert step_label("word-same") == "word, same"
    assert step_label("not-there-yet") == "not there yet"
    assert rule_label("chpl-goods") == "Goods of the common high priority list"
    assert rule_label("some-later-rule") == "some later rule"
