"""A report of figures as tables: one shape that is drawn as a page, written as JSON and written as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

TEXT, COUNT, SHARE, SECONDS, AMOUNT = "text", "count", "share", "seconds", "amount"
KINDS = (TEXT, COUNT, SHARE, SECONDS, AMOUNT)
_RISKY = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet takes a text that begins so for a formula

Cell = str | int | float | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `name`: its key in JSON and CSV; `kind`: of KINDS, how a page writes it."""

    name: str
    title: str
    kind: str = COUNT


@dataclass(frozen=True, slots=True)
class Table:
    """One table. Shares are 0 to 1, seconds whole, amounts texts of digits; None where there is nothing to measure."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a figure: its points in order, x and y."""

    name: str
    points: Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Figure:
    """Lines over one axis each way. `here`: a place on the x axis to mark."""

    name: str
    title: str
    across: str
    up: str
    lines: Sequence[Line]
    note: str = ""
    here: float | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole report. `facts`: what it is about, name by name; `faults`: what did not hold, in sentences."""

    kind: str
    title: str
    facts: Sequence[tuple[str, str]]
    tables: Sequence[Table]
    notes: Sequence[str] = ()
    figures: Sequence[Figure] = ()
    faults: Sequence[str] = field(default=())


def row_of(*cells: Cell) -> Row:
    """A row of these cells."""
    return cells


def sheet_json(sheet: Sheet) -> Mapping[str, object]:
    """The report as plain data: each table a list of rows by the names of its columns."""
    return {
        "kind": sheet.kind,
        "title": sheet.title,
        "facts": dict(sheet.facts),
        "faults": list(sheet.faults),
        "tables": {one.name: [_row(one, row) for row in one.rows] for one in sheet.tables},
        "figures": {
            one.name: {line.name: [list(at) for at in line.points] for line in one.lines} for one in sheet.figures
        },
        "notes": list(sheet.notes),
    }


def table_csv(table: Table) -> bytes:
    """One table as CSV in UTF-8. A text that a spreadsheet would take for a formula begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([_plain(value) for value in row] for row in table.rows)
    return out.getvalue().encode("utf-8", "replace")


def _row(table: Table, row: Row) -> dict[str, Cell]:
    return {column.name: value for column, value in zip(table.columns, row, strict=True)}


def _plain(value: Cell) -> Cell:
    return f"'{value}" if isinstance(value, str) and value.startswith(_RISKY) else value
