"""The machine: who proposes cannot approve, who approves sees the replay, and the journal shows each step."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.desk.conftest import Looks

from brightline.cases.service import Service
from brightline.law.book import read_book
from brightline.screen.edition import Edition, make_edition
from brightline.screen.policy import read_policy, shipped_text


@pytest.fixture
def waiting(service: Service) -> Iterator[Edition]:
    """The edition of another policy waits."""
    book = read_book()
    text = shipped_text().replace("version: 4", "version: 5").replace("candidate: shipped", "candidate: 0.86")
    policy = read_policy(text, "another policy", book.rule_names)
    service.waiting = make_edition(service.edition.lists, book, policy, trial=True)
    yield service.waiting
    service.waiting = None


def test_an_edition_is_proposed_by_one_and_approved_by_another_who_sees_the_replay(
    looks: Looks, waiting: Edition
) -> None:
    first = looks.page("ana")
    first.goto(f"{looks.address}/desk/machine")
    assert waiting.note.id in first.inner_text("#main")
    first.fill("input[name=why]", "A higher line.")
    first.click("button.first")
    first.wait_for_selector("text=You proposed it")
    assert first.locator("button:has-text('Approve')").count() == 0
    second = looks.page("bao")
    second.goto(f"{looks.address}/desk/machine")
    said = second.inner_text("#main")
    assert "stored payments decided again" in said
    assert "A higher line." in said
    second.click("button:has-text('Approve')")
    second.wait_for_selector("text=takes it into use")
    reader = looks.page("ida")
    reader.goto(f"{looks.address}/desk/machine")
    told = reader.inner_text("#main")
    assert told.index("approved") < told.index("proposed")
    assert reader.locator("#main button").count() == 0
