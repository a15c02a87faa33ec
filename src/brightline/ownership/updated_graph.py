"""A frozen register with an update beside it, asked as if it had been built anew.

Owners stand by their ids. New ones stand between those of the frozen register, so that every place, every order and
with them every answer is that of the whole rebuilt; nothing of the frozen arrays is copied or changed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from brightline.errors import SourceError
from brightline.ownership.freeze import name_text, number_text
from brightline.ownership.graph import OwnerGraph
from brightline.ownership.update import Update
from brightline.terms import OwnershipEdge, OwnershipNode


class UpdatedGraph(OwnerGraph):
    """A frozen register and what changed since. `base`, `update`: the two."""

    def __init__(self, base: OwnerGraph, update: Update) -> None:
        self.base, self.update = base, update
        self._ids = sorted(node for node in update.nodes if base.place(node) is None)
        self._before = [base.place_before(node) for node in self._ids]  # owners of the base before each new one
        self._new = [before + at for at, before in enumerate(self._before)]  # its place
        self._described = {self._known(node): one for node, one in update.nodes.items()}
        self._stakes = {self._known(company): each for company, each in update.stakes.items()}
        self._keys = self._texts()
        self.nodes = base.nodes + len(self._ids)
        self.edges = base.edges + sum(map(len, update.stakes.values())) - sum(map(base.stakes_of, update.stakes))

    def place(self, node: str) -> int | None:
        """The place of an owner by its id in the register; None where there is none."""
        at = bisect_left(self._ids, node)
        if at < len(self._ids) and self._ids[at] == node:
            return self._new[at]
        base = self.base.place(node)
        return self._from_base(base) if base is not None else None

    def _known(self, node: str) -> int:
        place = self.place(node)
        if place is None:
            raise SourceError("owners", f"a stake of {node!r}", "an owner that the register names")
        return place

    def _texts(self) -> dict[str, list[int]]:
        """The places of new and newly described owners by name and number."""
        found: dict[str, list[int]] = {}
        for place, node in self._described.items():
            for text in {name_text(node.name), *(number_text(one.scheme, one.value) for one in node.identifiers)}:
                found.setdefault(text, []).append(place)
        return found

    def _from_base(self, place: int) -> int:
        return place + bisect_right(self._before, place)

    def _to_base(self, place: int) -> int:
        """The place in the base of an owner that is not new."""
        return place - bisect_left(self._new, place)

    def _is_new(self, place: int) -> bool:
        at = bisect_left(self._new, place)
        return at < len(self._new) and self._new[at] == place

    def _keyed(self, text: str) -> tuple[int, ...]:
        old = map(self._from_base, self.base._keyed(text))
        return tuple(sorted({*old, *self._keys.get(text, ())}))

    def name(self, at: int) -> str:
        """The name of the owner at a place, as printed."""
        return self.node(at).name

    def node(self, at: int) -> OwnershipNode:
        """The owner at a place."""
        described = self._described.get(at)
        return described if described is not None else self.base.node(self._to_base(at))

    def stakes_in(self, at: int) -> Iterator[tuple[int, OwnershipEdge]]:
        """The stakes in the company at a place, each with the place of its owner, in the order of the register."""
        if at in self._stakes:
            for edge in self._stakes[at]:
                yield self._known(edge.owner), edge
        elif not self._is_new(at):
            for base, edge in self.base.stakes_in(self._to_base(at)):
                yield self._from_base(base), edge
