"""Registers together: one owner in two of them, stakes told twice, days, and registers beside others."""

from __future__ import annotations

from tests.ownership.world import DAY, edge

from brightline.ownership.book import OwnerBook, Register
from brightline.ownership.graph import OwnerGraph
from brightline.terms import ListedIdentifier, OwnershipEdge, OwnershipNode
from brightline.terms.owned import ENTRY

INN = (ListedIdentifier("INN", "7707083893", "RU"),)


def _register(name: str, *edges: OwnershipEdge, numbered: str = "") -> Register:
    names = sorted({one for stake in edges for one in (stake.owner, stake.owned)})
    nodes = [OwnershipNode(one, one, identifiers=INN if one == numbered else ()) for one in names]
    return Register(name, OwnerGraph.of(nodes, edges))


def _owners(book: OwnerBook, company: str, day: str = DAY) -> list[str]:
    above = book.above(book.named(company)[0], day)
    return sorted(above.nodes[one.owner].name for one in above.stakes if one.owned == 0)


def test_one_number_in_two_registers_is_one_owner() -> None:
    one = _register("one", edge("X", "A", 50), numbered="A")
    two = _register("two", edge("Y", "Alder", 20), numbered="Alder")
    assert _owners(OwnerBook([one, two]), "A") == ["X", "Y"]


def test_a_stake_told_by_two_registers_counts_once_and_as_the_narrower_says() -> None:
    lei = (ListedIdentifier("LEI", "529900T8BM49AURSDO55"),)
    nodes = [OwnershipNode("X", "X", identifiers=lei), OwnershipNode("A", "A", identifiers=INN)]
    told = {"wide": edge("X", "A", None), "narrow": edge("X", "A", 60)}
    book = OwnerBook([Register(name, OwnerGraph.of(nodes, [one])) for name, one in told.items()])
    above = book.above(book.numbered("INN", "7707083893")[0], DAY)
    assert [one.edge.printed for one in above.stakes] == ["60"]


def test_a_stake_is_held_from_its_first_day_until_the_day_it_is_given_up() -> None:
    book = OwnerBook([_register("one", edge("X", "A", 50, "shares", "2024-01-10", "2024-03-01"))])
    days = ("2024-01-09", "2024-01-10", "2024-02-29", "2024-03-01")
    assert [_owners(book, "A", day) for day in days] == [[], ["X"], ["X"], []]
    assert len(book.above(book.named("A")[0], "2024-03-01").ended) == 1


def test_a_register_beside_others_for_one_question_leaves_them_as_they_are() -> None:
    book = OwnerBook([_register("one", edge("X", "A", 50), numbered="A")])
    joined = book.with_registers([_register("two", edge("Y", "Alder", 20), numbered="Alder")])
    assert (_owners(joined, "A"), _owners(book, "A")) == (["X", "Y"], ["X"])
    assert joined.registers[0] is book.registers[0]


def test_one_owner_in_two_registers_bears_the_numbers_of_both() -> None:
    lei = (ListedIdentifier("LEI", "529900T8BM49AURSDO55"),)
    first = Register("one", OwnerGraph.of([OwnershipNode("A", "A", identifiers=INN)], []))
    second = Register("two", OwnerGraph.of([OwnershipNode("Z", "Alder", identifiers=(*INN, *lei))], []))
    book = OwnerBook([first, second])
    assert book.above(book.named("A")[0], DAY).nodes[0] == OwnershipNode("A", "A", identifiers=(*INN, *lei))


def test_a_register_made_of_entries_is_asked_by_entry_alone() -> None:
    node = OwnershipNode("1", "Alder", identifiers=(ListedIdentifier(ENTRY, "list/1"), *INN))
    book = OwnerBook([Register("links", OwnerGraph.of([node], []), found_by_name=False)])
    assert (book.named("Alder"), book.numbered("INN", "7707083893")) == ((), ())
    assert book.numbered(ENTRY, "list/1") == ((0, 0),)


def test_the_order_of_a_register_does_not_change_its_bytes() -> None:
    rows = [edge("X", "A", 50), edge("Y", "A", None), edge("X", "B", (25, 50))]
    assert _order(rows) == _order(rows[::-1])


def _order(rows: list[OwnershipEdge]) -> list[OwnershipEdge]:
    return list(_register("one", *rows).graph.all_edges())
