"""A share in the words of running text: `75 %`, `more than 50 per cent`, `majority`, `wholly`; else none stated."""

from __future__ import annotations

import re
from decimal import Decimal

from brightline.terms import Portion
from brightline.terms.owned import ALL

_PERCENT = re.compile(
    r"(?P<sign>more than |over |at least |less than |up to |about |around |approximately |nearly |almost |some )?"
    r"(?P<number>\d+(?:[.,]\d+)?) ?(?:%|per cent|percent)(?P<one> (?:plus|minus) one)?",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"(?<!almost )(?<!nearly )\b(?:wholly|fully|entirely|solely|exclusively|sole|only)\b")
_MOST = re.compile(r"\b(?:majority|controlling)\b")
_ROUGH = frozenset({"about", "around", "approximately", "nearly", "almost", "some"})


def share_in(words: str) -> Portion | None:
    """The share that words state; None where they state none, roughly, or more than all there is."""
    if stated := _PERCENT.search(words):
        return _percent(stated)
    if _WHOLE.search(words):
        return Portion(ALL, ALL)
    if _MOST.search(words):
        return Portion(ALL // 2, ALL, above=True)
    return None


def _percent(stated: re.Match[str]) -> Portion | None:
    exact = Decimal(stated["number"].replace(",", ".")) * 100
    low, sign = int(exact), (stated["sign"] or "").strip().lower()
    high = low + (exact > low)
    if high > ALL or sign in _ROUGH:
        return None
    if stated["one"]:
        return (
            Portion(low, min(ALL, low + 1), True, True)
            if "plus" in stated["one"]
            else Portion(low - 1, low, True, True)
        )
    if sign in ("more than", "over"):
        return Portion(low, ALL, above=True)
    if sign == "at least":
        return Portion(low, ALL)
    if sign:
        return Portion(0, high, below=sign == "less than")
    return Portion(low, high, low < high, low < high)
