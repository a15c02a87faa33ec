"""What two people cleared on documents: relationships (passports), and parties that are not a listed entry (pairs)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from brightline.terms.message import Goods, Identifier


@dataclass(frozen=True, slots=True)
class Cleared:
    """A party as it was on the day two people looked: its names, its country (ISO alpha-2), its numbers."""

    names: tuple[str, ...]
    country: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    accounts: tuple[str, ...] = ()
    address: tuple[str, ...] = ()
    birth_date: str | None = None


@dataclass(frozen=True, slots=True)
class Ceiling:
    """The greatest amount of one payment, and of all payments of so many days together where `period` is given."""

    currency: str
    payment: Decimal
    period: Decimal | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Used:
    """A payment already made under a passport: its day and its amount, in the currency of the ceiling."""

    on: date
    amount: Decimal


@dataclass(frozen=True, slots=True)
class PriceBand:
    """The least and greatest price of one unit of the goods, as the documents showed it."""

    unit: str
    currency: str
    least: Decimal
    greatest: Decimal


@dataclass(frozen=True, slots=True)
class SeenDocument:
    """A document that was seen: what it is, its sha256, and the file it lies in where it was named."""

    title: str
    sha256: str
    file: str | None = None


@dataclass(frozen=True, slots=True)
class ListedThen:
    """An entry that was looked at on the day of clearance, with the digest of its telling fields."""

    list: str
    entry: str
    digest: str


@dataclass(frozen=True, slots=True)
class Passport:
    """A relationship that two people cleared on documents, with its limits and its end.

    `lists`: list id → publication moment of the version looked through then. `owner` keeps it, `approver` agreed.
    `route`: every country that money or goods may pass. `banks`: BICs, of which the first eight signs count.
    `used`: payments counted so far; None where nobody counted.
    """

    id: str
    path: str
    buyer: Cleared
    seller: Cleared
    goods: tuple[Goods, ...]
    route: tuple[str, ...]
    banks: tuple[str, ...]
    ceiling: Ceiling
    documents: tuple[SeenDocument, ...]
    lists: tuple[tuple[str, str], ...]
    owner: str
    approver: str
    issued: date
    expires: date
    end_user: Cleared | None = None
    owners: tuple[Cleared, ...] = ()
    used: tuple[Used, ...] | None = None
    price: PriceBand | None = None
    entries: tuple[ListedThen, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people's finding that a party is not a listed entry, with its end."""

    path: str
    party: Cleared
    entry: ListedThen
    reason: str
    owner: str
    approver: str
    made: date
    expires: date
