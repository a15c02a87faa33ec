"""A book of parties, read in shards of constant size: CSV (`.gz` too) or Parquet, one file or folders of them."""

from __future__ import annotations

import csv
import gzip
import io
import os
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote

import pyarrow as pa

from brightline.batch.parties import COLUMNS, NEEDED, PARTIES
from brightline.cli.book_parquet import parquet_rows
from brightline.cli.files import why
from brightline.errors import CallError, PathError
from brightline.lists.reading.table import nearest

SHARD = 5000  # rows: what a worker does at once, and what a stop in the middle costs at most
CSV_ENDS, PARQUET_ENDS = (".csv", ".csv.gz"), (".parquet",)
EXPECTED = "a table of parties in CSV or Parquet, or a folder of them"
_NO_TEXT = "a text in UTF-8"

Line = tuple[str, str, str, Mapping[str, str]]  # place, what was found and expected where it cannot be read, cells


@dataclass(frozen=True, slots=True)
class Shard:
    """A stretch of the book. `done`: how much of the whole book, 0 to 1, is read when it ends."""

    number: int
    rows: pa.RecordBatch
    done: float


@dataclass(frozen=True, slots=True)
class BookFile:
    """One file. `fixed`: columns that its folder states (`country=KZ/`), as partitioned tables have them."""

    path: Path
    size: int
    fixed: Mapping[str, str]


@dataclass(slots=True)
class Told:
    """What the reader noticed: columns that no search uses, by name."""

    unused: dict[str, None]


def book_files(path: Path) -> tuple[BookFile, ...]:
    """The files of a book, folders in byte order. Raises PathError or CallError for what is no table."""
    if not path.is_dir():
        return (_file(path, path.parent),)
    found = sorted((one for one in path.rglob("*") if one.is_file() and not _hidden(one, path)), key=os.fsencode)
    if not found:
        raise PathError(str(path), "no file in it", EXPECTED)
    return tuple(_file(one, path) for one in found)


def _hidden(path: Path, top: Path) -> bool:
    """Marks of those who write tables, such as _SUCCESS and .part.crc."""
    return any(part.startswith(("_", ".")) for part in path.relative_to(top).parts)


def _file(path: Path, top: Path) -> BookFile:
    try:
        size = path.stat().st_size
    except OSError as broken:
        raise PathError(str(path), why(broken), EXPECTED) from None
    if not path.name.lower().endswith((*CSV_ENDS, *PARQUET_ENDS)):
        raise PathError(str(path), "a name that ends in neither .csv, .csv.gz nor .parquet", EXPECTED)
    parts = (part.partition("=") for part in path.relative_to(top).parts[:-1])
    return BookFile(path, size, {name: unquote(value) for name, _, value in parts if name in COLUMNS})


def shards(files: Sequence[BookFile], told: Told) -> Iterator[Shard]:
    """The book in shards, none across two files. Raises PathError or CallError where a file is no table of parties."""
    total, before, number = sum(one.size for one in files) or 1, 0, 0
    for one in files:
        lines = _parquet(one, told) if one.path.name.lower().endswith(PARQUET_ENDS) else _csv(one, told)
        for rows, done in lines:
            yield Shard(number, _batch(number, rows), (before + done * one.size) / total)
            number += 1
        before += one.size


def _batch(number: int, lines: Sequence[Line]) -> pa.RecordBatch:
    columns = [
        pa.array([number] * len(lines), pa.int32()),
        *[pa.array([line[at] for line in lines], pa.string()) for at in range(3)],
        *[pa.array([line[3].get(name, "") for line in lines], pa.string()) for name in COLUMNS],
    ]
    return pa.RecordBatch.from_arrays(columns, schema=PARTIES)


def check_columns(columns: Sequence[str], where: str, told: Told) -> None:
    """Refuse a table without a needed column, or with one that is likely a known one misspelt."""
    expected = f"{' and '.join(NEEDED)}, and perhaps {', '.join(COLUMNS[2:])}"
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        among = ", ".join(columns)[:200] or "nothing"
        raise CallError(where, f"no column {missing[0]!r} among {among}", expected, "Rename the columns.")
    twice = [name for name in COLUMNS if columns.count(name) > 1]
    if twice:
        raise CallError(where, f"the column {twice[0]!r} more than once", expected)
    free = [name for name in COLUMNS if name not in columns]
    for name in columns:
        if name not in COLUMNS:
            if meant := nearest(name, free):
                raise CallError(where, f"the column {name[:60]!r}, perhaps {meant!r}", expected, "Rename or remove it.")
            told.unused[name] = None


def _parquet(one: BookFile, told: Told) -> Iterator[tuple[list[Line], float]]:
    def check(columns: Sequence[str]) -> None:
        check_columns([*columns, *[name for name in one.fixed if name not in columns]], f"{one.path}: header", told)

    done = 0
    for rows, total in parquet_rows(one.path, check, SHARD):
        places = (f"{one.path}: row {number}" for number in range(done + 1, done + len(rows) + 1))
        lines = [
            (place, cells, _NO_TEXT, one.fixed) if isinstance(cells, str) else (place, "", "", {**one.fixed, **cells})
            for place, cells in zip(places, rows, strict=True)
        ]
        done += len(rows)
        yield lines, done / max(total, 1)


def _csv(one: BookFile, told: Told) -> Iterator[tuple[list[Line], float]]:
    try:
        with one.path.open("rb") as raw:
            stream = gzip.GzipFile(fileobj=raw) if one.path.name.lower().endswith(".gz") else raw
            text = io.TextIOWrapper(stream, "utf-8-sig", "surrogateescape", newline="")
            lines = _csv_lines(text, one, told)
            while found := list(islice(lines, SHARD)):
                yield found, _share(raw, one.size)
    except (EOFError, zlib.error, gzip.BadGzipFile) as broken:
        raise CallError(str(one.path), f"a file cut short or damaged ({broken})", "a whole .gz file") from None
    except OSError as broken:
        raise PathError(str(one.path), why(broken), EXPECTED) from None


def _share(raw: BinaryIO, size: int) -> float:
    return min(1.0, raw.tell() / max(size, 1))


def _csv_lines(text: Iterable[str], one: BookFile, told: Told) -> Iterator[Line]:
    source = iter(text)
    header = next(source, "")
    mark = max(",;\t|", key=lambda each: sum(cell.strip(' "\r\n').lower() in COLUMNS for cell in header.split(each)))
    columns = [name.strip() for name in next(csv.reader([header], delimiter=mark), [])]
    check_columns([*columns, *[name for name in one.fixed if name not in columns]], f"{one.path}: header", told)
    rows = csv.reader(source, delimiter=mark)
    while True:
        first = rows.line_num + 2
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as broken:
            yield f"{one.path}: line {first}", f"{broken}", "one row of a table; a quote may never end", {}
            continue
        if cells:
            yield _line(cells, columns, one, first)


def _line(cells: Sequence[str], columns: Sequence[str], one: BookFile, line: int) -> Line:
    place = f"{one.path}: line {line}"
    if len(cells) != len(columns):
        return place, f"{len(cells)} cells", f"{len(columns)} as in the header", {}
    said = dict(one.fixed) | {name: cell.strip() for name, cell in zip(columns, cells, strict=True)}
    for name in COLUMNS:
        if not said.get(name, "").isascii() and not _is_text(said[name]):
            return place, f"bytes in {name!r} that are no UTF-8", _NO_TEXT, {}
    return place, "", "", said


def _is_text(cell: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in cell)
