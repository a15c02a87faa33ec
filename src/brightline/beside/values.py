"""The single values that things handed in beside a message are made of, each said in words where it does not fit."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator

from brightline.beside.strict import Strict
from brightline.terms.message import Identifier
from brightline.text.countries import country_code

_AMOUNT = re.compile(r"[0-9]{1,15}(\.[0-9]{1,10})?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CODE = re.compile(r"[0-9]{2}(?:[0-9. ]{0,12}[0-9])?")
_BIC = re.compile(r"[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_LONGEST = 10_000  # signs of one text


def _day(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat() if _DAY.fullmatch(value) else _refuse("a day such as 2024-05-16")
    except ValueError:
        raise ValueError("a day such as 2024-05-16") from None


def _amount(value: str) -> str:
    return value if _AMOUNT.fullmatch(value) else _refuse("digits with a decimal point, such as 1250000.00")


def _currency(value: str) -> str:
    known = len(value) == 3 and value.isascii() and value.isalpha() and value.isupper()
    return value if known else _refuse("a currency of three capital letters, such as CNY")


def _country(value: str) -> str:
    known = len(value) == 2 and value.isupper() and country_code(value) == value
    return value if known else _refuse("a country of two capital letters (ISO 3166), such as KZ")


def _percent(value: str) -> str:
    known = _AMOUNT.fullmatch(value) and Decimal(value) <= 100
    return value if known else _refuse("a percentage from 0 to 100, such as 49.5")


def _tariff(value: str) -> str:
    return value if _CODE.fullmatch(value) else _refuse("a tariff code of digits, such as 848210")


def _words(value: str) -> str:
    return value if value.strip() and len(value) <= _LONGEST else _refuse(f"a text of 1 to {_LONGEST} signs")


def _bic(value: str) -> str:
    return value if _BIC.fullmatch(value) else _refuse("a BIC of 8 or 11 signs in capitals, such as HLTNCNBS")


def _sha256(value: str) -> str:
    return value if _SHA256.fullmatch(value) else _refuse("a sha256 digest: 64 hex digits in small letters")


def is_day(written: str) -> bool:
    """Whether a text is a day as ISO writes it."""
    try:
        return _day(written) == written
    except ValueError:
        return False


def _refuse(expected: str) -> str:
    raise ValueError(expected)


Day = Annotated[str, AfterValidator(_day)]  # ISO
Amount = Annotated[str, AfterValidator(_amount)]  # digits as printed
Currency = Annotated[str, AfterValidator(_currency)]
Country = Annotated[str, AfterValidator(_country)]
Percent = Annotated[str, AfterValidator(_percent)]
Tariff = Annotated[str, AfterValidator(_tariff)]
Words = Annotated[str, AfterValidator(_words)]
Bic = Annotated[str, AfterValidator(_bic)]
Sha256 = Annotated[str, AfterValidator(_sha256)]


class IdentifierShape(Strict):
    """A number that names a party: `scheme` as INN, USCC, LEI, IMO, REG, …; `value` as printed."""

    scheme: Words
    value: Words

    def noun(self) -> Identifier:
        """Its check digits are looked at where the payment's are."""
        return Identifier(self.scheme.strip().upper(), "".join(self.value.upper().split()))
