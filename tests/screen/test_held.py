"""Links of a listed party's own entry as stakes: open, with source and day, by way of other entries, never weaker."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from tests.screen.conftest import AFTER_JUNE, edition_of, listed, version

from brightline.nexus.facts import Owned
from brightline.screen.facts import screen_names, see
from brightline.terms import Answer, Link, ListedEntity, ListedIdentifier, Payment
from brightline.terms.owned import ALL

Made = Callable[..., Payment]
INN = (ListedIdentifier("INN", "7707083893", "RU"),)
HEAD = listed("1", "SBERBANK OF RUSSIA", measures=("blocking",))


def _middle(**said: object) -> ListedEntity:
    links = (Link("owner", "SBERBANK OF RUSSIA", "1"),)
    return listed("3", "ALDERWOOD HARBOUR HOLDING", links=links, measures=("trade",), **said)


def _below(owner: str) -> ListedEntity:
    links = (Link("linked-to", owner),)
    return listed("2", "KVARTSOVIK SEVERNIYMAYAK MANUFAKTURA", links=links, identifiers=INN, measures=("trade",))


def _owned(payment: Payment, *entities: ListedEntity) -> list[Owned]:
    edition = edition_of(version(), entities=entities)
    return list(see(payment, screen_names(payment, edition), edition, AFTER_JUNE)[0].owned)


def test_a_link_is_an_open_stake_with_its_source(payment: Made) -> None:
    (told,) = _owned(payment(inn="7707083893"), HEAD, _below("SBERBANK OF RUSSIA"))
    assert told.held is not None
    assert (told.counts, told.held.portion.least, told.held.portion.greatest) == (Answer.UNKNOWN, 0, ALL)
    (way,) = told.held.paths
    assert [(one.owner, one.share) for one in way.holdings] == [("SBERBANK OF RUSSIA", "a share nobody states")]
    assert way.holdings[0].source == f"{version().list}@{version().published} 2, link 'linked-to'"
    assert "states the link 'linked-to' to 'SBERBANK OF RUSSIA'" in told.told


def test_an_owner_above_the_owner_is_found_by_the_entries_between(payment: Made) -> None:
    told = _owned(payment(inn="7707083893"), HEAD, _middle(), _below("ALDERWOOD HARBOUR HOLDING"))
    by_entry = {one.entity.entry: one for one in told}
    head = by_entry["1"].held
    assert head is not None
    assert [one.owner for one in head.paths[0].holdings] == ["SBERBANK OF RUSSIA", "ALDERWOOD HARBOUR HOLDING"]


def test_a_link_to_an_owner_that_nobody_blocks_is_told_all_the_same(payment: Made) -> None:
    (told,) = _owned(
        payment(inn="7707083893"), listed("1", "SBERBANK OF RUSSIA", measures=("trade",)), _below("SBERBANK OF RUSSIA")
    )
    assert (told.same, told.held, told.counts) == (Answer.YES, None, Answer.UNKNOWN)


def test_entries_that_name_each_other_end(payment: Made) -> None:
    head = listed(
        "1",
        "SBERBANK OF RUSSIA",
        measures=("blocking",),
        links=(Link("owner", "KVARTSOVIK SEVERNIYMAYAK MANUFAKTURA", "2"),),
    )
    told = _owned(payment(inn="7707083893"), head, _below("SBERBANK OF RUSSIA"))
    assert [one.entity.entry for one in told] == ["1"]


def test_an_owner_listed_and_delisted_on_one_day_counts_on_that_day_alone(payment: Made) -> None:
    day = AFTER_JUNE.law.date()
    answers = []
    for shift in (-1, 0, 1):
        on = (day + timedelta(days=shift)).isoformat()
        head = listed("1", "SBERBANK OF RUSSIA", measures=("blocking",), listed_on=on, ends_on=on)
        (told,) = _owned(payment(inn="7707083893"), head, _below("SBERBANK OF RUSSIA"))
        answers.append(told.held is not None)
    assert answers == [False, True, False]
