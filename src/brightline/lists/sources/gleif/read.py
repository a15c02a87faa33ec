"""Legal entities (level 1) and who consolidates whom (level 2), from tables or the JSON of the API.

The levels are two registers, so that each can be imported in its own time: what both say of one LEI is joined where a
question is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from brightline.errors import SourceError
from brightline.lists.reading import table
from brightline.lists.reading.json_records import Fields, records
from brightline.lists.reading.numbers import scheme_by_digits
from brightline.lists.reading.owners import Owners, in_order, whole_day
from brightline.lists.source import HEAD, ReadList, Source, SourceFile
from brightline.lists.sources.gleif.columns import ENTITY, RELATION, entity_of_row, relation_of_row
from brightline.lists.sources.gleif.records import Entity, Relation, entity_of, relation_of
from brightline.terms import ListedIdentifier, OwnershipNode, Portion
from brightline.terms.owned import ALL

LIST_ID = "gleif"  # level 2: the register that states stakes
ENTITIES_ID = "gleif-entities"  # level 1: who bears a LEI
SOURCE_TOLD = "GLEIF level 2"
_KINDS = {
    "IS_DIRECTLY_CONSOLIDATED_BY": "consolidated",
    "IS_ULTIMATELY_CONSOLIDATED_BY": "consolidated",
    "IS_INTERNATIONAL_BRANCH_OF": "shares",
    "IS_FUND-MANAGED_BY": "influence",
}
_HOLD_NOTHING = frozenset({"IS_SUBFUND_OF", "IS_FEEDER_TO"})
_VOID = frozenset({"ANNULLED", "DUPLICATE", "RETIRED"})


def recognise(head: bytes, file_name: str) -> bool:
    """A golden copy table of either level, or an answer of the API."""
    if _is_json(head):
        return b'"goldenCopy"' in head and (b'"data":' in head or b'"data" :' in head)
    cells = set(table.columns_of(table.first_line(head)))
    return cells >= ENTITY or cells >= RELATION


def by_level(files: Sequence[SourceFile]) -> list[tuple[SourceFile, ...]]:
    """All files of a level are one register."""
    ordered = sorted(files, key=lambda file: file.name)
    levels = [tuple(file for file in ordered if _relates(file) is relates) for relates in (False, True)]
    return [each for each in levels if each]


def _relates(file: SourceFile) -> bool:
    """Whether a file is of level 2."""
    if _is_json(file.data):
        return b'"relationship-records"' in file.data
    return set(table.columns_of(table.first_line(file.data[:HEAD]))) >= RELATION


def _is_json(data: bytes) -> bool:
    return data[:HEAD].lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"[")


def read(files: Sequence[SourceFile]) -> ReadList:
    """Read entities and relationships; what fails is named in `skipped`, a relationship new to us once."""
    owners, skipped, unknown = Owners(), list[str](), dict[str, None]()
    days: set[str] = set()
    relations: dict[Relation, None] = {}
    for file in files:
        for one in _everything(file, skipped, days):
            if isinstance(one, Entity):
                owners.add(_node(one), one.where)
            else:
                relations.setdefault(one)
    for relation in relations:
        try:
            _stake(relation, owners, unknown)
        except SourceError as wrong:
            skipped.append(str(wrong))
    published = max(days, default=None)
    list_id = LIST_ID if any(map(_relates, files)) else ENTITIES_ID
    return ReadList(
        list_id, published, "content" if published else None, (), tuple(skipped), tuple(unknown),
        nodes=owners.nodes, edges=tuple(owners.edges),
    )  # fmt: skip


def _everything(file: SourceFile, skipped: list[str], days: set[str]) -> Iterator[Entity | Relation]:
    if _is_json(file.data):
        for answer in records(file, skipped):
            days.update(day for day in (answer.text("meta", "goldenCopy", "publishDate")[:10],) if day)
            alone = [answer.inner("data")] if answer.text("data", "id") else []
            yield from (_of_api(one) for one in (*answer.each("data"), *alone))
        return
    lines = table.rows_of(table.decode(file.data, file.name), file.name)
    _, header = next(lines, (0, []))
    make = relation_of_row if set(header) >= RELATION else entity_of_row
    for line, cells in lines:
        where = f"{file.name} line {line}"
        try:
            yield make(_row(header, cells, where), where)
        except SourceError as wrong:
            skipped.append(str(wrong))


def _row(header: Sequence[str], cells: Sequence[str], where: str) -> Mapping[str, str]:
    return table.row_fields(header, cells, where)


def _of_api(one: Fields) -> Entity | Relation:
    return relation_of(one) if one.text("type") == "relationship-records" else entity_of(one)


def _node(entity: Entity) -> OwnershipNode:
    numbers = [ListedIdentifier("LEI", entity.lei)]
    if entity.number and entity.country:
        scheme = scheme_by_digits(entity.number) if entity.country in ("RU", "CN") else None
        numbers.append(ListedIdentifier(scheme or "REG", entity.number, entity.country))
    numbers += [ListedIdentifier("BIC", bic) for bic in entity.bics]
    return OwnershipNode(entity.lei, entity.name or entity.lei, "company", entity.country, tuple(numbers))


def _stake(relation: Relation, owners: Owners, unknown: dict[str, None]) -> None:
    if relation.kind in _HOLD_NOTHING or relation.registration in _VOID:
        return
    if relation.status == "INACTIVE" and not relation.end:
        return
    kind = _KINDS.get(relation.kind)
    if kind is None:
        unknown.setdefault(f"relationship {relation.kind}")
        return
    start = whole_day(relation.start, "start", relation.where)
    end = whole_day(relation.end, "end", relation.where)
    in_order(start, end, relation.where)
    for lei in (relation.child, relation.parent):
        if len(lei) != 20:
            raise SourceError(relation.where, f"the node {lei!r}", "a LEI of twenty signs")
        if not owners.knows(lei):
            owners.add(OwnershipNode(lei, lei, "company", None, (ListedIdentifier("LEI", lei),)), relation.where)
    portion = Portion(ALL, ALL) if kind == "shares" else None
    owners.holds(
        relation.parent, relation.child, portion, kind, start=start, end=end, source=SOURCE_TOLD, printed=relation.kind
    )  # fmt: skip


SOURCE = Source("gleif", recognise, read, by_level)
