"""Pairs and passports: by two people, for a time, and no longer than the records they were found on."""

from __future__ import annotations

import json

import pytest
from tests.cases.conftest import Clock, mt103
from tests.cases.desk import LISTED, reviewed, somebody, taken_in
from tests.screen.conftest import edition_of, listed, version

from brightline.cases.actors import Actor
from brightline.cases.clearances import (
    approve,
    clearances_of_case,
    end,
    end_what_changed,
    every_clearance,
    propose,
    refresh_book,
    refuse,
)
from brightline.cases.database import Store
from brightline.cases.deciding import Deciding
from brightline.cases.files import add_file
from brightline.cases.pairs import propose_pair
from brightline.cases.passports import draft_passport, propose_passport
from brightline.cases.view import case_view
from brightline.errors import Clash, NotAllowed, NotThere, Refused

SAID = {"path": "59", "list": "us-ofac-sdn", "entry": "1", "reason": "Another INN, seen.", "expires": "2025-07-01"}


@pytest.fixture
def ana(store: Store) -> Actor:
    return somebody(store, "Ana", "analyst")


@pytest.fixture
def bo(store: Store) -> Actor:
    return somebody(store, "Bo", "approver")


def _outcome(deciding: Deciding, store: Store, reference: str) -> tuple[str, bool]:
    """What a payment to the same party is now, and whether a pair came beside it."""
    line = json.loads(deciding.screen(reviewed(reference), store.now()).decided[0].line)
    return line["outcome"], bool((line["beside"] or {}).get("pairs"))


def test_a_pair_made_by_two_people_speaks_in_the_next_decision(
    store: Store, deciding: Deciding, ana: Actor, bo: Actor
) -> None:
    case = taken_in(store, deciding, reviewed())
    pair = propose_pair(store, case, SAID, ana, deciding)
    assert (pair["state"], pair["owner_name"], pair["approver_name"]) == ("proposed", "Ana", None)
    assert _outcome(deciding, store, "P1") == ("review", False)
    live = approve(store, str(pair["id"]), bo, deciding)
    assert (live["state"], live["approver_name"], live["expires"]) == ("live", "Bo", "2025-07-01")
    assert _outcome(deciding, store, "P2") == ("release", True)
    assert [one["id"] for one in case_view(store, case, ana).pairs] == [pair["id"]]


def test_a_pair_is_kept_as_both_records_were(store: Store, deciding: Deciding, ana: Actor) -> None:
    content = propose_pair(store, taken_in(store, deciding, reviewed()), SAID, ana, deciding)["content"]
    assert isinstance(content, dict)
    assert (content["party"]["name"], content["party"]["country"]) == (LISTED, "KZ")
    assert content["party"]["accounts"] == ["KZ001122334455667788"]
    assert len(content["digest"]) == 16


def test_nobody_approves_their_own(store: Store, deciding: Deciding, ana: Actor, bo: Actor) -> None:
    case = taken_in(store, deciding, reviewed())
    own = str(propose_pair(store, case, SAID, bo, deciding)["id"])
    with pytest.raises(NotAllowed, match="the same person who proposed it"):
        approve(store, own, bo, deciding)
    with pytest.raises(NotAllowed, match="role analyst"):
        approve(store, own, ana, deciding)
    cy = somebody(store, "Cy", "approver")
    assert refuse(store, own, cy, "Not shown.")["why"] == "Not shown."
    with pytest.raises(Clash, match="refused, by Cy"):
        approve(store, own, cy, deciding)


def test_it_ends_when_the_entry_changes_or_goes(store: Store, deciding: Deciding, ana: Actor, bo: Actor) -> None:
    case = taken_in(store, deciding, reviewed())
    names = [str(propose_pair(store, case, SAID, ana, deciding)["id"]) for _ in range(2)]
    for name in names:
        approve(store, name, bo, deciding)
    assert end_what_changed(store, deciding) == ()
    deciding.swap(edition_of(version(published="2024-07-03"), entities=(listed("1", LISTED, birth_dates=("1960",)),)))
    assert set(end_what_changed(store, deciding)) == set(names)
    shown = every_clearance(store, "pair", ana)
    assert {(one["state"], one["why"]) for one in shown} == {("ended", "the entry has changed")}
    assert end_what_changed(store, deciding) == ()


