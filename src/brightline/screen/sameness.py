"""Whether a name looked up and a listed entity are one."""

from __future__ import annotations

from brightline.names.ordinary import tells_nobody
from brightline.screen.cleared import CLEARS
from brightline.screen.edition import Edition
from brightline.terms import Answer, Candidate, ListedEntity

SETTLES = "identifier-same"  # the step of an equal identifier that settles who is meant
BORN = "birth-date-same"


def same(candidate: Candidate, entity: ListedEntity, edition: Edition) -> tuple[Answer, str]:
    """Is the party the listed one? An equal identifier settles it.

    A name alone must be sure, no weak alias, and contradicted by no birth date or number; many people share a name, so
    a person's needs an equal birth date beside it, and one ordinary word settles nothing.
    """
    steps = {step.name for step in candidate.steps}
    if SETTLES in steps:
        return Answer.YES, "identifier"
    if BORN not in steps if entity.schema == "Person" else tells_nobody(candidate.name):
        return Answer.UNKNOWN, "name"
    weak = any(name.value == candidate.name and name.kind == "weak" for name in entity.names)
    if candidate.score >= edition.policy.sure_score and not weak and steps.isdisjoint(CLEARS):
        return Answer.YES, "name"
    return Answer.UNKNOWN, "name"
