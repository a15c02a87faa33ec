"""What earlier payments usually look like: amounts, months, goods, banks and countries, from the newest of them.

Whole numbers throughout: a median of an even count is the mean of the middle two, rounded down.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache

import numpy as np

from brightline.beside.amounts import digits, near, sums, ten_thousandths
from brightline.beside.ledger import Ledger, Places, month_number, month_of
from brightline.beside.party_keys import PAID
from brightline.terms import Payment

NEWEST = 100  # rows that a habit is read from
MOST_GOODS, MOST_PLACES, MOST_CURRENCIES = 12, 12, 4
LONGEST = 200  # signs of the words kept of one kind of goods


def habit(ledger: Ledger, places: Places, moment: datetime, side: str | None) -> dict[str, object]:
    """The habit of rows, in the shape of `terms.earlier.Habit`; without a side (a pair) without banks and countries."""
    if not places.size:
        return {"payments": 0}
    since = month_number(moment.year - 1, moment.month)
    return ledger.once(("habit", side, since, places.tobytes()), lambda: _habit(ledger, places, since, side))


def _habit(ledger: Ledger, places: Places, since: int, side: str | None) -> dict[str, object]:
    newest = places[-NEWEST:]
    found: dict[str, object] = {
        "payments": int(places.size),
        "first": day_of(int(ledger.days[places[0]])),
        "last": day_of(int(ledger.days[places[-1]])),
        "amounts": _amounts(ledger, newest),
        "months": _months(ledger, newest, since),
        "goods": _goods(ledger, newest),
    }
    if side is not None:
        who = "debtor" if side == PAID else "creditor"
        banks = {bic[:8].upper() for bic in ledger.distinct(f"{who}_agent_bic", newest) if bic}
        found["banks"] = sorted(banks)[:MOST_PLACES]
        found["countries"] = [place for place in ledger.distinct(f"{who}_country", newest) if place][:MOST_PLACES]
    return found


@lru_cache(maxsize=16384)
def day_of(ordinal: int) -> str:
    """A day as ISO writes it."""
    return date.fromordinal(ordinal).isoformat()


def _median(values: Sequence[int]) -> int:
    """Of values in ascending order."""
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) // 2


def _amounts(ledger: Ledger, places: Places) -> list[dict[str, object]]:
    parted: dict[int, list[int]] = {}
    currencies = ledger.coded["currency"]
    for amount, currency in zip(ledger.amounts[places].tolist(), currencies.at[places].tolist(), strict=True):
        parted.setdefault(currency, []).append(amount)
    named = sorted((-len(values), currencies.texts[currency], values) for currency, values in parted.items())
    found = []
    for _, currency, values in named[:MOST_CURRENCIES]:
        median = _median(sorted(values))
        spread = _median(sorted([abs(value - median) for value in values]))
        told = {"median": digits(median), "spread": digits(spread)}
        found.append({"currency": currency, "payments": len(values), **told})
    return found


def _months(ledger: Ledger, places: Places, since: int) -> list[dict[str, object]]:
    currencies = ledger.coded["currency"]
    counted = places[np.searchsorted(ledger.months[places], since) :]
    keys = ledger.months[counted] * len(currencies.texts) + currencies.at[counted]
    found: list[tuple[int, str, int, int]] = []
    for key, count, value in sums(keys, ledger.amounts[counted]):
        month, code = divmod(key, len(currencies.texts))
        found.append((month, currencies.texts[code], count, value))
    return [
        {"month": month_of(month), "currency": currency, "payments": count, "value": digits(value)}
        for month, currency, count, value in sorted(found)
    ]


def _goods(ledger: Ledger, places: Places) -> list[dict[str, object]]:
    codes, goods, texts = (ledger.coded[column] for column in ("hs", "goods", "remittance"))
    said: Counter[tuple[str, str]] = Counter()
    rows = zip(*(column.at[places].tolist() for column in (codes, goods, texts)), strict=True)
    for (code, words, text), count in Counter(rows).items():
        hs = codes.texts[code]
        said[hs, (goods.texts[words] or ("" if hs else texts.texts[text]))[:LONGEST]] += count
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
