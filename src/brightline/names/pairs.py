"""Two written names against each other, without a list."""

from __future__ import annotations

from dataclasses import dataclass

from brightline.names.compare import compare
from brightline.names.scores import SHIPPED_THRESHOLD, score_of
from brightline.terms import Candidate, ListedEntity, ListedName, Query

SCHEMAS = frozenset({"Person", "Organization", "Company", "LegalEntity", "Vessel", "Airplane"})


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """The score of two names, whether it reaches the shipped threshold, and the comparison behind it."""

    score: float
    match: bool
    candidate: Candidate


def score_pair(schema: str, name1: str, name2: str) -> ScoredPair:
    """Compare two names of one schema; an unknown schema is read as LegalEntity. An empty name scores 0."""
    kind = schema if schema in SCHEMAS else "LegalEntity"
    entity = ListedEntity("", "", kind, (ListedName(name2, "primary"),))
    candidate = compare(Query(name1, kind), entity)
    empty = not name1.strip() or not name2.strip()
    score = 0.0 if empty else score_of(candidate.weight)
    return ScoredPair(score, not empty and score >= SHIPPED_THRESHOLD, candidate)
