"""Facts that speak for release."""

from __future__ import annotations

from brightline.law.fact_names.kind import FactKind

FACTS: dict[str, FactKind] = {}
