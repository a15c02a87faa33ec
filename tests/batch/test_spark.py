"""Spark carries the same rows to the same answers, cut as it may be; in this process and on a local Spark."""

from __future__ import annotations

import importlib.util
import io
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from brightline.batch.parties import FOUND, PARTIES
from brightline.batch.rescreen import Finder, rescreened
from brightline.batch.shipped import open_shipped, ship
from brightline.errors import SourceError
from brightline.lists.edition import FrozenList, freeze
from brightline.lists.starter.read import starter_entities, starter_version
from brightline.names.index import NameIndex, build
from brightline.names.scores import weight_of
from brightline.screen.edition import OpenList

HERE = importlib.util.find_spec("pyspark") is not None and shutil.which("java") is not None
needs_spark = pytest.mark.skipif(not HERE, reason="Spark is not installed here; `make spark` adds it (with Java 17)")
THRESHOLD = weight_of(0.7)
ENTITIES = sorted(starter_entities(), key=lambda one: one.entry)[:30]


@pytest.fixture(scope="module")
def archive() -> bytes:
    """A small list, packed to travel."""
    frozen = freeze(replace(starter_version(), list="starter"), ENTITIES)
    return ship({"starter": (frozen, build(FrozenList.from_bytes(frozen)))})


@pytest.fixture(scope="module")
def folder(archive: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, unpacked as an executor has it."""
    place = tmp_path_factory.mktemp("shipped")
    zipfile.ZipFile(io.BytesIO(archive)).extractall(place)
    return place


def _shard(number: int, names: Sequence[str]) -> pa.RecordBatch:
    rows = [
        dict.fromkeys(PARTIES.names, "")
        | {"shard": number, "place": f"book: row {number}.{at}", "id": f"p{number}-{at}", "name": name}
        for at, name in enumerate(names)
    ]
    return pa.RecordBatch.from_pylist(rows, schema=PARTIES)


def _book() -> list[pa.RecordBatch]:
    names = [one.names[0].value for one in ENTITIES]
    names[7] = ""  # a row that cannot be read
    return [_shard(at, [*names[at * 5 : at * 5 + 5], "Quxwuggle"]) for at in range(6)]


def _told(tables: Sequence[Any]) -> list[list[dict[str, object]]]:
    """What is said of each shard, receipts of its stretches added up."""
    told = []
    for table in tables:
        rows = table.to_pylist()
        told.append(
            [
                *sorted((row for row in rows if row["rows"] is None), key=str),
                {"rows": sum(row["rows"] or 0 for row in rows)},
            ]
        )
    return told


def test_what_travelled_finds_what_stayed_finds(folder: Path) -> None:
    home = OpenList(starter_version(), ENTITIES, NameIndex.from_bytes(build(ENTITIES), ENTITIES))
    answers = [list(rescreened(_book(), Finder(lists, THRESHOLD))) for lists in ([home], open_shipped(folder))]
    assert [one.to_pylist() for one in answers[0]] == [one.to_pylist() for one in answers[1]]


@pytest.mark.parametrize("size", [1, 4, 100])
def test_rows_say_the_same_however_they_are_cut(folder: Path, size: int) -> None:
    finder = Finder(open_shipped(folder), THRESHOLD)
    whole = pa.Table.from_batches(_book()).combine_chunks()
    cut = pa.Table.from_batches(rescreened(whole.to_batches(max_chunksize=size), finder), FOUND)
    parted = [cut.filter(pa.compute.equal(cut["shard"], number)) for number in range(6)]
    straight = [pa.Table.from_batches(rescreened([one], finder)) for one in _book()]
    assert _told(parted) == _told(straight)
    assert [told[-1]["rows"] for told in _told(parted)] == [6] * 6


def test_lists_of_another_program_are_refused(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "other")
    (tmp_path / "other" / "program").write_text("another", "utf-8")
    with pytest.raises(SourceError, match="Install it on the executors"):
        open_shipped(tmp_path / "other")


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    """A local Spark with two tasks at a time."""
    import os
    import sys

    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    settings = {"spark.ui.enabled": "false", "spark.python.authenticate.socketTimeout": "120s"}
    settings |= {"spark.sql.execution.arrow.maxRecordsPerBatch": "4"}
    builder = SparkSession.builder.master("local[2]").config(map=settings)
    one = builder.getOrCreate()
    yield one
    one.stop()


@needs_spark
@pytest.mark.filterwarnings("default")
def test_spark_gives_each_shard_its_answer(session: Any, archive: bytes, folder: Path, tmp_path: Path) -> None:
    from brightline.batch.engines import spark

    place = tmp_path / "edition.zip"
    place.write_bytes(archive)
    finder = Finder(open_shipped(folder), THRESHOLD)
    straight = [pa.Table.from_batches(rescreened([one], finder)) for one in _book()]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spark, "SHARDS", 1)  # two shards a wave: three waves
        carried = list(spark.in_waves(session, iter(_book()), place, THRESHOLD))
    assert _told(carried) == _told(straight)
