"""What does not fit the pattern of earlier payments. Each sign needs enough of them, and none holds by itself.

Medians and median distances stand for the usual, for one large payment must not widen what is usual. The numbers stand
in `pattern.yaml`, and are our own choice.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import yaml

from brightline.errors import LawError
from brightline.terms import Payment, SeenGoods
from brightline.terms.earlier import Habit, History, Moved


class Numbers(NamedTuple):
    """The numbers of `pattern.yaml`, each said there."""

    enough: int
    spreads: int
    least_percent: int
    times_volume: int
    enough_months: int
    return_percent: int
    split_days: int
    split_payments: int
    split_percent: int


@lru_cache(maxsize=1)
def numbers() -> Numbers:
    """The numbers as read. Raises LawError for a key that is missing or not known."""
    said = yaml.safe_load(files("brightline.nexus.earlier").joinpath("pattern.yaml").read_text(encoding="utf-8"))
    if set(said) != set(Numbers._fields):
        raise LawError("nexus/earlier/pattern.yaml", f"the keys {', '.join(said)}", ", ".join(Numbers._fields))
    return Numbers(**said)


def is_new(history: History) -> str:
    """That the two have not dealt with each other before; nothing where they have, or nobody is known at all."""
    known = history.debtor.payments or history.creditor.payments
    if history.pair.payments or not known:
        return ""
    before = f"{history.debtor.payments} of the payer and {history.creditor.payments} to the payee"
    return f"the first between the two, after {before}"


def amount_out_of_pattern(payment: Payment, history: History) -> str:
    """An amount far above what the two, else the payer, else the payee usually move in this currency."""
    for whose, habit in (("the two", history.pair), ("the payer", history.debtor), ("the payee", history.creditor)):
        usual = next((one for one in habit.amounts if one.currency == payment.currency), None)
        if usual is not None and usual.payments >= numbers().enough:
            median = Decimal(usual.median)
            margin = max(Decimal(usual.spread) * numbers().spreads, median * numbers().least_percent / 100)
            if Decimal(payment.amount or 0) <= median + margin:
                return ""
            return (
                f"{payment.amount} {payment.currency}; usual for {whose}: {usual.median}, give or take {usual.spread}"
            )
    return ""


def goods_out_of_pattern(risky: Sequence[SeenGoods], before: Sequence[SeenGoods], history: History) -> str:
    """Risky goods of a heading that neither payer nor payee named before, where they named goods often enough."""
    habits = (history.debtor, history.creditor)
    if max(sum(one.payments for one in habit.goods) for habit in habits) < numbers().enough:
        return ""
    known = {line.hs[:4] for line in before if line.hs}
    new = [line for line in risky if line.hs and line.hs[:4] not in known]
    return f"HS {', '.join(sorted({str(line.hs) for line in new}))} for the first time" if new else ""


def sudden_volume(payment: Payment, history: History, moment: datetime) -> str:
    """That payer or payee move this month, with this payment, many times the middle month of the year before."""
    for whose, habit in (("the payer", history.debtor), ("the payee", history.creditor)):
        months = {one.month: Decimal(one.value) for one in habit.months if one.currency == payment.currency}
        this = moment.date().isoformat()[:7]
        now = months.pop(this, Decimal(0)) + Decimal(payment.amount or 0)
        if len(months) >= numbers().enough_months:
            middle = sorted(months.values())[len(months) // 2]
            if now > middle * numbers().times_volume:
                return f"{whose} in {this}: {now} {payment.currency}; the middle of {len(months)} months: {middle}"
    return ""


def comes_back(payment: Payment, history: History) -> tuple[Moved, ...]:
    """Payments from the payee to the payer of about the same amount, not long before: money that goes round."""
    amount = Decimal(payment.amount or 0)
    return tuple(
        one
        for one in history.returning
        if one.currency == payment.currency
        and abs(Decimal(one.amount) - amount) * 100 <= amount * numbers().return_percent
    )


def split(payment: Payment, history: History, moment: datetime) -> tuple[Moved, ...]:
    """Payments of the payer within a few days, of nearly one size, to this payee or to others: an amount in parts."""
    amount, since = Decimal(payment.amount or 0), moment.toordinal() - numbers().split_days
    near = [
        one
        for one in history.recent
        if date.fromisoformat(one.date).toordinal() >= since
        and one.currency == payment.currency
        and abs(Decimal(one.amount) - amount) * 100 <= amount * numbers().split_percent
    ]
    usual = history.debtor.payments - len(near) >= numbers().enough and _often(history.debtor, len(near))
    return tuple(near) if len(near) + 1 >= numbers().split_payments and not usual else ()


def _often(habit: Habit, count: int) -> bool:
    """Whether so many payments a month are nothing new."""
    months = sorted(one.payments for one in habit.months)
    return bool(months) and months[len(months) // 2] >= count


def other_bank(payment: Payment, history: History) -> str:
    """A bank or country of the payer or payee that none of enough earlier payments showed."""
    found = []
    for role, habit in (("debtor", history.debtor), ("creditor", history.creditor)):
        if habit.payments < numbers().enough:
            continue
        bank = next((one.bic[:8].upper() for one in payment.parties if one.role == f"{role}_agent" and one.bic), None)
        country = next((one.country for one in payment.parties if one.role == role and one.country), None)
        if bank and habit.banks and bank not in habit.banks:
            found.append(f"{role}'s bank {bank}; before: {', '.join(habit.banks)}")
        if country and habit.countries and country not in habit.countries:
            found.append(f"{role} in {country}; before: {', '.join(habit.countries)}")
    return "; ".join(found)
