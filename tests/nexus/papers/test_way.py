"""Destinations and ships by papers."""

from __future__ import annotations

from typing import Any

import pytest

from brightline.beside.papers import papers_of
from brightline.beside.record import beside_of
from brightline.nexus.papers.way import other_destination, other_vessel
from brightline.screen.papers import with_papers
from brightline.terms import Noted, Party, Payment


def message(country: str) -> Payment:
    return Payment("a", "b", parties=(Party("debtor", "Dbtr/Nm", "X", country=country),))


def bill(*places: tuple[str, str], **more: Any) -> dict[str, Any]:
    return {"kind": "bill_of_lading", "places": [{"kind": kind, "country": country} for kind, country in places]} | more


@pytest.mark.parametrize(
    ("country", "papers", "found"),
    [
        ("TR", [bill(("discharge", "TR"))], 0),
        ("TR", [bill(("discharge", "RU"))], 1),
        ("KZ", [bill(("discharge", "RU"))], 0),
        ("KZ", [bill(("delivery", "RU"))], 1),
        ("TR", [bill(("loading", "CN"), ("transit", "RU"), ("delivery", "TR"))], 0),
        ("TR", [bill(("delivery", "TR")), bill(("delivery", "RU"))], 2),
    ],
)
def test_where_papers_end_the_way(country: str, papers: list[dict[str, Any]], found: int) -> None:
    assert len(list(other_destination(message(country), papers_of(papers, "papers")))) == found


def vessel(name: str | None, imo: str | None) -> dict[str, Any]:
    return bill(vessel={key: value for key, value in (("name", name), ("imo", imo)) if value})


@pytest.mark.parametrize(
    ("ships", "found"),
    [
        ([vessel("Sea Heron", "9074729")], 0),
        ([vessel("Sea Heron", "9074720")], 1),
        ([vessel("Sea Heron", "9074729"), vessel("SEA HERON", "9074729")], 0),
        ([vessel("Sea Heron", "9074729"), vessel("Blue Pearl", "9074729")], 1),
        ([vessel("Sea Heron", "9074729"), vessel("Sea Heron", "9319466")], 1),
        ([vessel("Sea Heron", "9074729"), vessel("Sea Heron", None)], 0),
    ],
)
def test_ships_that_cannot_be_one(ships: list[dict[str, Any]], found: int) -> None:
    whole = with_papers(message("RU"), beside_of({"papers": ships}))
    assert len(list(other_vessel(whole, message("RU")))) == found


def test_a_ship_named_in_a_text_of_the_message() -> None:
    told = Payment("a", "b", identifiers=(Noted("IMO", "9319466", "RmtInf"),))
    whole = with_papers(told, beside_of({"papers": [vessel("Sea Heron", "9074729")]}))
    assert [one.path for one in other_vessel(whole, told)] == ["RmtInf"]
