"""Tables of payments: CSV, JSON lines, Parquet → payments, row by row, each bad row by itself.

A table that lacks a needed column is refused as a whole, naming what was found and what is known.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from brightline.errors import UnreadableMessage
from brightline.payments.columns import COLUMNS, NEEDED, Header, read_header
from brightline.payments.encoding import plain_text
from brightline.payments.iso20022 import unreadable
from brightline.payments.own_json import documents, is_payment_object, read_payment_object
from brightline.payments.rows import MOST_CELL, Row, read_row
from brightline.terms import Read

MOST_ROWS = 2_000_000
_NO_MAP: Mapping[str, str] = {}


def read_csv(data: bytes, source: str, columns: Mapping[str, str] = _NO_MAP) -> list[Read]:
    """The rows of a CSV file; delimiter `,` `;` tab or `|` by its header; encoding as `plain_text` finds it."""
    others = csv.field_size_limit(MOST_CELL)  # of the whole process, so it is put back: other tables keep theirs
    try:
        return _read_csv(data, source, columns)
    finally:
        csv.field_size_limit(others)


def _read_csv(data: bytes, source: str, columns: Mapping[str, str]) -> list[Read]:
    text, encoding = plain_text(data)
    text = text.lstrip("\ufeff").rstrip("\x1a\0")
    delimiter = delimiter_of(text.partition("\n")[0], columns)
    rows = _csv_rows(text, delimiter)
    try:
        header = read_header(next(rows), columns)
    except UnreadableMessage as told:
        return [unreadable(source, told)]
    except (StopIteration, csv.Error) as broken:
        return [unreadable(source, UnreadableMessage("header", f"no header ({broken})", "a header line"))]
    note = "" if encoding.startswith("utf") else f"The file is not UTF-8; it was read as {encoding}."
    return list(_read_rows(rows, header, source, "csv", note))


def delimiter_of(line: str, columns: Mapping[str, str] = _NO_MAP) -> str:
    """The delimiter that makes the most known columns of a header line; a comma if none does."""
    known = set(COLUMNS) | {name.lower() for name in columns.values()}
    return max(",;\t|", key=lambda mark: sum(cell.strip(' "\r').lower() in known for cell in line.split(mark)))


def looks_like_table(text: str) -> bool:
    """Whether the first line is a header with at least two columns that we know."""
    line = text.lstrip("\ufeff").partition("\n")[0]
    cells = [cell.strip(' "\r').lower() for cell in line.split(delimiter_of(line))]
    return sum(cell in COLUMNS for cell in cells) >= 2 or sum(cell in NEEDED for cell in cells) >= 1 < len(cells)


def _csv_rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """Cells of each row, empty lines left out. Raises csv.Error for a cell without end."""
    for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False):
        if any(cell.strip() for cell in cells):
            yield cells


def _read_rows(
    rows: Iterator[Sequence[object]], header: Header, source: str, format_: str, note: str = ""
) -> Iterator[Read]:
    number = 0
    while True:
        number += 1
        where = f"row {number}"
        try:
            cells = next(rows)
            yield read_row(Row(header, [cell_of(value) for value in cells], where), source, format_)
        except StopIteration:
            return
        except csv.Error as broken:
            yield unreadable(source, UnreadableMessage(where, f"a broken row ({broken})", "cells of ordinary length"))
            return
        except UnreadableMessage as told:
            advice = " ".join(part for part in (told.advice, note) if part)
            yield unreadable(source, UnreadableMessage(told.where, told.found, told.expected, advice))


def read_json(data: bytes, source: str, columns: Mapping[str, str] = _NO_MAP) -> list[Read]:
    """Payment objects and rows of tables in JSON: one object, an array, or one a line."""
    text, _ = plain_text(data)
    return [
        _read_document(obj, source, where, columns) for where, obj in documents(text.lstrip("\ufeff").rstrip("\x1a\0"))
    ] or [unreadable(source, UnreadableMessage("JSON", "an empty list", "at least one payment"))]


def _read_document(obj: object, source: str, where: str, columns: Mapping[str, str]) -> Read:
    try:
        if isinstance(obj, UnreadableMessage):
            raise obj
        if not isinstance(obj, dict):
            raise UnreadableMessage(where, "a value that is no object", "a payment object or a row of a table")
        if is_payment_object(obj):
            return read_payment_object(obj, source, where)
        header = read_header(list(obj), columns)
        return read_row(Row(header, [cell_of(value) for value in obj.values()], where), source, "json-lines")
    except UnreadableMessage as told:
        place = f"{where}: {told.where}" if told.where == "header" else told.where
        return unreadable(source, UnreadableMessage(place, told.found, told.expected, told.advice))


def read_parquet(data: bytes, source: str, columns: Mapping[str, str] = _NO_MAP) -> list[Read]:
    """The rows of a Parquet file, a batch at a time."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(pa.BufferReader(data))
        if file.metadata.num_rows > MOST_ROWS:
            raise UnreadableMessage("file", f"{file.metadata.num_rows} rows", f"at most {MOST_ROWS}", "Split the file.")
        names = [str(name) for name in file.schema_arrow.names]
        header = read_header(names, columns)
        return list(_read_rows(_parquet_rows(file.iter_batches(batch_size=4096)), header, source, "parquet"))
    except UnreadableMessage as told:
        return [unreadable(source, told)]
    except (pa.ArrowException, OSError) as broken:
        reason = " ".join(str(broken).split())[:200]
        return [unreadable(source, UnreadableMessage("file", f"a broken Parquet file ({reason})", "Parquet"))]


def _parquet_rows(batches: Iterable[object]) -> Iterator[tuple[object, ...]]:
    for batch in batches:
        cells = [column.to_pylist() for column in batch.columns]  # type: ignore[attr-defined]
        yield from zip(*cells, strict=True)


def cell_of(value: object) -> str:
    """A value of a typed table as it would be printed. Raises UnreadableMessage for lists of lists and the like."""
    if value is None:
        return ""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, Decimal)):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f")
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list) and not any(isinstance(part, (list, dict)) for part in value):
        return ";".join(cell_of(part) for part in value)
    raise UnreadableMessage("cell", f"a {type(value).__name__}", "a text, number or date")
