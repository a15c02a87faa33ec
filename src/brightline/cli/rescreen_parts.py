"""What a run has done so far, in parts that are whole or not there: after a stop the next call goes on from them.

A part is named after the rows it answers and everything that decides about them, so a part is used again only where
nothing changed; two runs never mix.
"""

from __future__ import annotations

import hashlib
import heapq
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from brightline.batch.parties import HITS
from brightline.cli.files import why, write_whole
from brightline.errors import CallError, PathError

READ_AT_ONCE = 200  # rows of one part in memory while parts are merged
ENDING = ".part"
Hit = tuple[str, str, str, str, float, int]  # as HITS
_COUNTS = (b"rows", b"hits", b"unread", b"faults")
_ORDER = [("party_id", "ascending"), ("score", "descending"), ("entry", "ascending"), ("list", "ascending")]


@dataclass(frozen=True, slots=True)
class Part:
    """The answer to one shard: candidates first, in order, then the rows that could not be read."""

    path: Path
    rows: int
    hits: int
    unread: int
    faults: int


class Parts:
    """A folder of parts. `key`: everything but the rows that decides about an answer."""

    def __init__(self, folder: Path, key: str) -> None:
        self._folder, self._key = folder, key
        try:
            folder.mkdir(exist_ok=True)
        except OSError as broken:
            raise PathError(str(folder), why(broken), "a folder we may write to") from None
        for left in folder.glob(f".*{ENDING}*"):  # what a kill in the middle of a write left
            left.unlink(missing_ok=True)

    def place(self, rows: pa.RecordBatch) -> Path:
        """Where the answer to these rows stands, or will."""
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, rows.schema) as writer:
            writer.write_batch(rows)
        digest = hashlib.sha256(self._key.encode() + sink.getvalue().to_pybytes())
        return self._folder / f"{digest.hexdigest()[:32]}{ENDING}"

    def named(self, name: str) -> Path:
        """The place of a part by a name."""
        return self._folder / f"{name}{ENDING}"

    def held(self, place: Path) -> Part | None:
        """The part that stands there; None where none does."""
        if not place.exists():
            return None
        with pa.ipc.open_file(place) as file:
            said = file.schema.metadata
            return Part(place, *(int(said[name]) for name in _COUNTS))

    def keep(self, place: Path, found: pa.Table) -> Part:
        """Write the answer to a shard, whole or not at all."""
        hits = found.filter(pc.is_valid(found["list"])).sort_by(_ORDER)
        unread = found.filter(pc.is_valid(found["place"]))
        faults = int(pc.sum(unread["fault"].cast(pa.int64())).as_py() or 0)
        part = Part(place, int(pc.sum(found["rows"]).as_py() or 0), hits.num_rows, unread.num_rows, faults)
        table = pa.concat_tables([hits, unread]).combine_chunks()
        said = {name.decode(): str(getattr(part, name.decode())) for name in _COUNTS}
        sink = pa.BufferOutputStream()
        with pa.ipc.new_file(sink, table.schema.with_metadata(said)) as writer:
            writer.write_table(table, max_chunksize=READ_AT_ONCE)
        write_whole(place, sink.getvalue().to_pybytes())
        return part

    def clear_if_empty(self) -> None:
        """Remove the folder where it holds nothing."""
        with suppress(OSError):
            self._folder.rmdir()

    def clear(self) -> None:
        """Remove the folder: what it held stands in the answer now."""
        shutil.rmtree(self._folder, ignore_errors=True)


def hits_of(parts: Sequence[Part]) -> Iterator[Hit]:
    """The candidates of all parts, ordered by party, score (the best first), entry and list."""
    return heapq.merge(*(_hits(part) for part in parts if part.hits), key=lambda hit: (hit[0], -hit[4], hit[2], hit[1]))


def _hits(part: Part) -> Iterator[Hit]:
    for at, batch in enumerate(_batches(part)):
        columns = [batch.column(name).to_pylist() for name in HITS.names]
        yield from islice(zip(*columns, strict=True), part.hits - at * READ_AT_ONCE)


def unread_of(part: Part) -> Iterator[tuple[str, CallError]]:
    """The rows of a part that could not be read: the party's id, as far as it is known, and what is wrong."""
    if part.unread:
        with pa.ipc.open_file(part.path) as file:
            for row in file.read_all().slice(part.hits).to_pylist():
                told = CallError(row["place"], row["found"], row["expected"], row["advice"])
                yield row["party_id"] or "", told


def _batches(part: Part) -> Iterator[pa.RecordBatch]:
    """A part batch by batch; the file is closed in between, for there may be more parts than files may be open."""
    at, count = 0, -(-part.hits // READ_AT_ONCE)
    while at < count:
        with pa.ipc.open_file(part.path) as file:
            batch = file.get_batch(at)
        yield batch
        at += 1
