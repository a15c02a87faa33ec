"""Facts of a licence or exemption beside the payment."""

from __future__ import annotations

from brightline.law.fact_names.kind import FactKind

FACTS: dict[str, FactKind] = {
    "licence.needed": FactKind("payment", "answer", "whether anything here would need a licence of the United States"),
    "licence.covers": FactKind("payment", "answer", "whether a licence covers what the payment says it is for"),
    "licence.parties": FactKind("payment", "answer", "whether the licence reaches the blocked parties in the payment"),
    "licence.alive_now": FactKind("payment", "answer", "whether the licence lives at the moment of decision"),
    "licence.alive_at_value": FactKind("payment", "answer", "whether the licence lives on the value date"),
    "licence.conditions": FactKind("payment", "answer", "whether every condition of the licence is shown to be met"),
    "licence.documents": FactKind("payment", "answer", "whether a document shows what the payer says"),
    "licence.not_forbidden": FactKind("payment", "answer", "whether a person of the United States could do it anyway"),
}
