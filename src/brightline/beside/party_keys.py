"""What names a party in a table of payments, whatever way it is written: the words of its name, accounts, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from brightline.terms import Party, Payment
from brightline.text.fold import tokens
from brightline.text.translit import latin

_SOUNDED = re.compile("[ijy]+")  # what tables of transliteration write most differently: -ii, -iy, -y, -yi

PAID, RECEIVED = "paid", "received"  # the two sides of a payment, and the directions of money
ROLES = {PAID: ("debtor", "ultimate_debtor"), RECEIVED: ("creditor", "ultimate_creditor")}


@lru_cache(maxsize=65536)
def name_key(name: str, legal_words: frozenset[str]) -> str:
    """The words of a name in Latin letters and in order, legal forms left out where anything else stands there."""
    words = {latin(word) for word in tokens(name)}
    return " ".join(sorted({_SOUNDED.sub("i", word) for word in words - legal_words or words}))


def account_key(account: str) -> str:
    """An account by its letters and digits; nothing where there are too few to tell."""
    plain = "".join(sign for sign in account.upper() if sign.isalnum())
    return f"account {plain}" if len(plain) >= 6 else ""


def number_keys(numbers: str) -> Iterator[str]:
    """The numbers of a party, as `INN:7700000000;REG:12`, whatever their schemes."""
    for part in numbers.split(";"):
        plain = "".join(sign for sign in part.rpartition(":")[2].upper() if sign.isalnum())
        if len(plain) >= 6:
            yield f"number {plain}"


def group_key(group: str) -> str:
    """An owner group by its folded name."""
    told = " ".join(tokens(group))
    return f"group {told}" if told else ""


def keys_of(side: str, name: str, account: str, numbers: str, legal_words: frozenset[str]) -> Iterator[str]:
    """Everything by which a party is found on a side of earlier payments; `numbers` as `INN:7700000000;REG:12`."""
    told = (name_key(name, legal_words), account_key(account), *number_keys(numbers))
    return (f"{side} {key}" for key in told if key)


def customers(payment: Payment, side: str) -> tuple[Party, ...]:
    """Who pays or is paid; of a cover the customers beneath it, not the banks."""
    found = tuple(party for party in payment.parties if party.role in ROLES[side])
    return tuple(party for party in found if not party.bic) or found
