"""Who says so, as a page prints it: byline, dateline, agency credit, outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from brightline.terms.press import Told

_NAME = r"[A-Z][\w'’.-]+(?: (?:[A-Z][\w'’.-]+|van|von|de|al|bin)){1,2}"
_TWO = r"[A-Z][\w'’.-]+ [A-Z][\w'’.-]+"
_BYLINE = re.compile(
    rf"(?:By|Par|Автор:?|Written by|Reported by)\s+(?:({_NAME})(?=\s*$|\s*[,|–—-]|\s+[Pp]ublished)|({_TWO})(?=\s))"
)
_SIGNED = re.compile(rf"({_NAME})\s+(?:Published|Updated|Posted)\b")
_PLACE = r"[A-Z][\w'’-]+(?:[ -][A-Z][\w'’-]+){0,3}"
_DATELINE = re.compile(
    rf"^(?:\((?P<alone>{_PLACE})\)\s+"
    rf"|(?P<place>{_PLACE}|[A-Z][A-Z' -]+)(?:, [A-Z][\w. ]{{1,20}}?)?"
    rf"(?:,? [A-Z][a-z]{{2,8}}\.? \d{{1,2}}(?:, \d{{4}})?)?,? ?"
    rf"\((?P<credit>[^)]{{2,80}})\) ?[-–—:,]* ?"
    rf"|(?P<upper>[A-Z][A-Z' -]{{2,30}}(?:, [A-Z][a-z]+)?) ?[–—-]{{1,2}} )"
)
_OUTLET = (
    re.compile(r"\b(?:[Ss]upport|[Dd]onate to) ([A-Z][A-Z0-9]{2,9})\b"),
    re.compile(r"(?:©|\(c\)|[Cc]opyright) ?(?:\d{4}(?: ?[-–] ?\d{4})?)? ?([A-Z][\w&' ]{2,40}?)(?: ?[.,|]| [Aa]ll |$)"),
    re.compile(r"\b(?:appeared|published) (?:first )?(?:on|in|by) ([A-Z][\w&' ]{2,40}?)[.,]?$"),
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place a story is filed from, at the head of its first sentence. `length`: characters it takes."""

    place: str
    credit: str
    length: int
    printed: str


@cache
def _agencies() -> tuple[tuple[str, re.Pattern[str]], ...]:
    text = files("brightline.media").joinpath("agencies.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(
        (name, re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, said.split('|')))})(?!\w)")) for name, said in rows
    )


def byline(text: str) -> tuple[Told, int] | None:
    """The author at the head of a text, and how many characters the byline takes."""
    found = _BYLINE.match(text) or _SIGNED.match(text)
    if found is None:
        return None
    name = next(part for part in found.groups() if part)
    return Told(name, found[0]), found.end()


def dateline(text: str) -> Dateline | None:
    """The dateline at the head of a story's sentence."""
    found = _DATELINE.match(text)
    if found is None:
        return None
    place = found["alone"] or found["place"] or found["upper"]
    return Dateline(
        place.strip().title() if place.isupper() else place.strip(), found["credit"] or "", found.end(), found[0]
    )


_TOLD_TO = r"(?:told|tell|telling|tells|said to|reported to|speaking to|interview with|according to|a déclaré à)"


def agencies_credited(credit: str) -> Iterator[Told]:
    """Agencies that a dateline or credit line names."""
    for name, pattern in _agencies():
        if found := pattern.search(credit):
            yield Told(name, found[0])


def agencies_told(sentence: str) -> Iterator[Told]:
    """Agencies to which somebody spoke, by the sentence: "told AFP"."""
    if not re.search(_TOLD_TO, sentence):
        return
    for name, pattern in _agencies():
        found = re.search(rf"\b{_TOLD_TO}(?: the)?(?: news agency)? {pattern.pattern}", sentence)
        if found:
            yield Told(name, found[0])


def outlet(text: str) -> Told | None:
    """The outlet that a line of furniture names."""
    for pattern in _OUTLET:
        if found := pattern.search(text):
            return Told(found[1].strip(), found[0].strip())
    return None
