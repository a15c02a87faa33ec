"""Parties in, candidates out: Arrow batches of a book against the lists of an edition, the same on every engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import pyarrow as pa

from brightline.batch.parties import FOUND, Row, query_of
from brightline.errors import CallError
from brightline.screen.edition import OpenList
from brightline.screen.match import matches
from brightline.terms import Query

MOST_REMEMBERED = 100_000  # questions whose answers a process keeps: the same names come again and again

Hit = tuple[str, str, str, float, int]  # list, entry, name, score, weight


class Finder:
    """Candidates at one threshold in some lists; an equal question is answered once and remembered."""

    def __init__(self, lists: Sequence[OpenList], threshold: int) -> None:
        self._lists, self._threshold = lists, threshold
        self._known: dict[Query, tuple[Hit, ...]] = {}

    def find(self, query: Query) -> tuple[Hit, ...]:
        """What `match` finds for the query."""
        known = self._known.get(query)
        if known is None:
            if len(self._known) >= MOST_REMEMBERED:
                self._known.clear()
            found = matches(query, self._lists, self._threshold)
            known = self._known[query] = tuple(
                [(one.list, one.entry, one.name, one.score, one.weight) for one in found]
            )
        return known


def rescreened(batches: Iterable[pa.RecordBatch], finder: Finder) -> Iterator[pa.RecordBatch]:
    """Batches of `PARTIES` into batches of `FOUND`, one for one, nothing held over.

    Each ends with a receipt for every shard in it, so that whoever gathers can prove that no row was lost.
    """
    for batch in batches:
        columns = [column.to_pylist() for column in batch.columns]
        rows = [Row(*cells) for cells in zip(*columns, strict=True)]
        told = [line for row in rows for line in _lines(row, finder)]
        told += [{"shard": shard, "rows": count} for shard, count in sorted(Counter(row.shard for row in rows).items())]
        yield pa.RecordBatch.from_pylist(told, schema=FOUND)


def _lines(row: Row, finder: Finder) -> Iterator[dict[str, object]]:
    try:
        for listed, entry, name, score, weight in finder.find(query_of(row)):
            yield {
                "shard": row.shard, "party_id": row.id, "list": listed, "entry": entry, "name": name, "score": score,
                "weight": weight,
            }  # fmt: skip
    except CallError as told:
        yield _unread(row, told, fault=False)
    except Exception as broken:  # noqa: BLE001 - one row must not cost the book its others: it is named, and counted as ours
        fault = f"a fault of ours, {type(broken).__name__}: {broken}"[:500]
        yield _unread(row, CallError(row.place, fault, "candidates, or none"), fault=True)


def _unread(row: Row, told: CallError, *, fault: bool) -> dict[str, object]:
    return {
        "shard": row.shard, "party_id": row.id, "place": told.where, "found": told.found, "expected": told.expected,
        "advice": told.advice, "fault": fault,
    }  # fmt: skip
