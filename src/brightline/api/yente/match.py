"""Examples against the lists: what `POST /match/{dataset}` answers, made by one process with its own open edition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brightline.api.yente.entity import entity_id, entity_json, seen_dates, topics_of
from brightline.api.yente.example import Example
from brightline.api.yente.schemas import is_a, may_be_same
from brightline.names.scores import weight_of
from brightline.screen.edition import Edition, OpenList
from brightline.screen.labels import STEPS, step_label
from brightline.terms import Candidate, ListedEntity, Step

LEAST_CUTOFF = 0.1  # below it no name can be ruled out, and every entry would have to be compared


@dataclass(frozen=True, slots=True)
class Scope:
    """Which entries may be answered: lists by id, schemas and entries left out, topics asked for, and how new."""

    lists: tuple[str, ...]
    exclude_schema: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    changed_since: str | None = None
    exclude_entities: frozenset[str] = frozenset()

    def holds(self, entity: ListedEntity, one: OpenList) -> bool:
        """Whether an entry is inside."""
        if any(is_a(entity.schema, left_out) for left_out in self.exclude_schema):
            return False
        if self.exclude_entities and entity_id(entity, one.version.list) in self.exclude_entities:
            return False
        if self.topics and not set(self.topics) & set(topics_of(entity)):
            return False
        return self.changed_since is None or seen_dates(entity, one)["last_change"] >= self.changed_since


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many results, from which score on one counts as a match, and below which it is left out."""

    limit: int
    threshold: float
    cutoff: float


def match_all(edition: Edition, examples: Mapping[str, Example], scope: Scope, bounds: Bounds) -> dict[str, object]:
    """The answer to each example, by the client's own ids."""
    return {name: _answer(edition, example, scope, bounds) for name, example in examples.items()}


def _answer(edition: Edition, example: Example, scope: Scope, bounds: Bounds) -> dict[str, object]:
    found = _found(edition, example, scope, bounds.cutoff)
    matches = sum(candidate.score >= bounds.threshold for _, candidate in found)
    return {
        "status": 200,
        "results": [_scored(one, candidate, bounds.threshold) for one, candidate in found[: bounds.limit]],
        "total": {"value": matches, "relation": "eq"},
        "query": {"id": None, "schema": example.schema, "properties": {**example.properties}},
    }


def _found(edition: Edition, example: Example, scope: Scope, cutoff: float) -> list[tuple[OpenList, Candidate]]:
    """The candidates inside the scope that reach the cutoff, best first."""
    if example.query is None:
        return []
    least = weight_of(max(cutoff, LEAST_CUTOFF))
    found = [
        (one, candidate)
        for one in edition.lists
        if one.version.list in scope.lists
        for candidate in one.find(example.query, least)
        if may_be_same(example.schema, candidate.schema) and scope.holds(one.entities[candidate.position], one)
    ]
    return sorted(found, key=lambda pair: (-pair[1].weight, pair[1].list, pair[1].entry))


def _scored(one: OpenList, candidate: Candidate, threshold: float) -> dict[str, object]:
    return {
        **entity_json(one.entities[candidate.position], one),
        "score": candidate.score,
        **_reasons(candidate.steps),
        "match": candidate.score >= threshold,
    }


def _reasons(steps: Sequence[Step]) -> dict[str, object]:
    """`features`: what each kind of step adds, in nats; `explanations`: the same with the values compared."""
    by_name: dict[str, list[Step]] = {}
    for step in steps:
        by_name.setdefault(step.name, []).append(step)
    features = {name: sum(step.weight for step in some) / 1000 for name, some in by_name.items()}
    explanations = {
        name: {
            "detail": step_label(name),
            "score": features[name],
            "query": "; ".join(step.ours for step in some if step.ours) or None,
            "candidate": "; ".join(step.theirs for step in some if step.theirs) or None,
        }
        for name, some in by_name.items()
    }
    return {"features": features, "explanations": explanations}


def matcher_docs() -> dict[str, dict[str, object]]:
    """Each feature in words. Features are summed as they are, so every coefficient is one."""
    return {name: {"description": label, "coefficient": 1.0, "url": None} for name, label in STEPS.items()}
