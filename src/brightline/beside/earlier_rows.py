"""A file of earlier payments → columns of text, read strictly: CSV, JSON lines, Parquet, or decision lines of ours.

A row has the columns of a table of payments and, before them, `date` (an ISO day, or a moment with its zone),
`outcome`, `determination`, `decision_id` and the owner groups that the institution keeps of both sides.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO, NamedTuple

import numpy as np

from brightline.beside.amounts import Whole, ten_thousandths
from brightline.beside.decision_rows import is_decision, row_of_decision
from brightline.beside.strict import read_json
from brightline.errors import CallError
from brightline.terms.earlier import ENDED

_CUSTOMERS = ("debtor", "creditor", "ultimate_debtor", "ultimate_creditor")
_AGENTS = ("debtor_agent", "creditor_agent", "intermediary_agent")
ABOUT = ("date", "outcome", "determination", "decision_id", "debtor_group", "creditor_group")
COLUMNS = (
    *ABOUT,
    *("end_to_end_id", "uetr", "amount", "currency", "value_date"),
    *(f"{role}_{part}" for role in _CUSTOMERS for part in ("name", "country", "address", "account", "id")),
    *(f"{role}_{part}" for role in _AGENTS for part in ("bic", "name", "country")),
    *("remittance", "purpose", "hs", "goods", "route"),
)
NEEDED = ("date", "outcome", "amount", "currency", "debtor_name", "creditor_name")
DETERMINATIONS = ("linked", "not-linked", "cannot-tell")
NO_MOMENT = -1  # of a row that gives its day alone
_CURRENCY = re.compile(r"[A-Z]{3}")
_BATCH = 20_000  # rows of JSON lines at a time


@dataclass(frozen=True, slots=True)
class Rows:
    """Earlier payments in the order of the file. `table`: columns of text, empty where nothing is said.

    `days`: ordinals; `moments`: seconds since 1970, `NO_MOMENT` where only the day is given; `amounts`: in
    ten-thousandths.
    """

    table: Any
    days: Whole
    moments: Whole
    amounts: Whole


def read_rows(stream: BinaryIO, name: str) -> Rows:
    """Every row of a file, whatever of the four formats it is in.

    Raises CallError with file, row and column for the first thing wrong; then nothing is read.
    """
    import pyarrow as pa

    found = [_checked(batch, name) for batch in _batches(stream, name)]
    if not found:
        raise CallError(name, "no rows", "at least one earlier payment")
    table = pa.concat_tables([one.table for one in found], promote_options="default")
    return Rows(table, *(np.concatenate([getattr(one, part) for one in found]) for part in Rows.__slots__[1:]))


class _Batch(NamedTuple):
    """A table of text columns, what a row is called in this format, and the number of each row."""

    table: Any
    word: str
    numbers: Whole


def _batches(stream: BinaryIO, name: str) -> Iterator[_Batch]:
    import pyarrow as pa

    head = stream.read(4096)
    stream.seek(0)
    try:
        if head.startswith(b"PAR1"):
            yield from _numbered(_of_parquet(stream, name))
        elif head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
            yield from _of_json_lines(stream, name)
        else:
            yield from _numbered(_of_csv(stream, name, head))
    except (pa.ArrowException, csv.Error) as broken:
        raise CallError(name, " ".join(str(broken).split())[:200], "a whole table of earlier payments") from None
    except UnicodeDecodeError as broken:
        raise CallError(name, f"a byte that is no UTF-8 at {broken.start}", "text in UTF-8") from None


def _numbered(tables: Iterator[Any]) -> Iterator[_Batch]:
    first = 1
    for table in tables:
        yield _Batch(table, "row", np.arange(first, first + table.num_rows, dtype=np.int64))
        first += table.num_rows


# --- the formats ---------------------------------------------------------------------------------


def _of_csv(stream: BinaryIO, name: str, head: bytes) -> Iterator[Any]:
    import pyarrow as pa
    from pyarrow import csv as arrow_csv

    line = head.decode("utf-8-sig", "replace").partition("\n")[0].strip()
    mark = max(",;\t", key=line.count)
    columns = [cell.strip() for cell in next(csv.reader([line], delimiter=mark), [])]
    _known(columns, f"{name}: header", NEEDED)
    reader = arrow_csv.open_csv(
        stream,
        arrow_csv.ReadOptions(block_size=8 << 20, column_names=columns, skip_rows=1),
        arrow_csv.ParseOptions(delimiter=mark, newlines_in_values=True),
        arrow_csv.ConvertOptions(column_types=dict.fromkeys(columns, pa.string()), strings_can_be_null=False),
    )
    yield from (pa.Table.from_batches([batch]) for batch in reader)


def _of_parquet(stream: BinaryIO, name: str) -> Iterator[Any]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    file = pq.ParquetFile(stream)
    _known(file.schema_arrow.names, f"{name}: header", NEEDED)
    for field in file.schema_arrow:
        if pa.types.is_floating(field.type) or pa.types.is_nested(field.type):
            raise CallError(f"{name}: {field.name}", f"a column of {field.type}", "texts, days or decimals")
    for batch in file.iter_batches(batch_size=65_536):
        cells = [column.cast(pa.string()).fill_null("") for column in batch.columns]
        yield pa.table(cells, names=batch.schema.names)


def _of_json_lines(stream: BinaryIO, name: str) -> Iterator[_Batch]:
    rows: dict[int, Mapping[str, str]] = {}
    for number, line in enumerate(stream, 1):
        if line.strip() and (row := _row_of(line.decode("utf-8-sig"), f"{name}: line {number}")):
            rows[number] = row
        if len(rows) == _BATCH:
            yield _in_columns(rows)
            rows = {}
    if rows:
        yield _in_columns(rows)


def _in_columns(rows: Mapping[int, Mapping[str, str]]) -> _Batch:
    import pyarrow as pa

    cells = {column: [row.get(column, "") for row in rows.values()] for column in COLUMNS}
    return _Batch(pa.table(cells), "line", np.array(list(rows), np.int64))


def _row_of(line: str, where: str) -> Mapping[str, str]:
    """The cells of a line: a row of ours, or a decision; nothing of a line that decided no payment."""
    said = read_json(line, where)
    if not isinstance(said, dict):
        raise CallError(where, "a value that is no object", "one earlier payment a line")
    if is_decision(said):
        return row_of_decision(said)
    _known(list(said), where, ())
    for column, value in said.items():
        if not isinstance(value, str) and value is not None:
            raise CallError(f"{where}: {column}", repr(value)[:60], "a text: money and days are written as texts")
    return {column: value for column, value in said.items() if value}


def _known(columns: Sequence[str], where: str, needed: Sequence[str]) -> None:
    for column in columns:
        if column not in COLUMNS:
            raise CallError(where, f"the column {column[:60]!r}", f"one of {', '.join(COLUMNS)}")
    if len(set(columns)) < len(columns):
        raise CallError(where, "a column twice", "each column once")
    if missing := [column for column in needed if column not in columns]:
        raise CallError(where, f"no column {missing[0]!r}", f"the columns {', '.join(needed)} at least")


# --- what a row must hold ------------------------------------------------------------------------


def _checked(batch: _Batch, name: str) -> Rows:
    """The batch with its days, moments and amounts."""
    dates = _read_each(batch, "date", _date, "a day such as 2024-05-16, or a moment with its zone", name)
    amounts = _read_each(batch, "amount", ten_thousandths, "digits with a decimal point, such as 1250000.00", name)
    for column, allowed, may_lack in (("outcome", ENDED, False), ("determination", DETERMINATIONS, True)):
        _read_each(batch, column, _one_of(allowed, may_lack), f"one of {', '.join(allowed)}", name)
    _read_each(batch, "currency", _currency, "a currency of three capital letters, such as CNY", name)
    days, moments = (np.array([date[part] for date in dates], np.int64) for part in (0, 1))
    return Rows(batch.table, days, moments, np.array(amounts, np.int64))


def _read_each(batch: _Batch, column: str, read: Callable[[str], Any], expected: str, name: str) -> list[Any]:
    """What is read of each cell, distinct values once. Raises CallError for the first cell that cannot be read."""
    if column not in batch.table.column_names:
        return []
    coded = batch.table[column].combine_chunks().dictionary_encode()
    written, places = coded.dictionary.to_pylist(), coded.indices.to_numpy()
    values = [read(one) for one in written]
    if bad := {at for at, value in enumerate(values) if value is None}:
        row = next(row for row, at in enumerate(places.tolist()) if at in bad)
        found = repr(written[places[row]][:60]) if written[places[row]] else "an empty cell"
        raise CallError(f"{name}: {batch.word} {batch.numbers[row]}: {column}", found, expected)
    return [values[at] for at in places.tolist()]


def _date(written: str) -> tuple[int, int] | None:
    """The day as an ordinal, and the moment in seconds where one with its zone is given."""
    try:
        read = datetime.fromisoformat(written)
    except ValueError:
        return None
    if len(written) == len("2024-05-16"):
        return read.toordinal(), NO_MOMENT
    return (read.toordinal(), int(read.timestamp())) if read.tzinfo else None


def _currency(written: str) -> bool | None:
    return True if _CURRENCY.fullmatch(written) else None


def _one_of(allowed: Sequence[str], may_lack: bool) -> Callable[[str], bool | None]:
    return lambda written: True if written in allowed or (may_lack and not written) else None
