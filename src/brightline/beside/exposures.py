"""The exposure ledger: earlier payments of a party or owner group that were linked, or of which nobody could tell.

The facts behind the factors of "significant" (31 CFR 561.404 and its like): how many, how much, when, which way. They
are shown, and nothing is concluded from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from brightline.beside.amounts import digits
from brightline.beside.habits import day_of
from brightline.beside.ledger import Ledger, Places
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
    since = date(moment.year - MONTHS // 12, moment.month, 1).toordinal()
    sums: dict[tuple[str, str, str, str], tuple[int, int]] = {}
    for direction, places in ((PAID, pays), (RECEIVED, is_paid)):
        counted = places[ledger.exposed[places]]
        days, amounts = ledger.days[counted].tolist(), ledger.amounts[counted].tolist()
        told = zip(ledger.texts("determination", counted), ledger.texts("currency", counted), strict=True)
        for day, amount, (answer, currency) in zip(days, amounts, told, strict=True):
            answer = answer or UNRECORDED
            key = day_of(day)[:7] if day >= since else EARLIER, direction, answer, currency
            count, value = sums.get(key, (0, 0))
            sums[key] = count + 1, value + amount
    return [
        {
            "whose": whose, "name": name, "month": month, "direction": direction, "determination": answer,
            "currency": currency, "payments": count, "value": digits(value),
        }
        for (month, direction, answer, currency), (count, value) in sorted(sums.items())
    ]  # fmt: skip
