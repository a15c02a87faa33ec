"""What the determination costs over plain name screening, and each rule's share of it.

    python -m bench.determination     measure and print, keep nothing

Milliseconds of one core for a payment whose names, addresses, texts and goods words were never seen before. Payments
are the real messages (or the samples) and the golden cases, each in new words.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from tests.golden.case_files import cases

from bench.clock import took
from bench.editions import build_into, open_home
from bench.inputs import NOT_HERE, made_up_name, real_list
from bench.screening import AS_OF, payments_of
from bench.table import Row, table
from brightline.nexus.ask import ask
from brightline.nexus.told.asked import Asked
from brightline.screen.edition import Edition
from brightline.screen.facts import Alike, screen_names, see
from brightline.screen.screen import determine
from brightline.terms import Form, Party, Payment, Text

TARGET = 0.5  # milliseconds
TIMES = 5  # the least of so many runs counts, each in words of its own
MILLI = 1000.0

Screened = Sequence[tuple[Payment, Alike]]


def rows(home: Path) -> Iterator[Row]:
    """Name screening, the determination on top of it, and its parts; the list stands in `home`."""
    if real_list() is None:
        yield Row("determination over name screening", None, "ms", why=NOT_HERE)
        return
    edition = open_home(home)
    known = (*payments_of(), *(case.payment for case in cases()))
    numbers = iter(range(10**9))
    runs = [tuple(_in_new_words(payment, numbers) for payment in known) for _ in range(TIMES + 1)]
    _determine(_screened(runs.pop(), edition), edition)  # tables are read, the law is made ready
    names = min(took(lambda run=run: _screened(run, edition)).core for run in runs)
    screened = [_screened(run, edition) for run in runs]
    whole = min(took(lambda run=run: _determine(run, edition)).core for run in screened)
    yield Row("name screening alone", names / len(known) * MILLI, "ms")
    yield Row("determination over name screening", whole / len(known) * MILLI, "ms", TARGET, least=False)
    yield from _parts([tuple(_in_new_words(payment, numbers) for payment in known) for _ in range(TIMES)], edition)


def _screened(payments: Sequence[Payment], edition: Edition) -> Screened:
    return [(payment, screen_names(payment, edition)) for payment in payments]


def _determine(screened: Screened, edition: Edition) -> None:
    for payment, alike in screened:
        determine(payment, alike, edition, AS_OF)


def _parts(runs: Sequence[Sequence[Payment]], edition: Edition) -> Iterator[Row]:
    """The facts and each rule, in the order in which they are asked: who asks first reads the texts for the others."""
    each = [_timed(_screened(run, edition), edition) for run in runs]
    for name in each[0]:
        yield Row(name, min(one[name] for one in each) / len(runs[0]) * MILLI, "ms")


def _timed(screened: Screened, edition: Edition) -> dict[str, float]:
    spent = dict.fromkeys(("facts of a payment", *(f"rule {name}" for name in edition.book.rule_names)), 0.0)
    for payment, alike in screened:
        began = time.perf_counter()
        facts, _ = see(payment, alike, edition, AS_OF)
        asked = Asked(facts, edition.book, AS_OF.law)
        spent["facts of a payment"] += time.perf_counter() - began
        for rule in edition.book.rules:
            began = time.perf_counter()
            ask(rule, asked)
            spent[f"rule {rule.name}"] += time.perf_counter() - began
    return spent


def _in_new_words(payment: Payment, numbers: Iterator[int]) -> Payment:
    """The same payment, words nobody has seen before behind all that is written: the same for one bearer or text."""

    def longer(written: str | None, new: str) -> str | None:
        return f"{written} {new}" if written else written

    def lines(written: Sequence[str], new: str) -> tuple[str, ...]:
        return tuple(f"{line} {new}" for line in written)

    def retold(forms: Sequence[Form], new: str) -> tuple[Form, ...]:
        return tuple(replace(form, value=f"{form.value} {new}") for form in forms)

    def renamed(party: Party) -> Party:
        new = made_up_name(next(numbers))
        printed, address = lines(party.printed, new), lines(party.address, new)
        return replace(
            party, name=longer(party.name, new), forms=retold(party.forms, new), printed=printed, address=address
        )

    def retold_text(text: Text) -> Text:
        new = made_up_name(next(numbers))
        return replace(text, value=f"{text.value} {new}", forms=retold(text.forms, new))

    goods = tuple(replace(line, words=longer(line.words, made_up_name(next(numbers)))) for line in payment.goods)
    parties, texts = tuple(map(renamed, payment.parties)), tuple(map(retold_text, payment.texts))
    return replace(payment, parties=parties, texts=texts, goods=goods)


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
