"""What entries of a list state: links and words as stakes with source and evidence, names resolved within the list."""

from __future__ import annotations

from pathlib import Path

import pytest

from brightline.lists.gather import gather
from brightline.lists.source import SourceFile
from brightline.ownership.graph import OwnerGraph
from brightline.ownership.stated import stated_graph, with_entries
from brightline.terms import Link, ListedEntity, ListedIdentifier, ListedName, ListVersion, OwnershipEdge, OwnershipNode
from brightline.terms.owned import ENTRY

VERSION = ListVersion("invented", "2024-07-01", "content", "0", 1, "eu", "Invented")


def entity(entry: str, *names: str, schema: str = "Company", **said: object) -> ListedEntity:
    listed = tuple(ListedName(name, "primary") for name in names)
    return ListedEntity("invented", entry, schema, listed, **said)  # type: ignore[arg-type]


def stated(*entities: ListedEntity, known: OwnerGraph | None = None) -> list[OwnershipEdge]:
    return list(OwnerGraph(memoryview(stated_graph(VERSION, entities, known))).all_edges())


def test_links_upward_and_downward_are_open_stakes() -> None:
    below = entity("1", "Cedar LLC", links=(Link("parent", "ALDER jsc"), Link("family", "Nobody")))
    above = entity("2", "Alder JSC", links=(Link("subsidiary", "Birch FZE"),))
    edges = stated(below, above)
    assert [(one.owner, one.owned, one.portion) for one in edges] == [("2", "1", None), ("2", "name:birch fze", None)]
    assert edges[0].source == "invented@2024-07-01 1, link 'parent'"


def test_words_give_the_share_and_are_kept_as_evidence() -> None:
    text = "Cedar is a plant. It is a wholly owned subsidiary of Alder. Cedar is owned by Alder."
    (edge,) = stated(entity("1", "Cedar LLC", remarks=(text,)), entity("2", "Alder JSC"))
    assert (edge.owner, edge.owned) == ("2", "1")
    assert edge.portion is not None
    assert edge.portion.least == 10_000
    assert edge.source == "invented@2024-07-01 1, “It is a wholly owned subsidiary of Alder”"


def test_a_name_that_two_entries_bear_but_for_the_legal_form_is_neither() -> None:
    twins = (entity("2", "Alder JSC"), entity("3", "Alder LLC"))
    (edge,) = stated(entity("1", "Cedar", remarks=("Cedar is owned by Alder.",)), *twins)
    assert edge.owner == "name:alder"


def test_a_link_beside_a_stated_stake_says_nothing_more() -> None:
    known = OwnerGraph.of(
        [OwnershipNode("1", "Cedar"), OwnershipNode("2", "Alder")],
        [OwnershipEdge("2", "1", None, "shares", None, None, "x", "")],
    )
    assert stated(entity("1", "Cedar", links=(Link("owner", "Alder", "2"),)), entity("2", "Alder"), known=known) == []


def test_owners_that_are_entries_bear_their_number() -> None:
    (node, other) = with_entries([OwnershipNode("1", "Cedar"), OwnershipNode("9", "Other")], [entity("1", "Cedar")])
    assert (node.identifiers, other.identifiers) == ((ListedIdentifier(ENTRY, "invented/1"),), ())


@pytest.mark.parametrize(
    ("path", "fewest", "shares"),
    [("eu/consolidated/32014R0269.csv.gz", 100, 8), ("eu/consolidated/32006R0765.csv.gz", 20, 2)],
)
def test_reasons_of_the_union_are_read(shared_data: Path, path: str, fewest: int, shares: int) -> None:
    (read,) = gather([SourceFile(path, (shared_data / path).read_bytes())], published="2026-08-01")
    assert read.version is not None
    edges = list(OwnerGraph(memoryview(stated_graph(read.version, read.entities))).all_edges())
    assert len(edges) >= fewest
    assert sum(one.portion is not None for one in edges) >= shares
