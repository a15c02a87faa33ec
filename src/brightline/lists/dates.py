"""Dates as publishers of lists print them, whole, half or as a range, into ISO form."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "january"),
            ("feb", "february"),
            ("mar", "march"),
            ("apr", "april"),
            ("may",),
            ("jun", "june"),
            ("jul", "july"),
            ("aug", "august"),
            ("sep", "sept", "september"),
            ("oct", "october"),
            ("nov", "november"),
            ("dec", "december"),
        ),
        start=1,
    )
    for name in names
}
_WORDS = re.compile(r"(?:(\d{1,2}) )?([A-Za-z]+)\.? (\d{4})", re.ASCII)
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?", re.ASCII)
_RANGE = re.compile(r"\s*(?:\bto\b|\band\b|-(?=\s*\d{4}$)|–)\s*", re.IGNORECASE)
_ABOUT = re.compile(r"^(?:circa|ca\.?|c\.?|approximately|about|between|late|early)\s+", re.IGNORECASE)
_LONGEST = 20  # years of a range that are named one by one


def _built(year: str, month: int, day: int) -> str | None:
    if not month:
        return year if int(year) >= 1 else None
    if not 1 <= month <= 12:
        return None
    if not day:
        return f"{year}-{month:02}"
    try:
        return date(int(year), month, day).isoformat()
    except ValueError:
        return None


@lru_cache(maxsize=65536)
def iso_date(written: str) -> str | None:
    """A date such as `28 Jul 1963`, `Mar 1945`, `1945` or ISO, as far as it is known; None where it is no date."""
    text = " ".join(written.strip(" .,").split())
    iso = _ISO.fullmatch(text)
    if iso:
        return _built(iso[1], int(iso[2] or 0), int(iso[3] or 0))
    words = _WORDS.fullmatch(text)
    if words and words[2].lower() in _MONTHS:
        return _built(words[3], _MONTHS[words[2].lower()], int(words[1] or 0))
    return None


def us_date(written: str) -> str | None:
    """A date printed month first, such as `06/29/2056`; None where it is no date."""
    found = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", written.strip(), re.ASCII)
    return _built(found[3], int(found[1]), int(found[2])) if found else None


def _between(first: str, last: str) -> tuple[str, ...]:
    """The half-dates that cover a range: the month where it stays in one, else each year."""
    if first[:7] == last[:7] and len(first) >= 7 and len(last) >= 7:
        return (first[:7],)
    years = range(int(first[:4]), int(last[:4]) + 1)
    if not years or len(years) > _LONGEST:
        return (first, last)
    return tuple(f"{year:04}" for year in years)


@lru_cache(maxsize=65536)
def birth_dates(written: str) -> tuple[str, ...]:
    """The dates of birth that a text such as `circa 1951` or `01 Jan 1965 to 31 Dec 1966` allows; empty if none."""
    text = _ABOUT.sub("", written.strip(" ."))
    whole = iso_date(text)
    if whole:
        return (whole,)
    parts = [iso_date(_ABOUT.sub("", part)) for part in _RANGE.split(text)]
    if len(parts) != 2 or parts[0] is None or parts[1] is None:
        return ()
    return _between(parts[0], parts[1])
