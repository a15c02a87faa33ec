"""Facts of a licence or exemption beside the payment."""

from __future__ import annotations

from brightline.law.fact_names.kind import FactKind

FACTS: dict[str, FactKind] = {}
