"""One written name against one listed entity: a starting point and steps that sum to the weight."""

from __future__ import annotations

from dataclasses import dataclass

from brightline.names.align import Aligned, align, steps_of
from brightline.names.bearer import bearer_steps
from brightline.names.read import Name, read_name
from brightline.names.scores import score_of
from brightline.names.weights import weights
from brightline.terms import Candidate, ListedEntity, ListedName, Query, Step


@dataclass(frozen=True, slots=True)
class BestName:
    """The listed name that fits best, in the readings that fit best. `weight`: with the cap of weak aliases."""

    weight: int
    listed: ListedName
    ours: Name
    theirs: Name
    aligned: Aligned


def query_readings(query: Query) -> tuple[Name, ...]:
    """Every reading of the written name and of its other forms, each once."""
    person = query.schema == "Person"
    readings = dict.fromkeys(read_name(query.name, person))
    for form in query.forms:
        readings.update(dict.fromkeys(read_name(form, person)))
    return tuple(readings)


def capped(weight: int, kind: str) -> int:
    """A name's weight, held down for a weak alias."""
    return min(weight, weights().weak_alias_most) if kind == "weak" else weight


def best_name(readings: tuple[Name, ...], entity: ListedEntity) -> BestName | None:
    """The best pair of a reading and a listed name; the first of equals. None if either side has no words."""
    best: BestName | None = None
    for listed in entity.names:
        for theirs in read_name(listed.value, entity.schema == "Person"):
            for ours in readings:
                aligned = align(ours, theirs)
                weight = capped(aligned.weight, listed.kind)
                if best is None or weight > best.weight:
                    best = BestName(weight, listed, ours, theirs, aligned)
    return best


def compare(query: Query, entity: ListedEntity, position: int = -1) -> Candidate:
    """The entity as a candidate for the query. The steps, the starting point among them, sum to the weight.

    The best of the readings (`Query.name`, `Query.forms`) and of the listed names counts. A name without letters gives
    the least weight of a name, so that only an identifier can speak for the entity.
    """
    return candidate(query, entity, position, best_name(query_readings(query), entity))


def candidate(query: Query, entity: ListedEntity, position: int, best: BestName | None) -> Candidate:
    """The entity as a candidate for the query by this name of it."""
    name_weight = best.weight if best else weights().least_name
    named = _name_steps(best)
    bearer = bearer_steps(query, entity, name_weight, named)
    steps = [Step("prior", "", "", weights().prior), *named, *bearer]
    weight = sum([step.weight for step in steps])
    name = best.listed.value if best else (entity.names[0].value if entity.names else "")
    return Candidate(entity.list, entity.entry, name, entity.schema, weight, score_of(weight), tuple(steps), position)


def _name_steps(best: BestName | None) -> tuple[Step, ...]:
    """The steps of the name, the weak alias' cap last."""
    if best is None:
        return (Step("name-empty", "", "", weights().least_name),)
    steps = steps_of(best.ours, best.theirs, best.aligned)
    if best.weight < best.aligned.weight:
        steps += (Step("weak-alias", "", best.listed.value, best.weight - best.aligned.weight),)
    return steps
