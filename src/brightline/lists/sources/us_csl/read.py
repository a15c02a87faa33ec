"""The Consolidated Screening List of trade.gov, as CSV with a header or as JSON `{"results": […]}`.

It joins lists of Treasury, Commerce and State; the list that a row comes from stays with the entry (`source`) and
decides its measure.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from brightline.errors import SourceError
from brightline.lists.reading import table
from brightline.lists.record import Record
from brightline.lists.source import ReadList, Source, SourceFile
from brightline.lists.sources.us_csl.row import LIST_ID, PLAIN, Row, entities, printed_address, printed_ids

_COLUMNS = (
    "_id",
    "source",
    "entity_number",
    "type",
    "programs",
    "name",
    "title",
    "addresses",
    "federal_register_notice",
    "start_date",
    "end_date",
    "standard_order",
    "license_requirement",
    "license_policy",
    "call_sign",
    "vessel_type",
    "gross_tonnage",
    "gross_registered_tonnage",
    "vessel_flag",
    "vessel_owner",
    "remarks",
    "source_list_url",
    "alt_names",
    "citizenships",
    "dates_of_birth",
    "nationalities",
    "places_of_birth",
    "source_information_url",
    "ids",
)
_MOST_UNREADABLE = 100
_ADVICE = "Fetch the file anew; if it is the same, the publisher has changed the format."
_ADDRESS = ("address", "city", "state", "postal_code", "country")
_ID = ("type", "number", "country", "issue_date", "expiration_date")


def recognise(head: bytes, file_name: str) -> bool:
    """Whether the header or the first objects carry the list's own field names."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith((b"{", b"[")):
        return b'"source_list_url"' in head and (b'"alt_names"' in head or b'"federal_register_notice"' in head)
    first = start.split(b"\n", 1)[0]
    return b"source_list_url" in first and b"entity_number" in first and b"," in first


def read(files: Sequence[SourceFile]) -> ReadList:
    """The list in one file. Raises SourceError where it is not whole or a known field has gone."""
    (file,) = files
    if file.data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"{", b"[")):
        rows, unknown = _json_rows(file)
        return ReadList(LIST_ID, None, None, entities(rows), unknown_fields=unknown)
    rows, skipped = _csv_rows(file)
    return ReadList(LIST_ID, None, None, entities(rows), skipped=skipped)


def _csv_rows(file: SourceFile) -> tuple[list[Row], tuple[str, ...]]:
    text = table.decode(file.data, file.name, table.OLDER)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    skipped: list[str] = []
    last: list[str] = []
    try:
        header = next(reader, [])
        Record(dict.fromkeys(header, ""), f"{file.name} line 1").close(_COLUMNS)
        for last in reader:
            where = f"{file.name} line {reader.line_num}"
            if len(last) != len(header):
                skipped.append(f"{where}: {len(last)} columns instead of {len(header)}")
            elif last:
                rows.append(_csv_row(Record(dict(zip(header, last, strict=True)), where)))
    except csv.Error as broken:
        raise SourceError(file.name, f"{broken} in line {reader.line_num}", "a whole table", _ADVICE) from None
    if len(last) != len(header):
        raise SourceError(file.name, "a last row that stops in the middle", "a whole file", _ADVICE)
    if len(skipped) * _MOST_UNREADABLE > len(rows) + len(skipped):
        raise SourceError(file.name, f"{len(skipped)} rows with other columns", f"{len(header)} in each", _ADVICE)
    return rows, tuple(skipped)


def _cell(record: Record, name: str) -> str:
    value = record.take(name).strip()
    return "" if value == '""' else value


def _many(record: Record, name: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _cell(record, name).split("; ") if part.strip())


def _csv_row(record: Record) -> Row:
    number = _cell(record, "entity_number")
    row = Row(
        id=_cell(record, "_id") or number,
        source=_cell(record, "source"),
        type=_cell(record, "type"),
        name=_cell(record, "name"),
        programs=_many(record, "programs"),
        title=_cell(record, "title"),
        addresses=tuple(printed_address(each) for each in _many(record, "addresses")),
        start=_cell(record, "start_date"),
        end=_cell(record, "end_date"),
        remarks=_cell(record, "remarks"),
        names=_many(record, "alt_names"),
        citizenships=_many(record, "citizenships"),
        births=_many(record, "dates_of_birth"),
        nationalities=_many(record, "nationalities"),
        places=_many(record, "places_of_birth"),
        ids=tuple(printed_ids(cell)) if (cell := _cell(record, "ids")) else (),
        urls=tuple(url for name in ("source_list_url", "source_information_url") if (url := _cell(record, name))),
        call_sign=_cell(record, "call_sign"),
        vessel_flag=_cell(record, "vessel_flag"),
        vessel_owner=_cell(record, "vessel_owner"),
        plain={name: _cell(record, name) for name in PLAIN},
    )
    record.close()
    return _checked(row, record.where)


