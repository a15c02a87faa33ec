"""Listed owners behind a party: by the links of its entry, by the name of a house, by a bank code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.screen.conftest import AFTER_JUNE, edition_of, listed, version

from brightline.beside.record import beside_of
from brightline.ownership.book import OwnerBook, Register
from brightline.ownership.graph import OwnerGraph
from brightline.screen.edition import Owners
from brightline.screen.facts import screen_names, see
from brightline.screen.owners import houses
from brightline.screen.papers import to_be_named
from brightline.terms import (
    Answer,
    Link,
    ListedEntity,
    ListedIdentifier,
    OwnershipEdge,
    OwnershipNode,
    Payment,
    Portion,
)

Made = Callable[..., Payment]
HEAD = listed("1", "SBERBANK OF RUSSIA")
LINKED = listed(
    "2", "KVARTSOVIK SEVERNIYMAYAK MANUFAKTURA", programs=("EU-UKR",), links=(Link("linked-to", "SBERBANK OF RUSSIA"),),
    identifiers=(ListedIdentifier("INN", "7707083893", "RU"),),
)  # fmt: skip


def _owned(payment: Payment, *entities: ListedEntity) -> list[tuple[str, str, Answer]]:
    edition = edition_of(version(), entities=entities)
    facts, _ = see(payment, screen_names(payment, edition), edition, AFTER_JUNE)
    return [(one.role, one.entity.entry, one.same) for one in facts.owned]


def test_the_entry_of_a_listed_party_names_its_owner(payment: Made) -> None:
    assert _owned(payment(inn="7707083893"), HEAD, LINKED) == [("debtor", "1", Answer.YES)]


def test_a_link_to_nobody_listed_names_no_owner(payment: Made) -> None:
    assert _owned(payment(inn="7707083893"), LINKED) == []


@pytest.mark.parametrize("name", ["SBERBANK LEASING GMBH", "Сбертех ООО", "Sber Capital"])
def test_a_name_that_carries_a_house_asks_who_owns_it(name: str, payment: Made) -> None:
    assert _owned(payment(debtor=name), HEAD) == [("debtor", "1", Answer.UNKNOWN)]


def test_a_bank_code_that_begins_as_a_listed_one_asks_who_owns_the_bank(payment: Made) -> None:
    assert _owned(payment(bank="SABRINBB"), HEAD) == [("debtor_agent", "1", Answer.UNKNOWN)]


@pytest.mark.parametrize("name", ["OOO SBEREGATEL", "OOO VESYOLY BASHMACHOK"])
def test_a_name_that_carries_none_asks_nothing(name: str, payment: Made) -> None:
    assert _owned(payment(debtor=name), HEAD) == []


def test_a_house_that_no_list_holds_asks_nothing(payment: Made) -> None:
    assert _owned(payment(debtor="SBERBANK LEASING GMBH"), LINKED) == []


def test_the_house_itself_is_no_owner_of_itself(payment: Made) -> None:
    head = replace(HEAD, identifiers=(ListedIdentifier("INN", "7707083893", "RU"),))
    assert _owned(payment(debtor="SBERBANK OF RUSSIA", inn="7707083893"), head) == []


def test_the_table_of_houses_is_read_whole() -> None:
    words, codes = houses()
    assert codes["SABR"] == "SBERBANK OF RUSSIA"
    assert all(len(code) == 4 for code in codes)
    assert len({hit.kind for hit in words.find("sberbank, vtb leasing, kamaz")}) == 3


def test_a_party_named_in_a_paper_alone_is_looked_up_in_registers(payment: Made) -> None:
    owner = OwnershipNode("x", "SBERBANK OF RUSSIA", "company", "RU")
    buyer = OwnershipNode("y", "Birch Lane Trading", "company", "AE")
    stake = OwnershipEdge("x", "y", Portion(6000, 6000), "shares", None, None, "extract", "60")
    book = OwnerBook([Register("owners", OwnerGraph.of([owner, buyer], [stake]))])
    edition = replace(edition_of(version(), entities=(HEAD,)), owners=Owners(book))
    invoice = {"kind": "invoice", "parties": [{"role": "buyer", "name": "BIRCH LANE TRADING", "country": "AE"}]}
    beside = beside_of({"papers": [invoice]})
    whole = payment()
    facts, _ = see(whole, screen_names(to_be_named(whole, beside), edition), edition, AFTER_JUNE, beside)
    (told,) = facts.owned
    assert (told.path.startswith("papers"), told.counts, told.least) == (True, Answer.YES, 600)
