"""Days as publishers write them, whole or in part, read into ISO form of the same precision; and those in file names.

`07/03/1945` and `7.3.1945` are days first, as the UN, the EU, the UK and Switzerland write (`us_date` reads the month
first); `dd/mm/1945` and `00/00/1945` are the year alone; a range of years stands for each year in it.
"""

from __future__ import annotations

import calendar
import re
from functools import lru_cache

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<{}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"  # noqa: E501
_YEAR = r"(?P<{}>1[6-9]\d\d|20\d\d|30\d\d)"
_GAP = 25  # years: a wider range says too little to be spelt out

_DAY = re.compile(
    "|".join(
        (
            r"\b" + _YEAR.format("iso_y") + r"-(?P<iso_m>\d\d)(?:-(?P<iso_d>\d\d))?(?!\d)",
            r"(?<![\w.])(?P<d>\d{1,2}|dd)\s*[./-]\s*(?P<m>\d{1,2}|mm)\s*[./-]?\s*" + _YEAR.format("y") + r"(?!\d)",
            r"\b(?P<wd>\d{1,2})(?:st|nd|rd|th)?[\s.-]*" + _MONTH.format("wm") + r"[\s,.-]*" + _YEAR.format("wy"),
            r"\b" + _MONTH.format("em") + r"\s*/\s*" + _MONTH.format("em2") + r"\s+" + _YEAR.format("ey"),
            r"\b" + _MONTH.format("nm") + r"[\s,-]*(?:(?P<nd>\d{1,2})(?:st|nd|rd|th)?,?\s+)?" + _YEAR.format("ny"),
            r"\b" + _YEAR.format("alone") + r"\b",
        )
    ),
    re.IGNORECASE,
)
_TO = re.compile(r"\s*(?:(to|-|–)|(and))\s*(?:circa|ca?\.?|about|approximately|late|early)?\s*", re.IGNORECASE)
_PLAIN = re.compile(
    r"(?P<iso_y>\d{4})(?:-(?P<iso_m>\d{2})(?:-(?P<iso_d>\d{2}))?)?(?:T.*)?"
    r"|(?:(?P<wd>\d{1,2}) )?" + _MONTH.format("wm") + r" (?P<wy>\d{4})",
    re.ASCII | re.IGNORECASE,
)
_US = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
_NAMED_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_NAMED_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.](0[1-9]|1[0-2])(?![-_.]?\d)")


@lru_cache(maxsize=65536)
def half_dates(text: str) -> tuple[str, ...]:
    """Every day, month or year a text names, in order, each once: `1945-03-07`, `1945-03`, `1945`.

    An impossible day (31 February, month 13) falls back to its year. Words around the dates are passed over. A range
    (`1958 to 1960`, `between 1.1.1965 and 31.12.1966`) is each year in it, or its month where it stays in one.
    """
    found: list[str] = []
    until: re.Match[str] | None = None  # the date before, as long as it can begin a range
    for match in _DAY.finditer(text):
        dates = _from_match(match)
        if until is not None and len(dates) == 1 and _joins(until, match):
            found[-1:] = _between(found[-1], dates[0])
            until = None
            continue
        found.extend(dates)
        until = match if len(dates) == 1 else None
    return tuple(dict.fromkeys(found))


def one_day(text: str | None) -> str | None:
    """The first whole day a text names, ISO; None where it names none."""
    named = (each for match in _DAY.finditer(text or "") for each in _from_match(match))
    return next((each for each in named if len(each) == 10), None)


@lru_cache(maxsize=65536)
def only_date(written: str) -> str | None:
    """The date that a text is, in words or ISO (`28 Jul 1963`, `Mar 1945`, `1945`); None where it says more or less.

    Nothing is guessed: a day of the calendar that never was is none, and of `07/03/1945` nobody knows the month.
    """
    found = _PLAIN.fullmatch(" ".join(written.strip(" .,").split()))
    if not found:
        return None
    if found["iso_y"]:
        return _exactly(found["iso_y"], found["iso_m"], found["iso_d"])
    return _exactly(found["wy"], _month_number(found["wm"]), found["wd"])


