"""A sentence that tells a claim, beside the other sentences that tell it; what every comparison of the two rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from brightline.media.words import terms_of
from brightline.terms.press import Place

NEAR = 60  # characters around a word that are its surroundings


@dataclass(frozen=True, slots=True)
class Telling:
    """`worn`: how far its article is from what the agency wrote, 0 being nearest; `published`: its story's day."""

    place: Place
    text: str
    worn: int = 0
    published: date | None = None


def outvoted(one: Telling, against: Iterable[Telling]) -> bool:
    """Whether it is this telling that errs where others say otherwise: of two copies, the more worn one does."""
    opposed = list(against)
    if len({other.place.article for other in opposed}) == 1:
        return one.worn >= min(other.worn for other in opposed)
    return bool(opposed)


def surroundings(text: str, start: int, end: int) -> frozenset[str]:
    """The telling words around a place of a sentence, without those in it."""
    left, right = max(0, start - NEAR), end + NEAR
    return frozenset(
        term.key for term in terms_of(text) if left <= term.start < right and not start <= term.start < end
    )
