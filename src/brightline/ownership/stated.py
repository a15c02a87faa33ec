"""What the entries of a list state of who stands above them, and below: their links, and the words of their remarks.

A link names an owner and hardly ever a share, so that its stake is open; what is said in running text is read by
`wording`. Both become a small register of the list, with its version as the source and the words as evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from brightline.ownership.freeze import build
from brightline.ownership.graph import OwnerGraph
from brightline.ownership.wording import Said, Topic, said_in, words
from brightline.terms import Link, ListedEntity, ListedIdentifier, ListVersion, OwnershipEdge, OwnershipNode
from brightline.terms.owned import ENTRY
from brightline.text.fold import fold

UPWARD = ("linked-to", "owner", "parent", "operator")  # kinds of links that name who stands above
DOWNWARD = ("subsidiary",)  # and who stands below
_KINDS = {"Person": "person", "Company": "company", "Organization": "company"}
_LEAST = 3  # letters of a word that tells a name apart
Pair = tuple[str, str]


def entry_number(entity: ListedEntity) -> str:
    """The value under which registers know an entry of a list."""
    return f"{entity.list}/{entity.entry}"


def stated_graph(version: ListVersion, entities: Sequence[ListedEntity], known: OwnerGraph | None = None) -> bytes:
    """What the entries of a version state, as a frozen register. `known`: stakes that the list states as such.

    A link beside a stated stake of the same two says nothing more and is left out.
    """
    stated = Stated(version, entities, _pairs(known) if known else frozenset())
    return build(tuple(stated.nodes.values()), tuple(stated.edges))


def _pairs(known: OwnerGraph) -> frozenset[Pair]:
    return frozenset((edge.owner, edge.owned) for edge in known.all_edges())


class Stated:
    """The owners and stakes that entries state, while they are gathered."""

    def __init__(self, version: ListVersion, entities: Sequence[ListedEntity], known: frozenset[Pair]) -> None:
        self._told = f"{version.list}@{version.published}"
        self._known = known
        kept = [one for one in entities if _speaks(one)]
        self._entries = _Entries(entities if kept else ())
        self.nodes: dict[str, OwnershipNode] = {}
        self.edges: dict[OwnershipEdge, None] = {}
        for entity in kept:
            self._links(entity)
            self._texts(entity)

    def _links(self, entity: ListedEntity) -> None:
        for link in entity.links:
            if link.kind not in (*UPWARD, *DOWNWARD):
                continue
            other, mine = self._other(self._entries.of_link(link), link.name), self._entry(entity)
            ends = (mine, other) if link.kind in DOWNWARD else (other, mine)
            printed = f"the link {link.kind!r} to {link.name!r}"
            if other != mine and ends not in self._known:
                self._hold(ends, f"{self._told} {entity.entry}, link {link.kind!r}", printed, None)

    def _texts(self, entity: ListedEntity) -> None:
        """Stakes that remarks and titles speak of, the narrowest where two speak of one."""
        mine = _words_of(entity)
        topic = Topic(lambda name: bool(told := _telling(name)) and told <= mine, entity.schema == "Person")
        found: dict[Pair, Said] = {}
        for said in chain.from_iterable(said_in(text, topic) for text in (*entity.remarks, *entity.titles)):
            ends = (self._end(said.owner, entity), self._end(said.owned, entity))
            if ends[0] != ends[1] and (ends not in found or found[ends].portion is None):
                found[ends] = said
        for ends, said in found.items():
            if ends not in self._known:
                self._hold(ends, f"{self._told} {entity.entry}, “{said.words}”", f"the words “{said.words}”", said)

    def _hold(self, ends: Pair, source: str, printed: str, said: Said | None) -> None:
        portion, kind, start = (said.portion, said.kind, said.start) if said else (None, "shares", None)
        self.edges.setdefault(OwnershipEdge(*ends, portion, kind, start, None, source, printed))

    def _end(self, name: str | None, entity: ListedEntity) -> str:
        return self._entry(entity) if name is None else self._other(self._entries.named(name), name)

    def _other(self, entity: ListedEntity | None, name: str) -> str:
        if entity is not None:
            return self._entry(entity)
        node = OwnershipNode(f"name:{fold(name)}", name)
        return self.nodes.setdefault(node.id, node).id

    def _entry(self, entity: ListedEntity) -> str:
        if entity.entry not in self.nodes:
            self.nodes[entity.entry] = _node(entity)
        return entity.entry


def _speaks(entity: ListedEntity) -> bool:
    return bool(entity.links or entity.remarks or entity.titles)


class _Entries:
    """The entries of a list by number and by name."""

    def __init__(self, entities: Sequence[ListedEntity]) -> None:
        self._by_entry = {one.entry: one for one in entities}
        self._whole: dict[str, str | None] = {}
        self._short: dict[str, str | None] = {}
        for one in entities:
            for name in {fold(name.value): None for name in one.names}:
                self._whole.setdefault(name, one.entry)
                short = _without_form(name)
                known = self._short.setdefault(short, one.entry)
                self._short[short] = known if known == one.entry else None

    def of_link(self, link: Link) -> ListedEntity | None:
        """The entry that a link names: by its number, else by an equal name."""
        return self._by_entry.get(link.entry or "") or self._by_entry.get(self._whole.get(fold(link.name)) or "")

    def named(self, name: str) -> ListedEntity | None:
        """The entry that running text names: by an equal name, else by one that but for its legal form is alone."""
        plain = fold(name)
        return self._by_entry.get(self._whole.get(plain) or self._short.get(_without_form(plain)) or "")


def _without_form(plain: str) -> str:
    """A folded name without its legal form at either end."""
    for form in words()["legal_form"]:
        plain = plain.removeprefix(f"{form} ").removesuffix(f" {form}")
    return plain


def _words_of(entity: ListedEntity) -> frozenset[str]:
    return frozenset(chain.from_iterable(_telling(name.value) for name in entity.names))


def _telling(name: str) -> frozenset[str]:
    return frozenset(word for word in _without_form(fold(name)).split() if len(word) >= _LEAST)


def _node(entity: ListedEntity) -> OwnershipNode:
    numbers = (ListedIdentifier(ENTRY, entry_number(entity)), *entity.identifiers)
    country = entity.countries[0] if len(entity.countries) == 1 else None
    born = entity.birth_dates[0] if len(entity.birth_dates) == 1 else None
    names = [one.value for one in entity.names]
    name = next(filter(_telling, names), names[0] if names else entity.entry)
    return OwnershipNode(entity.entry, name, _KINDS.get(entity.schema, "unknown"), country, numbers, born)


def with_entries(nodes: Sequence[OwnershipNode], entities: Sequence[ListedEntity]) -> tuple[OwnershipNode, ...]:
    """Owners of a list's own stakes, those that are entries of it with their number there."""
    numbers = {one.entry: ListedIdentifier(ENTRY, entry_number(one)) for one in entities}
    return tuple(
        replace(node, identifiers=(numbers[node.id], *node.identifiers)) if node.id in numbers else node
        for node in nodes
    )


def stated_in(graph: OwnerGraph, place: int) -> Iterator[str]:
    """What an entry at a place states of who stands above it, in its own words."""
    return (edge.printed for _, edge in graph.stakes_in(place))
