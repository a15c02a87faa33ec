"""One row of the Consolidated Screening List, whether it came as CSV or as JSON, and the entity that rows become."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from brightline.lists.draft import Draft, looks_like_a_company
from brightline.lists.facts import note_fact
from brightline.lists.reading.days import only_date
from brightline.lists.reading.numbers import identifier_of_kind
from brightline.lists.remarks import note_remarks
from brightline.terms import Link, ListedEntity

LIST_ID = "us-csl"
PLAIN = (
    "federal_register_notice",
    "standard_order",
    "license_requirement",
    "license_policy",
    "vessel_type",
    "gross_tonnage",
    "gross_registered_tonnage",
)
_SCHEMAS = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane"}
# By the list that a row comes from, as its name is printed in `source`; the first part found decides.
_MEASURES: tuple[tuple[str, str], ...] = (
    ("(sdn)", "blocking"),
    ("entity list", "export-control"),
    ("denied persons", "export-control"),
    ("unverified list", "export-control"),
    ("military end user", "export-control"),
    ("itar debarred", "export-control"),
    ("sectoral sanctions", "sectoral"),
    ("capta", "correspondent-account"),
    ("nonproliferation sanctions", "trade"),
)
_OLDEST_LISTING = "1950"  # a day before it is a slip of the publisher's (0017-05-26)
_COUNTRY = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Row:
    """A row in plain words. `addresses` and `ids` are (printed, country) and (kind, value, country)."""

    id: str
    source: str
    type: str
    name: str
    programs: tuple[str, ...]
    title: str
    addresses: tuple[tuple[str, str | None], ...]
    start: str
    end: str
    remarks: str
    names: tuple[str, ...]
    citizenships: tuple[str, ...]
    births: tuple[str, ...]
    nationalities: tuple[str, ...]
    places: tuple[str, ...]
    ids: tuple[tuple[str, str, str | None], ...]
    urls: tuple[str, ...]
    call_sign: str
    vessel_flag: str
    vessel_owner: str
    plain: Mapping[str, str]


def entities(rows: Iterable[Row]) -> tuple[ListedEntity, ...]:
    """The entities of all rows. The list repeats a party once for each list it is on, under one id: these are one."""
    drafts: dict[str, Draft] = {}
    for row in sorted(rows, key=lambda row: (row.id, row.source, row.name)):
        draft = drafts.get(row.id)
        if draft is None:
            draft = drafts[row.id] = Draft(LIST_ID, row.id, _schema(row))
        _add(draft, row)
    return tuple(draft.entity() for draft in drafts.values())


def _schema(row: Row) -> str:
    if row.type.casefold() in _SCHEMAS:
        return _SCHEMAS[row.type.casefold()]
    if looks_like_a_company(row.name):
        return "Company"
    return "Organization" if row.type else "LegalEntity"


def _measure(source: str) -> str:
    lowered = source.casefold()
    return next((measure for part, measure in _MEASURES if part in lowered), "other")


def _add(draft: Draft, row: Row) -> None:
    draft.name(row.name, "alias" if draft.names else "primary")
    for name in row.names:
        draft.name(name, "alias")
    draft.programs.extend(row.programs)
    draft.measures.append(_measure(row.source))
    draft.keep("source", row.source)
    if row.title:
        draft.titles.append(row.title)
    for printed, country in row.addresses:
        draft.addresses.append(printed)
        draft.country(country)
    _add_person(draft, row)
    _add_vessel(draft, row)
    _add_days(draft, row)
    for kind, value, country in row.ids:
        _add_id(draft, kind, value, country)
    note_remarks(draft, row.remarks)
    draft.urls.extend(row.urls)
    for label, value in row.plain.items():
        draft.keep(label.replace("_", " "), value)


def _add_person(draft: Draft, row: Row) -> None:
    for kind, values in (("nationality", row.nationalities), ("citizen", row.citizenships), ("DOB", row.births)):
        for value in values:
            note_fact(draft, kind, value)
    for value in row.places:
        note_fact(draft, "POB", value)


def _add_vessel(draft: Draft, row: Row) -> None:
    found = identifier_of_kind("Call Sign", row.call_sign)
    if found:
        draft.identifiers.append(found)
    if row.vessel_flag:
        note_fact(draft, "vessel flag", row.vessel_flag)
    if row.vessel_owner:
        draft.links.append(Link("owner", row.vessel_owner))


def _add_days(draft: Draft, row: Row) -> None:
    start, end = only_date(row.start), only_date(row.end)
    if start and start > _OLDEST_LISTING:
        draft.listed_on = min(draft.listed_on or start, start)
    else:
        draft.keep("start date", row.start)
    if end:
        draft.ends_on = max(draft.ends_on or end, end)
    else:
        draft.keep("end date", row.end)


def _add_id(draft: Draft, kind: str, value: str, country: str | None) -> None:
    known = len(draft.identifiers)
    note_fact(draft, kind, value, country)
    if len(draft.identifiers) == known:
        draft.remarks.append(f"{kind} {value}")


def printed_ids(cell: str) -> list[tuple[str, str, str | None]]:
    """The identifiers of a CSV cell: `RU, 7719830028, Tax ID No.; Male, Gender`, the kind last.

    A piece without a comma belongs to the next one: a value may have a semicolon of its own.
    """
    found: list[tuple[str, str, str | None]] = []
    pending = ""
    for piece in cell.split("; "):
        text = f"{pending}; {piece}" if pending else piece
        value, comma, kind = text.rpartition(", ")
        if not comma:
            pending = text
            continue
        pending = ""
        country, _, rest = value.partition(", ")
        if rest and _COUNTRY.fullmatch(country):
            found.append((kind, rest, country))
        else:
            found.append((kind, value, None))
    if pending.strip():
        found.append(("identifier", pending, None))
    return found


def printed_address(text: str) -> tuple[str, str | None]:
    """An address of a CSV cell and its country, which stands last as two letters."""
    last = text.rpartition(", ")[2].strip()
    return text, last if _COUNTRY.fullmatch(last) else None
