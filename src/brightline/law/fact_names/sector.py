"""Facts of a party and the five sectors of section 11."""

from __future__ import annotations

from brightline.law.fact_names.kind import FactKind

FACTS: dict[str, FactKind] = {}
