"""Rows of a book of parties and of what was found for them, as Arrow: the only shapes that engines carry."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

from brightline.errors import CallError
from brightline.names.pairs import schema_of
from brightline.screen.read_query import Written, read_query
from brightline.terms import Query

NEEDED = ("id", "name")
COLUMNS = (*NEEDED, "schema", "country", "birth_date", "identifiers")

# `shard`: which stretch of the book a row belongs to; `place`: file and line, or file and row; `found`, `expected`:
# what is wrong with a row that could not be read at all, else empty.
PARTIES = pa.schema(
    [("shard", pa.int32()), *[(name, pa.string()) for name in ("place", "found", "expected", *COLUMNS)]]
)
HIT = ("party_id", "list", "entry", "name", "score", "weight")
# A row is a candidate (`list` is set), a row that could not be read (`place` is set), or a receipt for so many `rows`.
_TOLD = ("place", "found", "expected", "advice")
FOUND = pa.schema(
    [
        ("shard", pa.int32()),
        *[(name, pa.string()) for name in HIT[:4]],
        ("score", pa.float64()),
        ("weight", pa.int32()),
        *[(name, pa.string()) for name in _TOLD],
        ("fault", pa.bool_()),
        ("rows", pa.int64()),
    ]
)
HITS = pa.schema([FOUND.field(name) for name in HIT])


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a book as it came."""

    shard: int
    place: str
    found: str
    expected: str
    id: str
    name: str
    schema: str
    country: str
    birth_date: str
    identifiers: str


def query_of(row: Row) -> Query:
    """What is asked about a party: the very question that `match --names` asks. Raises CallError for a wrong cell."""
    if row.expected:
        raise CallError(row.place, row.found, row.expected)
    for name, cell in (("id", row.id), ("name", row.name or row.identifiers)):
        if not cell:
            raise CallError(row.place, f"no {name}", "an id and a name (or identifiers) in every row")
    written = Written(
        name=row.name,
        schema=schema_of(row.schema) if row.schema else None,
        countries=[row.country] if row.country else [],
        birth_date=row.birth_date,
        identifiers=[one for one in row.identifiers.split(";") if one.strip()],
    )
    return read_query(written, f"{row.place}, ")
