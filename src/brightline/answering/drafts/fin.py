"""Queries, answers and free text between banks as SWIFT MT: n95, n96, n99.

Letters outside the set that FIN carries are written in Latin letters, else replaced by a point. A line never begins
with a colon or a hyphen, which would end a field or the message.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brightline.answering.drafts.order import Order, in_chunks
from brightline.errors import Refused
from brightline.text.translit import latin

_NOT_CARRIED = re.compile(r"[^A-Za-z0-9/\-?:().,'+ ]")
_SIGNS = str.maketrans("{}[]&;_\u2018\u2019\u2013\u2014*", "()()+,-''--.")
_SPELT = str.maketrans({"%": " PCT", "@": "(AT)", "#": "NO.", '"': "'"})
_NARROW, _WIDE = 35, 50
_NARRATIVE_LINES, _FREE_LINES = 20, 35
_REFERENCE = 16


def query(order: Order) -> bytes:
    """An n95: what is asked stands in 77A; 75 points there."""
    asked = order.words or "Please send us the documents of this payment."
    fields = [("75", ["QUERY, SEE FIELD 77A"]), ("77A", _lines(asked, _NARROW, _NARRATIVE_LINES))]
    return _message(order, "95", fields)


def answer(order: Order) -> bytes:
    """An n96: the answer stands in 77A; 76 points there."""
    said = order.words or "We are looking into it."
    fields = [("76", ["ANSWER, SEE FIELD 77A"]), ("77A", _lines(said, _NARROW, _NARRATIVE_LINES))]
    return _message(order, "96", fields)


def free_text(order: Order) -> bytes:
    """An n99. Raises Refused where nobody says anything."""
    if not order.words:
        raise Refused("words", "nothing", "what the message is to say")
    return _message(order, "99", [("79", _lines(order.words, _WIDE, _FREE_LINES))])


def carried(words: str) -> str:
    """Words in the letters FIN carries."""
    plain = words.translate(_SIGNS).translate(_SPELT)
    read = "".join(sign if sign.isascii() else latin(sign.lower()) or "." for sign in _spelt(plain))
    return _NOT_CARRIED.sub(".", read)


def _spelt(words: str) -> Iterator[str]:
    """Runs of letters other than ASCII whole, as transliteration reads them; Chinese signs with a blank between."""
    for run in re.findall(r"[\x00-\x7f]|[\u3400-\u9fff]|[^\x00-\x7f\u3400-\u9fff]+", words):
        yield run
        if "\u3400" <= run <= "\u9fff":
            yield " "


def _message(order: Order, number: str, fields: list[tuple[str, list[str]]]) -> bytes:
    kind = f"{_category(order)}{number}"
    uetr = f"{{3:{{121:{order.original.uetr}}}}}" if order.original.uetr else ""
    head = f"{{1:F01{_terminal(order.ours, 'A')}0000000000}}{{2:I{kind}{_terminal(order.theirs, 'X')}N}}{uetr}{{4:"
    related = order.to_reference or order.original.reference
    body = [("20", [order.reference]), ("21", [_reference(related)]), *fields]
    lines = [f":{tag}:{value[0]}" + "".join(f"\r\n{more}" for more in value[1:]) for tag, value in body]
    return "\r\n".join([head, *lines, "-}"]).encode("ascii")


def _category(order: Order) -> str:
    """2 for a transfer between banks, else 1: queries are of the category of what they speak of."""
    name = order.original.message_name
    return "2" if name.startswith(("MT2", "pacs.009")) else "1"


def _terminal(bic: str, letter: str) -> str:
    return f"{bic[:8]}{letter}{bic[8:] or 'XXX'}"


def _reference(reference: str) -> str:
    """A reference as 16 letters hold it; FIN allows no stroke at its ends and none doubled."""
    kept = re.sub("/{2,}", "/", _NOT_CARRIED.sub(".", carried(reference)))[:_REFERENCE].strip("/ ")
    return kept or "NOREF"


def _lines(words: str, width: int, most: int) -> list[str]:
    said = [line for part in carried_lines(words) for line in _in_lines(part, width)]
    if len(said) > most:
        raise Refused("words", f"{len(said)} lines of {width} letters", f"at most {most}", "Say it shorter.")
    return said


def carried_lines(words: str) -> Iterator[str]:
    """The lines of words as people wrote them, each in letters FIN carries."""
    for line in words.splitlines():
        if line.strip():
            yield carried(line)


def _in_lines(part: str, width: int) -> Iterator[str]:
    for line in in_chunks(part, width - 1):
        yield f".{line}" if line[0] in ":-" else line
