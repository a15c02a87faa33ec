"""What changed in a register since it was frozen: companies whose stakes are others now, and the owners named there.

A frozen register is never written to. An update stands beside it and says of each company it touches every stake as it
is now; the two together answer as the register built anew would, place by place (`updated_graph`).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from brightline.errors import SourceError
from brightline.ownership.above import day_number
from brightline.terms import ListedIdentifier, OwnershipEdge, OwnershipNode, Portion
from brightline.terms.owned import STAKES

WHAT = "update of owners"
_PLACE = {kind: place for place, kind in enumerate(STAKES)}
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Update:
    """`nodes`: owners that are new or described otherwise; `stakes`: every stake in a company, by the company's id."""

    nodes: Mapping[str, OwnershipNode] = field(default_factory=dict)
    stakes: Mapping[str, tuple[OwnershipEdge, ...]] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """The update as text, the same for the same update."""
        nodes = [_plain(self.nodes[node]) for node in sorted(self.nodes)]
        stakes = {company: [list(edge) for edge in self.stakes[company]] for company in sorted(self.stakes)}
        return json.dumps({"nodes": nodes, "stakes": stakes}, ensure_ascii=False, indent=0).encode(
            "utf-8", "surrogatepass"
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> Update:
        """What `to_bytes` wrote. Raises SourceError for anything else."""
        try:
            said = json.loads(data.decode("utf-8", "surrogatepass"))
            nodes = [_node(*one) for one in said["nodes"]]
            stakes = {company: tuple(_edge(*one) for one in each) for company, each in said["stakes"].items()}
        except (ValueError, KeyError, TypeError, AttributeError):
            raise SourceError(WHAT, "something else", f"an {WHAT} of ours", "Import the update again.") from None
        return cls({node.id: node for node in nodes}, stakes)

    def with_more(self, later: Update) -> Update:
        """This update and a later one as one."""
        return Update({**self.nodes, **later.nodes}, {**self.stakes, **later.stakes})


@dataclass(frozen=True, slots=True)
class Counts:
    """Of stakes: how many are new, ended or gone, and described otherwise."""

    added: int = 0
    ended: int = 0
    changed: int = 0


def make_update(
    nodes: Iterable[OwnershipNode],
    edges: Iterable[OwnershipEdge],
    known: Callable[[str], OwnershipNode | None],
) -> Update:
    """The update that a reading of changed companies makes: its stakes in a company take the place of all before.

    `known`: an owner as the register has it. Its name and what else it says is kept; numbers are added.
    """
    stakes: dict[str, list[OwnershipEdge]] = {}
    for edge in edges:
        stakes.setdefault(edge.owned, []).append(edge)
    described = {}
    for node in nodes:
        held = known(node.id)
        now = _joined(held, node) if held else node
        if now != held:
            described[node.id] = now
    return Update(described, {company: tuple(sorted(each, key=order)) for company, each in stakes.items()})


def _joined(known: OwnershipNode, new: OwnershipNode) -> OwnershipNode:
    kind = known.kind if known.kind != "unknown" else new.kind
    numbers = tuple(dict.fromkeys((*known.identifiers, *new.identifiers)))
    country, born = known.country or new.country, known.birth_date or new.birth_date
    return replace(known, kind=kind, country=country, identifiers=numbers, birth_date=born)


def order(edge: OwnershipEdge) -> tuple[object, ...]:
    """What orders the stakes in one company in a frozen register."""
    least, greatest, above, below = edge.portion or (-1, -1, False, False)
    return (
        edge.owner, _PLACE[edge.kind], day_number(edge.start), day_number(edge.end), least, greatest,
        above + 2 * below, edge.source, edge.printed,
    )  # fmt: skip


def count_changes(before: Iterable[OwnershipEdge], after: Iterable[OwnershipEdge]) -> Counts:
    """How the stakes of some companies differ: a stake is one of an owner, a company and a kind."""
    old, new = _by_key(before), _by_key(after)
    gone = sum(len(old[key]) for key in old.keys() - new.keys())
    both = [(old[key], new[key]) for key in old.keys() & new.keys() if set(old[key]) != set(new[key])]
    ended = sum(_runs(was) and not _runs(now) for was, now in both)
    return Counts(sum(len(new[key]) for key in new.keys() - old.keys()), gone + ended, len(both) - ended)


def _by_key(edges: Iterable[OwnershipEdge]) -> dict[Key, list[OwnershipEdge]]:
    found: dict[Key, list[OwnershipEdge]] = {}
    for edge in edges:
        found.setdefault((edge.owner, edge.owned, edge.kind), []).append(edge)
    return found


def _runs(edges: Sequence[OwnershipEdge]) -> bool:
    return any(edge.end is None for edge in edges)


def _plain(node: OwnershipNode) -> list[object]:
    numbers = [[one.scheme, one.value, one.country] for one in node.identifiers]
    return [node.id, node.name, node.kind, node.country, numbers, node.birth_date]


def _node(
    node: str, name: str, kind: str, country: str | None, numbers: list[list[str]], born: str | None
) -> OwnershipNode:
    return OwnershipNode(node, name, kind, country, tuple(ListedIdentifier(*one) for one in numbers), born)


def _edge(owner: str, owned: str, portion: list[int] | None, *said: str) -> OwnershipEdge:
    share = Portion(portion[0], portion[1], bool(portion[2]), bool(portion[3])) if portion else None
    return OwnershipEdge(owner, owned, share, *said)
