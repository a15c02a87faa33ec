"""Part numbers of makers in a text: chips, bearings, controls of machine tools, drones.

A number behind a word for an invoice, order, contract or account is somebody's reference and no part number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

from brightline.errors import LawError

_KINDS = ("listed", "sensitive")
_KEYS = {"hs", "kind", "starts", "then", "examples"}
_NOT_IN_NUMBERS = str.maketrans("", "", " -/")
_MOST_BEFORE, _MOST_AFTER = 2, 3  # words of one number beside the one that is looked at
_SUFFIX = re.compile(r"2RS\w?|2Z|ZZ|G\d{1,2}|SL", re.IGNORECASE)  # what stands behind a number after a blank
_REFERENCE = re.compile(
    r"(?:\b(?:inv|invoices?|contr?|contracts?|agreement|order|po|pi|ref|reference|acc?|account|bl|awb|doc|file|deal|"
    r"tel|phone|id|inn|kpp|swift|bic)|договор\w*|контракт\w*|сч[её]т\w*|инвойс\w*|заказ\w*|合同|发票|订单|编号)"
    r"[\s.:№#/号-]*(?:no|nr|number|n)?[\s.:№#/号-]*\Z",
    re.IGNORECASE,
)
_BEFORE = 24  # characters before a number that may say that it is a reference


@dataclass(frozen=True, slots=True)
class PartNumber:
    """A part number found in a text: what it says of the goods, the code it mostly stands for, where it stands."""

    reading: str
    hs: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Family:
    reading: str
    hs: str
    then: re.Pattern[str]


@lru_cache(maxsize=1)
def _families() -> Mapping[str, tuple[_Family, ...]]:
    """The shipped families by their beginnings. Raises LawError where the table says what we do not understand."""
    text = files("brightline.goods").joinpath("part_numbers.yaml").read_text(encoding="utf-8")
    found: dict[str, list[_Family]] = {}
    for number, row in enumerate(yaml.safe_load(text), start=1):
        if set(row) != _KEYS or row["kind"] not in _KINDS:
            where, keys = f"goods/part_numbers.yaml, entry {number}", ", ".join(sorted(row))
            raise LawError(where, f"the keys {keys}", f"only {', '.join(sorted(_KEYS))}; kind listed or sensitive")
        family = _Family(row["kind"], row["hs"], re.compile(row["then"]))
        for start in row["starts"]:
            found.setdefault(str(start), []).append(family)
    return {start: tuple(held) for start, held in found.items()}


@lru_cache(maxsize=1)
def _lengths() -> tuple[int, ...]:
    return tuple(sorted({len(start) for start in _families()}, reverse=True))


@lru_cache(maxsize=16384)
def may_begin(written: str) -> bool:
    """Whether a word begins like the numbers of a family, as far as it goes."""
    number = written.upper()
    return number in _beginnings() or any(number[:size] in _families() for size in _lengths())


def part_number_at(text: str, places: Sequence[tuple[int, int]], at: int) -> PartNumber | None:
    """The part number in which the word `at` of a visible text stands, a word with a digit; None where it is none.

    `places`: where the words of the text stand.
    """
    for begin in range(at, max(at - _MOST_BEFORE, 0) - 1, -1):
        if begin < at and not _belongs_before(text, places, begin + 1):
            return None
        start = places[begin][0]
        if may_begin(text[start : places[begin][1]]) and (found := _from(text, places, begin, at)):
            return None if _REFERENCE.search(text[max(0, start - _BEFORE) : start]) else found
    return None


def _from(text: str, places: Sequence[tuple[int, int]], begin: int, at: int) -> PartNumber | None:
    """The longest part number from one word to another or farther."""
    last = at
    while last + 1 < len(places) and last - at < _MOST_AFTER and _belongs_after(text, places, last):
        last += 1
    for end in range(last, at - 1, -1):
        start, stop = places[begin][0], places[end][1]
        if family := _known(text[start:stop].translate(_NOT_IN_NUMBERS).upper()):
            return PartNumber(family.reading, family.hs, start, stop)
    return None


def _belongs_before(text: str, places: Sequence[tuple[int, int]], at: int) -> bool:
    gap = text[places[at - 1][1] : places[at][0]]
    return gap == "-" or (gap == " " and text[places[at - 1][0] : places[at - 1][1]].isalpha())


def _belongs_after(text: str, places: Sequence[tuple[int, int]], at: int) -> bool:
    gap = text[places[at][1] : places[at + 1][0]]
    return gap in ("-", "/") or (gap == " " and _SUFFIX.fullmatch(text, *places[at + 1]) is not None)


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    return frozenset(start[:size] for start in _families() for size in range(2, len(start)))


@lru_cache(maxsize=16384)
def _known(number: str) -> _Family | None:
    if number.isdigit():
        return None
    families = _families()
    for size in _lengths():
        for family in families.get(number[:size], ()):
            if family.then.fullmatch(number, size):
                return family
    return None
