"""`rescreen --since`: only what the change of a list can touch, found the other way round, in the index of the book."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
import pyarrow as pa

from brightline.batch.engines.inline import in_order
from brightline.batch.parties import FOUND
from brightline.batch.rescreen import Finder, rescreened
from brightline.cli.book_index import BookIndex
from brightline.cli.list_versions import named_version, open_frozen
from brightline.cli.rescreen_parts import Part, Parts
from brightline.errors import CallError
from brightline.lists.diff import diff
from brightline.lists.edition import FrozenList
from brightline.names.index import NameIndex, build
from brightline.names.reverse import Answered, Asking, Pairs
from brightline.screen.edition import Edition, OpenList
from brightline.terms import ListedEntity
from brightline.text.block import Array

TOGETHER, WORDS = 20, 2000  # shards, and words, a task


@dataclass(frozen=True, slots=True)
class Change:
    """What came or changed in a list since a version, as a list of its own; and the entries that are gone."""

    since: str
    version: str
    added: int
    changed: int
    gone: tuple[str, ...]
    entries: OpenList


def change_since(home: Path, named: str, edition: Edition) -> Change:
    """The change from the version named to the one in use. Raises CallError where there is no such pair."""
    stored = named_version(home, named)
    used = [one for one in edition.lists if one.version.list == stored.version.list]
    if not used or not isinstance(used[0].entities, FrozenList):
        lists = ", ".join(one.version.list for one in edition.lists)
        raise CallError("--since", f"{stored.version.list}, which is not in use", f"one of {lists}")
    now, found = used[0], diff(open_frozen(stored), used[0].entities)
    changed = {one.entry for one in found.changed}
    touched = changed | set(found.added)
    entities: Sequence[ListedEntity] = tuple(one for one in now.entities if one.entry in touched)
    index = NameIndex.from_bytes(build(entities), entities)
    version = f"{now.version.list}@{now.version.published}"
    opened = OpenList(now.version, entities, index)
    return Change(named, version, len(found.added), len(changed), found.removed, opened)


def touched_parts(index: BookIndex, change: Change, parts: Parts, threshold: int, workers: int) -> Iterator[Part]:
    """A part for each shard of the book: the candidates among the entries that came or changed."""
    finder, asking = Finder([change.entries], threshold), Asking(change.entries.names)
    answered = _answered(index, asking, workers)

    def work(numbers: range) -> list[tuple[int, int, pa.Table | None]]:
        return [_one(number) for number in numbers]

    def _one(number: int) -> tuple[int, int, pa.Table | None]:
        names, bad = index.names(number)
        rows = index.rows(number)
        places = np.union1d(asking.worth(names, answered, threshold, rows.num_rows), np.array(bad, dtype=np.int64))
        if not len(places):
            return number, rows.num_rows, None
        (found,) = rescreened([rows.take(pa.array(places))], finder)
        return number, rows.num_rows, pa.Table.from_batches([found], FOUND)

    tasks = (range(first, min(first + TOGETHER, index.shards)) for first in range(0, index.shards, TOGETHER))
    for done in in_order(work, tasks, workers, 2):
        for number, rows, found in done:
            yield _part(parts, index, number, rows, found)


def _answered(index: BookIndex, asking: Asking, workers: int) -> Answered:
    """What the changed entries answer to the words of the book."""
    plain = list(index.words.numbers)
    related = asking.may_relate(index.keys)

    def work(numbers: Array) -> list[tuple[int, Pairs]]:
        return [(at, asking.pairs(index.words.word(plain[at]))) for at in numbers.tolist()]

    tasks = (related[first : first + WORDS] for first in range(0, len(related), WORDS))
    return asking.answers(dict(chain.from_iterable(in_order(work, tasks, workers, 2))), len(plain))


def _part(parts: Parts, index: BookIndex, number: int, rows: int, found: pa.Table | None) -> Part:
    if found is None:
        return Part(index.folder, rows, 0, 0, 0)
    kept = parts.keep(parts.named(f"{number:05}"), found)
    return Part(kept.path, rows, kept.hits, kept.unread, kept.faults)
