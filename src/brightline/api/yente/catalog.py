"""The lists of an edition as a catalog of datasets, and our one way of scoring as an algorithm."""

from __future__ import annotations

from collections.abc import Sequence

from brightline.api.yente.match import matcher_docs
from brightline.errors import CallError, NotThere
from brightline.screen.edition import Edition, published_moment
from brightline.terms import ListVersion

EVERYTHING = "default"
OURS = "brightline"
# Names that clients of yente send; each is answered by our one way of scoring.
TAKEN_FOR_OURS = frozenset(
    (OURS, "best", "default", "logic-v1", "logic-v2", "name-based", "name-qualified", "regression-v1", "regression-v2",
     "regression-v3", "ofac-249", "ofac-249-qualified", "name-matcher", "er-unstable")
)  # fmt: skip


def lists_of(edition: Edition, dataset: str, include: Sequence[str], exclude: Sequence[str]) -> tuple[str, ...]:
    """The lists of a dataset by id: those asked for, without those left out. Raises NotThere.

    `include` narrows a dataset to lists inside it. A list outside is looked through as well: clients that ask for
    several datasets name the first in the path and the others here, and nothing may be left unsearched in silence.
    """
    held = tuple(one.version.list for one in edition.lists)
    for name in (dataset, *include):
        if name not in (EVERYTHING, *held):
            raise NotThere("dataset", repr(name[:60]), f"one of {', '.join((EVERYTHING, *held))}")
    named = (dataset, *include) if dataset != EVERYTHING else (*include,) or (dataset,)
    return tuple(one for one in held if {one, EVERYTHING} & {*named} and one not in exclude)


def check_algorithm(name: str) -> None:
    """Raises CallError for a name that neither we nor yente know."""
    if name not in TAKEN_FOR_OURS:
        raise CallError("algorithm", repr(name[:60]), f"{OURS} (or one of yente's names, answered by it)")


def catalog_json(edition: Edition) -> dict[str, object]:
    """Every list, and `default` with all of them below it."""
    held = [one.version for one in edition.lists]
    everything = _dataset(EVERYTHING, "All lists of the edition", edition.note.id, [one.list for one in held])
    everything["entity_count"] = sum(one.entries for one in held)
    named = [_dataset(one.list, f"{one.publisher}: {one.list}", one.published, []) | _origin(one) for one in held]
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


def _origin(one: ListVersion) -> dict[str, object]:
    published = published_moment(one.published).isoformat()
    return {"entity_count": one.entries, "updated_at": published, "publisher": {"name": one.publisher}}


def algorithms_json() -> dict[str, object]:
    """Our way of scoring: default and best, for there is no other."""
    told = "Steps of evidence in nats, summed and read from one calibrated table as a score from 0 to 1."
    return {
        "algorithms": [
            {
                "name": OURS,
                "description": told,
                "features": matcher_docs(),
                "docs": {name: doc["description"] for name, doc in matcher_docs().items()},
            }
        ],
        "default": OURS,
        "best": OURS,
    }
