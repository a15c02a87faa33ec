"""Limits under which a policy lets unknown goods pass: an amount, and how many such payments in how many days."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from brightline.beside.slices import MOST_MOVED, RECENT_DAYS
from brightline.terms import Payment
from brightline.terms.earlier import History
from brightline.text.marks import Value

_AMOUNT = re.compile(r"[0-9]{1,15}(\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Limit:
    """The greatest amount; where `count` is given, also the most payments of the payer up to it in `period_days`."""

    amount: Decimal
    count: int | None = None
    period_days: int | None = None

    def holds(self, payment: Payment, history: History | None, today: date) -> str | None:
        """The limit in words where the payment lies within it, else None.

        Where a count is given and no earlier payments were handed in nobody can count, so that nothing lies within it.
        """
        if payment.amount is None or Decimal(payment.amount) > self.amount:
            return None
        told = f"up to {self.amount} {payment.currency}"
        if self.count is None or self.period_days is None:
            return told
        if history is None:
            return None
        since = today - timedelta(days=self.period_days)
        before = sum(
            one.currency == payment.currency
            and Decimal(one.amount) <= self.amount
            and date.fromisoformat(one.date) > since
            for one in history.recent
        )
        counted = f"{told}, {self.count} times in {self.period_days} days (this is number {before + 1})"
        return counted if before < self.count else None


def read_limits(value: Value | None) -> dict[str, Limit]:
    """`tolerated_unknown:` currency → an amount, or amount, count and period_days. Raises LawError with its line."""
    return {code: _counted(said) if said.is_mapping else Limit(_amount(said)) for code, said in _by_currency(value)}


def currency_amounts(value: Value | None) -> dict[str, Decimal]:
    """A mapping of currency → an amount above nought. Raises LawError with its line."""
    return {code: _amount(said) for code, said in _by_currency(value)}


def _by_currency(value: Value | None) -> Iterator[tuple[str, Value]]:
    for currency, said in value.entry().left.items() if value else ():
        if len(currency) != 3 or not currency.isupper():
            raise said.refuse(f"the currency {currency!r}", "a code of three capital letters, such as CNY")
        yield currency, said


def _counted(said: Value) -> Limit:
    entry = said.entry()
    amount = _amount(entry.take("amount"))
    count, period = (
        _whole(entry.take(key), most) for key, most in (("count", MOST_MOVED), ("period_days", RECENT_DAYS))
    )
    entry.close()
    return Limit(amount, count, period)


def _amount(said: Value) -> Decimal:
    written = said.text("an amount such as 5000")
    if not _AMOUNT.fullmatch(written) or not Decimal(written):
        raise said.refuse(repr(written), "an amount above nought, such as 5000")
    return Decimal(written)


def _whole(said: Value, most: int) -> int:
    expected = f"a whole number from 1 to {most}"
    written = said.text(expected)
    if not re.fullmatch("[0-9]{1,4}", written) or not 1 <= int(written) <= most:
        raise said.refuse(repr(written), expected)
    return int(written)


Limits = Mapping[str, Limit]
