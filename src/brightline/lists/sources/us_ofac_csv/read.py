"""OFAC's SDN and consolidated non-SDN lists in their CSV form: four files without header.

`sdn.csv` (or `cons_prim.csv`) has one row an entry; `alt.csv` and `add.csv` add strong aliases and addresses,
`sdn_comments.csv` the part of each remark after its first 1,000 characters, all joined by `ent_num`. The first file can
be read alone; the others cannot. Specification: OFAC, "SDN data formats", dat_spec.txt.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brightline.errors import SourceError
from brightline.lists.draft import Draft, looks_like_a_company
from brightline.lists.programs import CONS, SDN, measures_by_program, programs_in
from brightline.lists.reading.numbers import identifier_of_kind
from brightline.lists.reading.table import Rows, read_rows
from brightline.lists.remarks import CUT_AT, note_remarks
from brightline.lists.source import ReadList, Source, SourceFile
from brightline.lists.sources.us_ofac_csv.parts import assemble, family_of, part_of_width
from brightline.terms import Link, ListedEntity

_SCHEMAS = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane"}
_ALIAS_KINDS = {"aka": "alias", "fka": "former", "nka": "alias"}
_FIRST_CELL = re.compile(rb'\s*"?\d{1,9}"?\s*,')
_HEADER = re.compile(r"ent_?num(?:ber)?", re.IGNORECASE)
_MOST_NAMED = 5  # orphans that a note names one by one


@dataclass(frozen=True, slots=True)
class _Added:
    """What the other files hold, by entry number: aliases and addresses in the order of their numbers, remarks."""

    aliases: Mapping[str, list[list[str]]]
    addresses: Mapping[str, list[list[str]]]
    remarks: Mapping[str, str]


def recognise(head: bytes, file_name: str) -> bool:
    """Whether a file is one of the four: an entry number first, and `-0-` for every empty value."""
    start = head.removeprefix(b"\xef\xbb\xbf")
    if start[:8].lower().startswith((b"ent_num", b'"ent_num')):
        return True
    if not _FIRST_CELL.match(start):
        return False
    if b"-0-" in head:
        return True
    first = next(csv.reader([start.split(b"\n", 1)[0].decode("latin-1")]), [])
    name = file_name.casefold()
    return len(first) == 2 and ("comment" in name or "sdn" in name or "cons" in name)


def read(files: Sequence[SourceFile]) -> ReadList:
    """One list from the files of one set, in any order. Raises SourceError where the entries themselves are missing."""
    tables = [_table(file) for file in files]
    parts: dict[str, Rows] = {}
    for rows in tables:
        part = part_of_width(rows.width, rows.name)
        if part in parts:
            raise SourceError(rows.name, f"a second {part} file beside {parts[part].name}", "one file of each kind")
        parts[part] = rows
    if "main" not in parts:
        names = ", ".join(rows.name for rows in tables)
        raise SourceError(names, "no file of entries", "sdn.csv or cons_prim.csv with it", "Import the files together.")
    main = parts["main"]
    list_id = family_of(main)
    added = _Added(_by_entry(parts.get("alt")), _by_entry(parts.get("add")), _texts(parts.get("comments")))
    entities, unread = _entities(main, list_id, added)
    return ReadList(
        list_id=list_id,
        published=None,
        published_from=None,
        entities=entities,
        skipped=tuple(named for rows in tables for named in rows.skipped) + unread,
        excerpt_hint=not main.ended,
        notes=_orphans(parts, {entity.entry for entity in entities}),
    )


def _table(file: SourceFile) -> Rows:
    rows = read_rows(file)
    if rows.rows and _HEADER.fullmatch(rows.rows[0][1][0].strip()):
        return Rows(rows.name, rows.rows[1:], rows.width, rows.skipped, rows.ended)
    return rows


def _value(cell: str) -> str:
    """A cell without the spaces around it; empty where the publisher writes `-0-`."""
    text = cell.strip()
    return "" if text == "-0-" else text


def _by_entry(rows: Rows | None) -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = defaultdict(list)
    for _, row in rows.rows if rows else ():
        found[row[0].strip()].append([_value(cell) for cell in row])
    for each in found.values():
        each.sort(key=lambda row: (int(row[1]) if row[1].isdecimal() and len(row[1]) < 19 else 0, row))
    return dict(found)


def _texts(rows: Rows | None) -> dict[str, str]:
    """The overflow by entry. Only trailing space goes: the text goes on in the middle of a word, or with a space."""
    return {row[0].strip(): row[1].rstrip() for _, row in rows.rows} if rows else {}


def _entities(main: Rows, list_id: str, added: _Added) -> tuple[tuple[ListedEntity, ...], tuple[str, ...]]:
    entities: list[ListedEntity] = []
    unread: list[str] = []
    for line, row in main.rows:
        entry, name = row[0].strip(), _value(row[1])
        if not (entry.isascii() and entry.isdigit()) or not name:
            unread.append(f"{main.name} line {line}: no entry number or no name")
            continue
        entities.append(_entity(row, list_id, added))
    return tuple(entities), tuple(unread)


def _entity(row: Sequence[str], list_id: str, added: _Added) -> ListedEntity:
    entry, name, kind, program, title, call_sign, vessel_type, tonnage, gross, flag, owner, _ = map(_value, row)
    draft = Draft(list_id, entry, _schema(kind, name), programs=programs_in(program))
    draft.name(name, "primary")
    if list_id == SDN:
        draft.measures.append("blocking")
    else:
        draft.measures.extend(measures_by_program(draft.programs))
    if title:
        draft.titles.append(title)
    for row_of_alias in added.aliases.get(entry, ()):
        draft.name(row_of_alias[3], _ALIAS_KINDS.get(row_of_alias[2].casefold(), "alias"))
    for place in added.addresses.get(entry, ()):
        _add_address(draft, place)
    _add_vessel(draft, call_sign, flag, owner, {"vessel type": vessel_type, "tonnage": tonnage, "gross tonnage": gross})
    text, cut = _whole_remark(row[11], added.remarks.get(entry))
    note_remarks(draft, text, cut=cut)
    if list_id == CONS and not draft.measures:
        draft.measures.append("other")
    return draft.entity()


def _schema(kind: str, name: str) -> str:
    return _SCHEMAS.get(kind.casefold()) or ("Company" if looks_like_a_company(name) else "Organization")


def _whole_remark(cell: str, rest: str | None) -> tuple[str, bool]:
    """The remark with its overflow, and whether it ends where it was cut."""
    text = cell if _value(cell) else ""
    if rest is not None:
        return text + rest, False
    return text.strip(), len(text) >= CUT_AT


def _add_address(draft: Draft, place: Sequence[str]) -> None:
    _, _, street, city, country, remark = place
    printed = ", ".join(part for part in (street, city, country) if part)
    if printed:
        draft.addresses.append(printed)
    draft.country(country)
    draft.keep("address remark", remark)


def _add_vessel(draft: Draft, call_sign: str, flag: str, owner: str, kept: Mapping[str, str]) -> None:
    found = identifier_of_kind("Call Sign", call_sign)
    if found:
        draft.identifiers.append(found)
    if flag:
        draft.country(flag)
        draft.keep("vessel flag", flag)
    if owner:
        draft.links.append(Link("owner", owner))
    for label, value in kept.items():
        draft.keep(label, value)


def _orphans(parts: Mapping[str, Rows], entries: set[str]) -> tuple[str, ...]:
    """One note for each file with rows that belong to no entry; their text is not lost silently."""
    notes = []
    for part in ("alt", "add", "comments"):
        rows = parts.get(part)
        lost = [row[0].strip() for _, row in rows.rows if row[0].strip() not in entries] if rows else []
        if rows and lost:
            named = ", ".join(list(dict.fromkeys(lost))[:_MOST_NAMED])
            notes.append(f"{rows.name}: {len(lost)} of {len(rows.rows)} rows belong to no entry here (first: {named})")
    return tuple(notes)


SOURCE = Source("us_ofac_csv", recognise, read, assemble)
