"""What a message says: a payment, its parties in roles, texts, goods, and what no field holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number that names a party. `valid`: its check digits hold; None where the scheme has none."""

    scheme: str  # BIC, IBAN, LEI, INN, OGRN, KPP, USCC, IMO, PASSPORT, TAX, REG, …
    value: str
    valid: bool | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """Another reading of a printed value, kept beside it: `ccc` (Chinese commercial code), `rur6`, …"""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in the payment, in a role. `path` is the place of the name (or of the party) in the message."""

    role: str
    path: str
    name: str | None = None
    printed: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    address: tuple[str, ...] = ()
    country: str | None = None  # ISO 3166 alpha-2, upper case: the address', else the BIC's, else the IBAN's
    countries: tuple[Form, ...] = ()  # every country seen, kind = where it was seen: address, bic, iban, text
    bic: str | None = None
    account: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    birth_date: str | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """Free text: remittance, instruction, purpose, regulatory, bank-to-bank."""

    kind: str
    value: str
    path: str
    forms: tuple[Form, ...] = ()


@dataclass(frozen=True, slots=True)
class Goods:
    """A line of goods as the message names it: a code, words, or both."""

    hs: str | None
    hs_edition: str | None
    words: str | None
    path: str


@dataclass(frozen=True, slots=True)
class Noted:
    """A value with a kind: a reference, a date, an amount (with currency), a code, an account."""

    kind: str
    value: str
    path: str
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A value of the message that no field holds, with its place."""

    path: str
    value: str


@dataclass(frozen=True, slots=True)
class Payment:
    """One transfer: parties in roles, agents, texts, goods, route. A function of the message alone.

    `amount` keeps the digits as printed, with a decimal point. Every value of the message is in one of
    the fields, with its place, or in `unread`.
    """

    source: str
    format: str
    variant: str | None = None  # core, COV, ADV, STP, REMIT
    message_id: str | None = None
    end_to_end_id: str | None = None
    uetr: str | None = None
    amount: str | None = None
    currency: str | None = None
    value_date: str | None = None
    parties: tuple[Party, ...] = ()
    texts: tuple[Text, ...] = ()
    goods: tuple[Goods, ...] = ()
    route: tuple[str, ...] = ()  # countries in the order money or goods pass them
    amounts: tuple[Noted, ...] = ()
    dates: tuple[Noted, ...] = ()
    references: tuple[Noted, ...] = ()
    accounts: tuple[Noted, ...] = ()
    codes: tuple[Noted, ...] = ()
    identifiers: tuple[Noted, ...] = ()  # found in free text, kind = scheme
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class Leg:
    """The other leg of a transfer: the cover of a customer transfer, or the customer transfer of a cover.

    `customers`: who pays and is paid in it, banks left out; `texts`: its free texts.
    """

    format: str
    source: str
    uetr: str
    customers: tuple[Party, ...] = ()
    texts: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class NotAPayment:
    """A readable message that moves no money. Never a clearance. `payment` holds its values."""

    payment: Payment


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A message or row we could not read, and what stopped us. Never a clearance."""

    source: str
    where: str
    found: str
    expected: str
    advice: str


Read = Payment | NotAPayment | Unreadable
