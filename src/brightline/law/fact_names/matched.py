"""Facts of a party (or a name in a text) beside a listed entity."""

from __future__ import annotations

from brightline.law.fact_names.kind import FactKind

FACTS: dict[str, FactKind] = {
    "matched.same": FactKind("matched", "answer", "whether the party is the listed one"),
    "matched.is_agent": FactKind("matched", "answer", "whether the party acts as a bank in the chain"),
    "matched.regimes": FactKind("matched", "answer", "whether several regimes list it: each with its measures"),
    "entity.regime": FactKind("matched", "words", "whose list it is"),
    "entity.programs": FactKind("matched", "words", "the programmes the publisher states"),
    "entity.measures": FactKind("matched", "words", "the measures the listing carries"),
    "entity.secondary": FactKind("matched", "words", "the secondary-sanctions remarks of the entry"),
    "entity.listed_on": FactKind("matched", "day", "the day of the listing"),
    "entity.ends_on": FactKind("matched", "day", "the day on which the listing ends"),
}
