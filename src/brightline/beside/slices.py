"""What of all earlier payments is kept with one payment: habits, amounts that moved, attempts and exposure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from brightline.beside.attempts import attempts
from brightline.beside.exposures import exposure
from brightline.beside.habits import about_as_much, habit, moved
from brightline.beside.ledger import Ledger, Places, shared
from brightline.beside.party_keys import PAID, RECEIVED, customers, keys_of
from brightline.terms import Party, Payment

RECENT_DAYS = 92  # the longest period over which a policy may count
MOST_MOVED = 30
_SHORTLY, _ABOUT = 10, 10  # days and percent within which money that comes in and money that goes out may be the same


@dataclass(frozen=True, slots=True)
class Sides:
    """The rows of both sides: what the debtor paid and received, what the creditor received and paid."""

    paid: Places
    taken: Places
    received: Places
    given: Places


def slice_of(ledger: Ledger, payment: Payment, moment: datetime) -> dict[str, object]:
    """What is kept of the history beside a payment, in the shape of `beside.history`; equal for equal payments."""
    payers, payees = customers(payment, PAID), customers(payment, RECEIVED)
    asked = ((payers, PAID), (payers, RECEIVED), (payees, RECEIVED), (payees, PAID))
    keys = [[key for party in parties for key in _keys(ledger, party, side)] for parties, side in asked]
    sides = Sides(*ledger.found(keys, moment))
    kept = {
        "pair": habit(ledger, shared(sides.paid, sides.received), moment, None),
        "debtor": habit(ledger, sides.paid, moment, PAID),
        "creditor": habit(ledger, sides.received, moment, RECEIVED),
        **_moved(ledger, payment, sides, moment),
        "attempts": attempts(ledger, payment, sides.paid, sides.received, moment),
        "exposure": exposure(ledger, sides.paid, sides.taken, sides.received, sides.given, moment),
    }
    return {name: value for name, value in kept.items() if value}


def _keys(ledger: Ledger, party: Party, side: str) -> Iterator[str]:
    numbers = ";".join(f"{one.scheme}:{one.value}" for one in party.identifiers)
    names = (party.name or "", *(form.value for form in party.forms if not form.kind.endswith("-address")))
    for name in names:
        yield from keys_of(side, name, party.account or "", numbers, ledger.legal_words)


def _moved(ledger: Ledger, payment: Payment, sides: Sides, moment: datetime) -> dict[str, object]:
    today = moment.toordinal()
    recent = ledger.since(sides.paid, today - RECENT_DAYS)
    back = ledger.since(shared(sides.taken, sides.given), today - RECENT_DAYS)
    came = about_as_much(ledger, ledger.since(sides.taken, today - _SHORTLY), payment, _ABOUT)
    return {
        "recent": moved(ledger, recent[::-1][:MOST_MOVED], RECEIVED, "history.recent"),
        "incoming": moved(ledger, came[::-1][:MOST_MOVED], PAID, "history.incoming"),
        "returning": moved(ledger, back[::-1][:MOST_MOVED], PAID, "history.returning"),
    }
