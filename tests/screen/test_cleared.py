"""Namesakes that a number or a birth date shows to be another; the one listed is never among them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.screen.conftest import AFTER_JUNE, ENTITIES, edition_of, listed, version

from brightline.nexus.facts import Matched
from brightline.screen.cleared import cleared_namesakes
from brightline.screen.edition import Edition
from brightline.screen.facts import query_of, screen_names, see
from brightline.terms import Answer, Identifier, Party, Payment

PERSON = listed("7", "LUNEV, Foma Karpovich", schema="Person", birth_dates=("1961-02-03",))
EDITION = edition_of(version(), entities=(*ENTITIES, PERSON))


def _cleared(party: Party, edition: Edition = EDITION) -> list[tuple[str, str, Answer]]:
    found = cleared_namesakes(party, query_of(party), (), edition)
    return [(one.entity.entry, one.settled_by, one.same) for one in found]


def _company(*numbers: Identifier) -> Party:
    return Party("debtor", "Dbtr/Nm", "JSC ZAVOD KVARTSOVIK", country="RU", identifiers=numbers)


def test_another_number_clears() -> None:
    assert _cleared(_company(Identifier("INN", "7736050003", True))) == [("1", "identifier-differs", Answer.NO)]


def test_another_birth_date_clears() -> None:
    party = Party("creditor", "Cdtr/Nm", "Foma Karpovich Lunev", country="RU", birth_date="1994-10-11")
    assert _cleared(party) == [("7", "birth-date-differs", Answer.NO)]


@pytest.mark.parametrize(
    "numbers",
    [
        (),
        (Identifier("INN", "7707083893", True),),  # the very number of the one listed
        (Identifier("INN", "7736050003", False),),  # fails its check digits
        (Identifier("INN", "773605000301", True),),  # of a person; it says nothing about a company
        (Identifier("OGRN", "1027700132195", True),),  # of the one listed none is known
        (Identifier("PASSPORT", "12345678", None),),  # several parties may have as many passports
    ],
)
def test_without_a_number_that_differs_nobody_is_cleared(numbers: tuple[Identifier, ...]) -> None:
    assert _cleared(_company(*numbers)) == []


def test_an_equal_birth_date_and_a_bank_code_clear_nobody() -> None:
    assert _cleared(Party("creditor", "C", "Foma Karpovich Lunev", birth_date="1961-02-03")) == []
    assert _cleared(Party("debtor_agent", "A", "SEVERNY MAYAK BANK", bic="ZRCHRUMM")) == []


def test_another_name_is_no_namesake() -> None:
    party = replace(_company(Identifier("INN", "7736050003", True)), name="OOO VESYOLY BASHMACHOK")
    assert _cleared(party) == []


def test_one_that_is_matched_is_not_cleared_as_well() -> None:
    party = _company(Identifier("INN", "7707083893", True), Identifier("OGRN", "1027700132195", True))
    payment = Payment("one.xml#1", "pacs.008.001.08", parties=(party,))
    facts, _ = see(payment, screen_names(payment, EDITION), EDITION, AFTER_JUNE)
    assert [(one.entity.entry, one.same) for one in facts.matched] == [("1", Answer.YES)]
    other = replace(party, identifiers=(Identifier("INN", "7736050003", True),))
    known: tuple[Matched, ...] = tuple(facts.matched)
    assert list(cleared_namesakes(other, query_of(other), known, EDITION)) == []
