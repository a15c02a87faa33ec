"""Tables of customers: CSV, JSON lines or Parquet, row by row; a row that cannot be read stands in its place."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from brightline.beside.customers import Customer, check_columns, read_customer
from brightline.beside.strict import read_json
from brightline.cli.files import read_text, why
from brightline.errors import CallError, PathError, UnreadableMessage
from brightline.payments.table import cell_of, delimiter_of

Row = tuple[str, Customer | CallError]


def customer_rows(path: Path) -> Iterator[Row]:
    """Each row with its place: a customer, or what is wrong with it.

    Raises PathError or CallError where the file, its header or its kind is wrong.
    """
    for where, cells in _cells(path):
        try:
            yield where, read_customer(cells, where) if isinstance(cells, Mapping) else cells
        except CallError as told:
            yield where, told


def _cells(path: Path) -> Iterator[tuple[str, Mapping[str, str] | CallError]]:
    if path.suffix.lower() == ".parquet":
        yield from _parquet(path)
        return
    text = read_text(path, "a table of customers: CSV, JSON lines or Parquet")
    yield from _json_lines(text, str(path)) if text.lstrip().startswith("{") else _csv(text, str(path))


def _csv(text: str, name: str) -> Iterator[tuple[str, Mapping[str, str] | CallError]]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text.partition("\n")[0]))
    try:
        columns = [column.strip() for column in next(rows, [])]
        check_columns(columns, f"{name}: header")
        for cells in rows:
            where = f"{name}: line {rows.line_num}"
            if cells and len(cells) != len(columns):
                yield where, CallError(where, f"{len(cells)} cells", f"{len(columns)} as in the header")
            elif cells:
                yield where, dict(zip(columns, cells, strict=True))
    except csv.Error as broken:
        raise CallError(f"{name}: line {rows.line_num}", str(broken), "a table in CSV") from None


def _json_lines(text: str, name: str) -> Iterator[tuple[str, Mapping[str, str] | CallError]]:
    for number, line in enumerate(text.split("\n"), start=1):
        where = f"{name}: line {number}"
        if line.strip():
            try:
                yield where, _object(read_json(line, where), where)
            except CallError as told:
                yield where, told


def _object(said: object, where: str) -> Mapping[str, str]:
    if not isinstance(said, dict):
        raise CallError(where, "no object", "one customer, as a JSON object")
    check_columns(list(said), where)
    return _texts(said, where)


def _parquet(path: Path) -> Iterator[tuple[str, Mapping[str, str] | CallError]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(path)
        check_columns(file.schema_arrow.names, f"{path}: header")
        rows = (row for batch in file.iter_batches(batch_size=4096) for row in batch.to_pylist())
        yield from ((f"{path}: row {number}", _texts(row, f"row {number}")) for number, row in enumerate(rows, start=1))
    except OSError as broken:
        raise PathError(str(path), why(broken), "a table in Parquet") from None
    except pa.ArrowException as broken:
        raise CallError(str(path), " ".join(str(broken).split())[:200], "a whole Parquet file") from None


def _texts(row: Mapping[str, object], where: str) -> Mapping[str, str]:
    try:
        return {name: cell_of(value) for name, value in row.items()}
    except UnreadableMessage as told:
        raise CallError(where, told.found, told.expected) from None