def us_date(written: str) -> str | None:
    """A day printed month first, such as `06/29/2056`; None where it is none."""
    found = _US.fullmatch(written.strip())
    return _exactly(found[3], found[1], found[2]) if found else None


def year_range(first: int, last: int) -> tuple[str, ...]:
    """Each year from first to last; only the two ends where they lie further apart than a generation."""
    low, high = sorted((first, last))
    years = range(low, high + 1) if high - low <= _GAP else (low, high)
    return tuple(str(year) for year in years)


def half_date(year: str | int, month: str | int | None, day: str | int | None) -> str:
    """Year, month and day joined as far as they are known; `00`, `mm`, `dd`, blanks and impossible parts are not."""
    known_month, known_day = _number(month), _number(day)
    if not 1 <= known_month <= 12:
        return f"{int(year):04d}"
    if known_day == 0:
        return f"{int(year):04d}-{known_month:02d}"
    if known_day > _last_day(int(year), known_month):
        return f"{int(year):04d}"
    return f"{int(year):04d}-{known_month:02d}-{known_day:02d}"


def day_in_name(name: str) -> str | None:
    """The last ISO day in a name such as `sdn_2024-07-02.csv` or `set_20231228`; None where there is none.

    A month alone stands for its last day: a list must not be used before it can have been published.
    """
    for found in reversed(list(_NAMED_DAY.finditer(name))):
        if day := _exactly(found[1], found[3], found[4]):
            return day
    months = list(_NAMED_MONTH.finditer(name))
    if not months:
        return None
    year, month = int(months[-1][1]), int(months[-1][2])
    return half_date(year, month, _last_day(year, month))


def _from_match(match: re.Match[str]) -> tuple[str, ...]:
    part = match.groupdict()
    if part["iso_y"]:
        return (half_date(part["iso_y"], part["iso_m"], part["iso_d"]),)
    if part["y"]:
        return (half_date(part["y"], part["m"], part["d"]),)
    if part["wy"]:
        return (half_date(part["wy"], _month_number(part["wm"]), part["wd"]),)
    if part["ey"]:
        return tuple(half_date(part["ey"], _month_number(part[name]), None) for name in ("em", "em2"))
    if part["ny"]:
        return (half_date(part["ny"], _month_number(part["nm"]), part["nd"]),)
    return (part["alone"],)


def _joins(first: re.Match[str], last: re.Match[str]) -> bool:
    """Whether two dates that follow each other are the ends of a range."""
    text = first.string
    joined = _TO.fullmatch(text, first.end(), last.start())
    return joined is not None and bool(joined[1] or text[: first.start()].rstrip().lower().endswith("between"))


def _between(first: str, last: str) -> tuple[str, ...]:
    """The half-dates that cover a range: the month where it stays in one, else each year; the ends of a wide one."""
    if first[:7] == last[:7] and min(len(first), len(last)) >= 7:
        return (first[:7],)
    years = year_range(int(first[:4]), int(last[:4]))
    return years if abs(int(last[:4]) - int(first[:4])) <= _GAP else (first, last)


def _exactly(year: str, month: str | None, day: str | None) -> str | None:
    """The half-date of parts that are all possible, `00` being unknown; None where one of them never was."""
    read = half_date(year, month, day)
    known = 10 if _number(day) else 7 if _number(month) else 4
    return read if len(read) == known and int(year) >= 1 else None


def _month_number(word: str) -> str:
    return str(_MONTHS.index(word[:3].lower()) + 1)


def _number(part: str | int | None) -> int:
    text = str(part or "").strip()
    return int(text) if text.isascii() and text.isdigit() else 0


def _last_day(year: int, month: int) -> int:
    return calendar.monthrange(max(year, 1), month)[1]
