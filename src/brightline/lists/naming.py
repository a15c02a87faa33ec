"""Ids for entries that a publisher gives twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from brightline.lists.payload import canonical, pack
from brightline.terms import ListedEntity


def distinct_entries(entities: Sequence[ListedEntity]) -> tuple[ListedEntity, ...]:
    """The entities with every entry id once: equal ones fall together, different ones become `id`, `id~2`, …

    The numbers follow the content, not the order in the file, so that the same file shuffled names them the same.
    """
    groups: dict[str, list[ListedEntity]] = defaultdict(list)
    for entity in entities:
        groups[entity.entry].append(entity)
    if len(groups) == len(entities):
        return tuple(entities)
    found: list[ListedEntity] = []
    for entry, group in groups.items():
        packed = {pack(canonical(entity)): entity for entity in group}
        for number, key in enumerate(sorted(packed), start=1):
            found.append(packed[key] if number == 1 else replace(packed[key], entry=f"{entry}~{number}"))
    return tuple(found)
