"""Facts of what is on file about the parties."""

from __future__ import annotations

from brightline.law.fact_names.kind import FactKind

_TOLD = {
    "founded_after": "whether a party outside the coalition was founded after the day that the alerts name",
    "office_there": "whether a party of another country has an office in Russia or Belarus",
    "shared_address": "whether two parties of other names share an address",
    "out_of_trade": "whether goods or amount lie outside a party's usual trade",
    "lapsed": "unknown where an attestation or questionnaire of a party has ended; else no",
}
FACTS: dict[str, FactKind] = {f"profiles.{name}": FactKind("payment", "answer", told) for name, told in _TOLD.items()}
