"""Two written names against each other, without a list."""

from __future__ import annotations

from dataclasses import dataclass

from brightline.names.compare import compare
from brightline.names.scores import SHIPPED_THRESHOLD, score_of
from brightline.terms import Candidate, ListedEntity, ListedName, Query

SCHEMAS = ("Person", "Organization", "Company", "LegalEntity", "Vessel", "Airplane")


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """The score of two names, whether it reaches the shipped threshold, and the comparison behind it."""

    score: float
    match: bool
    candidate: Candidate


def schema_of(written: str) -> str:
    """One of our schemas; an unknown one in a table is read as LegalEntity."""
    return written if written in SCHEMAS else "LegalEntity"


def score_pair(schema: str, name1: str, name2: str) -> ScoredPair:
    """Compare two names of one schema; an unknown schema is read as LegalEntity. An empty name scores 0."""
    kind = schema_of(schema)
    entity = ListedEntity("", "", kind, (ListedName(name2, "primary"),))
    candidate = compare(Query(name1, kind), entity)
    empty = not name1.strip() or not name2.strip()
    score = 0.0 if empty else score_of(candidate.weight)
    return ScoredPair(score, not empty and score >= SHIPPED_THRESHOLD, candidate)
