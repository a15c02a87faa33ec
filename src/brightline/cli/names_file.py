"""Files of names for `match --names`: CSV with columns, or one name a line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from brightline.cli.files import read_text
from brightline.errors import CallError
from brightline.names.pairs import schema_of
from brightline.screen.read_query import Written, read_query
from brightline.terms import Query

COLUMNS = ("name", "schema", "country", "birth_date", "id")


@dataclass(frozen=True, slots=True)
class Misread:
    """A row that could not be read: what stands where its name belongs, and what is wrong."""

    name: str
    told: CallError


def read_names(path: Path) -> tuple[Query | Misread, ...]:
    """The names of a file, in order; an empty line is an empty name, a row that cannot be read stands in its place.

    Raises PathError or CallError where the file or its header is wrong.
    """
    text = read_text(path, "a file of names")
    if path.name.lower().removesuffix(".gz").endswith(".csv"):
        return tuple(_rows(text, str(path)))
    return tuple(Query(line.strip()) for line in io.StringIO(text, newline=None))


def _rows(text: str, path: str) -> Iterator[Query | Misread]:
    rows = csv.reader(io.StringIO(text, newline=""))
    try:
        columns = [name.strip() for name in next(rows, [])]
        _check_header(columns, path)
        for cells in rows:
            yield _row(columns, cells, f"{path}: line {rows.line_num}")
    except csv.Error as broken:
        raise CallError(f"{path}: line {rows.line_num}", str(broken), "a table in CSV") from None


def _check_header(columns: Sequence[str], path: str) -> None:
    strange = [name for name in columns if name not in COLUMNS]
    if "name" not in columns or strange:
        told = f"the column {strange[0][:80]!r}" if strange else f"no column 'name' among {', '.join(columns)}"
        raise CallError(f"{path}: header", told, f"name and perhaps {', '.join(COLUMNS[1:])}")


def _row(columns: Sequence[str], cells: Sequence[str], where: str) -> Query | Misread:
    said = {name: cell.strip() for name, cell in zip(columns, cells, strict=False)}
    name = said.get("name", "")
    if len(cells) > len(columns):
        told = CallError(where, f"{len(cells)} cells", f"{len(columns)} as in the header", "Put quotes around commas.")
        return Misread(name, told)
    written = Written(
        name=name,
        schema=schema_of(said["schema"]) if said.get("schema") else None,
        countries=[said["country"]] if said.get("country") else [],
        birth_date=said.get("birth_date"),
        identifiers=[one for one in said.get("id", "").split(";") if one.strip()],
    )
    try:
        return read_query(written, f"{where}, ")
    except CallError as told:
        return Misread(name, told)
