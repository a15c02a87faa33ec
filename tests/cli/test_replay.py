"""`brightline replay`: what is decided again, with which edition, and how a decision that is not whole is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from tests.cli.stored import take_in

AS_OF = "2024-07-03T09:00:00+08:00"
PAYMENT = {
    "amount": "10.00",
    "currency": "CNY",
    "parties": [
        {"role": "debtor", "name": "OOO VESYOLY BASHMACHOK", "country": "RU"},
        {"role": "creditor", "name": "FOSHAN LITTLE HERON CO LTD", "country": "CN"},
    ],
    "texts": [{"kind": "remittance", "value": "contract 18/24"}],
}


@pytest.fixture
def decided(desk: Any) -> Any:
    """A desk with one decision of a trial, held for review, in d.jsonl."""
    desk.write("one.json", json.dumps(PAYMENT))
    done = desk.quick("screen", "one.json", "--trial", "--as-of", AS_OF, "--out", "d.jsonl")
    assert done.status == 0, done.err
    return desk


def _altered(desk: Any, change: Callable[[dict[str, Any]], object]) -> None:
    decision = json.loads((desk.folder / "d.jsonl").read_text(encoding="utf-8"))
    change(decision)
    desk.write("t.jsonl", json.dumps(decision, ensure_ascii=False, separators=(",", ":")) + "\n")


def test_the_same_again_is_equal(decided: Any) -> None:
    done = decided.quick("replay", "d.jsonl")
    assert (done.status, done.out) == (0, "1 equal, 0 different\n")
    (told,) = [json.loads(line) for line in decided.quick("replay", "d.jsonl", "--json").out.splitlines()]
    assert told == {"equal": 1, "different": 0}


def test_another_policy_shows_what_would_change_and_answers_one(decided: Any) -> None:
    done = decided.quick("replay", "d.jsonl", "--policy", "regional-bank")  # lets small sums for unknown goods pass
    assert done.status == 1
    assert "outcome: review  ->  release" in done.out
    (changed, count) = [json.loads(line) for line in decided.quick(
        "replay", "d.jsonl", "--policy", "regional-bank", "--json"
    ).out.splitlines()]  # fmt: skip
    assert changed["changed"]["outcome"] == {"before": "review", "after": "release"}
    assert (count["equal"], count["different"]) == (0, 1)


def test_an_edition_of_the_home_may_be_named_by_its_beginning(decided: Any, sentence: Callable[[Any], str]) -> None:
    known = json.loads(decided.quick("editions", "list", "--json").out)["id"]
    assert decided.quick("replay", "d.jsonl", "--edition", known[:6]).status == 0
    unknown = decided.quick("replay", "d.jsonl", "--edition", "zz")
    assert unknown.status == 2
    assert known in sentence(unknown)


def test_lines_without_a_decision_pass_through(decided: Any) -> None:
    decided.write("cut.xml", "<Document")
    assert decided.quick("screen", "cut.xml", "one.json", "--trial", "--as-of", AS_OF, "--out", "two.jsonl").status == 3
    done = decided.quick("replay", "two.jsonl")
    assert (done.status, done.out) == (0, "1 equal, 0 different\n")
    assert "without a decision passed through" in done.err


def test_other_code_of_then_is_said_once_and_the_parts_are_compared(decided: Any) -> None:
    _altered(decided, lambda one: one["edition"].update(engine="0" * 16))
    text = (decided.folder / "t.jsonl").read_text(encoding="utf-8")
    decided.write("twice.jsonl", text * 2)
    done = decided.quick("replay", "twice.jsonl")
    assert (done.status, done.out) == (0, "2 equal, 0 different\n")
    assert done.err.count("Decided then by other code or law") == 1


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda one: one.pop("as_of"), "t.jsonl: line 1: expected a whole decision"),
        (lambda one: one["as_of"].update(law="yesterday"), "t.jsonl: line 1: expected a whole decision"),
        (lambda one: one["payment"].update(parties="none"), "t.jsonl: line 1: payment.parties: expected a list"),
        (lambda one: one["payment"].update(colour="red"), "t.jsonl: line 1: payment"),
    ],
)
def test_a_decision_that_is_not_whole_is_named_with_its_line(
    change: Callable[[dict[str, Any]], object], told: str, decided: Any, sentence: Callable[[Any], str]
) -> None:
    _altered(decided, change)
    done = decided.quick("replay", "t.jsonl")
    assert done.status == 2
    assert told in sentence(done)


def test_a_list_that_is_no_longer_there_is_named(decided: Any, sentence: Callable[[Any], str]) -> None:
    _altered(decided, lambda one: next(iter(one["edition"]["lists"].values())).update(digest="f" * 64))
    done = decided.quick("replay", "t.jsonl")
    assert done.status == 2
    assert "ffffffffffff" in sentence(done)


def test_another_policy_is_told_in_counts_and_value(decided: Any) -> None:
    told = decided.quick("replay", "d.jsonl", "--policy", "regional-bank", "--json").out.splitlines()[-1]
    moves = json.loads(told)["moves"]
    assert moves == [{"from": "review", "to": "release", "count": 1, "value": {"CNY": "10.00"}}]
    words = decided.quick("replay", "d.jsonl", "--policy", "regional-bank").out
    assert words.endswith("review -> release: 1 (10.00 CNY)\n0 equal, 1 different\n")


def test_a_store_is_replayed_as_a_file_is(desk: Any) -> None:
    take_in(desk.home, "ONE")
    done = desk.quick("replay", "--policy", "regional-bank")
    assert done.status == 2  # the lists of its edition are in no home
    assert "missing from" in done.err
    assert desk.quick("replay", "--since", "2001-01-01", "--until", "2001-03-31").out == "0 equal, 0 different\n"


@pytest.mark.parametrize(
    ("call", "told"),
    [(("d.jsonl", "--since", "2024-01-01"), "not both"), (("--since", "spring"), "a day such as")],
)
def test_what_belongs_to_a_store_is_refused_elsewhere(
    decided: Any, sentence: Callable[[Any], str], call: tuple[str, ...], told: str
) -> None:
    done = decided.quick("replay", *call)
    assert done.status == 2
    assert told in sentence(done)
