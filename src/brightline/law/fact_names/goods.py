"""Facts of a line of goods."""

from __future__ import annotations

from brightline.law.fact_names.kind import FactKind

FACTS: dict[str, FactKind] = {
    "goods.listing": FactKind("goods", "answer", "whether the goods are on the common high priority list"),
    "goods.critical": FactKind("goods", "answer", "whether the goods are of a class named in the determination"),
    "goods.class_named": FactKind("goods", "answer", "whether a code or words name goods of that class; never unknown"),
    "goods.grade": FactKind("goods", "words", "whether a code or only words name the goods"),
    "goods.reading": FactKind("goods", "words", "how the goods line was read"),
}
