"""Words of time in a sentence, resolved against the day of publication, and whether they make sense beside the verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_UNITS = "day|week|weekend|month|quarter|season|year|decade|century"
_TIME = re.compile(
    rf"\b(?P<relative>(?i:(?P<step>last|next|this|past|previous|coming|following) "
    rf"(?P<unit>{_UNITS}|{'|'.join(WEEKDAYS)}|{'|'.join(MONTHS)})))\b"
    rf"|\b(?P<weekday>{'|'.join(one.capitalize() for one in WEEKDAYS)})\b"
    rf"|\b(?P<early>(?:early|earlier|late|later|mid) (?:in |on in )?(?:the |this |last )?year)\b"
    rf"|\b(?P<month>{'|'.join(one.capitalize() for one in MONTHS)})(?: (?P<dom>\d{{1,2}}))?(?:,? (?P<year>\d{{4}}))?\b"
    rf"|\b(?P<bare>(?:19|20)\d{{2}})\b|\b(?P<word>(?i:yesterday|today|tomorrow))\b"
    rf"|\b(?P<part>(?:first|second|third|fourth|final) (?:quarter|half))\b"
    rf"|\b(?P<just>(?:has |have |had |having )?just (?=returned|come|arrived|ended|left|back))"
    rf"|\b(?P<span>(?P<count>two|three|four|five|six|seven|eight|nine|ten|\d+)[ -]{{1,2}}"
    rf"(?P<long>day|week|month|year)s?)\b"
)
_TO_COME = re.compile(r"\bwill \w+(?: \S+){0,4} in $")
_SURE_TIMES = frozenset({"early year", "late year"})
_PAST = re.compile(
    r"\b(?:who |which |that )?(?:met|visited|said|told|announced|returned|held|signed|went|came|was|were|had|fell|rose|"
    r"dropped|warned|issued|received|imposed|published|[a-z]{3,}ed)\b", re.I
)  # fmt: skip
_FUTURE = re.compile(
    r"\b(?:will|would|shall|is (?:due|set|expected|scheduled) to|are (?:due|set|expected) to|plans? to|going to)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Time:
    """A word of time: `key` is equal for two that mean the same; `day` where the publication day settles it."""

    printed: str
    key: str
    start: int
    day: date | None = None

    @property
    def kind(self) -> str:
        """Times that may contradict each other are of one kind: last week and last year, March and May."""
        if self.key in _SURE_TIMES:
            return "part of the year"
        if self.key.endswith(("quarter", "half")):
            return "quarter"
        if self.key.startswith(("last ", "next ", "this ", "just")):
            return "relative"
        if self.key.isdigit():
            return "year"
        if self.key in WEEKDAYS:
            return "weekday"
        return "span" if self.key.split()[-1] in ("day", "week", "month", "year") else "month"


@lru_cache(maxsize=1 << 14)
def times_in(text: str, published: date | None = None) -> tuple[Time, ...]:
    """Every word of time in a sentence, in order."""
    found = _TIME.finditer(text.replace("’", "'"))
    return tuple(Time(one[0], _key(one), one.start(), _day(one, published)) for one in found)


def _key(found: re.Match[str]) -> str:
    if found["relative"]:
        step = {"past": "last", "previous": "last", "coming": "next", "following": "next"}.get(
            found["step"].lower(), found["step"].lower()
        )
        return f"{step} {found['unit'].lower()}"
    if found["month"]:
        return found["month"].lower()
    if found["span"]:
        return f"{found['count'].lower()} {found['long'].lower()}"
    if found["just"]:
        return "just"
    if found["early"]:
        return "late year" if found["early"].lower().startswith("late") else "early year"
    return found[0].lower()


def _day(found: re.Match[str], published: date | None) -> date | None:
    """The nearest such day: a weekday within the week around publication, yesterday, today, tomorrow."""
    if published is None:
        return None
    if found["word"]:
        return published + timedelta(days={"yesterday": -1, "today": 0, "tomorrow": 1}[found["word"].lower()])
    if found["weekday"]:
        ahead = (WEEKDAYS.index(found["weekday"].lower()) - published.weekday()) % 7
        return published + timedelta(days=ahead if ahead <= 3 else ahead - 7)
    return None


def against_its_verb(text: str, year: int | None = None) -> Iterator[Time]:
    """Words of time that the verb beside them denies: "who met Xi next month", "will visit last week".

    With the year of publication also "will reach $240 billion in 2023", of a year that was over.
    """
    for time in times_in(text):
        before = text[max(0, time.start - 60) : time.start]
        clause = re.split(r"[,;:–—]| and (?!will)| but ", before)[-1]
        if time.key.startswith("next ") and _PAST.search(clause) and not _FUTURE.search(clause):
            yield time
        if time.key.startswith("last ") and _FUTURE.search(clause) and not _PAST.search(clause):
            yield time
        to_come = _TO_COME.search(before)
        if to_come and year is not None and time.key.isdigit() and int(time.key) < year:
            begins = max(0, time.start - 60) + to_come.start()
            yield replace(time, printed=text[begins : time.start + len(time.printed)], start=begins)
