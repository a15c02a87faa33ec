"""`brightline screen`: where decisions go, what is said beside them, and the exit status."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from tests.screen.conftest import AFTER_JUNE, edition_of, version

from brightline.batch.stream import Counts
from brightline.cli.screen import notes, status_of, summary

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
CALL = ("--trial", "--as-of", AS_OF)


@pytest.fixture
def messages(desk: Any) -> Any:
    """A desk with a readable payment and one cut in half."""
    desk.write("in/a.json", json.dumps(PAYMENT))
    desk.write("in/b.xml", "<Document")
    return desk


def test_lines_come_in_input_order_and_a_file_holds_what_stdout_would(messages: Any) -> None:
    shown = messages.quick("screen", "in", *CALL)
    assert shown.status == 3
    assert [json.loads(line)["outcome"] for line in shown.out.splitlines()] == ["review", "unreadable"]
    filed = messages.quick("screen", "in", *CALL, "--out", "d.jsonl", "--report", "r.html")
    assert (filed.status, filed.out) == (3, "")
    assert (messages.folder / "d.jsonl").read_text(encoding="utf-8") == shown.out
    assert "FOSHAN LITTLE HERON" in (messages.folder / "r.html").read_text(encoding="utf-8")


def test_without_anything_unreadable_the_status_is_nought(messages: Any) -> None:
    assert messages.quick("screen", "in/a.json", *CALL).status == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--out", "in/a.json"), "one of the files to read"),
        (("--report", "in/b.xml"), "one of the files to read"),
        (("--out", "both", "--report", "both"), "the same file as --out"),
        (("--out", "nowhere/d.jsonl"), "no such folder"),
        (("--policy", "nowhere.yaml"), "nowhere.yaml"),
        (("--workers", "0"), "--workers"),
    ],
)
def test_a_call_that_would_spoil_something_is_refused_before_it_begins(
    arguments: tuple[str, ...], told: str, messages: Any, sentence: Callable[[Any], str]
) -> None:
    before = (messages.folder / "in/a.json").read_bytes()
    done = messages.quick("screen", "in", *CALL, *arguments)
    assert (done.status, done.out) == (2, "")
    assert told in sentence(done)
    assert (messages.folder / "in/a.json").read_bytes() == before
    assert not messages.home.exists()


def test_the_edition_is_kept_for_replay(messages: Any) -> None:
    (decision,) = [json.loads(line) for line in messages.quick("screen", "in/a.json", *CALL).out.splitlines()]
    (kept,) = [json.loads(line) for line in messages.quick("editions", "list", "--json").out.splitlines()]
    assert kept["id"] == decision["edition"]["id"]
    assert (messages.home / "policies" / f"{kept['policy']}.yaml").is_file()


def test_the_notes_name_lists_with_their_age_and_what_is_missing() -> None:
    whole = notes(edition_of(version()), AFTER_JUNE)
    assert whole == (
        "Lists: us-ofac-sdn of 2024-07-02 (1 day old)",
        "Regimes not loaded, so unknown: eu, uk, un, jp",
    )
    cut = notes(edition_of(version(excerpt=True)), AFTER_JUNE)
    assert "an excerpt" in cut[0]
    assert cut[-1] == "Every release becomes a review: the required list us-ofac-sdn is an excerpt."
    trial = notes(edition_of(version("brightline-starter", regime="trial", excerpt=True), trial=True), AFTER_JUNE)
    assert trial[0].startswith("TRIAL: ")
    assert not any("Every release becomes" in one for one in trial)


def test_the_sentence_of_the_end_counts_by_gravity() -> None:
    counts = Counts()
    counts.by_outcome.update({"release": 2, "stop": 1, "unreadable": 1})
    assert summary(counts) == "4 messages: 1 stop, 2 release, 1 unreadable"
    assert summary(Counts()) == "0 messages: nothing to read"


@pytest.mark.parametrize(
    ("outcomes", "problems", "status"),
    [
        ({"release": 1, "stop": 1}, 0, 0),
        ({"unreadable": 1}, 0, 3),
        ({"not-a-payment": 1}, 0, 0),
        ({"unreadable": 1}, 1, 1),
    ],
)
def test_the_exit_status(outcomes: dict[str, int], problems: int, status: int) -> None:
    counts = Counts()
    counts.by_outcome.update(outcomes)
    counts.problems = problems
    assert status_of(counts) == status
