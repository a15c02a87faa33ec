"""Versions of lists by name, `LIST` or `LIST@DATE`, and what is in one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from brightline.cli.home import FROZEN, StoredList, stored_lists
from brightline.cli.stored_owners import open_owners, states_owners
from brightline.errors import CallError
from brightline.lists.edition import FrozenList
from brightline.screen.edition import age_in_days
from brightline.terms import ListedEntity, ListVersion


def named_version(home: Path, name: str) -> StoredList:
    """`LIST@DATE` (or the newest of `LIST`). Raises CallError, naming what is there."""
    wanted, _, moment = name.partition("@")
    held = [one for one in stored_lists(home) if one.current]
    found = [one for one in held if one.version.list == wanted and one.version.published.startswith(moment)]
    found = [one for one in found if one.version.published == moment] or found
    if not held:
        advice = "Import one with `brightline lists import FILE`."
        raise CallError(name, f"no list in {home}", "the name of an imported list", advice)
    if not found or (moment and len({one.version.published for one in found}) > 1):
        known = ", ".join(f"{one.version.list}@{one.version.published}" for one in held)
        raise CallError(name, "no such version" if not found else "several versions", f"one of: {known}")
    return found[-1]


def open_frozen(stored: StoredList) -> FrozenList:
    """The entities of a version."""
    return FrozenList.open(stored.folder / FROZEN)


def row_of(stored: StoredList, now: datetime) -> dict[str, object]:
    """A version in one row; its age in days at `now`."""
    version = stored.version
    return {
        "list": version.list,
        "published": version.published,
        "published_from": version.published_from,
        "age_days": age_in_days(version, now),
        "entries": version.entries,
        "stakes": version.stakes,
        "regime": version.regime,
        "publisher": version.publisher,
        "digest": version.digest,
        "excerpt": version.excerpt,
        "private": not version.public,
        "current": stored.current,
    }


def entry_words(*, register: bool, stakes: bool) -> tuple[str, str]:
    """What the entries of a version are, one and many: of a register its stakes, its owners where it states none."""
    if not register:
        return "entry", "entries"
    return ("stake", "stakes") if stakes else ("owner", "owners")


def about_list(stored: StoredList) -> dict[str, object]:
    """A version in detail: what its entries hold, counted; of one that states owners, its owners and stakes too."""
    entities = list(open_frozen(stored))
    version = stored.version
    return _about(version, entities) | (_about_owners(stored) if states_owners(stored) else {})


def _about_owners(stored: StoredList) -> dict[str, object]:
    graph = open_owners(stored).graph
    edges = list(graph.all_edges())
    return {
        "owners": graph.nodes,
        "stakes": graph.edges,
        "kinds": _counted(edge.kind for edge in edges),
        "share_stated": sum(edge.portion is not None for edge in edges),
    }


def _about(version: ListVersion, entities: Sequence[ListedEntity]) -> dict[str, object]:
    return {
        "list": version.list,
        "published": version.published,
        "published_from": version.published_from,
        "publisher": version.publisher,
        "regime": version.regime,
        "digest": version.digest,
        "excerpt": version.excerpt,
        "entries": len(entities),
        "names": sum(len(one.names) for one in entities),
        "schemas": _counted(one.schema for one in entities),
        "measures": _counted(measure for one in entities for measure in one.measures),
        "secondary": _counted(remark for one in entities for remark in one.secondary),
        "identifiers": _counted(each.scheme for one in entities for each in one.identifiers),
        "skipped": list(version.skipped),
        "unknown_fields": list(version.unknown_fields),
    }


def _counted(words: Iterable[str]) -> dict[str, int]:
    counts = Counter(words)
    return dict(sorted(counts.items(), key=lambda one: (-one[1], one[0])))
