"""The tables of the Official Journal of the EU: consolidated annexes and amending acts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from brightline.errors import SourceError
from brightline.lists.reading import table
from brightline.lists.reading.days import one_day
from brightline.lists.reading.entry import Entry, clean
from brightline.lists.reading.measures import measure_of
from brightline.lists.reading.numbers import numbers_in
from brightline.lists.reading.written import cut
from brightline.lists.record import Record
from brightline.lists.source import ReadList, Source, SourceFile
from brightline.lists.sources.eu_oj import columns
from brightline.terms import ListedEntity

Row = Mapping[str, str]
_CELEX = re.compile(r"3\d{4}[A-Z]{1,2}\d{4}(?:\(\d+\))?$")


def recognise(head: bytes, file_name: str) -> bool:
    """The header begins with celex, or amendedCelex and amendmentCelex, or carries most of the columns."""
    cells = table.columns_of(table.first_line(head))
    known = {*columns.COMMON, *columns.CONSOLIDATED, *columns.AMENDMENT}
    return bool({"celex", "amendedCelex", "amendmentCelex"} & set(cells)) and len(known & set(cells)) > 5


def read(files: Sequence[SourceFile]) -> ReadList:
    """Read the table of one act. Raises SourceError; rows that cannot be read are named in `skipped`."""
    groups: dict[str, list[tuple[str, Row]]] = {}
    skipped: list[str] = []
    acts: dict[str, None] = {}
    for file in files:
        for where, row in _rows(file, skipped):
            acts.setdefault(_act(row))
            groups.setdefault(_entry_id(row), []).append((where, row))
    if len(acts) != 1:
        found = f"the acts {', '.join(acts)}" if acts else "no row at all"
        raise SourceError(files[0].name, found, "the annexes of one act", "Import each act as a list of its own.")
    list_id = f"eu-oj-{next(iter(acts)).lower()}"
    entities: list[ListedEntity] = []
    for entry_id, rows in groups.items():
        try:
            entities.append(_entity(list_id, entry_id, rows))
        except SourceError as wrong:
            skipped.append(str(wrong))
    return ReadList(list_id, None, None, tuple(entities), tuple(skipped))


def _rows(file: SourceFile, skipped: list[str]) -> Iterable[tuple[str, Row]]:
    lines = table.rows_of(table.decode(file.data, file.name), file.name)
    _, header = next(lines, (0, []))
    amending = "amendedCelex" in header or "amendmentCelex" in header
    first = columns.AMENDMENT if amending else columns.CONSOLIDATED
    table.check_columns(header, (*first, *columns.COMMON), (), file.name)
    for line, cells in lines:
        where = f"{file.name} line {line}"
        try:
            row = table.row_fields(header, cells, where)
            _check_act(row, where)
        except SourceError as wrong:
            skipped.append(str(wrong))
            continue
        yield where, row


def _check_act(row: Row, where: str) -> None:
    for name in (*columns.CONSOLIDATED, *columns.AMENDMENT):
        if name in row and not _CELEX.match(row[name].strip()):
            raise SourceError(where, f"{name} {row[name]!r}", "a CELEX number such as 32014R0269")
    if not row["name"].strip():
        raise SourceError(where, "an entry without a name", "a name")


def _act(row: Row) -> str:
    return row["celex"].strip() if "celex" in row else f"{row['amendedCelex'].strip()}-{row['amendmentCelex'].strip()}"


def _entry_id(row: Row) -> str:
    number = row["recordId"].strip()
    return f"{row['annex'].strip()}/{number or clean(row['name'])}"


def _entity(list_id: str, entry_id: str, rows: list[tuple[str, Row]]) -> ListedEntity:
    ordered = sorted(rows, key=lambda each: tuple(each[1].values()))
    where, first = ordered[0]
    schema = columns.SCHEMAS.get(first["schema"].strip())
    if schema is None:
        raise SourceError(where, f"schema {first['schema']!r}", f"one of {', '.join(columns.SCHEMAS)}")
    entry = Entry(list_id, entry_id, schema, where)
    for place, row in ordered:
        _fill(entry, Record(row, place))
    return entry.done()


def _fill(entry: Entry, record: Record) -> None:
    act = _basis(entry, record)
    _names(entry, record)
    _measures(entry, record, act)
    _person(entry, record)
    _numbers(entry, record)
    for address in cut(record.take("address")):
        entry.address(re.sub(r"^(?:[a-z]|[ivx]+)\)\s*", "", address))
    entry.add("remarks", record.take("reason"), record.take("notes").strip('"'))
    for name in columns.KEPT:
        entry.keep(name, record.take(name))
    started = clean(record.take("startDate"))
    entry.listed_on = entry.listed_on or one_day(started)
    if started and one_day(started) is None:
        entry.keep("startDate", started)
    record.close()


def _basis(entry: Entry, record: Record) -> str:
    """The act the row belongs to; the amended one for an amendment."""
    act = record.take_optional("celex")
    if act is None:
        act = record.take("amendedCelex")
        entry.keep("amendmentCelex", record.take("amendmentCelex"))
    entry.keep("celex", act)
    entry.keep("recordId", record.take("recordId"))
    if (schema := record.take("schema").strip()) not in (entry.schema, ""):
        entry.keep("schema", schema)
    return act.strip()


def _names(entry: Entry, record: Record) -> None:
    entry.names(record.take("name"), "primary")
    entry.names(record.take("alias"), "alias")
    entry.names(record.take("previousName"), "former")
    entry.names(record.take("weakAlias"), "weak")


def _measures(entry: Entry, record: Record, act: str) -> None:
    key, annex, measure = (clean(record.take(name)) for name in ("programKey", "annex", "measure"))
    entry.add("programs", key, f"{key} annex {annex}" if annex else None)
    entry.keep("annex", annex)
    entry.keep("measure", measure)
    told = columns.BY_ANNEX.get((act, annex.split(".")[0])) if measure == "Financial restrictions" else None
    entry.add("measures", told or measure_of(measure))


def _person(entry: Entry, record: Record) -> None:
    for name in ("nationality", "country", "jurisdiction", "flag"):
        for part in cut(record.take(name)):
            entry.countries(part)
    for part in cut(record.take("birthDate")):
        entry.born(part)
    entry.gender(record.take("gender"))
    for part in cut(record.take("position")):
        entry.add("titles", part)


def _numbers(entry: Entry, record: Record) -> None:
    for column, scheme in columns.NUMBERS.items():
        cell = clean(record.take(column)).strip('"')
        found = numbers_in(cell, scheme)
        entry.identifiers(found)
        if cell and (not found or any(letter.isalpha() for letter in cell)):
            entry.keep(column, cell)
    for column, scheme in columns.CONTACTS.items():
        for part in re.split(r"[;,]\s+|;|\n", record.take(column)):
            entry.identifier(scheme, part.strip(" .,"))


SOURCE = Source("eu_oj", recognise, read)
