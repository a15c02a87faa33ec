"""A register of two million stakes: how long it takes to build, one question, an update and a register beside it.

    python -m bench.ownership     measure and print, keep nothing

Owners are invented from a seeded draw: three or four stakes in each of 600,000 companies, one in four of them held by
another company and the rest by persons, with bands and open shares among them; cycles come by chance.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.clock import took
from bench.table import Row, table
from brightline.ownership.answer import held
from brightline.ownership.book import OwnerBook, Register
from brightline.ownership.control import Listed
from brightline.ownership.counting import counting_of
from brightline.ownership.differences import differences
from brightline.ownership.freeze import build
from brightline.ownership.graph import OwnerGraph
from brightline.ownership.update import make_update
from brightline.ownership.updated_graph import UpdatedGraph
from brightline.terms import ListedIdentifier, OwnershipEdge, OwnershipNode, Portion

STAKES, COMPANIES, QUESTIONS = 2_000_000, 600_000, 2_000
DAY = "2024-07-04"
CHANGED = 1_000  # stakes of the update
BUILT, ASKED, SLOWEST, UPDATED = 20.0, 2.0, 50.0, 1.0  # seconds, milliseconds, milliseconds, seconds
US = counting_of("us", ("at-least", "added-up", "ownership-only"), 500)
_SHARES = (Portion(5000, 5000), Portion(2500, 5000, above=True), Portion(10000, 10000), Portion(2500, 2500), None)
_PRINTED = dict(zip(_SHARES, ("50", "25-50", "100", "25", ""), strict=True))
_BLOCKED = 997  # every so many-th owner is listed


def rows() -> Iterator[Row]:
    """Building, questions of companies drawn at random, an update in place, and a small register laid beside."""
    nodes, edges = invented(STAKES, COMPANIES)
    blocks: list[bytes] = []
    yield Row(
        "owners: 2 million stakes built", took(lambda: blocks.append(build(nodes, edges))).core, "s", BUILT, least=False
    )
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "owners.idx"
        place.write_bytes(blocks[0])
        register = Register("invented", OwnerGraph.open(place))
        book = OwnerBook([register])
        draw = random.Random(11)
        asked = [draw.randrange(COMPANIES) for _ in range(QUESTIONS)]
        for at in asked[:100]:
            ask(book, at)
        mean = took(lambda: [ask(book, at) for at in asked]).core / QUESTIONS * 1000
        each = sorted(_one(book, at) for at in asked[:500])
        yield Row("owners: one question", mean, "ms", ASKED, least=False)
        yield Row("owners: one question, the 99th of a hundred", each[len(each) * 99 // 100], "ms")
        yield Row("owners: the slowest of 500 questions", each[-1], "ms", SLOWEST, least=False)
        yield thicket()
        more = [OwnershipEdge("c000007", "c000002", Portion(5000, 5000), "shares", None, None, "invented", "50")]
        yield from updated(register.graph)
        laid = took(lambda: book.with_registers([Register("more", OwnerGraph.of([nodes[2], nodes[7]], more))]), times=3)
        yield Row("owners: a small register laid beside them for one question", laid.core * 1000, "ms")


def updated(graph: OwnerGraph) -> Iterator[Row]:
    """A thousand stakes of two million changed: the update made and laid beside, and the two compared."""
    draw = random.Random(5)
    changed = draw.sample(range(COMPANIES), CHANGED)
    nodes = [graph.node(graph.place(f"c{at:06d}") or 0) for at in changed]
    edges = [
        OwnershipEdge(f"p{at:06d}", f"c{at:06d}", Portion(6000, 6000), "shares", None, None, "changes", "60")
        for at in changed
    ]

    def known(node: str) -> OwnershipNode | None:
        place = graph.place(node)
        return graph.node(place) if place is not None else None

    made: list[OwnerGraph] = []
    laid = took(lambda: made.append(UpdatedGraph(graph, make_update(nodes, edges, known))))
    yield Row("owners: 1,000 stakes of 2 million updated in place", laid.core, "s", UPDATED, least=False)
    book = OwnerBook([Register("invented", made[0])])
    asked = took(lambda: [ask(book, at) for at in changed]).core / CHANGED * 1000
    yield Row("owners: one question after the update", asked, "ms", ASKED, least=False)
    compared = took(lambda: differences(graph, made[0])).core
    yield Row("owners: two versions of 2 million compared", compared, "s")


def _one(book: OwnerBook, at: int) -> float:
    """Milliseconds for one question, the least of three."""
    return took(lambda: ask(book, at), times=3).core * 1000


def thicket() -> Row:
    """Twenty thousand owners of one company, one in seven of them listed."""
    nodes = [OwnershipNode("c", "Thicket"), *(OwnershipNode(f"o{at}", f"Owner {at}") for at in range(20_000))]
    edges = [OwnershipEdge(node.id, "c", None, "shares", None, None, "invented", "") for node in nodes[1:]]
    book = OwnerBook([Register("thicket", OwnerGraph.of(nodes, edges))])
    (place,) = book.named("Thicket")

    def asked() -> None:
        above = book.above(place, DAY)
        held(above, {at: Listed("Owner") for at in range(1, len(above.nodes)) if at % 7 == 0}, US)

    return Row("owners: one question in a thicket", took(asked, times=3).core * 1000, "ms", SLOWEST, least=False)


def ask(book: OwnerBook, at: int) -> object:
    """One whole question: find the company by its number, follow its owners, count."""
    (place,) = book.numbered("INN", number_of(at))
    above = book.above(place, DAY)
    listed = {where: Listed(node.name) for where, node in enumerate(above.nodes) if int(node.id[1:]) % _BLOCKED == 0}
    return held(above, listed, US)


def number_of(at: int) -> str:
    """The invented number of a company."""
    return f"{7700000000 + at}"


def invented(stakes: int, companies: int) -> tuple[Sequence[OwnershipNode], Sequence[OwnershipEdge]]:
    """Companies, persons and stakes of a seeded draw."""
    draw = random.Random(7)
    nodes = [_company(at) for at in range(companies)]
    nodes += [OwnershipNode(f"p{at:06d}", f"Person {at}", "person") for at in range(companies)]
    edges = []
    for number in range(stakes):
        owner = draw.randrange(companies) + (companies if draw.random() < 0.76 else 0)
        share = _SHARES[draw.randrange(len(_SHARES))]
        start = f"20{draw.randrange(10, 24)}-01-01"
        owned = nodes[number % companies].id
        edges.append(OwnershipEdge(nodes[owner].id, owned, share, "shares", start, None, "invented", _PRINTED[share]))
    return nodes, edges


def _company(at: int) -> OwnershipNode:
    number = ListedIdentifier("INN", number_of(at), "RU")
    return OwnershipNode(f"c{at:06d}", f"Invented Holding {at}", "company", "RU", (number,))


if __name__ == "__main__":
    for row in rows():
        print(table([row], {}), flush=True)
    sys.exit(0)
