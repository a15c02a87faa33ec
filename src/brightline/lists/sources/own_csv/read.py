"""Our own list format. The columns are described in about.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from brightline.errors import SourceError
from brightline.lists.reading import table
from brightline.lists.reading.days import half_dates
from brightline.lists.reading.entry import Entry, clean
from brightline.lists.reading.measures import ORDER
from brightline.lists.reading.naming import list_name, slug
from brightline.lists.reading.nations import nation
from brightline.lists.reading.numbers import written_identifier
from brightline.lists.record import Record
from brightline.lists.source import ReadList, Source, SourceFile
from brightline.terms import ListedEntity

NEEDED = ("name",)
OPTIONAL = (
    *("id", "schema", "aliases", "weak_aliases", "former_names", "programs", "measures", "countries", "country"),
    *("birth_date", "genders", "identifiers", "addresses", "titles", "remarks", "listed_on", "ends_on", "source"),
    *("url", "urls"),
)
SCHEMAS = ("Person", "Organization", "Company", "LegalEntity", "Vessel", "Airplane")


def recognise(head: bytes, file_name: str) -> bool:
    """A header of which `name` or at least three columns are ours and that is no list of another publisher."""
    if head.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"[", b"<"):
        return False
    cells = set(table.columns_of(table.first_line(head)))
    ours = cells & {*NEEDED, *OPTIONAL}
    return len(ours) >= 3 or ("name" in ours and len(ours) * 2 >= len(cells))


def read(files: Sequence[SourceFile]) -> ReadList:
    """Read the table. Raises SourceError for an unknown or missing column; rows that fail are named in `skipped`."""
    list_id = list_name(files[0])
    entities: dict[str, ListedEntity] = {}
    skipped: list[str] = []
    for file in files:
        lines = table.rows_of(table.decode(file.data, file.name), file.name)
        _, header = next(lines, (0, []))
        header = [cell.strip() for cell in header]
        table.check_columns(header, NEEDED, OPTIONAL, file.name, table.OURS)
        for line, cells in lines:
            where = f"{file.name} line {line}"
            try:
                entity = _entity(list_id, table.row_fields(header, cells, where), where)
                if entity.entry in entities:
                    raise SourceError(where, f"the id {entity.entry!r} again", "an id for each entry of its own")
                entities[entity.entry] = entity
            except SourceError as wrong:
                skipped.append(str(wrong))
    return ReadList(list_id, None, None, tuple(entities.values()), tuple(skipped))


def _entity(list_id: str, row: Mapping[str, str], where: str) -> ListedEntity:
    record = Record(row, where)
    name = clean(record.take("name"))
    if not name:
        raise SourceError(where, "an empty name", "a name")
    schema = clean(record.take_optional("schema")) or "LegalEntity"
    if schema not in SCHEMAS:
        raise SourceError(where, f"the schema {schema!r}", f"one of {', '.join(SCHEMAS)}")
    entry_id = clean(record.take_optional("id")) or slug(name) or name
    entry = Entry(list_id, entry_id, schema, where)
    entry.name(name, "primary")
    for column, kind in (("aliases", "alias"), ("weak_aliases", "weak"), ("former_names", "former")):
        for each in _several(record, column):
            entry.name(each, kind)
    for column, field in _FIELDS.items():
        entry.add(field, *_several(record, column))
    _measures(entry, record, where)
    _person(entry, record, where)
    for each in _several(record, "identifiers"):
        _identifier(entry, each, where)
    entry.listed_on = _day(record, "listed_on", where)
    entry.ends_on = _day(record, "ends_on", where)
    entry.keep("source", record.take_optional("source"))
    record.close()
    return entry.done()


_FIELDS = {
    "programs": "programs",
    "addresses": "addresses",
    "titles": "titles",
    "genders": "genders",
    "remarks": "remarks",
    "url": "urls",
    "urls": "urls",
}


def _several(record: Record, column: str) -> list[str]:
    return [part for each in (record.take_optional(column) or "").split(";") if (part := clean(each))]


def _measures(entry: Entry, record: Record, where: str) -> None:
    measures = _several(record, "measures") or ["blocking"]
    for measure in measures:
        if measure not in ORDER:
            raise SourceError(where, f"the measure {measure!r}", f"one of {', '.join(ORDER)}")
    entry.add("measures", *measures)


def _person(entry: Entry, record: Record, where: str) -> None:
    for column in ("countries", "country"):
        for country in _several(record, column):
            code = nation(country)
            if code is None:
                raise SourceError(where, f"the country {country!r}", "a country's code or name")
            entry.add("countries", code)
    for birth in _several(record, "birth_date"):
        days = half_dates(birth)
        if not days:
            raise SourceError(where, f"the birth date {birth!r}", "1945, 1945-03 or 1945-03-07")
        entry.add("birth_dates", *days)


def _identifier(entry: Entry, written: str, where: str) -> None:
    found = written_identifier(written)
    if found is None:
        raise SourceError(where, f"the identifier {written!r}", "SCHEME:VALUE, such as INN:7702000000")
    entry.identifiers((found,))


def _day(record: Record, column: str, where: str) -> str | None:
    written = clean(record.take_optional(column))
    if written and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", written):
        raise SourceError(where, f"{column} {written!r}", "a day such as 2024-05-16")
    return written or None


SOURCE = Source("own_csv", recognise, read)
