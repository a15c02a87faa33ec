"""OpenSanctions targets.simple.csv."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from brightline.errors import SourceError
from brightline.lists.reading import table
from brightline.lists.reading.days import one_day
from brightline.lists.reading.entry import Entry, clean
from brightline.lists.reading.naming import dataset_name, list_name
from brightline.lists.reading.numbers import identifier, scheme_by_digits
from brightline.lists.record import Record
from brightline.lists.source import ReadList, Source, SourceFile
from brightline.terms import ListedEntity, ListedIdentifier

COLUMNS = (
    *("id", "schema", "name", "aliases", "birth_date", "countries", "addresses", "identifiers", "sanctions"),
    *("phones", "emails", "dataset", "first_seen", "last_seen", "last_change"),
)
OPTIONAL = ("program_ids",)
SCHEMAS = {
    "Person": "Person",
    "Organization": "Organization",
    "PublicBody": "Organization",
    "Company": "Company",
    "LegalEntity": "LegalEntity",
    "Vessel": "Vessel",
    "Airplane": "Airplane",
    "Security": "LegalEntity",
    "CryptoWallet": "LegalEntity",
}


def recognise(head: bytes, file_name: str) -> bool:
    """The header has most of the columns, first_seen and last_seen or dataset among them."""
    cells = set(table.columns_of(table.first_line(head)))
    return len(cells & set(COLUMNS)) >= 8 and bool(cells & {"first_seen", "last_seen", "last_change", "dataset"})


def read(files: Sequence[SourceFile]) -> ReadList:
    """Read the table. Raises SourceError for a file that is not one; rows that fail are named in `skipped`."""
    entities: list[ListedEntity] = []
    skipped: list[str] = []
    datasets: dict[str, None] = {}
    seen: list[str] = []
    list_id = list_name(files[0])
    for file in files:
        lines = table.rows_of(table.decode(file.data, file.name), file.name)
        _, header = next(lines, (0, []))
        table.check_columns(header, COLUMNS, OPTIONAL, file.name)
        for line, cells in lines:
            try:
                row = table.row_fields(header, cells, f"{file.name} line {line}")
                entities.append(_entity(list_id, row, f"{file.name} line {line}"))
            except SourceError as wrong:
                skipped.append(str(wrong))
                continue
            datasets.update(dict.fromkeys(each.strip() for each in row["dataset"].split(";") if each.strip()))
            seen.append(row["last_seen"].strip())
    published = max((moment for moment in seen if one_day(moment)), default=None)
    if len(datasets) == 1:
        list_id = dataset_name(next(iter(datasets)), list_id)
        entities = [_renamed(entity, list_id) for entity in entities]
    return ReadList(list_id, published, "content" if published else None, tuple(entities), tuple(skipped))


def _renamed(entity: ListedEntity, list_id: str) -> ListedEntity:
    return entity if entity.list == list_id else replace(entity, list=list_id)


def _entity(list_id: str, row: Mapping[str, str], where: str) -> ListedEntity:
    record = Record(row, where)
    schema = record.take("schema").strip()
    if schema not in SCHEMAS:
        raise SourceError(where, f"schema {schema!r}", f"one of {', '.join(SCHEMAS)}")
    entry = Entry(list_id, record.take("id").strip(), SCHEMAS[schema], where)
    entry.name(record.take("name"), "primary")
    for alias in record.take("aliases").split(";"):
        entry.name(alias, "alias")
    for code in (record.take_optional("program_ids") or "").split(";"):
        entry.add("programs", code)
    entry.add("measures", "other")
    for birth in record.take("birth_date").split(";"):
        entry.born(birth)
    for country in record.take("countries").split(";"):
        entry.countries(country)
    entry.add("addresses", *record.take("addresses").split(";"))
    for number in record.take("identifiers").split(";"):
        if text := clean(number):
            entry.identifiers((read_number(text, schema),))
    entry.add("remarks", *sanction_texts(record.take("sanctions")))
    for column, scheme in (("phones", "PHONE"), ("emails", "EMAIL")):
        for value in record.take(column).split(";"):
            entry.identifier(scheme, value)
    if schema != entry.schema:
        entry.keep("schema", schema)
    for kept in ("dataset", "first_seen", "last_change"):
        entry.keep(kept, record.take(kept))
    record.close(ignoring=("last_seen",))
    return entry.done()


def read_number(number: str, schema: str) -> ListedIdentifier:
    """The scheme of a number that comes without one, by its letters, its check digits, its shape and whose it is."""
    if re.fullmatch(r"IMO\d{7}", number):
        return identifier("IMO", number)
    if schema == "Vessel":
        if re.fullmatch(r"\d{9}", number):
            return identifier("MMSI", number)
        return identifier("CALLSIGN" if re.fullmatch(r"[A-Z\d]{3,7}", number) else "REG", number)
    if scheme := scheme_by_digits(number):
        is_tax_number_abroad = scheme == "INN" and schema == "Person" and len(number) == 10
        return identifier("TAX" if is_tax_number_abroad else scheme, number)
    return identifier("NATIONAL-ID" if schema == "Person" else "REG", number)


def sanction_texts(cell: str) -> list[str]:
    """The texts of a sanctions cell, which is a row of its own: values in quotes between semicolons."""
    try:
        parts = next(csv.reader([cell.replace("\r\n", " ").replace("\n", " ")], delimiter=";", strict=True), [])
    except csv.Error:
        parts = cell.split(";")
    return [part for each in parts if (part := each.strip().strip('"').strip())]


SOURCE = Source("targets_simple", recognise, read)
