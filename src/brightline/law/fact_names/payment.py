"""Facts of the payment as a whole."""

from __future__ import annotations

from brightline.law.fact_names.kind import FactKind

FACTS: dict[str, FactKind] = {
    "payment.reach": FactKind("payment", "reach", "where goods or money plausibly go, and every other country seen"),
}
