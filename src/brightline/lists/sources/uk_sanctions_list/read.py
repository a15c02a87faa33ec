"""The UK Sanctions List, as XML or as CSV; both give the same list."""

from __future__ import annotations

from collections.abc import Sequence

from brightline.errors import SourceError
from brightline.lists.reading import xml
from brightline.lists.reading.table import columns_of
from brightline.lists.source import ReadList, Source, SourceFile
from brightline.lists.sources.uk_sanctions_list import as_csv, as_xml
from brightline.lists.sources.uk_sanctions_list.entity import LIST_ID, Designation, entity_of
from brightline.terms import ListedEntity


def recognise(head: bytes, file_name: str) -> bool:
    """XML with the root Designations, or a table with the UK's columns below its report date."""
    if xml.is_markup(head):
        return xml.root_name(head) == "Designations"
    lines = head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").splitlines()[:3]
    return any({"Unique ID", "OFSI Group ID"} & set(columns_of(line)) for line in lines) or (
        bool(lines) and lines[0].strip().strip('"').lower().startswith("report date")
    )


def read(files: Sequence[SourceFile]) -> ReadList:
    """Read the list. Raises SourceError for a file that is not one; designations that fail are named in `skipped`."""
    entities: list[ListedEntity] = []
    skipped: list[str] = []
    unknown: dict[str, None] = {}
    published: str | None = None
    for file in files:
        form = as_xml.designations if xml.is_markup(file.data[:200]) else as_csv.designations
        found, day = form(file, skipped, unknown)
        published = max(filter(None, (published, day)), default=None)
        entities.extend(_entities(found, skipped))
    return ReadList(
        LIST_ID, published, "content" if published else None, tuple(entities), tuple(skipped), tuple(unknown)
    )


def _entities(found: Sequence[Designation], skipped: list[str]) -> list[ListedEntity]:
    entities: list[ListedEntity] = []
    for told in found:
        try:
            entities.append(entity_of(told))
        except SourceError as wrong:
            skipped.append(str(wrong))
    return entities


SOURCE = Source("uk_sanctions_list", recognise, read)
