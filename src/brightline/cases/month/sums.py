"""Adding up amounts as they are printed, by currency: no rate of exchange is known here."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

NO_CURRENCY = "???"


def amount_of(printed: str | None) -> Decimal:
    """The digits of a case as a number; what is none (an unreadable payment) as nought."""
    try:
        value = Decimal(printed or "0")
    except InvalidOperation:
        return Decimal(0)
    return value if value.is_finite() else Decimal(0)


def added(sums: dict[str, Decimal], currency: str | None, value: Decimal) -> None:
    """Add to the sum of a currency, exactly; nought adds nothing."""
    if value:
        name = currency or NO_CURRENCY
        sums[name] = sums.get(name, Decimal(0)) + value
