"""Lists are shown with their age at the moment of the decision."""

from __future__ import annotations

from typing import Any

import pytest

from brightline.report.editions import age, edition_view


@pytest.mark.parametrize(
    ("published", "known", "told"),
    [
        ("2024-07-15", "2024-07-15T09:00:00+08:00", "of the same day"),
        ("2024-07-14T20:00:00Z", "2024-07-15", "1 day old"),
        ("2024-07-02", "2024-07-15T09:00:00+08:00", "13 days old"),
        ("2020-07-02", "2024-07-02", "1,461 days old"),
        ("2024-07-16", "2024-07-15", "published after the decision"),
        ("", "2024-07-15", ""),
        ("last week", "2024-07-15", ""),
    ],
)
def test_age(published: str, known: str, told: str) -> None:
    assert age(published, known) == told


def test_an_edition_names_its_lists_and_parts(stopped: dict[str, Any]) -> None:
    view = edition_view(stopped)
    assert [(one.name, one.age, one.entries) for one in view.lists] == [("us-ofac-sdn", "13 days old", "15,443")]
    assert [name for name, _ in view.parts] == ["law", "policy", "institution", "engine"]
    assert not view.trial


def test_an_excerpt_is_named(stopped: dict[str, Any]) -> None:
    stopped["edition"]["lists"]["us-ofac-sdn"]["excerpt"] = True
    assert edition_view(stopped).excerpts == ("us-ofac-sdn",)
