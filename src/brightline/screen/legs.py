"""The two legs of one transfer: a customer transfer and its cover, found by the UETR they share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from brightline.terms import Noted, Payment


def other_legs(payment: Payment, pairs: Mapping[str, Sequence[Noted]]) -> tuple[Noted, ...]:
    """The other leg of a customer transfer and its cover, found by UETR in the same run."""
    if payment.uetr is None or not (kind := leg(payment)):
        return ()
    found = pairs.get(payment.uetr.lower(), ())
    return tuple(one for one in found if one.value != payment.source and leg_of(one.kind) not in ("", kind))


def leg(payment: Payment) -> str:
    """Whether a payment is a customer transfer, a cover, or neither."""
    return leg_of(f"{payment.format}{' COV' if payment.variant == 'COV' else ''}")


def leg_of(kind: str) -> str:
    """`customer` for MT103 and pacs.008, `cover` for MT202COV, MT205COV and pacs.009 COV, else nothing."""
    if kind.startswith(("MT103", "pacs.008")):
        return "customer"
    return "cover" if kind.endswith("COV") else ""


def pair_up(payments: Iterable[Payment]) -> dict[str, tuple[Noted, ...]]:
    """The legs of a run by UETR, lower case; only UETRs that have both a customer transfer and a cover."""
    legs: dict[str, list[Noted]] = {}
    for payment in payments:
        if payment.uetr and leg(payment):
            kind = payment.format if payment.variant != "COV" or "COV" in payment.format else f"{payment.format} COV"
            legs.setdefault(payment.uetr.lower(), []).append(Noted(kind, payment.source, payment.uetr))
    return {
        uetr: tuple(found)
        for uetr, found in legs.items()
        if {"customer", "cover"} <= {leg_of(one.kind) for one in found}
    }
