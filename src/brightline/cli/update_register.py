"""`lists import --update`: changes to a register of owners, laid beside the newest version in the home.

The frozen stakes are left as they are; only what changed is stored. An update that touches much of the register is
built whole, which decides the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from brightline.cli.home import FROZEN, NAMES, StoredList, store_list, stored_lists
from brightline.cli.stored_owners import base_of, open_owners
from brightline.errors import CallError
from brightline.lists.gather import ReadResult
from brightline.lists.sources.registry import SOURCES
from brightline.ownership.freeze import build
from brightline.ownership.graph import OwnerGraph
from brightline.ownership.update import Counts, Update, count_changes, make_update
from brightline.ownership.updated_graph import UpdatedGraph
from brightline.screen.edition import published_moment
from brightline.terms import ListVersion, OwnershipEdge, OwnershipNode

MOST_UPDATED = 20  # one stake in so many; beyond that the register is built whole


def updated(home: Path, result: ReadResult, version: ListVersion) -> tuple[ListVersion, Path, Counts]:
    """Store what a reading changes in the newest version before it; the new version, its folder and what changed.

    What the reading says of a company takes the place of what was said of it. Raises CallError where nothing of that
    id is in the home, something newer is, or the format does not say all of a company at once.
    """
    _check_format(result, version)
    before = _newest_before(home, version)
    known = open_owners(before).graph
    update = make_update(result.nodes, result.edges, lambda node: _node(known, node))
    counts = count_changes(_stakes(known, update), result.edges)
    whole = known.update.with_more(update) if isinstance(known, UpdatedGraph) else update
    graph = UpdatedGraph(known.base if isinstance(known, UpdatedGraph) else known, whole)
    now = _version(before.version, version, graph, update)
    return now, _store(home, now, before, graph), counts


def _check_format(result: ReadResult, version: ListVersion) -> None:
    source = next(one for one in SOURCES if one.name == result.source)
    if not source.updates or version.names_parties:
        names = " or ".join(one.name for one in SOURCES if one.updates)
        found, advice = f"a file of {result.source}", "Import its newer version whole, without --update."
        raise CallError("--update", found, f"a register that says all of a company at once ({names})", advice)


def _newest_before(home: Path, version: ListVersion) -> StoredList:
    held = [one for one in stored_lists(home) if one.current and one.version.list == version.list]
    moment = published_moment(version.published)
    where = f"--update of {version.list}"
    if not held:
        registers = ", ".join(sorted({one.version.list for one in stored_lists(home) if not one.version.names_parties}))
        advice = "Name it with --list, or import it whole first."
        raise CallError(where, "no such register in the home", f"one of: {registers or 'none yet'}", advice)
    later = [one.version.published for one in held if published_moment(one.version.published) > moment]
    before = [one for one in held if published_moment(one.version.published) < moment]
    if later or not before:
        there = later[-1] if later else held[-1].version.published
        found, advice = f"{version.published}, where {there} is in the home", "Say when it was published: --published."
        raise CallError(where, found, "an update published later than what it updates", advice)
    return max(before, key=lambda one: published_moment(one.version.published))


def _node(graph: OwnerGraph, node: str) -> OwnershipNode | None:
    place = graph.place(node)
    return graph.node(place) if place is not None else None


def _stakes(graph: OwnerGraph, update: Update) -> Iterable[OwnershipEdge]:
    places = (graph.place(company) for company in update.stakes)
    return [edge for place in places if place is not None for _, edge in graph.stakes_in(place)]


def _version(before: ListVersion, read: ListVersion, graph: UpdatedGraph, update: Update) -> ListVersion:
    """The version that the update makes, named by what it updates and what it changes."""
    said = f"{before.digest}\n{sha256(update.to_bytes()).hexdigest()}"
    return replace(
        read,
        digest=sha256(said.encode()).hexdigest(),
        entries=graph.edges,
        stakes=graph.edges,
        excerpt=before.excerpt,
        skipped=(*before.skipped, *read.skipped),
        unknown_fields=tuple(dict.fromkeys((*before.unknown_fields, *read.unknown_fields))),
    )


def _store(home: Path, now: ListVersion, before: StoredList, graph: UpdatedGraph) -> Path:
    frozen, names = ((before.folder / name).read_bytes() for name in (FROZEN, NAMES))
    if sum(map(len, graph.update.stakes.values())) * MOST_UPDATED > graph.base.edges:
        owners = build([graph.node(place) for place in range(graph.nodes)], list(graph.all_edges()))
        return store_list(home, now, frozen, names, owners)
    return store_list(home, now, frozen, names, graph.update.to_bytes(), base_of(before).folder.name)
