"""What comes beside a message, and what it costs over the same payment without it.

    python -m bench.beside     measure and print, keep nothing

Milliseconds of one core for a payment. Payments are the golden cases that carry papers, profiles or history, each in
words never seen before: the same new word for the same name in message and papers.
"""

from __future__ import annotations

import io
import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from tests.golden.case_files import cases

from bench.clock import took
from bench.editions import build_into, open_home
from bench.inputs import NOT_HERE, made_up_name, real_list
from bench.screening import AS_OF
from bench.table import Row, table
from brightline.beside.history import read_history
from brightline.beside.record import beside_of
from brightline.payments.shape import from_json, to_json
from brightline.screen.edition import Edition
from brightline.screen.facts import Alike, screen_names
from brightline.screen.papers import to_be_named
from brightline.screen.screen import determine
from brightline.terms import Party, Payment
from brightline.terms.beside import NOTHING, Beside

TARGET = 0.5  # milliseconds
DENSE, PAYERS = 125, 200  # earlier payments of a payer, and payers
TIMES = 5  # the least of so many runs counts, each in words of its own
MILLI = 1000.0
KINDS = ("papers", "profiles", "history")
_WORDS = ("name", "words", "description", "value", "maker")


@dataclass(frozen=True)
class Given:
    """A payment, and what came beside it as JSON."""

    payment: Payment
    beside: dict[str, object]


def rows(home: Path) -> Iterator[Row]:
    """Reading what came, screening the names it brings, and all that follows; the list stands in `home`."""
    if real_list() is None:
        yield Row("papers, profiles and history", None, "ms", why=NOT_HERE)
        return
    edition, numbers = open_home(home), iter(range(10**9))
    runs = [_all(numbers) for _ in range(TIMES + 1)]
    _follow(runs.pop(), edition)  # tables are read, the law is made ready
    count = len(runs[0])
    reading = min(took(lambda run=run: _read(run)).core for run in runs)
    yield Row("reading what came beside a message", reading / count * MILLI, "ms")
    bare = min(_timed(run, edition, with_beside=False) for run in runs)
    whole = min(_timed(run, edition, with_beside=True) for run in [_all(numbers) for _ in range(TIMES)])
    yield Row("papers, profiles and history: rules", (whole - bare) / count * MILLI, "ms")
    total = (reading + whole - bare) / count * MILLI
    yield Row("papers, profiles and history, added to a payment", total, "ms", TARGET, least=False)
    yield Row("names that papers bring, screened", _names(numbers, edition) / count * MILLI, "ms")
    first, again = _dense()
    yield Row(f"history of {DENSE} payments a payer, met first", first * MILLI, "ms")
    yield Row(f"history of {DENSE} payments a payer, met again", again * MILLI, "ms", TARGET, least=False)


def _all(numbers: Iterator[int]) -> Sequence[Given]:
    """Every golden case with something beside it, in new words."""
    found = []
    for case in cases():
        given = {kind: case.beside.given[kind] for kind in KINDS if kind in case.beside.given}
        if given:
            new: dict[str, str] = {}
            said = _renamed(to_json(case.payment), new, numbers)
            found.append(Given(from_json(cast("dict[str, object]", said), case.id), _as_map(given, new, numbers)))
    return found


def _as_map(given: dict[str, object], new: dict[str, str], numbers: Iterator[int]) -> dict[str, object]:
    return cast("dict[str, object]", _renamed(json.loads(json.dumps(given)), new, numbers))


def _renamed(value: object, new: dict[str, str], numbers: Iterator[int], key: str = "") -> object:
    if isinstance(value, dict):
        return {name: _renamed(one, new, numbers, name) for name, one in value.items()}
    if isinstance(value, list):
        return [_renamed(one, new, numbers, key) for one in value]
    if not isinstance(value, str) or key not in _WORDS or not any(letter.isalpha() for letter in value):
        return value
    return new.setdefault(value, f"{value} {made_up_name(next(numbers))}")


def _read(run: Sequence[Given]) -> None:
    for one in run:
        beside_of(one.beside)


def _timed(run: Sequence[Given], edition: Edition, *, with_beside: bool) -> float:
    """Seconds for the determination alone, names screened and papers read before the clock starts."""
    ready = [(one.payment, *_screened(one, edition, with_beside=with_beside)) for one in run]
    return took(_determined(ready, edition)).core


def _screened(one: Given, edition: Edition, *, with_beside: bool) -> tuple[Alike, Beside]:
    beside = beside_of(one.beside) if with_beside else NOTHING
    return screen_names(to_be_named(one.payment, beside), edition), beside


def _determined(ready: Sequence[tuple[Payment, Alike, Beside]], edition: Edition) -> Callable[[], None]:
    def run() -> None:
        for payment, alike, beside in ready:
            determine(payment, alike, edition, AS_OF, beside=beside)

    return run


def _names(numbers: Iterator[int], edition: Edition) -> float:
    """Seconds for the names that papers bring beside those of the message, which are screened before."""
    spent = []
    for run in [_all(numbers) for _ in range(TIMES)]:
        whole = [to_be_named(one.payment, beside_of(one.beside)) for one in run]
        for one in run:
            screen_names(one.payment, edition)
        spent.append(took(lambda several=whole: [screen_names(each, edition) for each in several]).core)
    return min(spent)


def _dense() -> tuple[float, float]:
    """Seconds a payment for what is kept of a dense history: of payers met first, and of the same met again."""
    days = (date(2023, 1, 1).toordinal() + at * 600 // DENSE for at in range(DENSE))
    rows = [_paid(payer, day) for day in days for payer in range(PAYERS)]
    part = read_history([("history.jsonl", io.BytesIO("\n".join(map(json.dumps, rows)).encode()))])
    parties = [(Party("debtor", "d", f"OOO {made_up_name(at)}"), Party("creditor", "c", made_up_name(1000 + at % 40)))
               for at in range(PAYERS)]  # fmt: skip
    payments = [Payment("p", "bench", amount="1500.00", currency="CNY", parties=two) for two in parties]

    def sliced() -> None:
        for payment in payments:
            part.given_for(payment, AS_OF)

    first = took(sliced).core
    return first / PAYERS, min(took(sliced).core for _ in range(TIMES)) / PAYERS


def _paid(payer: int, day: int) -> dict[str, str]:
    """A payment of a payer on a day, as a row of a history."""
    return {
        "date": date.fromordinal(day).isoformat(),
        "outcome": "released",
        "amount": f"{1000 + 37 * payer + day % 900}.00",
        "currency": "CNY",
        "debtor_name": f"OOO {made_up_name(payer)}",
        "creditor_name": made_up_name(1000 + day % 40),
        "determination": "cannot-tell" if day % 9 == 0 else "not-linked",
        "remittance": f"invoice {day}",
    }


def _follow(run: Sequence[Given], edition: Edition) -> None:
    for one in run:
        alike, beside = _screened(one, edition, with_beside=True)
        determine(one.payment, alike, edition, AS_OF, beside=beside)


def main() -> int:
    """Measure, print, and answer 1 where the target is missed."""
    with tempfile.TemporaryDirectory() as folder:
        data = real_list()
        if data is not None:
            build_into(Path(folder), data)
        found = list(rows(Path(folder)))
    print(table(found, {}))
    return 1 if any(row.holds == "NO" for row in found) else 0


if __name__ == "__main__":
    sys.exit(main())
