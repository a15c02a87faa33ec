"""Stakes of FollowTheMoney lines: shares, days, sources, directorships, nested ties, and what cannot be read."""

from __future__ import annotations

import pytest
from tests.lists.sources.test_ftm import COMPANY, lines, node, read

from brightline.lists.gather import gather
from brightline.lists.source import SourceFile
from brightline.terms import ListedIdentifier, OwnershipEdge, Portion

HOLDER = node(
    "Q9", "Company", False, "Kelvi Holding", name=["Kelvi Holding"], country=["ae"], registrationNumber=["77"]
)


def _tie(**said: object) -> dict[str, object]:
    return {**node("o-9", "Ownership", False), "properties": {"owner": ["Q9"], "asset": ["Q1"], **said}}


def _stakes(*nodes: dict[str, object]) -> tuple[OwnershipEdge, ...]:
    return read(lines(*nodes)).edges


def test_an_ownership_is_a_stake_with_its_share_days_and_source() -> None:
    told = read(lines(COMPANY, HOLDER, _tie(percentage=["51.5"], startDate=["2019-03-01"], publisher=["Registry"])))
    assert told.edges == (
        OwnershipEdge("Q9", "Q1", Portion(5150, 5150), "shares", "2019-03-01", None, "Registry", "51.5"),
    )
    names = {one.id: (one.name, one.country, one.identifiers) for one in told.nodes}
    assert names["Q9"] == ("Kelvi Holding", "AE", (ListedIdentifier("REG", "77", "AE"),))
    assert ListedIdentifier("INN", "7707083893", "RU") in names["Q1"][2]


def test_a_share_nobody_states_stays_unknown_and_the_list_is_its_source() -> None:
    (stake,) = _stakes(COMPANY, HOLDER, _tie())
    assert (stake.portion, stake.source, stake.start, stake.end) == (None, "quarth-list o-9", None, None)


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2019", "2019-01-01", "2020-01-01"),
        ("2019-12", "2019-12-01", "2020-01-01"),
        ("2019-02", "2019-02-01", "2019-03-01"),
        ("2019-02-03T10:00:00", "2019-02-03", "2019-02-03"),
    ],
)
def test_of_a_year_or_month_the_stake_counts_for_longest(written: str, start: str, end: str) -> None:
    (begun,), (ended,) = (_stakes(COMPANY, HOLDER, _tie(**{name: [written]})) for name in ("startDate", "endDate"))
    assert (begun.start, ended.end) == (start, end)


def test_a_directorship_is_an_influence_without_a_share() -> None:
    (stake,) = _stakes(COMPANY, HOLDER, node("d-1", "Directorship", False, director=["Q9"], organization=["Q1"]))
    assert (stake.owner, stake.owned, stake.portion, stake.kind) == ("Q9", "Q1", None, "influence")


def test_a_tie_nested_in_its_company_needs_not_name_it() -> None:
    tie = {"id": "o-9", "schema": "Ownership", "properties": {"owner": [HOLDER], "percentage": ["60"]}}
    nested = {**COMPANY, "properties": {**COMPANY["properties"], "ownershipAsset": [tie]}}  # type: ignore[dict-item]
    told = read(lines(nested))
    assert [one[:3] for one in told.edges] == [("Q9", "Q1", Portion(6000, 6000))]
    assert "Kelvi Holding" in {one.name for one in told.nodes}


def test_an_owner_that_no_line_describes_bears_no_name() -> None:
    told = read(lines(COMPANY, _tie(percentage=["60"])))
    assert {one.id: one.name for one in told.nodes}["Q9"] == "an owner who is not named"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"percentage": ["120"]}, "the share '120'"),
        ({"startDate": ["2019-02-30"]}, "startDate '2019-02-30'"),
        ({"startDate": ["2020-02-01"], "endDate": ["2019-02-01"]}, "a stake from 2020-02-01 to 2019-02-01"),
        ({"endDate": ["2019-13"]}, "endDate '2019-13'"),
    ],
)
def test_what_cannot_be_is_named_with_its_line(said: dict[str, object], found: str) -> None:
    told = read(lines(COMPANY, HOLDER, _tie(**said)))
    assert told.edges == ()
    assert len(told.skipped) == 1
    assert "line 3" in told.skipped[0]
    assert found in told.skipped[0]


def test_a_file_without_a_target_is_a_register_of_owners_alone() -> None:
    plain = {**COMPANY, "target": False}
    (told,) = gather([SourceFile("owners.ftm.json", lines(plain, HOLDER, _tie()))], published="2024-06-01")
    assert told.version is not None
    assert (told.version.regime, told.version.entries, told.version.stakes) == ("ownership", 1, 1)
    assert not told.version.names_parties
