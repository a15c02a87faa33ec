"""How urgent a case is, as a text that sorts as the queue does: what is due, how grave, how much, how old.

The day something falls due comes first; within a day what was escalated, then stops before reviews; then the moment it
is due, the larger amount, the older case. Amounts of different currencies are compared by their digits: no rate of
exchange is known here, and day and gravity have decided before.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal, InvalidOperation

from brightline.cases.database import stamp

NEVER = "9999-12-31T23:59:59.999999Z"  # due: no day is known, or the clock stands
_GRAVITY = {"stop": "0", "unreadable": "1", "review": "2"}
_DIGITS, _PLACES = 20, 5
_OPPOSITE = str.maketrans("0123456789", "9876543210")


def urgency_of(outcome: str, escalated: bool, due: str | None, amount: str, opened: str) -> str:
    """The text to sort by. `amount` as `sortable` writes it."""
    moment = due or NEVER
    grave = ("0" if escalated else "1") + _GRAVITY.get(outcome, "3")
    return "|".join((moment[:10], grave, moment[11:19], amount.translate(_OPPOSITE), opened))


def sortable(amount: str | None) -> str:
    """An amount as a text that sorts as the number does; nothing, and what is no number, as nought."""
    try:
        value = abs(Decimal(amount or "0"))
    except InvalidOperation:
        value = Decimal(0)
    if not value.is_finite() or value >= Decimal(10) ** _DIGITS:
        value = Decimal(10) ** _DIGITS - 1
    return f"{value:0{_DIGITS + _PLACES + 1}.{_PLACES}f}"


def cut_off_of(value_date: str | None) -> str | None:
    """The end of the value date, UTC: after it the money is late. A message names no hour we could rely on."""
    try:
        day = date.fromisoformat(value_date or "")
    except ValueError:
        return None
    if day == date.max:
        return None
    return stamp(datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=1))
