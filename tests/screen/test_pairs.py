"""A pair drops the match of a name to a recorded no while both records stand; never against an equal number."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.screen.conftest import AFTER_JUNE, edition_of, listed, version

from brightline.beside.entry_digest import entry_digest
from brightline.beside.record import beside_of
from brightline.screen.edition import Edition
from brightline.screen.explain import explain
from brightline.screen.replay import replay
from brightline.screen.screen import screen
from brightline.screen.wire import decision_json
from brightline.terms import Answer, Decision, Identifier, ListedIdentifier, ListedName, Outcome, Payment

NAME = "OOO LAZURNY BEREG"
LISTED = listed("1", "LAZURNY BEREG", identifiers=(ListedIdentifier("INN", "7707083893", "RU"),))


@pytest.fixture(scope="module")
def edition() -> Edition:
    """The shipped policy over a list with the one entry."""
    return edition_of(version(), entities=(LISTED,))


def pair(**more: Any) -> dict[str, Any]:
    """A pair as handed in: a shoe shop of a listed trader's name, known by its bank account and tax number."""
    made = {
        "party": {"name": NAME, "country": "RU", "accounts": ["40702810900000000123"]},
        "list": "us-ofac-sdn", "entry": "1", "digest": entry_digest(LISTED),
        "reason": "another founding day and seat by the register",
        "owner": "Mira Lund", "approver": "Joss Adeyemi", "made": "2024-05-02", "expires": "2025-05-01",
    }  # fmt: skip
    return made | more


@pytest.fixture
def namesake(payment: Callable[..., Payment]) -> Payment:
    """A payment of the namesake, which nothing in the message tells from the listed one."""
    made = payment(debtor=NAME)
    debtor = replace(made.parties[0], account="40702810900000000123")
    return replace(made, parties=(debtor, *made.parties[1:]))


def decided(payment: Payment, edition: Edition, *pairs: dict[str, Any]) -> Decision:
    return screen(payment, edition, AFTER_JUNE, beside=beside_of({"pairs": list(pairs)} if pairs else {}))


def answers(decision: Decision) -> set[Answer]:
    return {one.answer for one in decision.findings if one.rule == "listed-party"}


def test_without_a_pair_the_name_holds(namesake: Payment, edition: Edition) -> None:
    assert decided(namesake, edition).outcome is not Outcome.RELEASE


def test_a_pair_drops_the_match_to_a_no_with_itself_as_evidence(namesake: Payment, edition: Edition) -> None:
    decision = decided(namesake, edition, pair())
    assert decision.outcome is Outcome.RELEASE
    assert answers(decision) == {Answer.NO}
    assert decision.determination.rests_on == "document"
    told = [one for finding in decision.releasing for one in finding.evidence if one.kind == "pair"]
    assert [(one.path, one.entry) for one in told] == [("pairs[0]", "1")]
    assert any("another founding day" in line for line in explain(decision_json(decision)))


def test_a_decision_with_a_pair_replays_to_the_same_bytes(namesake: Payment, edition: Edition) -> None:
    before = decision_json(decided(namesake, edition, pair()))
    assert replay(before, edition).changed == ()


def test_what_came_beside_takes_part_in_the_id(namesake: Payment, edition: Edition) -> None:
    assert decided(namesake, edition).id != decided(namesake, edition, pair()).id


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"expires": "2024-07-02"}, "it expired on 2024-07-02"),
        ({"made": "2024-08-01", "expires": "2025-01-01"}, "it was made on 2024-08-01"),
        ({"digest": "0" * 16}, "the record of us-ofac-sdn 1 has changed since"),
        ({"party": {"name": NAME, "country": "KZ", "accounts": ["40702810900000000123"]}}, "country 'RU', not 'KZ'"),
        ({"party": {"name": NAME, "accounts": ["40702810900000000999"]}}, "nothing beside the name shows"),
    ],
)
def test_a_pair_that_does_not_hold_says_why(
    namesake: Payment, edition: Edition, more: dict[str, Any], told: str
) -> None:
    decision = decided(namesake, edition, pair(**more))
    assert decision.outcome is not Outcome.RELEASE
    assert told in " ".join(clause.saw for one in decision.findings for clause in one.clauses)


def test_a_pair_for_another_entry_does_nothing(namesake: Payment, edition: Edition) -> None:
    assert decided(namesake, edition, pair(entry="2")).outcome is decided(namesake, edition).outcome


def test_an_equal_number_is_never_outweighed(namesake: Payment, edition: Edition) -> None:
    debtor = replace(namesake.parties[0], identifiers=(Identifier("INN", "7707083893", True),))
    same = replace(namesake, parties=(debtor, *namesake.parties[1:]))
    decision = decided(same, edition, pair())
    assert decision.outcome is Outcome.STOP
    assert Answer.YES in answers(decision)


def test_a_number_that_changed_ends_the_pair(namesake: Payment, edition: Edition) -> None:
    party = {
        "name": NAME,
        "accounts": ["40702810900000000123"],
        "identifiers": [{"scheme": "KPP", "value": "770701001"}],
    }
    debtor = replace(namesake.parties[0], identifiers=(Identifier("KPP", "540301001", None),))
    moved = replace(namesake, parties=(debtor, *namesake.parties[1:]))
    decision = decided(moved, edition, pair(party=party))
    assert decision.outcome is not Outcome.RELEASE
    assert "KPP '540301001', not '770701001'" in " ".join(c.saw for one in decision.findings for c in one.clauses)


def test_a_new_alias_or_number_of_the_entry_ends_the_pair(namesake: Payment) -> None:
    for changed in (
        replace(LISTED, names=(*LISTED.names, ListedName("LAZURNY BEREG SHOES", "alias"))),
        replace(LISTED, identifiers=(*LISTED.identifiers, ListedIdentifier("OGRN", "1027700132195", "RU"))),
        replace(LISTED, addresses=("1 Quarry Road",)),
    ):
        edition = edition_of(version(), entities=(changed,))
        assert decided(namesake, edition, pair()).outcome is not Outcome.RELEASE


def test_a_new_programme_tells_nobody_apart_and_the_pair_holds(namesake: Payment) -> None:
    edition = edition_of(version(), entities=(replace(LISTED, programs=("RUSSIA-EO14024", "SYRIA")),))
    assert decided(namesake, edition, pair()).outcome is Outcome.RELEASE
