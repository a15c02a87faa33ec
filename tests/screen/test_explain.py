"""The explanation needs nothing but the decision, and shows the arithmetic."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime

from tests.screen.conftest import AFTER_JUNE

from brightline.screen.edition import Edition
from brightline.screen.explain import explain
from brightline.screen.screen import screen
from brightline.screen.wire import decision_json, line, unreadable_json
from brightline.terms import AsOf, Payment, Unreadable


def told(payment: Payment, edition: Edition) -> str:
    decision = json.loads(line(decision_json(screen(payment, edition, AFTER_JUNE))))
    return "\n".join(explain(decision))


def test_a_stop_names_the_entry_the_arithmetic_and_the_law(payment: Callable[..., Payment], edition: Edition) -> None:
    text = told(payment(debtor="ZAVOD KVARTSOVIK", inn="7707083893"), edition)
    assert text.startswith("one.xml#1: STOP")
    for part in ("us-ofac-sdn 1", "identifier, same", "INN 7707083893", "s11-designated", "https://"):
        assert part in text


def test_a_comparison_is_told_once_however_many_rules_rest_on_it(
    payment: Callable[..., Payment], edition: Edition
) -> None:
    lines = told(payment(bank="SVMKRUMM"), edition).splitlines()
    assert len([row for row in lines if "starting point" in row]) == 1
    assert len([row for row in lines if "compared as under 1" in row]) >= 2
    assert len({row for row in lines if "https://" in row}) == len([row for row in lines if "https://" in row])


def test_what_was_seen_is_told_once_and_countries_by_the_clauses(
    payment: Callable[..., Payment], edition: Edition
) -> None:
    lines = told(payment(bank="SVMKRUMM"), edition).splitlines()
    beside = [row for row in lines if "Saw: 'SVMKRUMM' beside" in row or "Saw: 'AO" in row]
    assert len(beside) <= 1
    assert any("Saw: as under 1" in row for row in lines)
    assert "     seen: RU" not in lines


def test_it_says_what_was_new_in_the_law(payment: Callable[..., Payment], edition: Edition) -> None:
    text = told(payment(bank="SVMKRUMM"), edition)
    assert "changed on 2024-06-12 for s11-designated: The base holds every person blocked" in text


def test_it_says_that_a_law_did_not_exist_yet(payment: Callable[..., Payment], edition: Edition) -> None:
    then = AsOf(datetime(2023, 11, 15, tzinfo=UTC), AFTER_JUNE.known)
    text = "\n".join(explain(json.loads(line(decision_json(screen(payment(bank="SVMKRUMM"), edition, then))))))
    assert "Not law on that day: s11-designated. Section 11 of E.O. 14024 did not exist yet" in text


def test_the_bars_end_at_the_weight(payment: Callable[..., Payment], edition: Edition) -> None:
    decision = decision_json(screen(payment(inn="7707083893"), edition, AFTER_JUNE))
    evidence = next(e for f in decision["findings"] for e in f["evidence"] if e["kind"] == "listed-entity")  # type: ignore[attr-defined]
    assert sum(step["weight"] for step in evidence["steps"]) == evidence["weight"]
    last = [row for row in explain(json.loads(line(decision))) if "->" in row][-1]
    assert f"{evidence['weight']:+7d}" in last


def test_a_review_names_what_would_settle_it(payment: Callable[..., Payment], edition: Edition) -> None:
    text = told(payment(words="contract 18/24", hs=None), edition)
    assert "Would be settled by:" in text
    assert "Open to the institution: hold, ask, decline, return" in text


def test_a_release_says_what_speaks_for_it(payment: Callable[..., Payment], edition: Edition) -> None:
    text = told(payment(), edition)
    assert "Released because: what the message names speaks for it" in text
    assert "For release:" in text


def test_an_unreadable_line_is_never_a_clearance() -> None:
    lines = explain(unreadable_json(Unreadable("x#1", "line 3", "an end", "a tag", "Ask the sender for it again.")))
    assert "not cleared" in lines[0]
    assert lines[1:] == ("  at line 3: expected a tag, found an end", "  Ask the sender for it again.")
