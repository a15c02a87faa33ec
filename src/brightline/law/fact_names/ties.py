"""Facts of listed owners behind a party, as lists and names tell them."""

from __future__ import annotations

from brightline.law.fact_names.kind import FactKind

FACTS: dict[str, FactKind] = {
    "owned.same": FactKind("owned", "answer", "whether the owner is the listed one"),
    "owned.share": FactKind("owned", "share", "the share that listed owners hold, as far as anybody says"),
    "owned.registered": FactKind("owned", "answer", "whether a register of owners says who holds the party"),
    "owned.counts": FactKind(
        "owned", "answer", "whether what listed owners hold makes the party theirs under the owner's regime"
    ),
    "owned.by_itself": FactKind("owned", "words", "the programmes of the party's own listing, where it blocks"),
    "owner.programs": FactKind("owned", "words", "the programmes of the owner's entry"),
    "owner.measures": FactKind("owned", "words", "the measures of the owner's listing"),
    "owner.secondary": FactKind("owned", "words", "the secondary-sanctions remarks of the owner's entry"),
    "owner.listed_on": FactKind("owned", "day", "the day of the owner's listing"),
    "owner.ends_on": FactKind("owned", "day", "the day on which the owner's listing ends"),
}
