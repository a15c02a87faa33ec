"""`rescreen --engine spark`: a session, and the lists packed for the executors."""

from __future__ import annotations

import os
import sys
import tempfile
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from brightline.batch.shipped import ship
from brightline.cli.home import FROZEN, NAMES, stored_lists
from brightline.cli.rescreen_run import Asked, Carrier
from brightline.errors import CallError
from brightline.lists.edition import freeze
from brightline.names.index import build
from brightline.screen.edition import Edition, OpenList

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


@contextmanager
def spark(home: Path, edition: Edition, threshold: int, workers: int | None) -> Iterator[Carrier]:
    """A carrier over Spark: the cluster that its own settings name, or `workers` threads of this machine.

    Raises CallError where Spark is not installed.
    """
    from brightline.batch.engines.spark import in_waves

    with tempfile.TemporaryDirectory(prefix="brightline-") as folder, _session(workers) as session:
        archive = Path(folder) / f"brightline-{edition.note.id}.zip"
        archive.write_bytes(ship({one.version.list: _files(home, one) for one in edition.lists}))

        def carry(asked: Iterable[Asked]) -> Iterator[tuple[Asked, pa.Table | None]]:
            """What is held already does not travel."""
            waiting: deque[Asked] = deque()

            def fresh() -> Iterator[pa.RecordBatch]:
                for one in asked:
                    waiting.append(one)
                    if one[2] is None:
                        yield one[0].rows

            for found in in_waves(session, fresh(), archive, threshold):
                while waiting[0][2] is not None:
                    yield waiting.popleft(), None
                yield waiting.popleft(), found
            yield from ((one, None) for one in waiting)

        yield carry


def _files(home: Path, one: OpenList) -> tuple[bytes, bytes]:
    for stored in stored_lists(home):
        if stored.version == one.version:
            return (stored.folder / FROZEN).read_bytes(), (stored.folder / NAMES).read_bytes()
    return freeze(one.version, list(one.entities)), build(one.entities)  # the starter edition, which ships inside


@contextmanager
def _session(workers: int | None) -> Iterator[SparkSession]:
    try:
        from pyspark.sql import SparkSession
    except ImportError as broken:
        raise CallError("--engine spark", f"no {broken.name}", "Spark installed", "Call `make spark`.") from None
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("brightline rescreen").config("spark.ui.showConsoleProgress", "false")
    builder = builder.config("spark.python.authenticate.socketTimeout", "120s")  # a busy machine starts workers slowly
    session = (builder.master(f"local[{workers}]") if workers else builder).getOrCreate()
    try:
        yield session
    finally:
        session.stop()
