"""Shards through an engine into parts: what an earlier call had done is taken as it is, the rest is answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pyarrow as pa

from brightline.batch.engines.inline import in_order
from brightline.batch.rescreen import Finder, rescreened
from brightline.cli.book_files import Shard
from brightline.cli.rescreen_parts import Part, Parts
from brightline.errors import WorkerLost

AHEAD = 3  # shards a worker under way

Asked = tuple[Shard, Path, Part | None]
Carrier = Callable[[Iterable[Asked]], Iterator[tuple[Asked, pa.Table | None]]]


def answered(asked: Iterable[Shard], parts: Parts, carry: Carrier) -> Iterator[tuple[Part, Shard, bool]]:
    """Each shard with its part, in order, and whether an earlier call had made it.

    Raises WorkerLost where an answer does not account for every row.
    """
    places = ((shard, parts.place(shard.rows)) for shard in asked)
    for (shard, place, held), found in carry((shard, place, parts.held(place)) for shard, place in places):
        part = held or parts.keep(place, found)
        if part.rows != shard.rows.num_rows:
            place.unlink(missing_ok=True)
            told = f"an answer for {part.rows} of {shard.rows.num_rows} rows"
            raise WorkerLost(f"shard {shard.number}", told, "one for every row", "Call again.")
        yield part, shard, held is not None


def inline(finder: Finder, workers: int) -> Carrier:
    """Processes of this machine; the lists are opened before they are made, and shared."""

    def work(asked: Asked) -> tuple[Asked, pa.Table | None]:
        shard, _, held = asked
        return asked, None if held else pa.Table.from_batches(rescreened([shard.rows], finder))

    return lambda asked: in_order(work, asked, workers, AHEAD)
