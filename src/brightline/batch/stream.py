"""Messages in, decision lines out: every message becomes a decision or a named line, whatever happens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from brightline.beside.book import EMPTY, BesideBook
from brightline.screen.edition import Edition
from brightline.screen.lines import line_of
from brightline.terms import AsOf, Leg, Payment, Read

UETR = re.compile(rb"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}")


@dataclass(slots=True)
class Counts:
    """How many lines of each outcome; `problems`: lines lost to a fault of ours, which are unreadable too.

    `met`: keys under which papers were handed in and of which a payment was read.
    """

    by_outcome: dict[str, int] = field(default_factory=dict)
    problems: int = 0
    met: set[str] = field(default_factory=set)

    def add(self, outcome: str) -> None:
        """Count one line."""
        self.by_outcome[outcome] = self.by_outcome.get(outcome, 0) + 1

    def merge(self, other: Counts) -> None:
        """Add the counts of a worker."""
        for outcome, count in other.by_outcome.items():
            self.by_outcome[outcome] = self.by_outcome.get(outcome, 0) + count
        self.problems += other.problems
        self.met |= other.met


def decision_lines(
    reads: Iterable[Read],
    edition: Edition,
    as_of: AsOf,
    pairs: Mapping[str, Sequence[Leg]],
    counts: Counts,
    book: BesideBook = EMPTY,
) -> Iterator[bytes]:
    """One line for each thing read, in order. `book`: what was handed in beside the messages."""
    for read in reads:
        made = line_of(read, edition, as_of, pairs, book)
        counts.add(made.outcome)
        counts.problems += made.fault
        counts.met.update(book.keys_of(read) if isinstance(read, Payment) else ())
        yield made.text


def uetrs_in(data: bytes) -> list[bytes]:
    """Everything in a file that looks like a UETR, lower case: what decides whether the file is read for pairing."""
    return [found.lower() for found in UETR.findall(data)]
