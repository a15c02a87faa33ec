"""Facts of listed entities: other remarks, owners and links the lists state."""

from __future__ import annotations

from brightline.law.fact_names.kind import FactKind

FACTS: dict[str, FactKind] = {}
