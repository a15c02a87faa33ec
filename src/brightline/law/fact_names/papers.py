"""Facts of papers beside the message that contradict it or each other."""

from __future__ import annotations

from brightline.law.fact_names.kind import FactKind

_TOLD = {
    "amounts": "whether more is paid than papers say, lines exceed their total, or customs is told far less",
    "quantities": "whether a shipping paper counts more than the invoices",
    "sides": "whether an invoice or contract names a buyer or seller whom the message does not",
    "receivers": "whether papers name a consignee, or an end user abroad, whom the message does not",
    "goods": "whether papers and message name other goods",
    "destination": "whether papers end the way in another country than the message",
    "undisclosed": "unknown where papers lead to Russia or Belarus unsaid by the message, which alone names the goods",
    "vessel": "whether two ships are named where one sails, or a number that no ship has",
    "days": "whether days are out of order",
}
FACTS: dict[str, FactKind] = {f"papers.{name}": FactKind("payment", "answer", told) for name, told in _TOLD.items()}
