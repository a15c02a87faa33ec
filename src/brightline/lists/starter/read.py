"""The starter edition: about 150 listed parties shipped with the package, for trying out and not for use.

The rows are facts restated from public lists (`about.yaml` names them). Loading is strict: a column we do not know, a
measure without a meaning or a list outside its stated size is refused with SourceError.
"""

from __future__ import annotations

import csv
import hashlib
import io
from functools import cache
from importlib.resources import files

from brightline.errors import ShrunkenList, SourceError
from brightline.terms import ListedEntity, ListedIdentifier, ListedName, ListVersion

LIST_ID = "brightline-starter"
LABEL = "for trying out, not for use"
PUBLISHED = "2024-07-02"
FEWEST, MOST = 140, 200
COLUMNS = (
    "id",
    "list",
    "schema",
    "name",
    "aliases",
    "weak_aliases",
    "programs",
    "measures",
    "secondary",
    "identifiers",
    "countries",
    "birth_date",
    "listed_on",
    "source",
    "note",
)
SCHEMAS = ("Person", "Organization", "Company", "LegalEntity", "Vessel", "Airplane")
MEASURES = ("blocking", "correspondent-account", "sectoral", "export-control", "trade", "travel", "other")
COUNTRY_OF_SCHEME = {"INN": "RU", "OGRN": "RU", "USCC": "CN"}


def starter_entities() -> tuple[ListedEntity, ...]:
    """Every entry of the starter edition, in the order of the file. Raises SourceError if the file is not as agreed."""
    return _entities(_bytes())


def starter_version() -> ListVersion:
    """The version of the starter edition: regime `trial`, never public, its digest taken over the file."""
    data = _bytes()
    return ListVersion(
        list=LIST_ID,
        published=PUBLISHED,
        published_from="content",
        digest=hashlib.sha256(data).hexdigest(),
        entries=len(_entities(data)),
        regime="trial",
        publisher=f"Brightline ({LABEL})",
        excerpt=True,
        public=False,
    )


@cache
def _bytes() -> bytes:
    return files("brightline.lists.starter").joinpath("entries.csv").read_bytes()


@cache
def _entities(data: bytes) -> tuple[ListedEntity, ...]:
    rows = csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""))
    if tuple(rows.fieldnames or ()) != COLUMNS:
        raise SourceError("starter/entries.csv", f"the columns {rows.fieldnames}", f"the columns {list(COLUMNS)}")
    entities = tuple(_entity(row, f"starter/entries.csv line {rows.line_num}") for row in rows)
    if not FEWEST <= len(entities) <= MOST:
        raise ShrunkenList("starter/entries.csv", f"{len(entities)} entries", f"{FEWEST} to {MOST}")
    return entities


def _entity(row: dict[str, str], where: str) -> ListedEntity:
    note = (row["note"],) if row["note"] else ()
    return ListedEntity(
        list=LIST_ID,
        entry=row["id"],
        schema=_one_of(row["schema"], SCHEMAS, where),
        names=_names(row),
        programs=_cells(row["programs"]),
        measures=tuple(_one_of(measure, MEASURES, where) for measure in _cells(row["measures"])),
        secondary=_cells(row["secondary"]),
        identifiers=tuple(_identifier(cell, where) for cell in _cells(row["identifiers"])),
        birth_dates=_cells(row["birth_date"]),
        countries=_cells(row["countries"]),
        listed_on=row["listed_on"] or None,
        remarks=(f"Starter edition, {LABEL}; source: {row['source']}.", *note),
        kept=(("publisher_list", row["list"]), ("source", row["source"])),
    )


def _names(row: dict[str, str]) -> tuple[ListedName, ...]:
    aliases = tuple(ListedName(name, "alias" if name.isascii() else "original") for name in _cells(row["aliases"]))
    weak = tuple(ListedName(name, "weak") for name in _cells(row["weak_aliases"]))
    return (ListedName(row["name"], "primary"), *aliases, *weak)


def _identifier(cell: str, where: str) -> ListedIdentifier:
    scheme, colon, value = cell.partition(":")
    if not (scheme and colon and value):
        raise SourceError(where, repr(cell), "an identifier written SCHEME:VALUE")
    return ListedIdentifier(scheme, value, COUNTRY_OF_SCHEME.get(scheme))


def _one_of(value: str, known: tuple[str, ...], where: str) -> str:
    if value not in known:
        raise SourceError(where, repr(value), f"one of {', '.join(known)}")
    return value


def _cells(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
