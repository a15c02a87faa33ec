"""A policy's shadow says what it would have decided, and decides nothing."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from tests.screen.conftest import AFTER_JUNE, edition_of, version

from brightline.errors import LawError
from brightline.screen.explain import explain
from brightline.screen.policy import shipped_text
from brightline.screen.replay import replay
from brightline.screen.screen import screen
from brightline.screen.wire import decision_json, decision_line
from brightline.terms import Payment

STRICTER = "\nshadow:\n  effects: {harmless: {then: stop}}\n"


def test_the_outcome_is_as_without_and_the_shadow_stands_beside_it(payment: Callable[..., Payment]) -> None:
    live, tried = (edition_of(version(), text=shipped_text() + more) for more in ("", STRICTER))
    plain, beside = (decision_json(screen(payment(), one, AFTER_JUNE)) for one in (live, tried))
    assert "shadow" not in plain
    assert (beside["outcome"], beside["findings"]) == (plain["outcome"], plain["findings"]) != ("stop", [])
    assert beside["shadow"] == {
        "outcome": "stop",
        "findings": [{"rule": "harmless", "answer": "yes", "effect": "stop"}],
    }
    assert any("In shadow, without effect: stop" in line for line in explain(beside))


def test_a_decision_with_a_shadow_replays_byte_for_byte(payment: Callable[..., Payment]) -> None:
    edition = edition_of(version(), text=shipped_text() + STRICTER)
    line = json.loads(decision_line(screen(payment(), edition, AFTER_JUNE)))
    assert replay(line, edition).changed == ()


@pytest.mark.parametrize("said", ["{}", "{rule: all}", "{rules: [no-such-rule]}"])
def test_a_shadow_that_tries_nothing_or_is_misspelt_is_refused(said: str) -> None:
    with pytest.raises(LawError):
        edition_of(version(), text=f"{shipped_text()}\nshadow: {said}\n")
