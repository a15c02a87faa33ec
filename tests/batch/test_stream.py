"""Every message becomes a line; covers find their customer transfers."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.screen.conftest import AFTER_JUNE

from brightline.batch import stream
from brightline.batch.stream import Counts, decision_lines, leg_of, pair_up, uetrs_in
from brightline.screen.edition import Edition
from brightline.terms import NotAPayment, Payment, Unreadable

UETR = "7a562c67-ca16-48ba-b074-65581be6f001"


def lines_of(reads: list[object], edition: Edition, pairs: dict[str, object] | None = None) -> list[dict[str, object]]:
    written = decision_lines(reads, edition, AFTER_JUNE, pairs or {}, Counts())  # type: ignore[arg-type]
    return [json.loads(one) for one in written]


def test_each_thing_read_is_one_line_in_order(payment: Callable[..., Payment], edition: Edition) -> None:
    reads = [payment(), Unreadable("b#1", "file", "nothing", "a message", ""), NotAPayment(payment())]
    assert [one["outcome"] for one in lines_of(reads, edition)] == ["release", "unreadable", "not-a-payment"]


def test_a_fault_of_ours_is_a_named_line_and_the_rest_go_on(
    payment: Callable[..., Payment], edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = stream.screen

    def broken(one: Payment, *rest: object) -> object:
        if one.source == "bad#1":
            raise RuntimeError("a slip")
        return whole(one, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(stream, "screen", broken)
    counts = Counts()
    reads = [replace(payment(), source="bad#1"), payment()]
    lines = [json.loads(one) for one in decision_lines(reads, edition, AFTER_JUNE, {}, counts)]
    assert [one["outcome"] for one in lines] == ["unreadable", "release"]
    assert lines[0]["payment"] == {"source": "bad#1"}
    assert "RuntimeError: a slip" in lines[0]["error"]["found"]
    assert counts.problems == 1


def test_a_cover_and_its_customer_transfer_know_each_other(payment: Callable[..., Payment], edition: Edition) -> None:
    customer = replace(payment(uetr=UETR), source="a.fin#1", format="MT103")
    cover = replace(payment(uetr=UETR.upper()), source="b.fin#1", format="MT202COV")
    lines = lines_of([customer, cover], edition, pair_up([customer, cover]))  # type: ignore[arg-type]
    assert [one["paired"] for one in lines] == [
        [{"format": "MT202COV", "source": "b.fin#1", "uetr": UETR.upper()}],
        [{"format": "MT103", "source": "a.fin#1", "uetr": UETR}],
    ]


def test_a_repeated_customer_transfer_alone_is_no_pair(payment: Callable[..., Payment]) -> None:
    customer = replace(payment(uetr=UETR), format="MT103")
    assert pair_up([customer, replace(customer, source="again#1")]) == {}


@pytest.mark.parametrize(
    ("kind", "leg"),
    [("MT103", "customer"), ("MT103 STP", "customer"), ("pacs.008.001.08", "customer"), ("MT202COV", "cover"),
     ("MT205COV", "cover"), ("pacs.009.001.08 COV", "cover"), ("MT202", ""), ("pain.001.001.09", "")],
)  # fmt: skip
def test_legs(kind: str, leg: str) -> None:
    assert leg_of(kind) == leg


def test_uetrs_are_found_in_bytes_whatever_their_case() -> None:
    assert uetrs_in(f"<UETR>{UETR.upper()}</UETR>{UETR}".encode()) == [UETR.encode(), UETR.encode()]
    assert uetrs_in(b"7a562c67-ca16-18ba-b074-65581be6f001") == []
