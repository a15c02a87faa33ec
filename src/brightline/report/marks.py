"""Which words of a text led to a finding, so that the page can mark them."""

from __future__ import annotations

import re
from collections.abc import Iterable

Marked = tuple[tuple[str, bool], ...]  # pieces of a text in order; True where the piece is to be marked

MOST_NEEDLES, MOST_MARKS, LEAST_LETTERS = 40, 60, 3
_UNSPACED = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")  # scripts written without blanks
_TARIFF = re.compile(r"\d{6}")  # a tariff code, written in a message as 848210, 8482.10, 8482 10 900 8…
_WORDS = re.compile(r"\w+")


def marked(text: str, needles: Iterable[str]) -> Marked:
    """The text in pieces, with every place where a needle stands marked. The pieces always join to the text."""
    pattern = _pattern(text, needles)
    if pattern is None:
        return ((text, False),) if text else ()
    pieces: list[tuple[str, bool]] = []
    at = 0
    for count, found in enumerate(pattern.finditer(text)):
        if count == MOST_MARKS:
            break
        pieces += [(text[at : found.start()], False), (found[0], True)]
        at = found.end()
    return tuple(piece for piece in (*pieces, (text[at:], False)) if piece[0])


def _pattern(text: str, needles: Iterable[str]) -> re.Pattern[str] | None:
    wanted = sorted({needle.strip() for needle in needles} - {""}, key=lambda one: (-len(one), one))[:MOST_NEEDLES]
    forms = [_form(part) for needle in wanted for part in _standing(text, needle)]
    return re.compile("|".join(dict.fromkeys(forms)), re.IGNORECASE) if forms else None


def _standing(text: str, needle: str) -> list[str]:
    """The needle if the text has it, else those of its words that the text has."""
    if re.search(_form(needle), text, re.IGNORECASE):
        return [needle]
    return [one for one in _WORDS.findall(needle)[:MOST_NEEDLES] if len(one) >= LEAST_LETTERS]


def _form(needle: str) -> str:
    if _TARIFF.fullmatch(needle):
        pairs = [needle[at : at + 2] for at in range(2, len(needle), 2)]
        return r"(?<!\d)" + needle[:2] + "".join(rf"[. ]?{pair}" for pair in pairs) + r"(?:[. ]?\d{1,4})*(?!\d)"
    escaped = r"\s+".join(map(re.escape, needle.split()))
    return escaped if _UNSPACED.search(needle) else rf"(?<!\w){escaped}(?!\w)"
