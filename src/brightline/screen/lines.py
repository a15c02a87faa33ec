"""Whatever was read becomes one line: a decision, or a named line; a fault of ours loses nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brightline.beside.book import EMPTY, BesideBook
from brightline.screen.beside_payments import seen_beside
from brightline.screen.edition import Edition
from brightline.screen.legs import other_legs
from brightline.screen.screen import screen
from brightline.screen.wire import decision_line, line, not_a_payment_json, unreadable_json
from brightline.terms import AsOf, Leg, NotAPayment, Outcome, Read, Unreadable


@dataclass(frozen=True, slots=True)
class Line:
    """What was made of something read. `text`: the bytes others get, newline and all.

    `id`: of the decision; None where nothing was decided. `fault`: why nothing was is a fault of ours.
    """

    outcome: str
    id: str | None
    text: bytes
    fault: bool = False


def line_of(
    read: Read, edition: Edition, as_of: AsOf, pairs: Mapping[str, Sequence[Leg]], book: BesideBook = EMPTY
) -> Line:
    """The line of something read. `book`: what came beside."""
    if isinstance(read, Unreadable):
        return _unreadable(read)
    try:
        if isinstance(read, NotAPayment):
            said = not_a_payment_json(read, seen_beside(read, edition, as_of))
            return Line(Outcome.NOT_A_PAYMENT.value, None, line(said))
        decision = screen(read, edition, as_of, other_legs(read, pairs), book.of(read, as_of))
        return Line(decision.outcome.value, decision.id, decision_line(decision))
    except Exception as fault:  # noqa: BLE001 - a payment must never be lost to a fault of ours: it goes to a person
        told = f"a fault of ours, {type(fault).__name__}: {fault}"
        advice = "Hold the payment, decide by hand, and report the fault."
        source = read.payment.source if isinstance(read, NotAPayment) else read.source
        return _unreadable(Unreadable(source, "screening", told[:500], "a decision", advice), fault=True)


def _unreadable(told: Unreadable, *, fault: bool = False) -> Line:
    return Line(Outcome.UNREADABLE.value, None, line(unreadable_json(told)), fault)
