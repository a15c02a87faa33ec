"""Owners and stakes while a register is being read: each owner once, each stake of owners that are there."""

from __future__ import annotations

import re

from brightline.errors import SourceError
from brightline.lists.reading.days import only_date
from brightline.terms import OwnershipEdge, OwnershipNode, Portion

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Owners:
    """What a register says so far."""

    def __init__(self) -> None:
        self._nodes: dict[str, OwnershipNode] = {}
        self.edges: list[OwnershipEdge] = []

    def add(self, node: OwnershipNode, where: str) -> str:
        """Take an owner in and return its id; what an earlier line said of it is kept beside.

        Raises SourceError where an earlier line gave it another country.
        """
        known = self._nodes.get(node.id)
        if known is None:
            self._nodes[node.id] = node
        elif known != node:
            self._nodes[node.id] = _joined(known, node, where)
        return node.id

    def holds(self, owner: str, owned: str, portion: Portion | None, kind: str, **said: str | None) -> None:
        """Take in a stake. `said`: start, end, source, printed."""
        self.edges.append(
            OwnershipEdge(
                owner, owned, portion, kind, said.get("start"), said.get("end"),
                said.get("source") or "", said.get("printed") or "",
            )
        )  # fmt: skip

    def knows(self, node: str) -> bool:
        """Whether an owner of this id is there."""
        return node in self._nodes

    @property
    def nodes(self) -> tuple[OwnershipNode, ...]:
        """Every owner and company, each once."""
        return tuple(self._nodes.values())


def _joined(known: OwnershipNode, new: OwnershipNode, where: str) -> OwnershipNode:
    if known.country and new.country and known.country != new.country:
        advice = "Give each an id (owner_id, owned_id) where two bear one name."
        raise SourceError(where, f"{new.name!r} in {new.country}", f"{known.country} as in an earlier line", advice)
    kind = known.kind if known.kind != "unknown" else new.kind
    numbers = tuple(dict.fromkeys((*known.identifiers, *new.identifiers)))
    country, born = known.country or new.country, known.birth_date or new.birth_date
    return OwnershipNode(known.id, known.name or new.name, kind, country, numbers, born)


def whole_day(written: str | None, what: str, where: str) -> str | None:
    """A day as ISO; None for an empty cell. Raises SourceError for anything else, days that never were among them."""
    text = (written or "").strip()
    if not text:
        return None
    if _DAY.fullmatch(text) and only_date(text) == text:
        return text
    raise SourceError(where, f"{what} {text!r}", "a day such as 2024-05-16")


def in_order(start: str | None, end: str | None, where: str) -> None:
    """Prove that a stake does not end before it begins. Raises SourceError."""
    if start and end and end < start:
        raise SourceError(where, f"a stake from {start} to {end}", "an end that is not before the beginning")
