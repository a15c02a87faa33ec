"""Every register of an edition together: who a company is in each, and what stands above it on a day.

An owner that two registers name with one number (LEI, INN, OGRN, USCC, a company number of one country) is one owner.
Others can stand beside those of the edition for one question; no register is built again for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from brightline.ownership.above import Above, Stake, day_number, stake_of
from brightline.ownership.graph import OwnerGraph
from brightline.terms import ListedIdentifier, OwnershipEdge, OwnershipNode
from brightline.terms.owned import ENTRY

# Followed above one company, so that no question takes long; beyond either the answer says that it is cut.
MOST_OWNERS, MOST_STAKES = 250, 600
MOST_REMEMBERED = 20_000  # look-ups that a process keeps: the same banks and customers come again and again
_JOINING = frozenset({"LEI", "INN", "OGRN", "USCC", ENTRY})
_JOINING_WITH_COUNTRY = frozenset({"REG"})

Place = tuple[int, int]  # which register, and where in it


@dataclass(frozen=True, slots=True)
class Register:
    """One version of one register: the list's id and its graph.

    `found_by_name`: false of what entries of a list state. Those entries are then found by their number in the list
    (`ENTRY`) alone, for whether a party is one of them is asked elsewhere; whom they name is found as anybody is.
    """

    list: str
    graph: OwnerGraph
    found_by_name: bool = True


class OwnerBook:
    """The registers of an edition. Empty: nobody's owners are known."""

    def __init__(self, registers: Sequence[Register] = ()) -> None:
        self.registers = tuple(sorted(registers, key=lambda one: (one.list, one.found_by_name)))
        self._graphs = [one.graph for one in self.registers]
        self._found: dict[tuple[str, str, bool], tuple[Place, ...]] = {}

    def __bool__(self) -> bool:
        """Whether there is any register."""
        return bool(self._graphs)

    def numbered(self, scheme: str, value: str, *, entries: bool = False) -> tuple[Place, ...]:
        """Where owners that bear an identifier stand. `entries`: those that state it of themselves among them."""
        kept, asked = self._found, (scheme, value, entries)
        if asked not in kept:
            places = ((at, place) for at, one in enumerate(self._graphs) for place in one.numbered(scheme, value))
            self._remember(asked, self._findable(places, entries=entries or scheme == ENTRY))
        return kept[asked]

    def named(self, name: str, *, entries: bool = False) -> tuple[Place, ...]:
        """Where owners of an equal name stand. `entries`: those that state it of themselves among them."""
        kept, asked = self._found, ("", name, entries)
        if asked not in kept:
            places = ((at, place) for at, one in enumerate(self._graphs) for place in one.named(name))
            self._remember(asked, self._findable(places, entries=entries))
        return kept[asked]

    def _findable(self, places: Iterable[Place], *, entries: bool) -> tuple[Place, ...]:
        return tuple(
            place for place in places if entries or self.registers[place[0]].found_by_name or not self._is_entry(place)
        )

    def _is_entry(self, place: Place) -> bool:
        return any(one.scheme == ENTRY for one in self.node(place).identifiers)

    def _remember(self, asked: tuple[str, str, bool], found: tuple[Place, ...]) -> None:
        if len(self._found) >= MOST_REMEMBERED:
            self._found.clear()
        self._found[asked] = found

    def node(self, place: Place) -> OwnershipNode:
        """The owner at a place."""
        return self._graphs[place[0]].node(place[1])

    def known_as(self, places: Sequence[Place]) -> OwnershipNode:
        """One owner that stands at several places: what any of them says of it, the numbers of each.

        Where one knows no more than a number, the name is that of another.
        """
        nodes = [self.node(place) for place in places]
        if len(nodes) == 1:
            return nodes[0]
        first = nodes[0]
        return replace(
            first,
            name=next((one.name for one in nodes if not known_by_number(one)), first.name),
            kind=next((one.kind for one in nodes if one.kind != "unknown"), first.kind),
            country=next(filter(None, (one.country for one in nodes)), None),
            identifiers=tuple(dict.fromkeys(number for one in nodes for number in one.identifiers)),
            birth_date=next(filter(None, (one.birth_date for one in nodes)), None),
        )

    def with_registers(self, registers: Sequence[Register]) -> OwnerBook:
        """These registers with others beside them."""
        return OwnerBook((*self.registers, *registers))

    def register_of(self, place: Place) -> str:
        """The list that a place is in."""
        return self.registers[place[0]].list

    def same_as(self, place: Place) -> tuple[Place, ...]:
        """The place itself, and wherever else the same owner stands."""
        node, found = self.node(place), {place: None}
        for at, graph in enumerate(self._graphs):
            if at == place[0]:
                continue
            for number in filter(joins, node.identifiers):
                found.update(((at, other), None) for other in graph.numbered(number.scheme, number.value)
                             if _agree(number, graph.node(other)))  # fmt: skip
        return tuple(sorted(found))

    def above(self, place: Place, day: str) -> Above:
        """Everything that stands above the owner at a place on a day (ISO), as far as the bounds go."""
        return _Climb(self, day_number(day)).from_place(place)

    def stakes_in(self, place: Place) -> Iterator[tuple[Place, OwnershipEdge]]:
        """The stakes in a company at one place, with where each owner stands."""
        at, company = place
        for owner, edge in self._graphs[at].stakes_in(company):
            yield (at, owner), edge


def known_by_number(node: OwnershipNode) -> bool:
    """Whether a register knows an owner by no more than a number."""
    return any(node.name == one.value for one in node.identifiers)


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
        for looked_at, (owned, owner, edge) in enumerate(self._stakes()):
            if looked_at >= MOST_STAKES:
                cut = True
                break
            if edge.start and day_number(edge.start) > self._day:
                continue
            if len(self._nodes) >= MOST_OWNERS and owner not in self._number:
                cut = True
                continue
            over = bool(edge.end) and day_number(edge.end) <= self._day
            (ended if over else stakes).append((owner[0], stake_of(self._meet(owner), owned, edge)))
        return Above(self._day, tuple(self._nodes), _once(stakes), _once(ended), cut)

    def _stakes(self) -> Iterator[tuple[int, Place, OwnershipEdge]]:
        """Every stake in whom we met so far, by the number of the company."""
        for owned, places in enumerate(self._places):  # grows while it is walked
            for place in places:
                for owner, edge in self._book.stakes_in(place):
                    yield owned, owner, edge

    def _meet(self, place: Place) -> int:
        """The number of the owner at a place, wherever else it stands."""
        if place not in self._number:
            same = self._book.same_as(place)
            self._number.update(dict.fromkeys(same, len(self._nodes)))
            self._nodes.append(self._book.known_as(same))
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
