"""Single values of what is handed in: days, amounts, countries, currencies, bank codes, digests."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_AMOUNT = re.compile(r"[0-9]{1,15}(\.[0-9]{1,6})?")
_COUNTRY, _CURRENCY = re.compile(r"[A-Z]{2}"), re.compile(r"[A-Z]{3}")
_BIC = re.compile(r"[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_HS = re.compile(r"[0-9]{2}|[0-9]{4}(\.?[0-9]{2}){0,3}")
MOST_WORDS = 10_000


def _day(value: object) -> object:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError("a day such as 2024-05-16, in quotes")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError("a day that is in the calendar, such as 2024-05-16") from None


def _amount(value: object) -> object:
    if not isinstance(value, str) or not _AMOUNT.fullmatch(value):
        raise ValueError("an amount such as 250000.00, as a text")
    return Decimal(value)


def _fits(pattern: re.Pattern[str], expected: str) -> AfterValidator:
    def checked(value: str) -> str:
        if not pattern.fullmatch(value):
            raise ValueError(expected)
        return value

    return AfterValidator(checked)


def _said(value: str) -> str:
    if not value.strip() or len(value) > MOST_WORDS:
        raise ValueError(f"a text of 1 to {MOST_WORDS} characters")
    return value


Day = Annotated[date, BeforeValidator(_day)]
Amount = Annotated[Decimal, BeforeValidator(_amount)]
Words = Annotated[str, AfterValidator(_said)]
Country = Annotated[str, _fits(_COUNTRY, "a country code of two capital letters, such as CN")]
Currency = Annotated[str, _fits(_CURRENCY, "a currency code of three capital letters, such as CNY")]
Bic = Annotated[str, _fits(_BIC, "a BIC of eight or eleven capital letters and digits")]
Sha256 = Annotated[str, _fits(_SHA256, "a sha256 in 64 small hex digits")]
Hs = Annotated[str, _fits(_HS, "a tariff code such as 640399, or its first two or four digits, as a text")]
