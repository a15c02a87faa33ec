"""The tables of the episode, read strictly: parameters, kinds of banks, events, kinds of orders, calendar, customs."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import files

from brightline.text.marks import Entry, Value, parse_yaml

SOURCE = re.compile(r"assumed|[CR]\d+(, [CR]\d+)*")
KINDS = ("share", "days", "factor", "dollars")
EVENT_KINDS = ("order", "listing", "visit", "statement", "law", "route")
EXPORTS, IMPORTS = "cn_exports_to_ru", "cn_imports_from_ru"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number: its value, the range within which it is plausible, and its source (C…, R… or assumed).

    `kind`: share (0 to 1), days, factor or dollars (all above nought). `fitted`: the fit may move it.
    """

    name: str
    value: float
    low: float
    high: float
    kind: str
    source: str
    told: str
    fitted: bool = False


@dataclass(frozen=True, slots=True)
class BankKind:
    """A kind of banks: how many, and their share of first tries."""

    name: str
    count: int
    market: float
    source: str

    @property
    def word(self) -> str:
        """The end of the names of its settings, as in `dollars_big_state`."""
        return self.name.replace("-", "_")


@dataclass(frozen=True, slots=True)
class Event:
    """What an authority did on a day. `kick`: rise of the perceived chance, the order of December 2023 being 1.

    `lasting`: the part of it that does not fade; `reaches`: kinds of banks, none named: all. `agents_lost`: the share
    of agents that can no longer pay. A kind `law` widens the base in the engine's eyes too.
    """

    name: str
    day: date
    kind: str
    told: str
    kick: float
    span: tuple[float, float]
    lasting: float
    reaches: tuple[str, ...]
    agents_lost: float
    source: str


@dataclass(frozen=True, slots=True)
class OrderKind:
    """A kind of orders: its share by count, and the kind of generated payment it is measured on."""

    name: str
    priority: bool
    share: float
    of: str


def number(value: Value) -> float:
    """A number as written, below nought too; whether it fits is for the one who asks."""
    try:
        return float(value.text("a number"))
    except ValueError:
        raise value.refuse(repr(value.text()), "a number") from None


def _open(name: str) -> Value:
    return parse_yaml(files("brightline.lab.episode").joinpath(name).read_text("utf-8"), f"lab/episode/{name}")


def _source(entry: Entry) -> str:
    place = entry.take("source")
    if not SOURCE.fullmatch(place.text()):
        raise place.refuse(repr(place.text()), "a fact such as C16, several of them, or the word assumed")
    return place.text()


@lru_cache(maxsize=1)
def parameters() -> Mapping[str, Parameter]:
    """Every parameter by its name, as shipped."""
    return {name: _parameter(name, value) for name, value in _open("parameters.yaml").entry().left.items()}


def _parameter(name: str, place: Value) -> Parameter:
    entry = place.entry()
    value, low, high = (number(entry.take(key)) for key in ("value", "low", "high"))
    kind = entry.take("kind").word(KINDS)
    fitted = entry.take_optional("fitted")
    one = Parameter(name, value, low, high, kind, _source(entry), entry.take("told").text(), fitted is not None)
    entry.close()
    if not low <= value <= high:
        raise place.refuse(f"{value} outside {low} to {high}", "a value within its range")
    return one


@lru_cache(maxsize=1)
def bank_kinds() -> Mapping[str, BankKind]:
    """The kinds of banks by name."""
    return {name: _bank_kind(name, value.entry()) for name, value in _open("banks.yaml").entry().left.items()}


def _bank_kind(name: str, entry: Entry) -> BankKind:
    count, market = int(number(entry.take("count"))), number(entry.take("market"))
    one = BankKind(name, count, market, _source(entry))
    entry.close()
    return one


@lru_cache(maxsize=1)
def events() -> Mapping[str, Event]:
    """The events by name, as they happened."""
    return {name: _event(name, value.entry()) for name, value in _open("events.yaml").entry().left.items()}


def _event(name: str, entry: Entry) -> Event:
    low, high = (number(one) for one in entry.take("range").items())
    reaches, lost, lasting = (entry.take_optional(key) for key in ("reaches", "agents_lost", "lasting"))
    one = Event(
        name, entry.take("date").day(), entry.take("kind").word(EVENT_KINDS), entry.take("told").text(),
        number(entry.take("kick")), (low, high), number(lasting) if lasting else 0.0,
        tuple(kind.word(tuple(bank_kinds())) for kind in reaches.items()) if reaches else (),
        number(lost) if lost else 0.0, _source(entry),
    )  # fmt: skip
    entry.close()
    return one


@lru_cache(maxsize=1)
def order_kinds() -> tuple[OrderKind, ...]:
    """The kinds of orders, civil ones before high-priority ones."""
    groups = _open("kinds.yaml").entry().left
    return tuple(
        OrderKind(name, group == "priority", number(entry.take("share")), entry.take("of").text())
        for group, some in groups.items()
        for name, value in some.entry().left.items()
        for entry in (value.entry(),)
    )


@lru_cache(maxsize=1)
def customs() -> Mapping[tuple[str, str], float]:
    """(flow, month such as 2024-03) → US dollars, as China's customs told or as derived from it."""
    text = files("brightline.lab.episode").joinpath("customs.csv").read_text("utf-8")
    return {(row["flow"], row["month"]): float(row["usd"]) for row in csv.DictReader(text.splitlines())}


@lru_cache(maxsize=1)
def _calendar() -> tuple[frozenset[date], frozenset[date]]:
    entry = _open("calendar.yaml").entry()
    off = set[date]()
    for span in entry.take("free").items():
        first, last = (one.day() for one in span.items())
        off |= {first + timedelta(days=step) for step in range((last - first).days + 1)}
    return frozenset(off), frozenset(one.day() for one in entry.take("worked").items())


def works(day: date) -> bool:
    """Whether Chinese banks work on a day."""
    off, worked = _calendar()
    return day in worked or (day.weekday() < 5 and day not in off)
