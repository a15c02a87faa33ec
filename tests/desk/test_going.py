"""Sending a browser on, and never away."""

from __future__ import annotations

import pytest

from brightline.desk.going import HOME, go, inside


@pytest.mark.parametrize("there", ["/desk/cases/1?outcome=stop", "/desk/numbers"])
def test_a_page_of_the_desk_is_gone_to(there: str) -> None:
    assert inside(there) == there


@pytest.mark.parametrize(
    "there",
    ["", "https://elsewhere.example/desk/", "//elsewhere.example/desk/", "/v1/cases", "/desk/\\x", "/desk/sign-in"],
)
def test_anything_else_leads_to_the_queue(there: str) -> None:
    assert inside(there) == HOME


def test_what_is_said_stands_behind_the_filters() -> None:
    assert go("/desk/queue?outcome=stop", "done").headers["location"] == "/desk/queue?outcome=stop&said=done"
    assert go("/desk/queue", "done").headers["location"] == "/desk/queue?said=done"
    assert go("/desk/queue").status_code == 303