def _checked(row: Row, where: str) -> Row:
    if not row.id or not row.name or not row.source:
        raise SourceError(where, "no id, name or source", "an entry with all three", _ADVICE)
    return row


def _json_rows(file: SourceFile) -> tuple[list[Row], tuple[str, ...]]:
    try:
        whole = json.loads(table.decode(file.data, file.name, table.OLDER))
    except (ValueError, RecursionError) as broken:
        raise SourceError(file.name, f"JSON that is not whole ({broken})", "a whole file", _ADVICE) from None
    results = whole.get("results") if isinstance(whole, dict) else whole
    if not isinstance(results, list):
        raise SourceError(file.name, "no list of results", '{"results": […]}', _ADVICE)
    total = whole.get("total") if isinstance(whole, dict) else None
    if isinstance(total, int) and total != len(results):
        raise SourceError(file.name, f"{len(results)} results", f"{total}, as it says itself", _ADVICE)
    unknown: dict[str, None] = {}
    rows = [_json_row(_Object(each, f"{file.name}: results[{place}]", unknown)) for place, each in enumerate(results)]
    return rows, tuple(sorted(unknown))


class _Object:
    """A JSON object whose values are taken with the type they must have; None counts as absent."""

    def __init__(self, value: Any, where: str, unknown: dict[str, None]) -> None:
        if not isinstance(value, dict):
            raise SourceError(where, type(value).__name__, "an object", _ADVICE)
        self.where, self._left, self._unknown = where, dict(value), unknown

    def text(self, name: str) -> str:
        """A text or number, as text; empty where absent."""
        value = self._left.pop(name, None)
        if isinstance(value, (dict, list)):
            raise SourceError(f"{self.where}.{name}", f"a {type(value).__name__}", "a text", _ADVICE)
        return "" if value is None else " ".join(str(value).split())

    def each(self, name: str) -> list[Any]:
        """A list; empty where absent."""
        value = self._left.pop(name, None)
        if value is not None and not isinstance(value, list):
            raise SourceError(f"{self.where}.{name}", f"a {type(value).__name__}", "a list", _ADVICE)
        return value or []

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts. Raises SourceError where something else stands in it."""
        values = self.each(name)
        if any(isinstance(value, (dict, list)) for value in values):
            raise SourceError(f"{self.where}.{name}", "a structure", "a list of texts", _ADVICE)
        return tuple(str(value).strip() for value in values if value is not None and str(value).strip())

    def objects(self, name: str) -> list[_Object]:
        """A list of objects."""
        return [_Object(each, f"{self.where}.{name}", self._unknown) for each in self.each(name)]

    def rest(self, path: str) -> dict[str, str]:
        """What nobody took, as text; each name is noted once for the whole list."""
        self._unknown.update({f"{path}{name}": None for name in self._left})
        return {name: json.dumps(value, ensure_ascii=False) for name, value in self._left.items() if value is not None}


def _json_row(one: _Object) -> Row:
    number = one.text("entity_number")
    row_id = one.text("id") or one.text("_id") or number
    plain = {name: one.text(name) for name in PLAIN}
    row = Row(
        id=row_id,
        source=one.text("source"),
        type=one.text("type"),
        name=one.text("name"),
        programs=one.texts("programs"),
        title=one.text("title"),
        addresses=tuple(found for each in one.objects("addresses") if (found := _json_address(each))[0]),
        start=one.text("start_date"),
        end=one.text("end_date"),
        remarks=one.text("remarks"),
        names=one.texts("alt_names"),
        citizenships=one.texts("citizenships"),
        births=one.texts("dates_of_birth"),
        nationalities=one.texts("nationalities"),
        places=one.texts("places_of_birth"),
        ids=tuple(_json_id(each) for each in one.objects("ids")),
        urls=tuple(url for name in ("source_list_url", "source_information_url") if (url := one.text(name))),
        call_sign=one.text("call_sign"),
        vessel_flag=one.text("vessel_flag"),
        vessel_owner=one.text("vessel_owner"),
        plain=_with_rest(plain, one),
    )
    return _checked(row, one.where)


def _with_rest(plain: Mapping[str, str], one: _Object) -> Mapping[str, str]:
    for other_name_of_the_id in ("id", "_id"):
        one.text(other_name_of_the_id)
    return {**plain, "country": one.text("country"), **one.rest("")}


def _json_address(address: _Object) -> tuple[str, str | None]:
    parts = {name: address.text(name) for name in _ADDRESS}
    address.rest("addresses.")
    return ", ".join(part for part in parts.values() if part), parts["country"] or None


def _json_id(one: _Object) -> tuple[str, str, str | None]:
    parts = {name: one.text(name) for name in _ID}
    one.rest("ids.")
    return parts["type"] or "identifier", parts["number"], parts["country"] or None


SOURCE = Source("us_csl", recognise, read)
