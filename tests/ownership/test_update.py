"""A register with an update beside it answers, place by place, as the same register built anew."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ownership.world import DAY, edge

from brightline.errors import SourceError
from brightline.ownership.book import OwnerBook, Register
from brightline.ownership.freeze import build
from brightline.ownership.graph import OwnerGraph
from brightline.ownership.update import Counts, Update, count_changes, make_update
from brightline.ownership.updated_graph import UpdatedGraph
from brightline.terms import ListedIdentifier, OwnershipEdge, OwnershipNode

IDS = [f"{letter}{number}" for letter in "acegik" for number in range(3)]
NEW = [f"{letter}{number}" for letter in "bdfz" for number in range(2)]


def _node(node: str, more: int = 0) -> OwnershipNode:
    numbers = (ListedIdentifier("INN", f"77{sum(map(ord, node))}{more}", "RU"),)
    return OwnershipNode(node, f"Name {ord(node[0]) % 3}", "company", None, numbers)


def _stakes(ids: list[str]) -> st.SearchStrategy[list[OwnershipEdge]]:
    one = st.builds(edge, st.sampled_from(ids), st.sampled_from(ids), st.sampled_from([None, 10, 50, (25, 50)]),
                    st.sampled_from(["shares", "votes", "joint"]), st.sampled_from([None, "2020-01-01"]),
                    st.sampled_from([None, "2024-01-01"]))  # fmt: skip
    return st.lists(one, max_size=30)


def _whole(before: list[OwnershipEdge], update: Update) -> tuple[list[OwnershipNode], list[OwnershipEdge]]:
    """Owners and stakes as they are after the update, put together without it."""
    nodes = {node: _node(node) for node in IDS} | dict(update.nodes)
    kept = [one for one in before if one.owned not in update.stakes]
    return list(nodes.values()), [*kept, *(one for each in update.stakes.values() for one in each)]


@settings(max_examples=60, deadline=None)
@given(_stakes(IDS), _stakes([*IDS, *NEW]), st.sets(st.sampled_from(IDS), max_size=4))
def test_an_updated_register_is_the_register_built_anew(
    before: list[OwnershipEdge], changes: list[OwnershipEdge], numbered: set[str]
) -> None:
    base = OwnerGraph.of([_node(node) for node in IDS], before)
    told = {name for one in changes for name in (one.owner, one.owned)} | numbered
    said = [_node(node, node in numbered) for node in sorted(told)]
    update = make_update(said, changes, lambda node: _node(node) if node in IDS else None)
    nodes, edges = _whole(before, update)
    anew, updated = OwnerGraph.of(nodes, edges), UpdatedGraph(base, Update.from_bytes(update.to_bytes()))
    assert (updated.nodes, updated.edges) == (anew.nodes, anew.edges)
    for place in range(anew.nodes):
        node = anew.node(place)
        assert (updated.node(place), updated.name(place), updated.place(node.id)) == (node, node.name, place)
        assert list(updated.stakes_in(place)) == list(anew.stakes_in(place))
        assert updated.named(node.name) == anew.named(node.name)
        for number in node.identifiers:
            assert updated.numbered("INN", number.value) == anew.numbered("INN", number.value)
    assert build(list(map(updated.node, range(updated.nodes))), list(updated.all_edges())) == build(nodes, edges)
    assert updated.place("nobody") is None


def test_updates_follow_each_other_over_one_frozen_register() -> None:
    base = OwnerGraph.of([_node("a0"), _node("c0")], [edge("a0", "c0", 50)])
    first = make_update([_node("b0"), _node("c0")], [edge("b0", "c0", 60)], partial(_known, base))
    one = UpdatedGraph(base, first)
    later = make_update([_node("d0"), _node("b0")], [edge("d0", "b0", 70)], partial(_known, one))
    both = UpdatedGraph(base, first.with_more(later))
    assert [one.owner for one in both.all_edges()] == ["d0", "b0"]
    above = OwnerBook([Register("one", both)]).above((0, both.place("c0") or 0), DAY)
    assert [node.id for node in above.nodes] == ["c0", "b0", "d0"]


def _known(graph: OwnerGraph, node: str) -> OwnershipNode | None:
    place = graph.place(node)
    return graph.node(place) if place is not None else None


def test_stakes_added_ended_and_changed_are_counted() -> None:
    before = [edge("a", "x", 50), edge("b", "x", 20), edge("c", "x", 10), edge("d", "x", 5)]
    after = [
        edge("a", "x", 51),
        edge("b", "x", 20),
        edge("c", "x", 10, "shares", None, "2024-06-30"),
        edge("e", "x", 5),
    ]
    assert count_changes(before, after) == Counts(added=1, ended=2, changed=1)


def test_an_owner_known_already_keeps_its_name_and_gains_numbers() -> None:
    new = replace(_node("a0", 1), name="company 1")
    (now,) = make_update([new], [], lambda _: _node("a0")).nodes.values()
    assert (now.name, len(now.identifiers)) == (_node("a0").name, 2)


def test_what_is_no_update_of_ours_is_refused() -> None:
    with pytest.raises(SourceError, match="expected an update of owners of ours"):
        Update.from_bytes(b"{}")
