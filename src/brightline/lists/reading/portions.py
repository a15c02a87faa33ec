"""Shares as registers print them: `50`, `33.3333 %`, `25-50`, `more than 25 but not more than 50`, nothing at all."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from brightline.errors import SourceError
from brightline.terms import Portion
from brightline.terms.owned import ALL

_NUMBER = r"(\d+(?:[.,]\d+)?)\s*%?"
_EXACT = re.compile(_NUMBER)
_RANGE = re.compile(_NUMBER + r"\s*(?:-|–|—|to|\.\.)\s*" + _NUMBER)
_WORDS = re.compile(
    r"(?:more than|over)\s+" + _NUMBER + r"\s*(?:but|and)?\s*(not more than|at most|less than)\s+" + _NUMBER
)
_ONE_END = re.compile(r"(>=|>|<=|<|more than|over|at least|at most|less than)\s*" + _NUMBER)
_UNSTATED = frozenset({"", "unknown", "n/a", "?", "-"})
_EXPECTED = "a percentage from 0 to 100 or a band such as 25-50; nothing where nobody says"


@lru_cache(maxsize=65536)
def portion(written: str, where: str) -> Portion | None:
    """The share that a cell states, both ends kept as they stand; None where it states none.

    What has more than two decimals becomes the band of a hundredth that holds it. Raises SourceError for a percentage
    below 0 or above 100, a band whose ends are the wrong way round, and anything else.
    """
    text = " ".join(written.split()).casefold()
    if text in _UNSTATED:
        return None
    found = _read(text)
    if found is None:
        raise SourceError(where, f"the share {written!r}", _EXPECTED)
    if found.greatest > ALL:
        raise SourceError(where, f"the share {written!r}", _EXPECTED)
    if found.least > found.greatest or (found.least == found.greatest and (found.above or found.below)):
        raise SourceError(where, f"the band {written!r}, which holds nothing", "the lesser end first")
    return found


def _read(text: str) -> Portion | None:
    if one := _EXACT.fullmatch(text):
        low, high = _hundredths(one[1])
        return Portion(low, high, low < high, low < high)
    if two := _RANGE.fullmatch(text):
        return _between(two[1], two[2], above=False, below=False)
    if two := _WORDS.fullmatch(text):
        return _between(two[1], two[3], above=True, below=two[2] == "less than")
    if end := _ONE_END.fullmatch(text):
        return _one_end(end[1], end[2])
    return None


def _between(least: str, greatest: str, *, above: bool, below: bool) -> Portion:
    low, rest = _hundredths(least)
    _, high = _hundredths(greatest)
    return Portion(low, high, above or low < rest, below)


def _one_end(sign: str, number: str) -> Portion:
    low, high = _hundredths(number)
    if sign in (">=", ">", "more than", "over", "at least"):
        return Portion(low, ALL, above=sign not in (">=", "at least") or low < high)
    return Portion(0, high, below=sign in ("<", "less than"))


def _hundredths(number: str) -> tuple[int, int]:
    """The hundredths of a percent just below and just above a number; equal where it has two decimals at most."""
    exact = Decimal(number.replace(",", ".")) * 100
    low = int(exact)
    return low, low + (exact > low)
