"""What of the queue is asked for: read from the parameters of a URL, and back."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from brightline.cases.database import stamp
from brightline.cases.open import OPENS
from brightline.cases.states import STATES
from brightline.errors import Refused

SORTS = ("urgent", "newest", "oldest", "amount")
LONGEST_VALUE, MOST_VALUES = 200, 50
_CORRIDOR = re.compile(r"(?:[A-Z]{2}|\?\?|\*)-(?:[A-Z]{2}|\?\?|\*)")
_CURRENCY = re.compile(r"[A-Z]{3}")
_NAME = re.compile(r"[\w.:-]{1,80}")
_KEY = re.compile(r"[0-9a-f]{32}")
_AMOUNT = re.compile(r"[0-9]{1,18}(?:\.[0-9]{1,5})?")
_AGE = re.compile(r"(\d{1,5})([mhd])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


@dataclass(frozen=True, slots=True)
class Filters:
    """What cases are asked for. Empty tuples and None ask nothing; without `state`, every case not yet ended.

    `corridor`: `CN-RU`, `CN-*`, `*-RU`. Amounts: decimal texts, of `currency` where one is given. `age`: at least so
    long open. `assignee`: ids of people, `me`, `nobody`. `cut_off`: money or a report falls due before it. `text`:
    words of parties and references. `counterparty`: a key of `groups`. `asked`: `open` for a request to be answered,
    in ended cases too. `sort`: urgent, newest, oldest, amount.
    """

    outcome: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    rule: tuple[str, ...] = ()
    list: tuple[str, ...] = ()
    corridor: tuple[str, ...] = ()
    amount_from: str | None = None
    amount_to: str | None = None
    currency: tuple[str, ...] = ()
    age: timedelta | None = None
    assignee: tuple[str, ...] = ()
    cut_off: datetime | None = None
    text: str | None = None
    counterparty: str | None = None
    asked: str | None = None
    sort: str = "urgent"


def filters_from(given: Mapping[str, str]) -> Filters:
    """The filters that the parameters of a URL ask for; several values of one are parted by commas.

    Raises Refused naming the parameter where it is not known or its value does not fit. An empty value asks nothing.
    """
    for name in given:
        if name not in _READERS:
            raise Refused(f"filter {name[:40]!r}", "a filter that is not known", f"one of {', '.join(_READERS)}")
    said = {name: _READERS[name](name, value.strip()) for name, value in given.items() if value.strip()}
    return Filters(**said)  # type: ignore[arg-type]  # each reader gives what its field holds


def filters_query(filters: Filters) -> str:
    """The parameters of a URL that ask for these filters; `filters_from` reads them back equal."""
    said = ((one.name, getattr(filters, one.name)) for one in fields(Filters))
    return urlencode([(name, _written(value)) for name, value in said if value and (name, value) != ("sort", "urgent")])


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(value)
    if isinstance(value, timedelta):
        return f"{value // timedelta(minutes=1)}m"
    return stamp(value) if isinstance(value, datetime) else str(value)


def _refused(name: str, value: str, expected: str) -> Refused:
    return Refused(f"filter {name}", repr(value[:80]), expected)


def _some(fits: Callable[[str], object], expected: str) -> Callable[[str, str], tuple[str, ...]]:
    """A reader of several values, each of which fits; in order, each once."""

    def read(name: str, value: str) -> tuple[str, ...]:
        parts = tuple(sorted({one.strip() for one in value.split(",") if one.strip()}))
        for one in parts:
            if not fits(one):
                raise _refused(name, one, expected)
        if len(parts) > MOST_VALUES:
            raise _refused(name, f"{len(parts)} values", f"at most {MOST_VALUES}")
        return parts

    return read


def _one(fits: Callable[[str], object], expected: str) -> Callable[[str, str], str]:
    """A reader of one value that fits."""

    def read(name: str, value: str) -> str:
        if not fits(value):
            raise _refused(name, value, expected)
        return value

    return read


def _age(name: str, value: str) -> timedelta:
    found = _AGE.fullmatch(value)
    if found is None:
        raise _refused(name, value, "an age such as 30m, 4h or 2d")
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def _moment(name: str, value: str) -> datetime:
    """A moment; a day is the end of it, and one without a zone is read as UTC."""
    try:
        read = datetime.fromisoformat(value)
        moment = read + timedelta(days=1) if len(value) == len("2024-07-03") else read
        return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        raise _refused(name, value, "a day such as 2024-07-03 or a moment such as 2024-07-03T17:00Z") from None


def _is_text(value: str) -> bool:
    return len(value) <= LONGEST_VALUE and value.isprintable()


_READERS: Mapping[str, Callable[[str, str], object]] = {
    "outcome": _some(OPENS.__contains__, " or ".join(OPENS)),
    "state": _some(STATES.__contains__, " or ".join(STATES)),
    "rule": _some(_NAME.fullmatch, "the name of a rule"),
    "list": _some(_NAME.fullmatch, "the id of a list"),
    "corridor": _some(_CORRIDOR.fullmatch, "two countries such as CN-RU, CN-* or *-RU"),
    "amount_from": _one(_AMOUNT.fullmatch, "a decimal amount"),
    "amount_to": _one(_AMOUNT.fullmatch, "a decimal amount"),
    "currency": _some(_CURRENCY.fullmatch, "a currency such as CNY"),
    "age": _age,
    "assignee": _some(_NAME.fullmatch, "me, nobody, or the id of a person"),
    "cut_off": _moment,
    "text": _one(_is_text, f"at most {LONGEST_VALUE} printable letters"),
    "counterparty": _one(_KEY.fullmatch, "the key of a counterparty"),
    "asked": _one("open".__eq__, "open"),
    "sort": _one(SORTS.__contains__, " or ".join(SORTS)),
}
