"""Every message becomes a line, and every fault of ours is counted."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.screen.conftest import AFTER_JUNE

from brightline.batch.stream import Counts, decision_lines, uetrs_in
from brightline.screen import lines
from brightline.screen.edition import Edition
from brightline.terms import NotAPayment, Payment, Unreadable

UETR = "7a562c67-ca16-48ba-b074-65581be6f001"


def lines_of(reads: list[object], edition: Edition) -> list[dict[str, object]]:
    written = decision_lines(reads, edition, AFTER_JUNE, {}, Counts())  # type: ignore[arg-type]
    return [json.loads(one) for one in written]


def test_each_thing_read_is_one_line_in_order(payment: Callable[..., Payment], edition: Edition) -> None:
    reads = [payment(), Unreadable("b#1", "file", "nothing", "a message", ""), NotAPayment(payment())]
    assert [one["outcome"] for one in lines_of(reads, edition)] == ["release", "unreadable", "not-a-payment"]


def test_a_fault_of_ours_is_counted_and_the_rest_go_on(
    payment: Callable[..., Payment], edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = lines.screen

    def broken(one: Payment, *rest: object) -> object:
        if one.source == "bad#1":
            raise RuntimeError("a slip")
        return whole(one, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(lines, "screen", broken)
    counts = Counts()
    reads = [replace(payment(), source="bad#1"), payment()]
    written = [json.loads(one) for one in decision_lines(reads, edition, AFTER_JUNE, {}, counts)]
    assert [one["outcome"] for one in written] == ["unreadable", "release"]
    assert counts.problems == 1


def test_uetrs_are_found_in_bytes_whatever_their_case() -> None:
    assert uetrs_in(f"<UETR>{UETR.upper()}</UETR>{UETR}".encode()) == [UETR.encode(), UETR.encode()]
    assert uetrs_in(b"7a562c67-ca16-18ba-b074-65581be6f001") == []
