"""Whatever was read becomes the content of one line: a decision, or a named line; a fault of ours loses nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brightline.beside.book import EMPTY, BesideBook
from brightline.screen.edition import Edition
from brightline.screen.legs import other_legs
from brightline.screen.screen import screen
from brightline.screen.wire import decision_json, not_a_payment_json, unreadable_json
from brightline.terms import AsOf, Leg, NotAPayment, Read, Unreadable


def line_of(
    read: Read, edition: Edition, as_of: AsOf, pairs: Mapping[str, Sequence[Leg]], book: BesideBook = EMPTY
) -> tuple[dict[str, object], bool]:
    """The content of a line, and whether a fault of ours is why it is no decision. `book`: what came beside."""
    if isinstance(read, Unreadable):
        return unreadable_json(read), False
    if isinstance(read, NotAPayment):
        return not_a_payment_json(read), False
    try:
        return decision_json(screen(read, edition, as_of, other_legs(read, pairs), book.of(read, as_of))), False
    except Exception as fault:  # noqa: BLE001 - a payment must never be lost to a fault of ours: it goes to a person
        told = f"a fault of ours, {type(fault).__name__}: {fault}"
        advice = "Hold the payment, decide by hand, and report the fault."
        return unreadable_json(Unreadable(read.source, "screening", told[:500], "a decision", advice)), True
