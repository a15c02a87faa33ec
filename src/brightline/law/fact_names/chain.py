"""Facts of the chain of banks: dollars, United States links, what was removed on the way."""

from __future__ import annotations

from brightline.law.fact_names.kind import FactKind

FACTS: dict[str, FactKind] = {}
