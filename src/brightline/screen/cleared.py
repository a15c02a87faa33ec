"""Namesakes: listed entities whose name is like a party's, and which a number or a birth date shows to be another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from brightline.names.compare import compare
from brightline.names.identifiers import CLEARING
from brightline.names.scores import weight_of
from brightline.nexus.facts import Matched
from brightline.screen.edition import Edition
from brightline.terms import Answer, Party, Query

CLEARS = ("identifier-differs", "birth-date-differs")  # steps that tell a namesake from the one listed


def cleared_namesakes(party: Party, query: Query, known: Sequence[Matched], edition: Edition) -> Iterator[Matched]:
    """Entities that the name alone would have brought to a person, with what cleared them; `same` is no.

    `known` are the matches of this payment: an entity among them is not cleared.
    """
    numbers = tuple(one for one in query.identifiers if one.scheme in CLEARING)
    if not (query.name or query.forms) or not (numbers or query.birth_date):
        return
    matched = {(one.entity.list, one.entity.entry) for one in known if one.path == party.path}
    bare = replace(query, identifiers=(), birth_date=None)
    for open_list in edition.lists:
        for alike in open_list.find(bare, weight_of(edition.policy.candidate_score)):
            entity = open_list.entities[alike.position]
            whole = compare(query, entity, alike.position)
            by = next((step.name for step in whole.steps if step.name in CLEARS), None)
            if by is not None and (entity.list, entity.entry) not in matched:
                yield Matched(
                    party.role, party.path, query.name, whole, entity, Answer.NO, by, open_list.regime_of(entity)
                )
