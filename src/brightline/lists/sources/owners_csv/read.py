"""A plain table of owners. The columns are described in about.yaml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brightline.errors import SourceError
from brightline.lists.reading import table
from brightline.lists.reading.entry import clean
from brightline.lists.reading.naming import list_name
from brightline.lists.reading.nations import nation
from brightline.lists.reading.numbers import written_identifier
from brightline.lists.reading.owners import Owners, in_order, whole_day
from brightline.lists.reading.portions import portion
from brightline.lists.source import ReadList, Source, SourceFile
from brightline.terms import ListedIdentifier, OwnershipNode
from brightline.terms.owned import STAKES
from brightline.text.fold import fold

NEEDED = ("owner", "owned")
SHARES = ("percent", "band", "share")
OPTIONAL = (
    *SHARES, "from", "to", "source", "kind", "owner_id", "owned_id", "owner_country", "owned_country",
    "owner_kind", "owned_kind",
)  # fmt: skip
KINDS = ("company", "person", "state", "arrangement", "unknown")


def recognise(head: bytes, file_name: str) -> bool:
    """A header with an owner and an owned, or with one of them and what looks like the other misspelt."""
    line = table.first_line(head)
    cells = {cell.casefold() for cell in table.columns_of(line, _delimiter(line))}
    others = cells - {*NEEDED, *OPTIONAL}
    found = [name for name in NEEDED if name in cells]
    misspelt = [cell for cell in others if table.nearest(cell, set(NEEDED) - set(found)) is not None]
    beside = cells & {*SHARES, "owner_id", "owned_id", "owner_country", "owned_country"}
    whole = len(found) + len(misspelt) >= len(NEEDED) and bool(found or beside)
    return whole or bool(found and cells & set(SHARES))


def _delimiter(line: str) -> str:
    """What parts the cells of a header: a comma, or a semicolon or tab as spreadsheets write them."""
    return max(",;\t", key=line.count)


def read(files: Sequence[SourceFile]) -> ReadList:
    """Read the table. Raises SourceError for an unknown or missing column; rows that fail are named in `skipped`."""
    owners = Owners()
    skipped: list[str] = []
    for file in files:
        text = table.decode(file.data, file.name)
        lines = table.rows_of(text, file.name, _delimiter(table.first_line(file.data)))
        _, header = next(lines, (0, []))
        header = [cell.strip().casefold() for cell in header]
        table.check_columns(header, NEEDED, OPTIONAL, file.name, table.OURS)
        for line, cells in lines:
            where = f"{file.name} line {line}"
            try:
                _stake(owners, table.row_fields(header, cells, where), where, file.base)
            except SourceError as wrong:
                skipped.append(str(wrong))
    return ReadList(
        list_name(files[0]), None, None, (), tuple(skipped), nodes=owners.nodes, edges=tuple(owners.edges)
    )  # fmt: skip


def _stake(owners: Owners, row: Mapping[str, str], where: str, base: str) -> None:
    kind = clean(row.get("kind")).lower() or "shares"
    if kind not in STAKES:
        raise SourceError(where, f"the kind {kind!r}", f"one of {', '.join(STAKES)}")
    printed = _printed(row, where)
    start, end = whole_day(row.get("from"), "from", where), whole_day(row.get("to"), "to", where)
    in_order(start, end, where)
    held = portion(printed, where)
    owner, owned = (_node(row, side, where) for side in NEEDED)
    source = clean(row.get("source")) or base
    for node in (owner, owned):
        owners.add(node, where)
    owners.holds(owner.id, owned.id, held, kind, start=start, end=end, source=source, printed=printed)


def _printed(row: Mapping[str, str], where: str) -> str:
    said = [text for name in SHARES if (text := clean(row.get(name)))]
    if len(set(said)) > 1:
        raise SourceError(where, f"the shares {' and '.join(map(repr, said))}", "one share in one of its columns")
    return said[0] if said else ""


def _node(row: Mapping[str, str], side: str, where: str) -> OwnershipNode:
    name, given = clean(row[side]), clean(row.get(f"{side}_id"))
    if not name:
        raise SourceError(where, f"an empty {side}", "a name")
    kind = clean(row.get(f"{side}_kind")).lower() or "unknown"
    if kind not in KINDS:
        raise SourceError(where, f"{side}_kind {kind!r}", f"one of {', '.join(KINDS)}")
    country = _country(row, side, where)
    number = written_identifier(given, country)
    return OwnershipNode(_id(given, number) or f"name:{fold(name)}", name, kind, country, (number,) if number else ())


def _id(given: str, number: ListedIdentifier | None) -> str:
    return f"{number.scheme}:{number.value}" if number else given


def _country(row: Mapping[str, str], side: str, where: str) -> str | None:
    written = clean(row.get(f"{side}_country"))
    code = nation(written) if written else None
    if written and code is None:
        raise SourceError(where, f"{side}_country {written!r}", "a country's code or name")
    return code


SOURCE = Source("owners_csv", recognise, read, updates=True)
