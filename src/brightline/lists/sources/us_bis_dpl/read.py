"""The Denied Persons List of the Bureau of Industry and Security: tab-separated, quoted, with a header.

The list has no numbers of its own. A party is named by its name and the day its order took effect; rows that differ
only in the address are one party.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from brightline.errors import SourceError
from brightline.lists.draft import Draft, looks_like_a_company
from brightline.lists.reading.days import us_date
from brightline.lists.reading.table import read_rows
from brightline.lists.record import Record
from brightline.lists.source import ReadList, Source, SourceFile

LIST_ID = "us-bis-dpl"
_COLUMNS = (
    "Name",
    "Street_Address",
    "City",
    "State",
    "Country",
    "Postal_Code",
    "Effective_Date",
    "Expiration_Date",
    "Standard_Order",
    "Last_Update",
    "Action",
    "FR_Citation",
)
_KEPT = ("Standard_Order", "Last_Update", "FR_Citation")


def recognise(head: bytes, file_name: str) -> bool:
    """Whether the header names effective and expiration dates, parted by tabs."""
    first = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0]
    return b"\t" in first and b"Effective_Date" in first and b"FR_Citation" in first


def read(files: Sequence[SourceFile]) -> ReadList:
    """The list in one file. Raises SourceError where a column has come or gone, or the file is cut."""
    (file,) = files
    table = read_rows(file, delimiter="\t")
    header = [name.strip() for name in table.rows[0][1]]
    Record(dict.fromkeys(header, ""), f"{file.name} line 1").close(_COLUMNS)
    drafts: dict[str, Draft] = {}
    skipped = list(table.skipped)
    for line, row in table.rows[1:]:
        record = Record(dict(zip(header, row, strict=True)), f"{file.name} line {line}")
        if not _add(drafts, record):
            skipped.append(f"{record.where}: no name")
    if not drafts:
        raise SourceError(file.name, "a header and nothing else", "entries", "Fetch the file anew.")
    entities = tuple(draft.entity() for draft in drafts.values())
    return ReadList(LIST_ID, None, None, entities, skipped=tuple(skipped))


def _add(drafts: dict[str, Draft], record: Record) -> bool:
    name, effective = " ".join(record.take("Name").split()), record.take("Effective_Date").strip()
    parts = [record.take(part).strip() for part in ("Street_Address", "City", "State", "Postal_Code")]
    country, expires, action = (record.take(part).strip() for part in ("Country", "Expiration_Date", "Action"))
    kept = {part: record.take(part).strip() for part in _KEPT}
    record.close()
    if not name:
        return False
    entry = hashlib.sha256(f"{name}\n{effective}".encode()).hexdigest()[:16]
    draft = drafts.setdefault(entry, Draft(LIST_ID, entry, "Company" if looks_like_a_company(name) else "LegalEntity"))
    draft.name(name, "primary")
    draft.measures.append("export-control")
    printed = ", ".join(part for part in (*parts, country) if part)
    if printed:
        draft.addresses.append(printed)
    draft.country(country)
    draft.listed_on, draft.ends_on = us_date(effective), max(draft.ends_on or "", us_date(expires) or "") or None
    if action:
        draft.remarks.append(action)
    for label, value in kept.items():
        draft.keep(label.replace("_", " ").lower(), value)
    if expires and not us_date(expires):
        draft.keep("expiration date", expires)
    return True


SOURCE = Source("us_bis_dpl", recognise, read)
