"""Every quantity of a sentence, and where a copy has another one than the others: 73 entities for 37, miles for km."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from brightline.media.telling import Telling, outvoted, surroundings
from brightline.media.vocabulary import vocabulary
from brightline.media.words import terms_of
from brightline.terms.press import Difference

_SCALES = "|".join(sorted(map(re.escape, vocabulary().scales), key=len, reverse=True))
_MONEY = "|".join(sorted(map(re.escape, vocabulary().currencies), key=len, reverse=True))
_SPELT = "|".join(sorted(vocabulary().numbers, key=len, reverse=True))
_SIZES = "|".join(sorted(map(re.escape, vocabulary().measures), key=len, reverse=True))
_QUANTITY = re.compile(
    rf"(?P<before>US\$|HK\$|[$€£¥₽])?\s?"
    rf"(?<![\w.,])(?:(?P<digits>\d{{1,3}}(?:[, ]\d{{3}})+(?:\.\d+)?|\d+(?:[.,:]\d+)?)|(?P<spelt>(?:{_SPELT})\b))"
    rf"(?:[ -]{{0,2}}(?P<scale>{_SCALES})\b)?"
    rf"(?:[ -]{{0,2}}(?:(?P<share>%|per ?cent\b|percentage)|(?P<money>(?:{_MONEY})(?!\w))|(?P<size>(?:{_SIZES})\b)))?"
    r"(?!\w)",
    re.I,
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_IN_A_DATE = re.compile(rf"{_MONTH} $")
_BEFORE_MONTH = re.compile(rf"^ (?:of )?{_MONTH}")
_YEAR = re.compile(r"(?:19|20)\d{2}$")
_ROUGH = re.compile(
    r"\b(?:about|around|roughly|some|nearly|almost|approximately|more than|over|up to|as many as|at least|under|"
    r"close to)\s$",
    re.I,
)  # fmt: skip
_NEAR_ENOUGH = Decimal("0.06")


@dataclass(frozen=True, slots=True)
class Quantity:
    """`kind`: money, share, size, clock or count; `unit`: the currency or measure; `rough`: about so much."""

    value: Decimal
    kind: str
    unit: str
    printed: str
    start: int
    rough: bool


@lru_cache(maxsize=1 << 15)
def quantities_in(text: str) -> tuple[Quantity, ...]:
    """Every quantity of a sentence, in order; years and days of the month are none, and neither is a lone `one`."""
    return tuple(made for found in _QUANTITY.finditer(text) if (made := _quantity(found, text)) is not None)


def _quantity(found: re.Match[str], text: str) -> Quantity | None:
    digits, spelt = found["digits"], (found["spelt"] or "").lower()
    start = found.start("digits") if digits else found.start("spelt")
    alone = not (found["before"] or found["scale"] or found["share"] or found["money"] or found["size"])
    if (
        alone
        and digits
        and (_YEAR.match(digits) or _IN_A_DATE.search(text[:start]) or _BEFORE_MONTH.match(text[found.end() :]))
    ):
        return None
    if alone and spelt in ("one", "ten" if text[found.end() : found.end() + 1].isalpha() else "one"):
        return None
    value = _value(digits) if digits else Decimal(vocabulary().numbers[spelt])
    scale = (found["scale"] or "").lower()
    value *= Decimal(10) ** vocabulary().scales.get(scale, 0)
    kind, unit = _kind(found)
    return Quantity(value, kind, unit, found[0].strip(), start, _ROUGH.search(text[:start]) is not None)


def _value(digits: str) -> Decimal:
    if re.fullmatch(r"\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?", digits):
        return Decimal(digits.replace(",", "").replace(" ", ""))
    return Decimal(digits.replace(",", ".").replace(":", "."))


def _kind(found: re.Match[str]) -> tuple[str, str]:
    if found["share"]:
        return "share", "percent"
    if money := found["money"] or found["before"]:
        return "money", vocabulary().currencies.get(money.lower(), money.lower())
    if found["size"]:
        return "size", vocabulary().measures[found["size"].lower()]
    return ("clock", "") if ":" in (found["digits"] or "") else ("count", "")


def other_quantities(one: Telling, others: Sequence[Telling], claim: str) -> Iterator[Difference]:
    """A quantity here that no other telling has, where one of theirs is lacking: the two that stand most alike."""
    mine = _unmatched(one.text, [other.text for other in others])
    if not mine:
        return
    rivals = [
        (other, rival)
        for other in others
        for rival in _unmatched(other.text, [one.text])
        if not _borne_out(rival, other, others)
    ]
    for quantity in mine:
        near = [
            (_nearness(one.text, quantity, other.text, rival), -at, other, rival)
            for at, (other, rival) in enumerate(rivals)
            if _comparable(quantity, rival) and not _rounded(quantity, rival)
        ]
        near = [pair for pair in near if pair[0]]
        if near and outvoted(one, [pair[2] for pair in near]):
            rival = max(near, key=lambda pair: pair[:2])[3]
            yield Difference(one.place, "number", quantity.printed, rival.printed, "critical", claim)


def _unmatched(text: str, others: Sequence[str]) -> list[Quantity]:
    """The quantities that stand here more often than in any of the others."""
    most: Counter[tuple[Decimal, str]] = Counter()
    for other in others:
        most |= Counter(_same(quantity) for quantity in quantities_in(other))
    left = []
    for quantity in quantities_in(text):
        if most[_same(quantity)]:
            most[_same(quantity)] -= 1
        else:
            left.append(quantity)
    return left


def _same(quantity: Quantity) -> tuple[Decimal, str]:
    return quantity.value, quantity.unit if quantity.kind == "size" else ""


def _borne_out(rival: Quantity, other: Telling, others: Sequence[Telling]) -> bool:
    """Whether the telling that has this quantity is itself contradicted by two and more."""
    against = [
        each
        for each in others
        if each is not other and rival.value not in {one.value for one in quantities_in(each.text)}
    ]
    return len(against) >= 2 and len(against) == len(others) - 1


def _comparable(one: Quantity, other: Quantity) -> bool:
    return one.kind == other.kind and (one.kind != "money" or one.unit == other.unit or one.value == other.value)


def _rounded(one: Quantity, other: Quantity) -> bool:
    """Whether one is the other told roughly, or in another measure."""
    most = max(abs(one.value), abs(other.value)) or Decimal(1)
    if one.kind == "size" and one.unit != other.unit:
        factors = vocabulary().factors
        ours, theirs = one.value * factors[one.unit], other.value * factors[other.unit]
        return abs(ours - theirs) <= _NEAR_ENOUGH * max(ours, theirs)
    return (one.rough or other.rough) and abs(one.value - other.value) <= _NEAR_ENOUGH * most


def _nearness(text: str, one: Quantity, other: str, rival: Quantity) -> int:
    """How many telling words stand around both; one more where the same thing is counted."""
    around = surroundings(text, one.start, one.start + 1) & surroundings(other, rival.start, rival.start + 1)
    return len(around) + (_counted(text, one) == _counted(other, rival))


def _counted(text: str, one: Quantity) -> str:
    """The first telling word behind a quantity."""
    end = one.start + len(one.printed)
    return next((term.key for term in terms_of(text) if term.start >= end), "")
