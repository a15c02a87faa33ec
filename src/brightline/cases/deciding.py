"""What the service decides with: the open edition, which may be swapped for a newer one, and what comes beside."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from brightline.beside.book import EMPTY, BesideBook
from brightline.payments.read import read_message
from brightline.screen.edition import Edition, published_moment
from brightline.screen.legs import pair_up
from brightline.screen.lines import Line, line_of
from brightline.terms import AsOf, EditionNote, NotAPayment, Payment, Read, Unreadable

SOURCE = "http"
OpenEdition = Callable[[datetime], Edition]


@dataclass(frozen=True, slots=True)
class Decided:
    """One thing read from a message and what was decided about it. `line`: the bytes others get, newline and all."""

    outcome: str
    line: bytes
    id: str | None  # of the decision; none where nothing was decided
    format: str
    end_to_end_id: str | None
    uetr: str | None
    country: str | None  # of the debtor
    fault: bool = False  # a fault of ours
    message_id: str | None = None


@dataclass(frozen=True, slots=True)
class Screened:
    """A message screened: what the store keeps of it. Plain data that travels between processes."""

    as_of: AsOf
    edition: EditionNote
    policy: str
    institution: str
    decided: tuple[Decided, ...]


@dataclass(slots=True)
class Deciding:
    """The open edition and the book of what comes beside. Safe to share between threads: one screens at a time.

    `opener` opens the edition known at an earlier moment; without one the open edition answers for every moment.
    """

    edition: Edition
    book: BesideBook = EMPTY
    opener: OpenEdition | None = None
    _turn: threading.Lock = field(default_factory=threading.Lock, repr=False)
    _earlier: dict[str, Edition] = field(default_factory=dict, repr=False)

    def swap(self, edition: Edition, book: BesideBook | None = None) -> None:
        """Decide with another edition from now on; what is being screened keeps the one it began with."""
        with self._turn:
            self.edition = edition
            self.book = self.book if book is None else book

    def lay_beside(self, book: BesideBook) -> None:
        """Have another book of what comes beside from now on, whatever edition is open."""
        with self._turn:
            self.book = book

    def screen(self, body: bytes, as_of: datetime, source: str = SOURCE) -> Screened:
        """Everything a message holds, decided in its order; legs of one message are paired. Never raises for a body."""
        with self._turn:
            return screen_message(body, self._known(as_of), AsOf(law=as_of, known=as_of), self.book, source)

    def screen_again(self, payment: Payment, as_of: datetime, book: BesideBook | None = None) -> Screened:
        """One payment decided anew, as a release or a repair needs, with a `book` of its own; `lay_again` keeps it."""
        with self._turn:
            return _screened([payment], self._known(as_of), AsOf(law=as_of, known=as_of), book or self.book)

    def _known(self, moment: datetime) -> Edition:
        """The open edition, or the earlier one where a list of it was not published yet at that moment."""
        late = any(published_moment(one.version.published) > moment for one in self.edition.lists)
        if not late or self.opener is None:
            return self.edition
        earlier = self.opener(moment)
        return self._earlier.setdefault(earlier.note.id, earlier)


def screen_message(body: bytes, edition: Edition, as_of: AsOf, book: BesideBook, source: str = SOURCE) -> Screened:
    """Everything a message holds, decided with one edition. A function of its arguments alone."""
    return _screened(read_message(body, source), edition, as_of, book)


def _screened(reads: Sequence[Read], edition: Edition, as_of: AsOf, book: BesideBook) -> Screened:
    pairs = pair_up(read for read in reads if isinstance(read, Payment))
    decided = tuple(_decided(read, line_of(read, edition, as_of, pairs, book)) for read in reads)
    return Screened(as_of, edition.note, edition.policy.text, edition.institution.text, decided)


def _decided(read: Read, made: Line) -> Decided:
    told = made.outcome, made.text, made.id
    if isinstance(read, Unreadable):
        return Decided(*told, format="", end_to_end_id=None, uetr=None, country=None)
    payment = read.payment if isinstance(read, NotAPayment) else read
    country = next((one.country for one in payment.parties if one.role == "debtor"), None)
    return Decided(*told, payment.format, payment.end_to_end_id, payment.uetr, country, made.fault, payment.message_id)
