"""The two legs of one transfer: a customer transfer and its cover, found by the UETR they share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from brightline.beside.party_keys import PAID, RECEIVED, customers
from brightline.terms import Leg, Party, Payment, Text


def other_legs(payment: Payment, pairs: Mapping[str, Sequence[Leg]]) -> tuple[Leg, ...]:
    """The other leg of a customer transfer and its cover, found by UETR in the same run."""
    if payment.uetr is None or not (kind := leg(payment)):
        return ()
    found = pairs.get(payment.uetr.lower(), ())
    return tuple(one for one in found if one.source != payment.source and leg_of(one.format) not in ("", kind))


def leg(payment: Payment) -> str:
    """Whether a payment is a customer transfer, a cover, or neither."""
    return leg_of(f"{payment.format}{' COV' if payment.variant == 'COV' else ''}")


def leg_of(kind: str) -> str:
    """`customer` for MT103 and pacs.008, `cover` for MT202COV, MT205COV and pacs.009 COV, else nothing."""
    if kind.startswith(("MT103", "pacs.008")):
        return "customer"
    return "cover" if kind.endswith("COV") else ""


def pair_up(payments: Iterable[Payment]) -> dict[str, tuple[Leg, ...]]:
    """The legs of a run by UETR, lower case; only UETRs that have both a customer transfer and a cover."""
    legs: dict[str, list[Leg]] = {}
    for payment in payments:
        if payment.uetr and leg(payment):
            kind = payment.format if payment.variant != "COV" or "COV" in payment.format else f"{payment.format} COV"
            legs.setdefault(payment.uetr.lower(), []).append(_leg(kind, payment, payment.uetr))
    return {
        uetr: tuple(found)
        for uetr, found in legs.items()
        if {"customer", "cover"} <= {leg_of(one.format) for one in found}
    }


def _leg(kind: str, payment: Payment, uetr: str) -> Leg:
    """What is kept of a leg beside the other one: names and countries of customers, words of texts."""
    who = dict.fromkeys((*customers(payment, PAID), *customers(payment, RECEIVED)))
    told = (Party(one.role, f"paired.{one.role}", one.name, country=one.country) for one in who if not one.bic)
    texts = tuple(Text(text.kind, text.value, "paired.text") for text in payment.texts)
    return Leg(kind, payment.source, uetr, tuple(told), texts)
