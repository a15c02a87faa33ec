"""Facts on arms and parts of arms."""

from __future__ import annotations

from brightline.law.fact_names.kind import FactKind

FACTS: dict[str, FactKind] = {
    "payment.arms": FactKind("payment", "answer", "whether codes or words name arms, or parts of arms"),
    "payment.arms_grade": FactKind("payment", "words", "whether a code or only words name them"),
    "payment.armed_forces": FactKind("payment", "answer", "whether a party, or a text, names armed forces"),
    "payment.arms_tie": FactKind("payment", "answer", "whether goods or a party are of Russia or Belarus"),
    "payment.arms_maker": FactKind("payment", "answer", "whether a listed maker of arms takes part"),
}
