"""What a firm's own name and activity code say of the five sectors of section 11. Hints, never a register.

The table of words is `words/sectors.yaml`. Activity codes are those of the Russian classification OKVED 2, whose first
two digits are those of NACE; which of them fall into a sector is our own reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from brightline.nexus.hinted import hinted
from brightline.nexus.make_word_table import read_table
from brightline.nexus.word_table import WordTable

# Kinds of words, the first found speaks: a specific maker is one whatever else its name says, a shop beside the word
# "factory" is a shop, and a factory of sweets makes sweets.
KINDS = ("defence", "specific", "none", "household", "factory", "technical")
_OKVED = hinted(r"(?:оквэд|okved)(?:[- ]?2)?\W{0,4}(\d{2})(?:\.(\d{1,2}))?", "оквэд", "okved")
# First two digits of OKVED → sector, where the code alone puts a firm into one.
_BY_CODE = {
    **dict.fromkeys(("20", "22", "24", "25", "26", "27", "28", "29", "33"), "manufacturing"),
    "30": "aerospace and manufacturing",
    **dict.fromkeys(("41", "42", "43"), "construction"),
    **dict.fromkeys(("62", "72"), "technology"),
}
_HOUSEHOLD_CODES = frozenset(("10", "11", "12", "13", "14", "15", "16", "17", "18", "21", "23", "31", "32"))


@dataclass(frozen=True, slots=True)
class SectorSign:
    """What a name or code hints at. `kind`: one of KINDS, or `code` for an activity code; `words`: what says so."""

    kind: str
    sector: str
    words: str


@lru_cache(maxsize=16384)
def sign_of(name: str) -> SectorSign | None:
    """The hint of a name that counts most, in the order of KINDS; None where no word of the table stands in it."""
    found = {sign.kind: sign for sign in reversed(tuple(_signs(name)))}
    return next((found[kind] for kind in KINDS if kind in found), None)


@lru_cache(maxsize=8192)
def works_in(text: str) -> SectorSign | None:
    """Building or making for which a text says that goods are; None where it says no such thing."""
    return next((sign for sign in _signs(text) if sign.kind == "works"), None)


@lru_cache(maxsize=4096)
def sign_of_code(text: str) -> SectorSign | None:
    """The sector of an activity code (OKVED) stated in a text; None without one, or for one of no sector."""
    for match in _OKVED.finditer(text):
        if sector := _BY_CODE.get(match[1]):
            return SectorSign("code", sector, match.group())
        if match[1] in _HOUSEHOLD_CODES:
            return SectorSign("household", "manufacturing", match.group())
    return None


def _signs(name: str) -> Iterator[SectorSign]:
    for hit in _table().find(name):
        kind, _, sector = hit.kind.partition(":")
        yield SectorSign(kind, sector, hit.words)


@lru_cache(maxsize=1)
def _table() -> WordTable:
    return read_table("sectors.yaml")
