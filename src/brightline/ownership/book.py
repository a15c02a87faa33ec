"""Every register of an edition together: who a company is in each, and what stands above it on a day.

An owner that two registers name with one number (LEI, INN, OGRN, USCC, a company number of one country) is one owner.
A change is laid over a register and its stakes replaced company by company, so that no register is built again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brightline.ownership.above import Above, Stake, day_number, stake_of
from brightline.ownership.graph import OwnerGraph
from brightline.terms import ListedIdentifier, OwnershipEdge, OwnershipNode

MOST_OWNERS = 2000  # followed above one company; beyond that the answer says it is cut
_JOINING = frozenset({"LEI", "INN", "OGRN", "USCC"})
_JOINING_WITH_COUNTRY = frozenset({"REG"})

Place = tuple[int, int]  # which register, and where in it


@dataclass(frozen=True, slots=True)
class Changed:
    """Stakes laid over a register: of each company named, all stakes as they are now."""

    companies: frozenset[str]
    graph: OwnerGraph


@dataclass(frozen=True, slots=True)
class Register:
    """One version of one register: the list's id, its graph, and what was laid over it since."""

    list: str
    graph: OwnerGraph
    changed: Changed | None = None

    def with_changes(self, nodes: Sequence[OwnershipNode], edges: Sequence[OwnershipEdge]) -> Register:
        """The register with the stakes in each company among `nodes` replaced by `edges`; the graph itself stays.

        Earlier changes of other companies are kept.
        """
        kept = self.changed
        before = [] if kept is None else [kept.graph.node(at) for at in range(kept.graph.nodes)]
        old_edges = [] if kept is None else list(kept.graph.all_edges())
        owned = frozenset(edge.owned for edge in edges) or frozenset(node.id for node in nodes)
        every = {node.id: node for node in (*before, *nodes)}
        laid = [*(edge for edge in old_edges if edge.owned not in owned), *edges]
        companies = owned | (kept.companies if kept else frozenset())
        return Register(self.list, self.graph, Changed(companies, OwnerGraph.of(tuple(every.values()), laid)))


class OwnerBook:
    """The registers of an edition. Empty: nobody's owners are known."""

    def __init__(self, registers: Sequence[Register] = ()) -> None:
        self.registers = tuple(sorted(registers, key=lambda one: one.list))
        self._graphs: list[OwnerGraph] = []
        self._lists: list[str] = []
        self._hidden: list[frozenset[str]] = []  # companies of a graph whose stakes stand in a later one
        for one in self.registers:
            self._add(one.list, one.graph, one.changed.companies if one.changed else frozenset())
            if one.changed:
                self._add(one.list, one.changed.graph, frozenset())

    def _add(self, name: str, graph: OwnerGraph, hidden: frozenset[str]) -> None:
        self._lists.append(name)
        self._graphs.append(graph)
        self._hidden.append(hidden)

    def __bool__(self) -> bool:
        """Whether there is any register."""
        return bool(self._graphs)

    def numbered(self, scheme: str, value: str) -> tuple[Place, ...]:
        """Where owners that bear an identifier stand."""
        return tuple((at, place) for at, graph in enumerate(self._graphs) for place in graph.numbered(scheme, value))

    def named(self, name: str) -> tuple[Place, ...]:
        """Where owners of an equal name stand."""
        return tuple((at, place) for at, graph in enumerate(self._graphs) for place in graph.named(name))

    def node(self, place: Place) -> OwnershipNode:
        """The owner at a place."""
        return self._graphs[place[0]].node(place[1])

    def register_of(self, place: Place) -> str:
        """The list that a place is in."""
        return self._lists[place[0]]

    def same_as(self, place: Place) -> tuple[Place, ...]:
        """The place itself, and wherever else the same owner stands."""
        node, found = self.node(place), {place: None}
        for at, graph in enumerate(self._graphs):
            if at == place[0]:
                continue
            if self._lists[at] == self._lists[place[0]] and (own := graph.place(node.id)) is not None:
                found[at, own] = None
            for number in filter(joins, node.identifiers):
                found.update(((at, other), None) for other in graph.numbered(number.scheme, number.value)
                             if _agree(number, graph.node(other)))  # fmt: skip
        return tuple(sorted(found))

    def above(self, place: Place, day: str) -> Above:
        """Everything that stands above the owner at a place on a day (ISO), as far as `MOST_OWNERS` go."""
        return _Climb(self, day_number(day)).from_place(place)

    def stakes_in(self, place: Place) -> Iterator[tuple[Place, OwnershipEdge]]:
        """The stakes in a company at one place, with where each owner stands."""
        at, company = place
        if self._hidden[at] and self.node(place).id in self._hidden[at]:
            return
        for owner, edge in self._graphs[at].stakes_in(company):
            yield (at, owner), edge


def joins(number: ListedIdentifier) -> bool:
    """Whether an equal identifier makes two owners one."""
    return number.scheme in _JOINING or (number.scheme in _JOINING_WITH_COUNTRY and number.country is not None)


def _agree(number: ListedIdentifier, node: OwnershipNode) -> bool:
    """Whether the other bears the number in the same country."""
    return any(
        one.scheme == number.scheme and (one.scheme in _JOINING or one.country == number.country)
        for one in node.identifiers
    )


class _Climb:
    """Following owners upward, each once, breadth first."""

    def __init__(self, book: OwnerBook, day: int) -> None:
        self._book, self._day = book, day
        self._number: dict[Place, int] = {}
        self._nodes: list[OwnershipNode] = []
        self._places: list[tuple[Place, ...]] = []

    def from_place(self, place: Place) -> Above:
        """What stands above a place."""
        self._meet(place)
        stakes: list[tuple[int, Stake]] = []
        ended: list[tuple[int, Stake]] = []
        cut = False
        for owned, places in enumerate(self._places):  # grows while it is walked
            for owner, edge in (stake for one in places for stake in self._book.stakes_in(one)):
                if edge.start and day_number(edge.start) > self._day:
                    continue
                if len(self._nodes) >= MOST_OWNERS and owner not in self._number:
                    cut = True
                    continue
                over = bool(edge.end) and day_number(edge.end) <= self._day
                (ended if over else stakes).append((owner[0], stake_of(self._meet(owner), owned, edge)))
        return Above(self._day, tuple(self._nodes), _once(stakes), _once(ended), cut)

    def _meet(self, place: Place) -> int:
        """The number of the owner at a place, wherever else it stands."""
        if place not in self._number:
            same = self._book.same_as(place)
            self._number.update(dict.fromkeys(same, len(self._nodes)))
            self._nodes.append(self._book.node(place))
            self._places.append(same)
        return self._number[place]


def _once(told: Sequence[tuple[int, Stake]]) -> tuple[Stake, ...]:
    """Stakes that several registers tell of one owner and company: those of the register that tells them narrowest.

    That a company stands in its owner's accounts says nothing more where another register states the share.
    """
    by_pair: dict[tuple[int, int, str], dict[int, list[Stake]]] = {}
    for register, one in told:
        by_pair.setdefault((one.owner, one.owned, one.kind), {}).setdefault(register, []).append(one)
    kept = [stake for registers in by_pair.values() for stake in min(registers.items(), key=_width)[1]]
    stated = {(one.owner, one.owned) for one in kept if one.kind == "shares"}
    return tuple(one for one in kept if one.kind != "consolidated" or (one.owner, one.owned) not in stated)


def _width(told: tuple[int, list[Stake]]) -> tuple[int, int]:
    register, stakes = told
    return sum(one.greatest - one.least for one in stakes), register
