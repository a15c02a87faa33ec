"""An examiner with the public key alone finds a bundle true, and whatever was changed in it false."""

from __future__ import annotations

import copy
import json
from base64 import b64decode, b64encode
from datetime import UTC, datetime
from typing import Any

import pytest
from tests.cases.conftest import mt103

from brightline.cases.arrival import Arrival
from brightline.cases.database import Store
from brightline.cases.deciding import Deciding
from brightline.cases.erasure import erase
from brightline.cases.intake import accept
from brightline.cases.journal.bundle import faults_of, make_bundle
from brightline.cases.journal.checkpoint import Checkpoint
from brightline.cases.journal.log_file import log_faults, log_lines
from brightline.cases.journal.reading import lines_about, newest_checkpoint
from brightline.cases.journal.signing import signer_from
from brightline.errors import NotThere

MOMENT = datetime(2024, 7, 3, 9, 0, tzinfo=UTC)
LISTED = "JOINT STOCK COMPANY ZAVOD KVARTSOVIK"


def take_in(store: Store, deciding: Deciding, reference: str) -> str:
    accepted = accept(store, Arrival(mt103(LISTED, reference=reference), "", MOMENT, True, "bank"), deciding)
    return accepted.cases[0]


def newest(store: Store) -> Checkpoint:
    with store.read() as conn:
        found = newest_checkpoint(conn)
    assert found is not None
    return found


def bundle_of(store: Store, subject: str, since: Checkpoint | None = None) -> dict[str, Any]:
    with store.read() as conn:
        made = make_bundle(conn, [line.number for line in lines_about(conn, subject)], since)
    travelled: dict[str, Any] = json.loads(json.dumps(made))
    return travelled


def test_a_bundle_shows_the_decision_and_holds(store: Store, deciding: Deciding) -> None:
    decision = take_in(store, deciding, "A")
    take_in(store, deciding, "B")
    bundle = bundle_of(store, decision)
    assert faults_of(bundle, {store.signer.public}) == []
    kinds = {one["kind"]: one for one in bundle["lines"]}
    head, line = b64decode(kinds["decision"]["opened"]["content"]).split(b"\n", 1)
    assert json.loads(head)[:2] == [decision, json.loads(line)["outcome"]]
    assert json.loads(line)["id"] == decision


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda said: said["lines"][0].update(at="2020-01-01T00:00:00.000000Z"), "is not in the log"),
        (lambda said: said["lines"][0].update(subject="other"), "is not in the log"),
        (lambda said: said["lines"][0].update(line=2), "is not in the log"),
        (lambda said: said["lines"][0]["path"].pop(), "is not in the log"),
        (lambda said: said["lines"][0]["opened"].update(content=b64encode(b"other").decode()), "not what was written"),
        (lambda said: said["lines"][0]["opened"].update(salt="00" * 16), "not what was written"),
        (lambda said: said["checkpoint"].update(root="00" * 32), "signature"),
        (lambda said: said["checkpoint"].update(size=1), "signature"),
        (lambda said: said["checkpoint"].update(signature="00" * 64), "signature"),
        (lambda said: said["checkpoint"].update(origin="other"), "signature"),
    ],
)
def test_whatever_is_changed_in_a_bundle_is_seen(store: Store, deciding: Deciding, change: Any, told: str) -> None:
    bundle = bundle_of(store, take_in(store, deciding, "A"))
    change(bundle)
    assert any(told in one for one in faults_of(bundle, {store.signer.public}))


def test_a_bundle_signed_by_another_is_not_believed(store: Store, deciding: Deciding) -> None:
    bundle = bundle_of(store, take_in(store, deciding, "A"))
    assert "another key" in faults_of(bundle, {signer_from(b"\1" * 32).public})[0]
    assert faults_of(bundle, set()) != []


def test_growth_from_a_checkpoint_held_before_is_proved(store: Store, deciding: Deciding) -> None:
    take_in(store, deciding, "A")
    held = newest(store)
    decision = take_in(store, deciding, "B")
    bundle = bundle_of(store, decision, held)
    assert faults_of(bundle, {store.signer.public}) == []
    forged = copy.deepcopy(bundle)
    forged["grew"]["path"][0] = "00" * 32
    assert "does not begin with" in faults_of(forged, {store.signer.public})[0]


def test_a_log_written_anew_did_not_grow_from_the_old_one(store: Store, deciding: Deciding) -> None:
    take_in(store, deciding, "A")
    held = newest(store)
    other = store.signer.sign(held.origin, held.size, b"\7" * 32, held.at)
    decision = take_in(store, deciding, "B")
    assert "does not begin with" in faults_of(bundle_of(store, decision, other), {store.signer.public})[0]
    longer = store.signer.sign(held.origin, 10_000, held.root, held.at)
    assert "does not begin with" in faults_of(bundle_of(store, decision, longer), {store.signer.public})[0]


def test_after_erasure_the_lines_are_still_proved_without_their_content(store: Store, deciding: Deciding) -> None:
    decision = take_in(store, deciding, "A")
    with store.write() as conn:
        erase(conn, store, decision, "administrator", "asked for")
    bundle = bundle_of(store, decision)
    assert faults_of(bundle, {store.signer.public}) == []
    opened = {one["kind"]: one["opened"] for one in bundle["lines"]}
    assert opened["decision"] is None
    assert opened["erased"] is not None


@pytest.mark.parametrize(
    "said", [{}, {"form": "other"}, {"form": "brightline-journal-bundle-1"}, {"form": 1, "lines": 2}]
)
def test_what_is_no_bundle_is_said_so(said: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"form|checkpoint"):
        faults_of(said, set())


def test_a_bundle_of_nothing_is_refused(store: Store) -> None:
    with store.read() as conn, pytest.raises(NotThere):
        make_bundle(conn, [1])


def exported(store: Store) -> list[dict[str, Any]]:
    with store.read() as conn:
        found: list[dict[str, Any]] = json.loads(json.dumps(list(log_lines(conn))))
    return found


def test_the_whole_log_is_checked_far_from_the_store(store: Store, deciding: Deciding) -> None:
    for reference in "ABC":
        take_in(store, deciding, reference)
    said = exported(store)
    assert log_faults(said, {store.signer.public}) == []
    assert "another key" in log_faults(said, {b"\1" * 32})[0]
    said[3]["subject"] = "other"
    assert "does not follow" in log_faults(said, {store.signer.public})[0]
    del said[5]
    assert "line 5 is missing" in log_faults(said, {store.signer.public})[0]
    cut = exported(store)[:-1]
    assert "a signed checkpoint counts" in log_faults(cut, {store.signer.public})[0]
    with pytest.raises(ValueError, match="form"):
        log_faults([{"line": 1}], {store.signer.public})
