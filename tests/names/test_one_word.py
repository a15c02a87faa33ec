"""Firms that a text names by one word: what tells them, and what only looks like it."""

from __future__ import annotations

import pytest

from brightline.names.index import NameIndex, build
from brightline.names.mention import find_mentions
from brightline.terms import ListedEntity, ListedName

NAMES = (
    ("PRIMAZ PUBLICLY TRADED COMPANY", "primary", "Company"),
    ("LIMITED LIABILITY COMPANY ZYLA AERO", "primary", "Company"),
    ("JOINT STOCK COMPANY CONCERN OBRAZTSOVIK", "primary", "Company"),
    ("JOINT STOCK COMPANY CONCERN PRIMERVAGONZAVOD", "primary", "Company"),
    ("ORION LLC", "primary", "Company"),
    ("PVZ", "weak", "Company"),
    ("POMZ", "weak", "Company"),
    ("VTB BANK PUBLIC JOINT STOCK COMPANY", "primary", "Company"),
    ("EXAMPLIANA", "primary", "Vessel"),
    ("MARBLE SHIPPING LTD", "primary", "Company"),
    ("OBRAZTSOVA", "primary", "Person"),
)
ENTITIES = tuple(ListedEntity("t", name.split()[-1], schema, (ListedName(name, kind),)) for name, kind, schema in NAMES)
INDEX = NameIndex.from_bytes(build(ENTITIES), ENTITIES)
PHRASES = ("TOYS FOR {}", "ИГРУШКИ ДЛЯ {}", "TOYS, CONTRACT WITH {} NO 12/24", "{} - TOYS INV 3", "/ORDP/{}/TOYS")


def _found(text: str) -> list[tuple[str, str]]:
    return [(one.text, one.candidate.name) for one in find_mentions(text, INDEX, 0.7)]


@pytest.mark.parametrize("phrase", PHRASES)
@pytest.mark.parametrize(
    ("written", "span", "listed"),
    [
        ("PRIMAZ", "PRIMAZ", NAMES[0][0]),
        ("КАМАЗ И ПРИМАЗ", "ПРИМАЗ", NAMES[0][0]),
        ("ZYLA AERO", "ZYLA AERO", NAMES[1][0]),
        ("ООО «ЗЫЛА АЭРО»", "ЗЫЛА АЭРО", NAMES[1][0]),
        ("Концерн Образцовик", "Концерн Образцовик", NAMES[2][0]),
        ("ПРИМЕРВАГОНЗАВОД", "ПРИМЕРВАГОНЗАВОД", NAMES[3][0]),
        ("ООО «Орион»", "Орион", NAMES[4][0]),
        ("POMZ", "POMZ", NAMES[6][0]),
        ("VTB", "VTB", NAMES[7][0]),
    ],
)
def test_a_rare_word_tells_a_firm(phrase: str, written: str, span: str, listed: str) -> None:
    assert _found(phrase.format(written)) == [(span, listed)]


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("TOYS ORION 5 PCS", "TOYS OOO ORION TOYS WORLD"),  # a word of every day, and a longer name that holds it
        ("for PVZ, toys", "TOYS PVZ 3"),  # a weak alias of three letters
        ("freight M/V EXAMPLIANA", "freight EXAMPLIANA"),  # a ship
        ("MARBLE SHIPPING, freight", "marble blocks"),
    ],
)
def test_what_needs_more_beside_it(text: str, silent: str) -> None:
    told = _found(text)
    assert (told == []) == text.startswith(("TOYS", "MARBLE"))
    assert _found(silent) == []


@pytest.mark.parametrize(
    "text",
    [
        "TOYS OBRAZTSOVIK", "PRIMAZ-TRADE TOYS", "shop@primaz.example", "toys primaz inv 3 Ltd", "OBRAZTSOVA salary",
        "MARBLE BLOCKS 600 MT", "toys for all", "by rail via PRIMAZ terminal Omsk", "до станции ПРИМАЗ", "primazes",
    ],
)  # fmt: skip
def test_what_only_looks_like_it_is_silent(text: str) -> None:
    assert _found(text) == []


def test_of_houses_of_one_name_the_likeliest_is_told() -> None:
    entities = (*ENTITIES, ListedEntity("t", "x", "Company", (ListedName("VTB", "primary"),)))
    index = NameIndex.from_bytes(build(entities), entities)
    assert [one.candidate.entry for one in find_mentions("TOYS VIA VTB", index, 0.7)] == ["x"]
