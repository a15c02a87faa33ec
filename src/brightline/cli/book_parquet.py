"""Rows of a Parquet file as texts, a batch at a time: however large a group of rows is, memory stays flat."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from brightline.batch.parties import COLUMNS
from brightline.cli.files import why
from brightline.errors import CallError, PathError, UnreadableMessage
from brightline.payments.table import cell_of

Cells = dict[str, str] | str  # a row, or what is wrong with it


def parquet_rows(path: Path, check: Callable[[Sequence[str]], None], size: int) -> Iterator[tuple[list[Cells], int]]:
    """Rows of a file, so many at a time, and how many there are in all.

    Raises PathError or CallError where the file is not whole or a column is of no kind that can be read as text.
    """
    try:
        with pq.ParquetFile(path) as file:
            names = file.schema_arrow.names
            check(names)
            for batch in file.iter_batches(batch_size=size, columns=[name for name in names if name in COLUMNS]):
                yield _rows(batch), file.metadata.num_rows
    except OSError as broken:
        raise PathError(str(path), why(broken) if broken.errno else _told(broken), "a whole Parquet file") from None
    except pa.ArrowException as broken:
        raise CallError(str(path), _told(broken), "a whole Parquet file", "Write or fetch it again.") from None


def _told(broken: Exception) -> str:
    return " ".join(str(broken).split())[:200]


def _rows(batch: pa.RecordBatch) -> list[Cells]:
    names = batch.schema.names
    columns = [_texts(column) for column in batch.columns]
    return [_row(names, cells) for cells in zip(*columns, strict=True)]


def _row(names: Sequence[str], cells: Sequence[str | None]) -> Cells:
    if None in cells:
        return f"a cell of {names[cells.index(None)]!r} that is no text, number or date"
    return dict(zip(names, cells, strict=True))  # type: ignore[arg-type]


def _texts(column: pa.Array) -> list[str | None]:
    """The cells as they would be printed; None for one that cannot be."""
    try:
        values = column.to_pylist()
    except UnicodeDecodeError:
        return [_text(one.as_py) for one in column]
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        return [(value or "").strip() for value in values]
    return [_text(lambda value=value: value) for value in values]  # type: ignore[misc]


def _text(read: Callable[[], Any]) -> str | None:
    """A cell; a whole number that came as a fraction (id columns with holes) without its nought."""
    try:
        value = read()
        return cell_of(int(value) if isinstance(value, float) and value.is_integer() else value).strip()
    except (UnicodeDecodeError, UnreadableMessage):
        return None
