"""Files of names for `match --names`: CSV with columns, or one name a line."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterator
from pathlib import Path

from brightline.errors import CallError, PathError
from brightline.screen.identify import known_identifier
from brightline.terms import Identifier, Query
from brightline.text.countries import country_code

COLUMNS = ("name", "schema", "country", "birth_date", "id")


def read_names(path: Path) -> tuple[Query, ...]:
    """The names of a file, in order; an empty line is an empty name. Raises PathError or CallError, naming the row."""
    text = read_text_file(path, "a file of names")
    if path.name.lower().removesuffix(".gz").endswith(".csv"):
        return tuple(_rows(text, path))
    return tuple(Query(line.strip()) for line in text.splitlines())


def read_text_file(path: Path, expected: str) -> str:
    """A text file in UTF-8, `.gz` accepted. Raises PathError or CallError."""
    try:
        data = path.read_bytes()
        plain = gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data
        return plain.decode("utf-8-sig")
    except UnicodeDecodeError as broken:
        raise CallError(str(path), f"a byte that is no UTF-8 at {broken.start}", "a text file in UTF-8") from None
    except (OSError, EOFError) as broken:
        told = getattr(broken, "strerror", None) or str(broken)
        raise PathError(str(path), told, expected) from None


def _rows(text: str, path: Path) -> Iterator[Query]:
    rows = csv.DictReader(io.StringIO(text, newline=""))
    columns = [name.strip() for name in rows.fieldnames or ()]
    rows.fieldnames = columns
    strange = [name for name in columns if name not in COLUMNS]
    if "name" not in columns or strange:
        told = f"the column {strange[0]!r}" if strange else f"no column 'name' among {columns}"
        raise CallError(f"{path}: header", told, f"name and perhaps {', '.join(COLUMNS[1:])}")
    for row in rows:
        yield _query({key: (value or "").strip() for key, value in row.items() if key}, f"{path}: line {rows.line_num}")


def _query(row: dict[str, str], where: str) -> Query:
    code = country_code(row.get("country", "")) if row.get("country") else None
    if row.get("country") and code is None:
        raise CallError(where, f"the country {row['country']!r}", "a country, such as RU or Kazakhstan")
    return Query(
        name=row["name"],
        schema=row.get("schema") or None,
        countries=(code,) if code else (),
        birth_date=row.get("birth_date") or None,
        identifiers=tuple(_identifier(one, where) for one in row.get("id", "").split(";") if one.strip()),
    )


def _identifier(written: str, where: str) -> Identifier:
    try:
        return known_identifier(written)
    except ValueError:
        raise CallError(where, f"the id {written!r}", "SCHEME:VALUE, such as INN:7707083893") from None
