"""Messages in, decision lines out: every message becomes a decision or a named line, whatever happens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from brightline.beside.book import EMPTY, BesideBook
from brightline.screen.edition import Edition
from brightline.screen.screen import screen
from brightline.screen.wire import decision_json, line, not_a_payment_json, unreadable_json
from brightline.terms import AsOf, NotAPayment, Noted, Payment, Read, Unreadable

UETR = re.compile(rb"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}")


@dataclass(slots=True)
class Counts:
    """How many lines of each outcome; `problems`: lines lost to a fault of ours, which are unreadable too."""

    by_outcome: dict[str, int] = field(default_factory=dict)
    problems: int = 0

    def add(self, outcome: str) -> None:
        """Count one line."""
        self.by_outcome[outcome] = self.by_outcome.get(outcome, 0) + 1

    def merge(self, other: Counts) -> None:
        """Add the counts of a worker."""
        for outcome, count in other.by_outcome.items():
            self.by_outcome[outcome] = self.by_outcome.get(outcome, 0) + count
        self.problems += other.problems


def decision_lines(
    reads: Iterable[Read],
    edition: Edition,
    as_of: AsOf,
    pairs: Mapping[str, Sequence[Noted]],
    counts: Counts,
    book: BesideBook = EMPTY,
) -> Iterator[bytes]:
    """One line for each thing read, in order. `book`: what was handed in beside the messages."""
    for read in reads:
        content = _content(read, edition, as_of, pairs, counts, book)
        counts.add(str(content["outcome"]))
        yield line(content)


def _content(
    read: Read,
    edition: Edition,
    as_of: AsOf,
    pairs: Mapping[str, Sequence[Noted]],
    counts: Counts,
    book: BesideBook,
) -> dict[str, object]:
    if isinstance(read, Unreadable):
        return unreadable_json(read)
    if isinstance(read, NotAPayment):
        return not_a_payment_json(read)
    try:
        return decision_json(screen(read, edition, as_of, _others(read, pairs), book.of(read, as_of)))
    except Exception as fault:  # noqa: BLE001 - a payment must never be lost to a fault of ours: it goes to a person
        counts.problems += 1
        told = f"a fault of ours, {type(fault).__name__}: {fault}"
        advice = "Hold the payment, decide by hand, and report the fault."
        return unreadable_json(Unreadable(read.source, "screening", told[:500], "a decision", advice))


def _others(payment: Payment, pairs: Mapping[str, Sequence[Noted]]) -> tuple[Noted, ...]:
    """The other leg of a customer transfer and its cover, found by UETR in the same run."""
    if payment.uetr is None or not (kind := leg(payment)):
        return ()
    found = pairs.get(payment.uetr.lower(), ())
    return tuple(one for one in found if one.value != payment.source and leg_of(one.kind) not in ("", kind))


def leg(payment: Payment) -> str:
    """Whether a payment is a customer transfer, a cover, or neither."""
    return leg_of(f"{payment.format}{' COV' if payment.variant == 'COV' else ''}")


def leg_of(kind: str) -> str:
    """`customer` for MT103 and pacs.008, `cover` for MT202COV, MT205COV and pacs.009 COV, else nothing."""
    if kind.startswith(("MT103", "pacs.008")):
        return "customer"
    return "cover" if kind.endswith("COV") else ""


def pair_up(payments: Iterable[Payment]) -> dict[str, tuple[Noted, ...]]:
    """The legs of a run by UETR, lower case; only UETRs that have both a customer transfer and a cover."""
    legs: dict[str, list[Noted]] = {}
    for payment in payments:
        if payment.uetr and leg(payment):
            kind = payment.format if payment.variant != "COV" or "COV" in payment.format else f"{payment.format} COV"
            legs.setdefault(payment.uetr.lower(), []).append(Noted(kind, payment.source, payment.uetr))
    return {
        uetr: tuple(found)
        for uetr, found in legs.items()
        if {"customer", "cover"} <= {leg_of(one.kind) for one in found}
    }


def uetrs_in(data: bytes) -> list[bytes]:
    """Everything in a file that looks like a UETR, lower case: what decides whether the file is read for pairing."""
    return [found.lower() for found in UETR.findall(data)]
