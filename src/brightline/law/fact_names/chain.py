"""Facts of the chain of banks: dollars, United States links, what was removed on the way."""

from __future__ import annotations

from brightline.law.fact_names.kind import FactKind

FACTS: dict[str, FactKind] = {
    "chain.dollars": FactKind("payment", "answer", "whether the payment is in dollars"),
    "chain.us_bank": FactKind("payment", "answer", "whether a bank in the United States takes part"),
    "chain.us_person": FactKind("payment", "answer", "whether a party or a branch of ours is in the United States"),
    "chain.left_out": FactKind("payment", "answer", "whether the message leaves out or masks who pays or is paid"),
    "chain.at_stake": FactKind("payment", "answer", "whether dollar correspondents of the institution are at stake"),
}
