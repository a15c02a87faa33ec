"""Days as pages print them: ISO, English, French, Russian and Chinese, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from brightline.media.times import MONTHS

_FRENCH = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_RUSSIAN = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)
_MONTHS = {name: at % 12 + 1 for at, name in enumerate((*MONTHS, *_FRENCH, *_RUSSIAN))}
_MONTHS |= {name[:3]: at + 1 for at, name in enumerate(MONTHS)} | {"sept": 9}
_NAMED = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = re.compile(
    rf"(?P<iso>\b(\d{{4}})-(\d{{2}})-(\d{{2}})\b)"
    rf"|(?P<mdy>\b({_NAMED})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b)"
    rf"|(?P<dmy>\b(\d{{1,2}})(?:st|nd|rd|th|er)? (?:of )?({_NAMED})\.?,? (\d{{4}})\b)"
    r"|(?P<zh>(\d{4})年(\d{1,2})月(\d{1,2})日)"
    r"|(?P<dots>\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b)",
    re.I,
)

_FOUR_DIGITS = re.compile(r"\d{4}")


def days_in(text: str) -> Iterator[tuple[date, re.Match[str]]]:
    """Every day that a text prints with its year, in order. `03/04/2024` is read day first."""
    if not _FOUR_DIGITS.search(text):
        return
    for found in _DAY.finditer(text):
        day = _day(found)
        if day is not None:
            yield day, found


def _day(found: re.Match[str]) -> date | None:
    kind = found.lastgroup
    one, two, three = (part for part in found.groups()[1:] if part is not None and part != found[0])
    if kind in ("iso", "zh"):
        year, month, day = one, two, three
    elif kind == "mdy":
        month, day, year = str(_MONTHS[one.lower()]), two, three
    elif kind == "dmy":
        day, month, year = one, str(_MONTHS[two.lower()]), three
    else:
        day, month, year = (one, two, three) if int(two) <= 12 else (two, one, three)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
