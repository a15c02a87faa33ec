"""An edition comes into use by two people, with what it would change, and the journal says so."""

from __future__ import annotations

import pytest
from tests.cases.conftest import mt103
from tests.cases.desk import LISTED, reviewed, somebody, taken_in
from tests.screen.conftest import edition_of, listed, version

from brightline.cases.activation.before_after import before_after
from brightline.cases.activation.proposals import (
    AUTOMATIC,
    TWO_PEOPLE,
    approve,
    differences,
    history,
    lists_alone,
    propose,
    record_use,
    refuse,
    state_of,
)
from brightline.cases.arrival import Arrival
from brightline.cases.database import Store
from brightline.cases.deciding import Deciding
from brightline.cases.intake import accept
from brightline.cases.journal.verify import verify
from brightline.errors import Clash, NotAllowed, Refused
from brightline.screen.edition import Edition

NEWER = edition_of(version(published="2024-07-03"), entities=(listed("9", "GOLDEN LEAF TEA LLC"),))


@pytest.fixture
def filled(store: Store, deciding: Deciding) -> Store:
    """A review of the listed firm, and a release of tea."""
    taken_in(store, deciding, reviewed())
    accept(store, Arrival(mt103(), "text/plain", store.now(), True, "gate"), deciding)
    return store


def test_what_an_edition_would_change_is_counted_by_outcome_and_value(filled: Store, edition: Edition) -> None:
    assert before_after(filled, edition) == {"replayed": 2, "changed": 0, "changes": []}
    told = before_after(filled, NEWER)
    changes = {(one["from"], one["to"]): one for one in told["changes"]}  # type: ignore[attr-defined]
    assert ("release", "stop") in changes
    assert changes["release", "stop"]["value"] == {"CNY": "125000.00"}
    assert len(changes["release", "stop"]["decisions"]) == 1


def test_who_proposed_cannot_approve_and_the_journal_has_every_step(filled: Store, edition: Edition) -> None:
    bo, cy = somebody(filled, "Bo", "approver"), somebody(filled, "Cy", "approver")
    name = NEWER.note.id
    with pytest.raises(Refused, match="a sentence that says why"):
        propose(filled, edition, NEWER, bo, "  ")
    with pytest.raises(Clash, match="not proposed"):
        approve(filled, name, cy)
    propose(filled, edition, NEWER, bo, "The list of today.")
    with pytest.raises(Clash, match="proposed by Bo"):
        propose(filled, edition, NEWER, cy, "Again.")
    with pytest.raises(NotAllowed, match="the same person who proposed it"):
        approve(filled, name, bo)
    approve(filled, name, cy, "Seen.")
    with pytest.raises(Clash, match="approved"):
        refuse(filled, name, cy, "Too late.")
    record_use(filled, edition, NEWER, AUTOMATIC)
    record_use(filled, edition, NEWER, AUTOMATIC)
    told = history(filled, somebody(filled, "Au", "auditor"))
    assert [(one.state, one.said["by_name"]) for one in told] == [
        ("activated", "the service"),
        ("approved", "Cy"),
        ("proposed", "Bo"),
    ]
    assert told[0].said["way"] == TWO_PEOPLE
    assert told[2].said["replay"]["replayed"] == 2
    with filled.read() as conn:
        assert list(verify(conn)) == []


def test_a_refusal_says_why_and_a_new_proposal_may_follow(filled: Store, edition: Edition) -> None:
    ana, bo = somebody(filled, "Ana", "analyst"), somebody(filled, "Bo", "approver")
    propose(filled, edition, NEWER, ana, "The list of today.")
    with pytest.raises(NotAllowed):
        approve(filled, NEWER.note.id, somebody(filled, "Eve", "analyst"))
    with pytest.raises(Refused, match="why"):
        refuse(filled, NEWER.note.id, bo, "")
    refuse(filled, NEWER.note.id, bo, "The list halved.")
    found = state_of(filled, NEWER.note.id)
    assert found is not None
    assert (found.state, found.said["why"]) == ("refused", "The list halved.")
    propose(filled, edition, NEWER, ana, "It is whole now.")


def test_what_came_by_itself_is_on_record_with_its_replay(filled: Store, edition: Edition) -> None:
    record_use(filled, edition, NEWER, AUTOMATIC)
    (told,) = history(filled, somebody(filled, "Au", "auditor"))
    assert (told.said["way"], told.said["replay"]["replayed"]) == (AUTOMATIC, 2)
    assert [one["part"] for one in told.said["differs"]] == ["us-ofac-sdn"]


def test_newer_lists_alone_are_told_from_everything_else(edition: Edition) -> None:
    assert lists_alone(edition, NEWER)
    more = edition_of(version(), version("uk-sanctions-list", "2024-05-07", "uk"), entities=(listed("1", LISTED),))
    assert not lists_alone(more, edition)
    assert differences(edition, edition) == []
