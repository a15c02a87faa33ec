"""Days as publishers write them, whole or in part, read into ISO form of the same precision.

`07/03/1945` and `7.3.1945` are days first, as the UN, the EU, the UK and Switzerland write; `dd/mm/1945` and
`00/00/1945` are the year alone; a range of years stands for each year in it.
"""

from __future__ import annotations

import re

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
            r"\b" + _YEAR.format("from") + r"\s*(?:[-–/]|to|and(?!/or))\s*" + _YEAR.format("to") + r"\b",
            r"\b" + _YEAR.format("alone") + r"\b",
        )
    ),
    re.IGNORECASE,
)


def half_dates(text: str) -> tuple[str, ...]:
    """Every day, month or year a text names, in order, each once: `1945-03-07`, `1945-03`, `1945`.

    An impossible day (31 February, month 13) falls back to its year. Words around the dates are passed over.
    """
    found: dict[str, None] = {}
    for match in _DAY.finditer(text):
        for each in _from_match(match):
            found.setdefault(each)
    return tuple(found)


def one_day(text: str | None) -> str | None:
    """The first whole day a text names, ISO; None where it names none."""
    return next((each for each in half_dates(text or "") if len(each) == 10), None)


def year_range(first: int, last: int) -> tuple[str, ...]:
    """Each year from first to last; only the two ends where they lie further apart than a generation."""
    low, high = sorted((first, last))
    years = range(low, high + 1) if high - low <= _GAP else (low, high)
    return tuple(str(year) for year in years)


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
    if part["from"]:
        return year_range(int(part["from"]), int(part["to"])) if _is_range(match) else (part["from"], part["to"])
    return (part["alone"],)


def _is_range(match: re.Match[str]) -> bool:
    joined = match.group(0)[4:-4].strip().lower()
    before = match.string[: match.start()].rstrip().lower()
    return joined in {"-", "–", "to"} or (joined == "and" and before.endswith("between"))


def _month_number(word: str) -> str:
    return str(_MONTHS.index(word[:3].lower()) + 1)


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


def _number(part: str | int | None) -> int:
    text = str(part or "").strip()
    return int(text) if text.isascii() and text.isdigit() else 0


def _last_day(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
