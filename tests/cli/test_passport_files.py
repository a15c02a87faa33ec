"""`screen --passports` and `--pairs`: files of documented shape, documents beside them, and all that can be wrong."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest

CONTRACT = b"contract 18/24 of 1 July 2024, ten thousand pairs of children's shoes"
PAYMENT = {
    "format": "brightline.payment", "end_to_end_id": "E2E-1", "amount": "120000.00", "currency": "CNY",
    "value_date": "2024-09-10",
    "parties": [
        {"role": "debtor", "name": "OOO Rezvye Nozhki", "country": "RU"},
        {"role": "debtor_agent", "bic": "ZRCHRUMM", "country": "RU"},
        {"role": "creditor_agent", "bic": "HLTNCNBS", "country": "CN"},
        {"role": "creditor", "name": "Wenzhou Soft Step Shoes Co., Ltd", "country": "CN"},
    ],
    "texts": [{"kind": "remittance", "value": "payment under contract 18/24"}],
}  # fmt: skip
PASSPORT = {
    "id": "P-1",
    "buyer": {"name": "OOO Rezvye Nozhki", "country": "RU"},
    "seller": {"name": "Wenzhou Soft Step Shoes Co., Ltd", "country": "CN"},
    "goods": [{"hs": "640399", "words": ["children's shoes"]}],
    "route": ["CN", "RU"],
    "banks": ["ZRCHRUMM", "HLTNCNBS"],
    "ceiling": {"currency": "CNY", "payment": "500000.00"},
    "documents": [{"title": "contract 18/24", "sha256": hashlib.sha256(CONTRACT).hexdigest(), "file": "papers/c.txt"}],
    "lists": {"brightline-starter": "2024-07-02"},
    "owner": "Mira Lund", "approver": "Joss Adeyemi", "issued": "2024-07-15", "expires": "2025-07-14",
}  # fmt: skip
UNDRAWN = "passport_review_one_in: 0"


@pytest.fixture
def screened(desk: Any) -> Callable[..., Any]:
    """One call over the payment, with a file of passports as changed."""
    desk.write("payment.json", json.dumps(PAYMENT))
    desk.write("papers/c.txt", CONTRACT)
    policy = desk.quick("policy", "show").out.replace("passport_review_one_in: 20", UNDRAWN)
    assert UNDRAWN in policy
    desk.write("policy.yaml", policy)

    def call(option: str, content: object, *more: str) -> Any:
        text = content if isinstance(content, str) else json.dumps(content, indent=1)
        desk.write("beside.json", text)
        common = ("--trial", "--as-of", "2024-09-10", "--policy", "policy.yaml")
        return desk.quick("screen", "payment.json", option, "beside.json", *common, *more)

    return call


def test_a_passport_of_a_file_releases_and_its_decision_replays(screened: Callable[..., Any], desk: Any) -> None:
    assert json.loads(screened("--pairs", []).out)["outcome"] == "review"
    done = screened("--passports", [PASSPORT], "--out", "decisions.jsonl")
    assert done.status == 0, done.err
    decision = json.loads((desk.folder / "decisions.jsonl").read_text(encoding="utf-8"))
    assert (decision["outcome"], decision["release_basis"]) == ("release", "passport")
    assert decision["beside"] == {"passports": [PASSPORT]}
    assert desk.quick("replay", "decisions.jsonl").out.endswith("1 equal, 0 different\n")
    told = desk.quick("explain", "decisions.jsonl").out
    assert "Released because: it lies wholly inside a relationship that two people cleared on documents." in told


def test_the_report_shows_a_release_by_a_passport(screened: Callable[..., Any], desk: Any) -> None:
    assert screened("--passports", [PASSPORT], "--report", "page.html").status == 0
    assert "covered by a standing approval" in (desk.folder / "page.html").read_text(encoding="utf-8")


def _without(key: str) -> dict[str, Any]:
    return {name: value for name, value in PASSPORT.items() if name != key}


WRONG: dict[str, tuple[object, str, str]] = {
    "no array": (PASSPORT, "beside.json", "list"),
    "no JSON": ("[{", "line 1", "JSON"),
    "a misspelt key": ([PASSPORT | {"buyr": {}}], "line 46: 0.buyr", "a key that is not known"),
    "no documents": ([PASSPORT | {"documents": []}], "0.documents", "[]"),
    "documents left out": ([_without("documents")], "0.documents", "nothing"),
    "one person": ([PASSPORT | {"approver": "Mira Lund"}], "0", "an approver who is not the owner"),
    "an end before the beginning": ([PASSPORT | {"expires": "2024-07-14"}], "0", "an expiry that is not before"),
    "a float": ([PASSPORT | {"ceiling": {"currency": "CNY", "payment": 500000.0}}], "0.ceiling.payment", "500000.0"),
    "a period without days": (
        [PASSPORT | {"ceiling": {"currency": "CNY", "payment": "5", "period": "9"}}], "0.ceiling", "period and days",
    ),
    "a percentage for a code": ([PASSPORT | {"goods": [{"hs": "64%"}]}], "0.goods.0.hs", "64%"),
    "a whole chapter": ([PASSPORT | {"goods": [{"hs": "64"}]}], "0.goods.0.hs", "at least four digits"),
    "an id twice": ([PASSPORT, PASSPORT], "beside.json", "'P-1' twice"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_said_with_file_and_place_and_nothing_is_decided(
    screened: Callable[..., Any], sentence: Any, name: str
) -> None:
    content, place, words = WRONG[name]
    done = screened("--passports", content)
    assert done.status == 2
    assert done.out == ""
    said = sentence(done)
    assert "beside.json" in said
    assert place in said, said
    assert words in said, said


def test_a_document_that_is_missing_is_named_with_file_and_line(
    screened: Callable[..., Any], desk: Any, sentence: Any
) -> None:
    (desk.folder / "papers" / "c.txt").unlink()
    done = screened("--passports", [PASSPORT])
    assert done.status == 2
    said = sentence(done)
    assert "beside.json: line 3" in said
    assert "'contract 18/24': papers/c.txt cannot be read (nothing there)" in said


def test_a_document_that_has_changed_since_is_refused(screened: Callable[..., Any], desk: Any, sentence: Any) -> None:
    desk.write("papers/c.txt", CONTRACT + b", and rifles")
    done = screened("--passports", [PASSPORT])
    assert done.status == 2
    assert "has changed since" in sentence(done)


def test_a_pair_of_a_name_alone_is_refused(screened: Callable[..., Any], sentence: Any) -> None:
    pair = {
        "party": {"name": "OOO Rezvye Nozhki"}, "list": "us-ofac-sdn", "entry": "1", "digest": "0" * 16,
        "reason": "another seat", "owner": "Mira Lund", "approver": "Joss Adeyemi", "made": "2024-05-02",
        "expires": "2025-05-01",
    }  # fmt: skip
    done = screened("--pairs", [pair])
    assert done.status == 2
    assert "a name alone tells nobody" in sentence(done)
