"""What entries of lists state of who stands above them: a small register, counted as registers of owners are.

A link names an owner and hardly ever a share, so that its stake is open, from the day of the list's publication back.
"""

from __future__ import annotations

from collections.abc import Iterator

from brightline.names.scores import weight_of
from brightline.ownership.book import ENTRY, Register
from brightline.ownership.graph import OwnerGraph
from brightline.screen.edition import MOST_REMEMBERED, Edition
from brightline.terms import Link, ListedEntity, ListedIdentifier, OwnershipEdge, OwnershipNode, Query
from brightline.text.fold import fold

LINKS = "links"  # the register by which findings name what entries state
_UPWARD = ("linked-to", "owner", "parent", "operator")  # kinds of links that name who stands above
_MOST_ENTRIES = 100  # followed from one entry upward
_KINDS = {"Person": "person", "Company": "company", "Organization": "company"}


def entry_number(entity: ListedEntity) -> str:
    """The value under which a register made of links knows an entry."""
    return f"{entity.list}/{entity.entry}"


def upward(entity: ListedEntity) -> tuple[Link, ...]:
    """The links of an entry that name who stands above it."""
    return tuple(link for link in entity.links if link.kind in _UPWARD)


def register_of_links(entity: ListedEntity, edition: Edition) -> Register | None:
    """The owners that an entry states, those that their entries state, and so on; None where it states none."""
    if not upward(entity):
        return None
    kept, key = edition.owners.linked, entry_number(entity)
    if key not in kept:
        if len(kept) >= MOST_REMEMBERED:
            kept.clear()
        kept[key] = _made(entity, edition)
    return kept[key]


def _made(entity: ListedEntity, edition: Edition) -> Register:
    nodes, edges, waiting = {entity.entry: _node(entity)}, [], [entity]
    for one in waiting:  # grows while it is walked
        for link in upward(one):
            owner = _entry_of(link, one, edition)
            node = _node(owner) if owner else OwnershipNode(f"name:{fold(link.name)}", link.name)
            if node.id == one.entry:
                continue
            if owner and node.id not in nodes and len(waiting) < _MOST_ENTRIES:
                waiting.append(owner)
            nodes.setdefault(node.id, node)
            edges.append(_edge(node, one, link, edition))
    return Register(LINKS, OwnerGraph.of(tuple(nodes.values()), edges), found_by_name=False)


def _edge(owner: OwnershipNode, owned: ListedEntity, link: Link, edition: Edition) -> OwnershipEdge:
    published = next((one.version.published for one in edition.lists if one.version.list == owned.list), "")
    source = f"{owned.list}{'@' if published else ''}{published} {owned.entry}, link {link.kind!r}"
    return OwnershipEdge(owner.id, owned.entry, None, "shares", None, None, source, "")


def _node(entity: ListedEntity) -> OwnershipNode:
    numbers = (ListedIdentifier(ENTRY, entry_number(entity)), *entity.identifiers)
    country = entity.countries[0] if len(entity.countries) == 1 else None
    born = entity.birth_dates[0] if len(entity.birth_dates) == 1 else None
    name = entity.names[0].value if entity.names else entity.entry
    return OwnershipNode(entity.entry, name, _KINDS.get(entity.schema, "unknown"), country, numbers, born)


def _entry_of(link: Link, entity: ListedEntity, edition: Edition) -> ListedEntity | None:
    """The entry of the same list that a link surely names: by its number, else by an equal name."""
    for owner, name in _alike(link, entity, edition):
        if owner.entry == link.entry or fold(name) == fold(link.name):
            return owner
    return None


def _alike(link: Link, entity: ListedEntity, edition: Edition) -> Iterator[tuple[ListedEntity, str]]:
    for open_list in edition.lists:
        for candidate in open_list.find(Query(link.name), weight_of(edition.policy.candidate_score)):
            if candidate.list == entity.list:
                yield open_list.entities[candidate.position], candidate.name
