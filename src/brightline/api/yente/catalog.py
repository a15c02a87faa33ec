"""The lists of an edition as a catalog of datasets, and our one way of scoring as an algorithm."""

from __future__ import annotations

from collections.abc import Sequence

from brightline.api.yente.match import matcher_docs
from brightline.errors import CallError, NotThere
from brightline.screen.edition import Edition

EVERYTHING = "default"
OURS = "brightline"
# Names that clients of yente send; each is answered by our one way of scoring.
TAKEN_FOR_OURS = frozenset(
    (OURS, "best", "default", "logic-v1", "logic-v2", "name-based", "name-qualified", "regression-v1", "regression-v2",
     "regression-v3", "ofac-249")
)  # fmt: skip


def lists_of(edition: Edition, dataset: str, include: Sequence[str], exclude: Sequence[str]) -> tuple[str, ...]:
    """The lists of a dataset by id: those asked for, without those left out. Raises NotThere."""
    held = tuple(one.version.list for one in edition.lists)
    if dataset not in (EVERYTHING, *held):
        raise NotThere("dataset", repr(dataset[:60]), f"one of {', '.join((EVERYTHING, *held))}")
    inside = held if dataset == EVERYTHING else (dataset,)
    return tuple(one for one in inside if (not include or one in include) and one not in exclude)


def check_algorithm(name: str) -> None:
    """Raises CallError for a name that neither we nor yente know."""
    if name not in TAKEN_FOR_OURS:
        raise CallError("algorithm", repr(name[:60]), f"{OURS} (or one of yente's names, answered by it)")


def catalog_json(edition: Edition) -> dict[str, object]:
    """Every list, and `default` with all of them below it."""
    held = [one.version for one in edition.lists]
    everything = _dataset(EVERYTHING, "All lists of the edition", edition.note.id, [one.list for one in held])
    named = [_dataset(one.list, f"{one.publisher}: {one.list}", one.published, []) for one in held]
    current = [EVERYTHING, *(one.list for one in held)]
    return {"datasets": [everything, *named], "current": current, "outdated": [], "index_stale": False}


def _dataset(name: str, title: str, version: str, children: list[str]) -> dict[str, object]:
    return {
        "name": name,
        "title": title,
        "summary": None,
        "url": None,
        "load": not children,
        "entities_url": None,
        "version": version,
        "index_version": version,
        "index_current": True,
        "children": children,
    }


def algorithms_json() -> dict[str, object]:
    """Our way of scoring: default and best, for there is no other."""
    told = "Steps of evidence in nats, summed and read from one calibrated table as a score from 0 to 1."
    return {
        "algorithms": [{"name": OURS, "description": told, "features": matcher_docs()}],
        "default": OURS,
        "best": OURS,
    }
