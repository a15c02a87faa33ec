"""Whatever was read becomes the content of one line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.screen.conftest import AFTER_JUNE

from brightline.screen import lines
from brightline.screen.edition import Edition
from brightline.screen.wire import read_line
from brightline.terms import Payment


def test_a_fault_of_ours_is_a_named_line_that_says_whose_it_is(
    payment: Callable[..., Payment], edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> object:
        raise RuntimeError("a slip")

    monkeypatch.setattr(lines, "screen", broken)
    made = lines.line_of(replace(payment(), source="bad#1"), edition, AFTER_JUNE, {})
    content = read_line(made.text.decode())
    assert made.fault
    assert (made.outcome, made.id) == ("unreadable", None)
    assert (content["outcome"], content["payment"]) == ("unreadable", {"source": "bad#1"})
    assert "RuntimeError: a slip" in content["error"]["found"]  # type: ignore[index]


def test_a_decision_is_no_fault(payment: Callable[..., Payment], edition: Edition) -> None:
    made = lines.line_of(payment(), edition, AFTER_JUNE, {})
    assert not made.fault
    assert (made.outcome, made.id) == ("release", read_line(made.text.decode())["id"])
