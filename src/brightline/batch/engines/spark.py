"""Shards over the executors of Apache Spark, a wave at a time: the lists travel once an executor, rows as Arrow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from brightline.batch.parties import FOUND
from brightline.batch.rescreen import Finder, rescreened
from brightline.batch.shipped import open_shipped
from brightline.errors import WorkerLost

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

SHARDS = 4  # of a wave, for each task that Spark runs at once
WAVES = 2  # under way at once, so that no task waits for the last of a wave
_TYPES = {"int32": "int", "int64": "bigint", "double": "double", "string": "string", "bool": "boolean"}
SCHEMA = ", ".join(f"`{field.name}` {_TYPES[str(field.type)]}" for field in FOUND)


def in_waves(
    session: SparkSession, shards: Iterable[pa.RecordBatch], archive: Path, threshold: int
) -> Iterator[pa.Table]:
    """The answer to each shard, in order. `archive`: what `shipped.ship` made, a zip file.

    What an executor that is lost had in hand, Spark gives to another. Raises WorkerLost where Spark gives up.
    """
    context = session.sparkContext
    context.addArchive(f"{archive}#{archive.stem}")
    answer: Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]] = partial(_answer, archive.stem, threshold)
    size, waiting = context.defaultParallelism * SHARDS, iter(shards)
    with ThreadPoolExecutor(WAVES) as team:

        def next_wave() -> list[Future[list[pa.Table]]]:
            wave = list(islice(waiting, size))
            return [team.submit(_wave, session, wave, answer)] if wave else []

        under_way = [*next_wave(), *next_wave()]
        while under_way:
            yield from under_way.pop(0).result()
            under_way += next_wave()


def _wave(
    session: SparkSession,
    wave: list[pa.RecordBatch],
    answer: Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]],
) -> list[pa.Table]:
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        found = session.createDataFrame(pa.Table.from_batches(wave)).mapInArrow(answer, SCHEMA).toArrow()
    except (PySparkException, Py4JError) as broken:
        told = " ".join(str(broken).split())[-300:]
        raise WorkerLost("Spark", f"a job that failed ({told})", "an answer", "See Spark's own log.") from None
    table = found.cast(FOUND)
    numbers = [shard.column("shard")[0].as_py() for shard in wave]
    return [table.filter(pc.equal(table["shard"], number)) for number in numbers]


def _answer(archive: str, threshold: int, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """What runs on an executor."""
    from pyspark import SparkFiles

    return rescreened(batches, _finder(SparkFiles.get(archive), threshold))


@lru_cache(maxsize=1)
def _finder(folder: str, threshold: int) -> Finder:
    """The lists, opened once a process; what is remembered of a name serves all its rows."""
    return Finder(open_shipped(Path(folder)), threshold)
