"""One name against lists."""

from __future__ import annotations

from collections.abc import Sequence

from brightline.screen.edition import OpenList
from brightline.terms import Candidate, Query


def matches(
    query: Query, lists: Sequence[OpenList], threshold: int, *, exhaustive: bool = False
) -> Sequence[Candidate]:
    """Candidates of all lists that reach `threshold` (thousandths of a nat), best first, ties by list and entry.

    `exhaustive` compares with every entry and uses no index: the result is the same.
    """
    found: list[Candidate] = []
    for one in lists:
        found += one.names.scan(query, threshold) if exhaustive else one.names.find(query, threshold)
    return sorted(found, key=lambda one: (-one.weight, one.list, one.entry))
