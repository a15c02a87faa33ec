"""How versions of a register differ: the same counts as by decoding every stake, updates beside it or not."""

from __future__ import annotations

from hypothesis import given, settings
from tests.ownership.test_update import IDS, _node, _stakes

from brightline.ownership.differences import differences
from brightline.ownership.graph import OwnerGraph
from brightline.ownership.update import count_changes, make_update
from brightline.ownership.updated_graph import UpdatedGraph
from brightline.terms import OwnershipEdge


@settings(max_examples=60, deadline=None)
@given(_stakes(IDS), _stakes(IDS), _stakes(IDS))
def test_the_counts_are_those_of_the_decoded_stakes(
    before: list[OwnershipEdge], after: list[OwnershipEdge], more: list[OwnershipEdge]
) -> None:
    nodes = [_node(node) for node in IDS]
    old, new = OwnerGraph.of(nodes, before), OwnerGraph.of(nodes, after)
    assert differences(old, new) == count_changes(before, after)
    updated = UpdatedGraph(old, make_update([], more, lambda _: None))
    assert differences(updated, new) == count_changes(list(updated.all_edges()), after)
    assert differences(updated, updated) == count_changes([], [])
