"""Facts of the institution's own law: local rules against foreign measures, its own control lists."""

from __future__ import annotations

from brightline.law.fact_names.kind import FactKind

FACTS: dict[str, FactKind] = {
    "home.country": FactKind("payment", "words", "the country of the institution"),
    "home.bound_by": FactKind("payment", "words", "the regimes whose measures are law for the institution"),
    "home.foreign_measure": FactKind("payment", "answer", "whether a measure that is no law here stands against it"),
    "home.third_country": FactKind("payment", "answer", "whether the payment is a dealing with a third country"),
    "home.remarks": FactKind("payment", "words", "the secondary-sanctions remarks of listed parties"),
    "home.chinese_party": FactKind("payment", "answer", "whether a listed party is Chinese"),
    "home.parties": FactKind("payment", "words", "the names of the parties"),
    "home.on_control_list": FactKind("payment", "answer", "whether a party is on the institution's own control list"),
    "home.controlled_goods": FactKind("payment", "answer", "whether goods are on the institution's own control list"),
}
