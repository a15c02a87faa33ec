"""The UK ConList as CSV, in its columns of 2016 and of 2022."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from brightline.errors import SourceError
from brightline.lists.reading import table
from brightline.lists.reading.days import one_day
from brightline.lists.reading.entry import Entry, clean
from brightline.lists.reading.numbers import identifier, numbers_in
from brightline.lists.record import Record
from brightline.lists.source import ReadList, Source, SourceFile
from brightline.terms import ListedEntity

LIST_ID = "uk-conlist"
_SCHEMAS = {"individual": "Person", "entity": "Organization", "ship": "Vessel"}
_NAMES = tuple(f"Name {number}" for number in range(1, 7))
_ADDRESS = (*(f"Address {number}" for number in range(1, 7)), "Post/Zip Code", "Country")
COLUMNS = (
    *("Name 6", *_NAMES[:5], "Title", "DOB", "Town of Birth", "Country of Birth", "Nationality", "Passport Details"),
    *("Position", *_ADDRESS, "Other Information", "Group Type", "Alias Type", "Regime", "Listed On", "Last Updated"),
    "Group ID",
)
# The other columns came and went together: each group stands whole in the header or not at all.
_OLD = ("NI Number",)
_NEW = (
    *("Name Non-Latin Script", "Non-Latin Script Type", "Non-Latin Script Language", "Passport Number"),
    *("National Identification Number", "National Identification Details", "Alias Quality"),
)
_LATER = ("UK Sanctions List Date Designated",)
_KINDS = {"prime alias": "primary", "primary name": "primary", "fka": "former", "formerly known as": "former"}
_TOLD = re.compile(r"\(([A-Z][^():]{3,60})\):")
_REFERRED = re.compile(r"\bAlso referred to as ([A-Z][^.;:()\d]{2,120})\.")
_CONTACTS = {"phone number": "PHONE", "email address": "EMAIL", "website": "WEBSITE"}
_NUMBERED = {"business reg no": "REG", "imo number": "IMO", "tax number": "TAX", "passport number": "PASSPORT"}


def recognise(head: bytes, file_name: str) -> bool:
    """A header with Group ID, Name 6 and Regime in one of the first two lines."""
    lines = head.removeprefix(b"\xef\xbb\xbf").decode("cp1252", "replace").splitlines()[:2]
    return any({"Group ID", "Name 6", "Group Type"} <= set(table.columns_of(line)) for line in lines) or (
        len(lines) > 1 and lines[0].startswith("Last Updated,") and "Name 6" in table.columns_of(lines[1])
    )


def read(files: Sequence[SourceFile]) -> ReadList:
    """Read the list. Raises SourceError for a file that is not one; rows that cannot be read are named in `skipped`."""
    entities: list[ListedEntity] = []
    skipped: list[str] = []
    published: str | None = None
    for file in files:
        groups, day = _groups(file, skipped)
        published = max(filter(None, (published, day)), default=None)
        for group_id, rows in groups.items():
            try:
                entities.append(_entity(group_id, rows))
            except SourceError as wrong:
                skipped.append(str(wrong))
    return ReadList(LIST_ID, published, "content" if published else None, tuple(entities), tuple(skipped))


def _groups(file: SourceFile, skipped: list[str]) -> tuple[dict[str, list[tuple[str, Mapping[str, str]]]], str | None]:
    lines = table.rows_of(table.decode(file.data, file.name, ("utf-8", "cp1252")), file.name)
    _, header = next(lines, (0, []))
    published = None
    if header and header[0].strip() == "Last Updated":
        published = one_day(",".join(header[1:]))
        _, header = next(lines, (0, []))
    header = [" ".join(cell.split()) for cell in header]
    table.check_columns(header, (*COLUMNS, *_present(header)), (), file.name)
    groups: dict[str, list[tuple[str, Mapping[str, str]]]] = {}
    for line, cells in lines:
        where = f"{file.name} line {line}"
        try:
            row = table.row_fields(header, cells, where)
            groups.setdefault(_group_id(row, where), []).append((where, row))
        except SourceError as wrong:
            skipped.append(str(wrong))
    return groups, published


def _present(header: Sequence[str]) -> tuple[str, ...]:
    """The groups of further columns of which at least one stands in the header; without any, the old one."""
    present = tuple(name for group in (_OLD, _NEW, _LATER) if set(group) & set(header) for name in group)
    return present if set(present) & {*_OLD, *_NEW} else (*_OLD, *present)


def _group_id(row: Mapping[str, str], where: str) -> str:
    group_id = row["Group ID"].strip()
    if not group_id.isdigit():
        raise SourceError(where, f"Group ID {group_id!r}", "a number")
    return group_id


def _entity(group_id: str, rows: list[tuple[str, Mapping[str, str]]]) -> ListedEntity:
    ordered = sorted(rows, key=lambda each: (_kind(each[1]) != "primary", tuple(each[1].values())))
    where, first = ordered[0]
    kind = first["Group Type"].strip().casefold()
    if kind not in _SCHEMAS:
        raise SourceError(where, f"Group Type {kind!r}", f"one of {', '.join(_SCHEMAS)}")
    entry = Entry(LIST_ID, group_id, _SCHEMAS[kind], where)
    entry.add("measures", "blocking")
    for place, row in ordered:
        _fill(entry, Record(row, place), row)
    return entry.done()


def _kind(row: Mapping[str, str]) -> str:
    if "low" in row.get("Alias Quality", "").casefold():
        return "weak"
    return _KINDS.get(" ".join(row["Alias Type"].split()).casefold(), "alias")


def _fill(entry: Entry, record: Record, row: Mapping[str, str]) -> None:
    parts = [clean(record.take(name)) for name in _NAMES]
    name = " ".join(part for part in parts if part)
    if entry.schema == "Person":
        entry.name(name, _kind(row))
    else:
        entry.names(name, _kind(row))
    entry.name(record.take_optional("Name Non-Latin Script"), "original")
    entry.add("titles", record.take("Title"), *_numbered(record.take("Position")))
    entry.add("programs", record.take("Regime"))
    entry.listed_on = entry.listed_on or one_day(record.take("Listed On"))
    for birth in _numbered(record.take("DOB")):
        entry.born(birth)
    for nationality in _numbered(record.take("Nationality")):
        entry.countries(nationality)
    _address(entry, record)
    _documents(entry, record)
    _information(entry, record.take("Other Information"))
    for kept in ("Town of Birth", "Country of Birth", "Last Updated", *_LATER):
        entry.keep(kept, record.take_optional(kept))
    record.close(ignoring=(*("Group ID", "Group Type", "Alias Type", "Alias Quality", "Listed On"), *_NEW[1:3]))


def _numbered(cell: str) -> list[str]:
    """The values of a cell written `(1) Tunisian (2)-(3) Moroccan`; the whole cell where nothing is numbered."""
    parts = re.split(r"\(\d{1,2}\)(?:\s*(?:-|to)\s*\(\d{1,2}\))?", cell)
    return [part.strip() for part in parts if part.strip(" -.;,")]


def _address(entry: Entry, record: Record) -> None:
    parts = [clean(record.take(name)) for name in _ADDRESS]
    entry.add("addresses", ", ".join(part for part in parts if part))
    for country in _numbered(parts[-1]):
        entry.countries(country)


def _documents(entry: Entry, record: Record) -> None:
    told = (
        ("Passport Number", "Passport Details", "PASSPORT"),
        ("National Identification Number", "National Identification Details", "NATIONAL-ID"),
        ("NI Number", "", "NATIONAL-ID"),
    )
    for number, details, scheme in told:
        cells = [clean(record.take_optional(name)) for name in (number, details) if name]
        for part in (part for cell in cells[:1] for part in _numbered(cell)):
            found = numbers_in(part, scheme)
            entry.identifiers(found or (identifier(scheme, part),) if len(part) <= 40 else found)
        for part in (part for cell in cells[1:] if not cells[0] for part in _numbered(cell)):
            entry.identifiers(numbers_in(part, scheme))
        for name, cell in zip((number, details), cells, strict=False):
            if any(letter.islower() for letter in cell):
                entry.keep(name, cell)


def _information(entry: Entry, text: str) -> None:
    """Other information as a remark; its labelled parts (from 2022) as numbers and contacts too."""
    entry.add("remarks", text)
    for others in _REFERRED.findall(text) if entry.schema == "Person" else ():
        for name in re.split(r",\s+(?:and\s+)?|\s+and\s+|\s+or\s+", others):
            entry.name(name, "weak")
    parts = _TOLD.split(clean(text))
    for label, value in zip(parts[1::2], parts[2::2], strict=False):
        name = label.strip().casefold()
        if name in _CONTACTS:
            for part in _numbered(value):
                entry.identifier(_CONTACTS[name], part.strip(" .;,"))
        elif name in _NUMBERED:
            scheme = _NUMBERED[name]
            entry.identifiers(numbers_in(f"IMO {value.strip()}" if scheme == "IMO" else value, scheme))
        elif name.startswith("uk sanctions list ref"):
            entry.keep("UK Sanctions List Ref", value.strip(" ."))


SOURCE = Source("uk_conlist", recognise, read)
