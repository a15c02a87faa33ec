"""Facts of a party and the five sectors of section 11."""

from __future__ import annotations

from brightline.law.fact_names.kind import FactKind

FACTS: dict[str, FactKind] = {
    "party.russian": FactKind("party", "answer", "whether the party belongs to Russia"),
    "party.sector": FactKind(
        "party", "answer", "whether its name or activity code puts it into one of the five sectors"
    ),
    "party.maker": FactKind(
        "party", "answer", "unknown where its name is that of a maker or technical firm whose purchases decide"
    ),
    "party.buys_machines": FactKind(
        "party", "answer", "unknown where it gets machines of makers and builders, or a text says it builds or makes"
    ),
    "payment.goods_plain": FactKind(
        "payment", "answer", "whether all goods named are everyday, services, or codes outside machines"
    ),
}
