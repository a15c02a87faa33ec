"""The exposure ledger: earlier payments of a party or owner group that were linked, or of which nobody could tell.

The facts behind the factors of "significant" (31 CFR 561.404 and its like): how many, how much, when, which way. They
are shown, and nothing is concluded from them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

import numpy as np

from brightline.beside.amounts import digits, sums
from brightline.beside.ledger import Ledger, Places, month_number, month_of
from brightline.beside.party_keys import PAID, RECEIVED, group_key

MONTHS, EARLIER = 24, "earlier"
UNRECORDED = "unrecorded"  # of a payment that was not released, without a determination

Line = Mapping[str, str | int]


def exposure(
    ledger: Ledger, paid: Places, taken: Places, received: Places, given: Places, moment: datetime
) -> list[Line]:
    """The lines of debtor, creditor and their groups, in the shape of `terms.earlier.Exposed`, in order.

    `paid`, `taken`: rows in which the debtor pays and is paid; `received`, `given`: the same of the creditor.
    """
    found: list[Line] = []
    for whose, pays, is_paid in (("debtor", paid, taken), ("creditor", given, received)):
        name = ledger.last_said("debtor_name", pays) or ledger.last_said("creditor_name", is_paid)
        found += lines(ledger, whose, name, pays, is_paid, moment)
        group = ledger.last_said("debtor_group", pays) or ledger.last_said("creditor_group", is_paid)
        if group:
            pays, is_paid = ledger.found([[f"{side} {group_key(group)}"] for side in (PAID, RECEIVED)], moment)
            found += lines(ledger, f"{whose}_group", group, pays, is_paid, moment)
    return found


def lines(ledger: Ledger, whose: str, name: str, pays: Places, is_paid: Places, moment: datetime) -> list[Line]:
    """The ledger of one party or group, by month, direction, determination and currency.

    Months more than `MONTHS` before the moment are put together as `earlier`.
    """
    since = month_number(moment.year, moment.month) - MONTHS
    counted = tuple(places[ledger.exposed[places]] for places in (pays, is_paid))
    question = ("exposure", whose, name, since, *(places.tobytes() for places in counted))
    return ledger.once(question, lambda: _lines(ledger, whose, name, counted, since))


def _lines(ledger: Ledger, whose: str, name: str, counted: Sequence[Places], since: int) -> list[Line]:
    found: list[tuple[str, str, str, str, int, int]] = []
    answers, currencies = ledger.coded["determination"].texts, ledger.coded["currency"].texts
    for direction, places in zip((PAID, RECEIVED), counted, strict=True):
        for key, count, value in _sums(ledger, places, since):
            rest, currency = divmod(key, len(currencies))
            number, answer = divmod(rest, len(answers))
            month = month_of(number) if number >= since else EARLIER
            found.append((month, direction, answers[answer] or UNRECORDED, currencies[currency], count, value))
    return [
        {
            "whose": whose, "name": name, "month": month, "direction": direction, "determination": answer,
            "currency": currency, "payments": count, "value": digits(value),
        }
        for month, direction, answer, currency, count, value in sorted(found)
    ]  # fmt: skip


def _sums(ledger: Ledger, counted: Places, since: int) -> list[tuple[int, int, int]]:
    """The rows by one number of month, determination and currency; all months before `since` are the one before it."""
    answers, currencies = ledger.coded["determination"], ledger.coded["currency"]
    months = np.maximum(ledger.months[counted], since - 1)
    keys = (months * len(answers.texts) + answers.at[counted]) * len(currencies.texts) + currencies.at[counted]
    return sums(keys, ledger.amounts[counted])
