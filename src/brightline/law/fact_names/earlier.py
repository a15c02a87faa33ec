"""Facts of earlier payments: an attempt made again with something changed, what is out of pattern, the exposure."""

from __future__ import annotations

from brightline.law.fact_names.kind import FactKind

_TOLD = {
    # An attempt made again.
    "same_payment": "whether an earlier payment that was not released is the same payment, within the tolerance",
    "names": "whether a name of the attempt is gone or replaced",
    "addresses": "whether an address of the attempt is gone or replaced",
    "goods": "whether goods that the attempt named are gone or replaced",
    "banks": "whether a bank of the attempt is gone or replaced",
    "currency": "whether the currency is another than that of the attempt",
    "countries": "whether a country that the attempt named is gone",
    "grave": "whether listed or critical goods, a listed name, or anything of a linked payment is gone",
    "moved_away": "whether the attempt named Russia or Belarus and the payment no longer does",
    "cover_names": "whether one leg of a transfer names somebody whom the other does not",
    "cover_goods": "whether one leg names listed, critical or sensitive goods that the other does not",
    # Out of pattern; never without enough earlier payments.
    "first_payment": "whether the two have not dealt with each other before",
    "amount": "whether the amount is far above the usual",
    "new_goods": "whether listed, critical or sensitive goods are paid for that neither side named before",
    "volume": "whether payer or payee suddenly move many times the usual",
    "comes_back": "whether about the same amount went from the payee to the payer before",
    "passes_through": "whether the payer got about the same amount a few days before",
    "in_parts": "whether payments of nearly one size follow each other within days",
    "other_bank": "whether a side uses a bank or country that none of enough earlier payments showed",
    # The ledger of exposure.
    "exposed_linked": "whether earlier payments of a side or its owner group were linked",
    "exposed_undecided": "whether of earlier payments of a side or its owner group nobody could tell",
}
FACTS: dict[str, FactKind] = {f"earlier.{name}": FactKind("payment", "answer", told) for name, told in _TOLD.items()}
