"""Mail addresses that anybody can open, and firms' names: small readings of what a party writes of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from brightline.nexus.make_word_table import read_table
from brightline.nexus.word_table import Hit, WordTable
from brightline.terms import Party, Payment
from brightline.text.fold import tokens

_FREE_MAIL = re.compile(
    r"[\w.+-]+@(?:gmail|googlemail|hotmail|outlook|live|yahoo|icloud|aol|gmx|proton|protonmail|tutanota|qq|163|126|139|sina|"
    r"foxmail|mail|yandex|ya|bk|inbox|list|rambler)\.[a-z]{2,4}\b",
    re.IGNORECASE,
)
_BUYERS = ("debtor", "ultimate_debtor", "buyer", "consignee", "end_user", "notify_party")
_LEAST_SHARED = 4  # words that two addresses must share, a number among them
_SELLERS = ("creditor", "ultimate_creditor", "seller", "consignor")


@lru_cache(maxsize=1)
def _signs() -> WordTable:
    return read_table("signs.yaml")


@lru_cache(maxsize=1)
def _trades() -> WordTable:
    return read_table("trades.yaml")


@lru_cache(maxsize=16384)
def signs_in_text(text: str) -> tuple[Hit, ...]:
    """Every sign that the words of a text show, by kind (see words/signs.yaml)."""
    return _signs().find(text)


@lru_cache(maxsize=16384)
def trades_in_name(name: str) -> tuple[Hit, ...]:
    """The trades that a firm's name tells of, by kind (see words/trades.yaml)."""
    return _trades().find(name)


@lru_cache(maxsize=16384)
def free_mail_in(text: str) -> str | None:
    """The first mail address of a provider where anybody can open one; None where there is none."""
    match = _FREE_MAIL.search(text) if "@" in text else None
    return match.group() if match else None


def signs_of(payment: Payment) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The signs that the words of a payment's texts and goods lines show: kind → (path, words), each once."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for path, words in readings(payment):
        for sign in signs_in_text(words):
            found.setdefault(sign.kind, {})[path, sign.words] = None
    return {kind: tuple(hits) for kind, hits in found.items()}


def trades_of(party: Party) -> tuple[tuple[str, str], ...]:
    """The trades of a party, from its name in every form: kind and words, each once."""
    names = (party.name or "", *(form.value for form in party.forms if not form.kind.endswith("-address")))
    return tuple(dict.fromkeys((hit.kind, hit.words) for name in names for hit in trades_in_name(name)))


def buyers(payment: Payment) -> tuple[Party, ...]:
    """Who pays or gets the goods, banks left out."""
    return tuple(party for party in payment.parties if party.role in _BUYERS)


def sellers(payment: Payment) -> tuple[Party, ...]:
    """Who is paid or sends the goods, banks left out."""
    return tuple(party for party in payment.parties if party.role in _SELLERS)


def readings(payment: Payment) -> tuple[tuple[str, str], ...]:
    """Path and words of every free text in each of its forms, and of goods lines."""
    texts = [(text.path, value) for text in payment.texts for value in (text.value, *(f.value for f in text.forms))]
    return tuple(dict.fromkeys((*texts, *((line.path, line.words) for line in payment.goods if line.words))))


def one_address(lines: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two written addresses may be one: they share enough words, a number among them."""
    shared = _words(lines) & _words(others)
    return len(shared) >= _LEAST_SHARED and any(word.isdigit() for word in shared)


def _words(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(word for line in lines for word in tokens(line))
