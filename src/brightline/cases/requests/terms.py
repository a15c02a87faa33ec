"""Which messages ask for an answer, and how long we have: deadlines.yaml, read strictly, and days named in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files

from brightline.errors import Refused
from brightline.text.fold import fold
from brightline.text.marks import Entry, Value, parse_yaml

BANK = "bank"
FROM_MESSAGE, FROM_TABLE, FROM_PERSON = "message", "table", "person"
_STATUSES = ("own", "verified", "secondary", "unverified")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_UNTIL = r"(?:BY|BEFORE|UNTIL|TILL|THAN|DEADLINE|DUE)(?: ON| DATE)?[:\s]+(?:THE )?"
_ISO = re.compile(_UNTIL + r"(\d{4})-(\d{2})-(\d{2})", re.I)
_DOTTED = re.compile(_UNTIL + r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.I)
_NAMED = re.compile(_UNTIL + rf"(\d{{1,2}})(?:ST|ND|RD|TH)?[\s-]*({'|'.join(_MONTHS)})[A-Z]*[\s,-]*(\d{{4}})", re.I)
_WITHIN = re.compile(r"WITHIN (\d{1,3}) (BUSINESS |WORKING |BANKING |CALENDAR )?DAYS?", re.I)


@dataclass(frozen=True, slots=True)
class Term:
    """How long one who asks gives us, from a day on."""

    asker: str
    since: date
    days: int
    status: str
    cite: str


@dataclass(frozen=True, slots=True)
class Asking:
    """A kind of message that asks, and what its answer is. `only_if_asked`: free text, a request only by its words."""

    kind: str
    answer: str
    only_if_asked: bool


@dataclass(frozen=True, slots=True)
class _Table:
    terms: tuple[Term, ...]
    kinds: Mapping[str, Asking]
    asks: tuple[str, ...]


def kinds() -> Mapping[str, Asking]:
    """Every kind of message that asks for an answer, by name."""
    return _table().kinds


def askers() -> Sequence[str]:
    """Who may ask: banks, authorities by regime, courts."""
    return tuple(dict.fromkeys(one.asker for one in _table().terms))


def is_question(words: str) -> bool:
    """Whether a free text asks something, by its words."""
    folded = f" {re.sub(r'[^a-z0-9]+', ' ', fold(words))} "
    return "?" in words or any(f" {one} " in folded for one in _table().asks)


def term_for(asker: str, day: date) -> Term:
    """The term in force on a day. Raises Refused for who is not in the table, or a day before its first term."""
    known = [one for one in _table().terms if one.asker == asker and one.since <= day]
    if not known:
        raise Refused("asker", f"{asker[:40]!r} on {day}", f"one of {', '.join(askers())}, from the days of the table")
    return max(known, key=lambda one: one.since)


def due_of(words: str, asker: str, day: date) -> tuple[date, str]:
    """The day an answer is due, and where it is from: the words of who asks, else the table."""
    named = _named_day(words, day)
    return (named, FROM_MESSAGE) if named else (day + timedelta(days=term_for(asker, day).days), FROM_TABLE)


def _named_day(words: str, day: date) -> date | None:
    plain = " ".join(words.split())
    if found := _ISO.search(plain):
        return _day(found[1], found[2], found[3])
    if found := _DOTTED.search(plain):
        return _day(found[3], found[2], found[1])
    if found := _NAMED.search(plain):
        return _day(found[3], str(_MONTHS.index(found[2].upper()) + 1), found[1])
    if found := _WITHIN.search(plain):
        business = (found[2] or "").strip().upper() in ("BUSINESS", "WORKING", "BANKING")
        return _after(day, int(found[1]), business=business)
    return None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _after(day: date, count: int, *, business: bool) -> date:
    """So many days on; business days leave out Saturdays and Sundays, and know no holidays."""
    if not business:
        return day + timedelta(days=count)
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


@lru_cache(maxsize=1)
def _table() -> _Table:
    name = "deadlines.yaml"
    entry = parse_yaml(files("brightline.cases.requests").joinpath(name).read_text(encoding="utf-8"), name).entry()
    terms = tuple(_term(one.entry()) for one in entry.take("deadlines").items())
    asking = [_asking(one) for one in entry.take("kinds").items()]
    read = _Table(terms, {one.kind: one for one in asking}, entry.take("asks").words())
    entry.close()
    return read


def _term(entry: Entry) -> Term:
    read = Term(
        entry.take("asker").text(),
        entry.take("from").day(),
        entry.take("days").thousandths() // 1000,
        entry.take("status").word(_STATUSES),
        entry.take("cite").text(),
    )
    entry.close()
    return read


def _asking(value: Value) -> Asking:
    entry = value.entry()
    read = Asking(
        entry.take("kind").text(), entry.take("answer").text(), entry.take_optional("only_if_asked") is not None
    )
    entry.close()
    return read
