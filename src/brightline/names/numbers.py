"""Numbers in names as digits: ordinals, Roman and Chinese numerals, numbers written against a word."""

from __future__ import annotations

import re
from itertools import pairwise

# Roman numerals that no name is written as.
_ROMANS = "ii=2 iii=3 iv=4 vi=6 vii=7 viii=8 ix=9 xii=12 xiii=13 xiv=14 xv=15 xvi=16 xvii=17 xviii=18 xix=19 xx=20"
_ROMAN = {pair.partition("=")[0]: pair.partition("=")[2] for pair in _ROMANS.split(" ")}
_LETTERS_DIGITS = re.compile(r"([^\W\d_]{2,})(\d{1,5})|(\d{1,4})([^\W\d_]{4,})")
_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_ENGLISH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_RUSSIAN = ("перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят")
_ENDINGS = ("ыи", "ои", "ии", "ая", "ое", "ые", "ья", "ье", "ого")
_ORDINALS = {word: str(at + 1) for at, word in enumerate(_ENGLISH)} | {
    stem + ending: str(at + 1) for at, stem in enumerate(_RUSSIAN) for ending in _ENDINGS
}
_SIGNS = frozenset(("no", "nr", "num", "number", "nomer", "номер", "号"))
_HAN = re.compile("第([一二三四五六七八九十百零〇]{1,5})")
_HAN_DIGITS = {sign: at for at, sign in enumerate("零一二三四五六七八九")} | {"〇": 0}


def in_digits(pieces: list[str], person: bool) -> list[str]:
    """Folded words with their numbers as digits; the sign for "number" before one goes, and so do leading noughts.

    `person`: nothing but a Roman numeral at the end is a number, as in "John Smith III".
    """
    parted: list[str] = []
    for at, piece in enumerate(pieces):
        if piece.isalpha():
            parted.append(_spelled(piece, at, person, at + 1 == len(pieces)) or piece)
        elif both := _LETTERS_DIGITS.fullmatch(piece):
            parted += [part for part in both.groups() if part]
        else:
            ordinal = _ORDINAL.fullmatch(piece)
            parted.append(ordinal.group(1) if ordinal else piece)
    plain = [(piece.lstrip("0") or "0") if piece.isdigit() and len(piece) < 6 else piece for piece in parted]
    return [piece for piece, after in pairwise([*plain, ""]) if not (piece in _SIGNS and after.isdigit())]


def _spelled(piece: str, at: int, person: bool, last: bool) -> str | None:
    """The digits of a Roman numeral behind another word, and of an ordinal; of persons the numeral at the end alone."""
    if person:
        return _ROMAN.get(piece) if at and last and piece != "vi" else None
    return _ORDINALS.get(piece) or (_ROMAN.get(piece) if at else None)


def han_in_digits(piece: str) -> str:
    """A Chinese text with its ordinals (第十二) as digits between spaces."""
    return _HAN.sub(lambda found: f" {_han_number(found.group(1))} ", piece)


def _han_number(signs: str) -> int:
    """The number that Chinese numerals write, below a thousand."""
    if not {"十", "百"} & set(signs):
        return int("".join([str(_HAN_DIGITS[sign]) for sign in signs]))
    hundreds, _, rest = signs.rpartition("百")
    tens, ten, ones = rest.rpartition("十")
    number = 100 * _HAN_DIGITS.get(hundreds[-1:], 1 if "百" in signs else 0)
    return number + (10 * _HAN_DIGITS.get(tens[-1:], 1) if ten else 0) + _HAN_DIGITS.get(ones[-1:], 0)
