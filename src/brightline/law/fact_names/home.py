"""Facts of the institution's own law: local rules against foreign measures, its own control lists."""

from __future__ import annotations

from brightline.law.fact_names.kind import FactKind

FACTS: dict[str, FactKind] = {}
