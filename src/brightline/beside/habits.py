"""What earlier payments usually look like: amounts, months, goods, banks and countries, from the newest of them.

Whole numbers throughout: a median of an even count is the mean of the middle two, rounded down.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache

from brightline.beside.amounts import digits, near, ten_thousandths
from brightline.beside.ledger import Ledger, Places
from brightline.beside.party_keys import PAID
from brightline.terms import Payment

NEWEST = 100  # rows that a habit is read from
MOST_GOODS, MOST_PLACES, MOST_CURRENCIES = 12, 12, 4
LONGEST = 200  # signs of the words kept of one kind of goods


def habit(ledger: Ledger, places: Places, moment: datetime, side: str | None) -> dict[str, object]:
    """The habit of rows, in the shape of `terms.earlier.Habit`; without a side (a pair) without banks and countries."""
    if not places.size:
        return {"payments": 0}
    newest = places[-NEWEST:]
    days, amounts = ledger.days[newest].tolist(), ledger.amounts[newest].tolist()
    currencies = ledger.texts("currency", newest)
    found: dict[str, object] = {
        "payments": int(places.size),
        "first": day_of(int(ledger.days[places[0]])),
        "last": day_of(days[-1]),
        "amounts": _amounts(amounts, currencies),
        "months": _months(days, amounts, currencies, date(moment.year - 1, moment.month, 1).toordinal()),
        "goods": _goods(ledger, newest),
    }
    if side is not None:
        who = "debtor" if side == PAID else "creditor"
        banks = {bic[:8].upper() for bic in ledger.texts(f"{who}_agent_bic", newest) if bic}
        found["banks"] = sorted(banks)[:MOST_PLACES]
        found["countries"] = sorted({place for place in ledger.texts(f"{who}_country", newest) if place})[:MOST_PLACES]
    return found


@lru_cache(maxsize=16384)
def day_of(ordinal: int) -> str:
    """A day as ISO writes it; its first seven signs are the month."""
    return date.fromordinal(ordinal).isoformat()


def _median(values: Sequence[int]) -> int:
    """Of values in ascending order."""
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) // 2


def _amounts(amounts: Sequence[int], currencies: Sequence[str]) -> list[dict[str, object]]:
    parted: dict[str, list[int]] = {}
    for amount, currency in zip(amounts, currencies, strict=True):
        parted.setdefault(currency, []).append(amount)
    found = []
    for currency, values in sorted(parted.items(), key=lambda one: (-len(one[1]), one[0]))[:MOST_CURRENCIES]:
        median = _median(sorted(values))
        spread = _median(sorted(abs(value - median) for value in values))
        told = {"median": digits(median), "spread": digits(spread)}
        found.append({"currency": currency, "payments": len(values), **told})
    return found


def _months(
    days: Sequence[int], amounts: Sequence[int], currencies: Sequence[str], since: int
) -> list[dict[str, object]]:
    sums: dict[tuple[str, str], tuple[int, int]] = {}
    for day, amount, currency in zip(days, amounts, currencies, strict=True):
        if day >= since:
            key = day_of(day)[:7], currency
            count, value = sums.get(key, (0, 0))
            sums[key] = count + 1, value + amount
    return [
        {"month": month, "currency": currency, "payments": count, "value": digits(value)}
        for (month, currency), (count, value) in sorted(sums.items())
    ]


def _goods(ledger: Ledger, places: Places) -> list[dict[str, object]]:
    columns = (ledger.texts(column, places) for column in ("hs", "goods", "remittance"))
    said = Counter((hs, (words or ("" if hs else text))[:LONGEST]) for hs, words, text in zip(*columns, strict=True))
    named = sorted(((key, count) for key, count in said.items() if any(key)), key=lambda one: (-one[1], one[0]))
    return [
        {"hs": code or None, "words": words or None, "payments": count} for (code, words), count in named[:MOST_GOODS]
    ]


def about_as_much(ledger: Ledger, places: Places, payment: Payment, percent: int) -> Places:
    """Those of the rows whose amount is in the payment's currency and within so many percent of its amount."""
    amount, currency = ten_thousandths(payment.amount or ""), ledger.coded["currency"]
    if amount is None or payment.currency not in currency.texts:
        return places[:0]
    alike = places[currency.at[places] == currency.texts.index(payment.currency)]
    within: Places = alike[near(ledger.amounts[alike], amount, percent)]
    return within


def moved(ledger: Ledger, places: Places, side: str, path: str) -> list[Mapping[str, str]]:
    """Rows as amounts that moved, in the shape of `terms.earlier.Moved`; `side`: whose name is told."""
    names = ledger.texts("debtor_name" if side == PAID else "creditor_name", places)
    days, amounts = ledger.days[places].tolist(), ledger.amounts[places].tolist()
    rows = zip(days, amounts, ledger.texts("currency", places), names, strict=True)
    return [
        {
            "date": day_of(day), "amount": digits(amount), "currency": currency,
            "other": name, "path": f"{path}[{at}]",
        }
        for at, (day, amount, currency, name) in enumerate(rows)
    ]  # fmt: skip
