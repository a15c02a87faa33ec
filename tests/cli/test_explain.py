"""`brightline explain`: a decision named by its id, the beginning of one, or its source."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

AS_OF = "2024-07-03T09:00:00+08:00"


@pytest.fixture
def decided(desk: Any) -> Any:
    """A desk with two decisions in d.jsonl."""
    for name in ("a", "b"):
        parties = [{"role": role, "name": f"{name.upper()} HERON"} for role in ("debtor", "creditor")]
        desk.write(f"{name}.json", json.dumps({"amount": "1.00", "currency": "CNY", "parties": parties}))
    desk.quick("screen", "a.json", "b.json", "--trial", "--as-of", AS_OF, "--out", "d.jsonl")
    return desk


def _ids(desk: Any, *arguments: str) -> list[str]:
    done = desk.quick("explain", "d.jsonl", *arguments, "--json")
    assert done.status == 0, done.err
    return [json.loads(line)["id"] for line in done.out.splitlines()]


def test_all_or_the_one_named(decided: Any) -> None:
    first, second = _ids(decided)
    assert _ids(decided, first) == [first]
    assert _ids(decided, second[:6]) == [second]
    text = (decided.folder / "d.jsonl").read_text(encoding="utf-8").splitlines()[1]
    assert _ids(decided, json.loads(text)["payment"]["source"]) == [second]


def test_too_short_a_beginning_and_a_stranger_are_refused(decided: Any, sentence: Callable[[Any], str]) -> None:
    for wanted in (_ids(decided)[0][:5], "nobody.xml#1"):
        done = decided.quick("explain", "d.jsonl", wanted)
        assert done.status == 2
        assert repr(wanted) in sentence(done)


def test_explanations_are_parted_by_an_empty_line(decided: Any) -> None:
    every = decided.quick("explain", "d.jsonl").out
    one, other = (decided.quick("explain", "d.jsonl", name).out for name in _ids(decided))
    assert every == f"{one}\n{other}"


def test_a_decision_with_a_part_missing_is_refused(decided: Any, sentence: Callable[[Any], str]) -> None:
    decision = json.loads((decided.folder / "d.jsonl").read_text(encoding="utf-8").splitlines()[0])
    del decision["determination"]
    decided.write("t.jsonl", json.dumps(decision) + "\n")
    done = decided.quick("explain", "t.jsonl")
    assert done.status == 2
    assert "a whole decision" in sentence(done)