def test_it_ends_by_its_day_and_by_one_careful_person(
    store: Store, deciding: Deciding, clock: Clock, ana: Actor, bo: Actor
) -> None:
    case = taken_in(store, deciding, reviewed())
    first, second = (str(propose_pair(store, case, SAID, ana, deciding)["id"]) for _ in range(2))
    for name in (first, second):
        approve(store, name, bo, deciding)
    end(store, first, ana, deciding, "A doubt.")
    assert _outcome(deciding, store, "P1") == ("release", True)
    clock.move(days=365)
    assert end_what_changed(store, deciding) == (second,)
    assert _outcome(deciding, store, "P2")[1] is False
    with pytest.raises(Clash, match="one that is ended"):
        end(store, first, ana, deciding, "Again.")


def test_two_services_see_each_others_pairs(store: Store, deciding: Deciding, ana: Actor, bo: Actor) -> None:
    other = Deciding(deciding.edition)
    pair = propose_pair(store, taken_in(store, deciding, reviewed()), SAID, ana, deciding)
    approve(store, str(pair["id"]), bo, deciding)
    assert _outcome(other, store, "P1") == ("review", False)
    refresh_book(store, other)
    assert _outcome(other, store, "P1") == ("release", True)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"path": "99"}, "the place of a party"),
        ({"entry": "777"}, "an entry of a list that is loaded"),
        ({"list": "no-such"}, "an entry of a list that is loaded"),
        ({"reason": " "}, "found no reason"),
        ({"expires": "2024-07-02"}, "expir"),
        ({"expires": "2027-01-01"}, "a day from 2024-07-03"),
        ({"expires": "soon"}, "expires"),
    ],
)
def test_ill_made_pairs_are_refused(
    store: Store, deciding: Deciding, ana: Actor, changed: dict[str, str], told: str
) -> None:
    case = taken_in(store, deciding, reviewed())
    with pytest.raises(Refused, match=told):
        propose_pair(store, case, {**SAID, **changed}, ana, deciding)
    assert every_clearance(store, "pair", ana) == ()


def test_a_passport_is_drafted_from_the_case_and_completed(
    store: Store, deciding: Deciding, ana: Actor, bo: Actor
) -> None:
    case = taken_in(store, deciding, reviewed())
    add_file(store, case, "C:\\papers\\..\\contract.pdf", "application/pdf", b"%PDF-1.7 invented", ana)
    draft = draft_passport(store, case)
    assert draft["ceiling"] == {"currency": "CNY", "payment": "125000.00"}
    assert [one["title"] for one in draft["documents"]] == ["contract.pdf"]  # type: ignore[attr-defined]
    said = {"goods": [{"hs": "090210", "words": ["green tea"]}], "expires": "2025-01-01", "route": ["CN", "KZ"]}
    passport = propose_passport(store, case, said, ana, deciding)
    live = approve(store, str(passport["id"]), bo, deciding)
    assert (live["state"], live["kind"], live["content"]["lists"]) == (
        "live",
        "passport",
        {"us-ofac-sdn": "2024-07-02"},
    )  # type: ignore[index]
    line = json.loads(deciding.screen(reviewed("P3"), store.now()).decided[0].line)
    assert [one["id"] for one in line["beside"]["passports"]] == [passport["id"]]
    assert [one["id"] for one in case_view(store, case, ana).passports] == [passport["id"]]


def test_a_passport_without_documents_is_none(store: Store, deciding: Deciding, ana: Actor) -> None:
    case = taken_in(store, deciding, reviewed())
    with pytest.raises(Refused, match="documents"):
        propose_passport(store, case, {"expires": "2025-01-01"}, ana, deciding)


def test_there_is_no_such_kind_or_id(store: Store, deciding: Deciding, ana: Actor, bo: Actor) -> None:
    with pytest.raises(Refused, match="pair or passport"):
        propose(store, "pardon", {}, ana)
    with pytest.raises(NotThere):
        approve(store, "0" * 32, bo, deciding)
    with store.read() as conn:
        assert clearances_of_case(conn, "0" * 32, "pair", {}) == ()


def test_an_unconcerned_payment_has_nothing_beside_it(store: Store, deciding: Deciding, ana: Actor, bo: Actor) -> None:
    pair = propose_pair(store, taken_in(store, deciding, reviewed()), SAID, ana, deciding)
    approve(store, str(pair["id"]), bo, deciding)
    assert json.loads(deciding.screen(mt103(), store.now()).decided[0].line)["beside"] is None
