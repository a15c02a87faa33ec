"""Small invented worlds of owners, written as lines an analyst can check."""

from __future__ import annotations

from collections.abc import Mapping

from brightline.ownership.answer import held
from brightline.ownership.book import OwnerBook, Register
from brightline.ownership.control import Listed
from brightline.ownership.counting import Counting, counting_of
from brightline.ownership.graph import OwnerGraph
from brightline.terms import Held, OwnershipEdge, OwnershipNode, Portion

US = counting_of("us", ("at-least", "added-up", "across-programmes", "whole-stake-passes-on", "ownership-only"), 500)
EU = counting_of("eu", ("at-least", "added-up", "control-counts"), 500)
EU_BEFORE = counting_of("eu", ("more-than", "added-up", "control-counts"), 500)
UK = counting_of("uk", ("more-than", "not-added-up", "control-counts"), 500)
DAY = "2024-07-04"
Row = tuple[object, ...]


def portion(share: object) -> Portion | None:
    """A share from `50`, `12.5`, a pair (more than, at most), or None."""
    if share is None:
        return None
    if isinstance(share, tuple):
        return Portion(round(share[0] * 100), round(share[1] * 100), above=True)
    hundredths = round(float(str(share)) * 100)
    return Portion(hundredths, hundredths)


def edge(
    owner: str, owned: str, share: object, kind: str = "shares", start: str | None = None, end: str | None = None
) -> OwnershipEdge:
    """One stake of an invented register."""
    return OwnershipEdge(owner, owned, portion(share), kind, start, end, "invented register", str(share))


def book(*rows: Row) -> OwnerBook:
    """A book of one register with these stakes (owner, owned, share, kind, start, end)."""
    edges = [edge(*row) for row in rows]  # type: ignore[arg-type]
    names = sorted({name for one in edges for name in (one.owner, one.owned)})
    return OwnerBook([Register("invented", OwnerGraph.of([OwnershipNode(name, name) for name in names], edges))])


def ask(company: str, listed: Mapping[str, Listed] | str, *rows: Row, counting: Counting = US, day: str = DAY) -> Held:
    """What listed owners (letters: one a name) hold of a company."""
    owners = {name: Listed(name) for name in listed} if isinstance(listed, str) else listed
    world = book(*rows)
    (place,) = world.named(company)
    above = world.above(place, day)
    places = {at: owners[node.id] for at, node in enumerate(above.nodes) if node.id in owners}
    return held(above, places, counting)
