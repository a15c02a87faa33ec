"""FollowTheMoney entities: targets become entries, what speaks of them is joined to them, ownerships are stakes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from brightline.errors import SourceError
from brightline.lists.reading import xml
from brightline.lists.reading.days import one_day
from brightline.lists.reading.entry import Entry
from brightline.lists.reading.measures import measures_of
from brightline.lists.reading.naming import dataset_name, list_name
from brightline.lists.source import ReadList, Source, SourceFile
from brightline.lists.sources.ftm.lines import Lines, Node, nested, read_lines
from brightline.lists.sources.ftm.numbers import numbers_of
from brightline.lists.sources.ftm.properties import (
    COUNTRIES,
    KEPT,
    KINDS,
    NAMES,
    NUMBERS,
    PLAIN,
    SCHEMAS,
    TIES,
    TOPICS,
    UNTOLD,
)
from brightline.lists.sources.ftm.stakes import owners_of
from brightline.terms import ListedEntity


def recognise(head: bytes, file_name: str) -> bool:
    """Lines of JSON objects with schema and properties, or with op and entity."""
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    line = first.split(b"\n", 1)[0]
    is_delta = b'"op"' in line and b'"entity"' in line
    return (
        first[:1] == b"{" and not xml.is_markup(head) and b'"schema"' in line and (b'"properties"' in line or is_delta)
    )


def read(files: Sequence[SourceFile]) -> ReadList:
    """Read the entities. Raises SourceError for files without one; lines that fail are named in `skipped`."""
    skipped: list[str] = []
    unknown: dict[str, None] = {}
    lines = read_lines(files, skipped, unknown)
    list_id = _list_id(lines, files)
    ties = _ties(lines)
    entities: list[ListedEntity] = []
    for node in lines.nodes.values():
        if not (node.schema in SCHEMAS and node.target):
            continue
        try:
            entities.append(_entity(list_id, node, lines, ties.get(node.id, []), unknown))
        except SourceError as wrong:
            skipped.append(str(wrong))
    if not lines.nodes and not lines.removed and not skipped:
        raise SourceError(files[0].name, "no entity", "FollowTheMoney entities")
    owners = owners_of(lines, list_id, skipped)
    return ReadList(
        list_id,
        None,
        None,
        tuple(entities),
        tuple(skipped),
        tuple(unknown),
        excerpt_hint=lines.delta and not lines.full,
        notes=_notes(lines),
        nodes=owners.nodes,
        edges=tuple(owners.edges),
    )


def _list_id(lines: Lines, files: Sequence[SourceFile]) -> str:
    """The one data set of all entities, else the name of the first file in order."""
    datasets = {dataset for node in lines.nodes.values() for dataset in node.datasets}
    by_file = list_name(min(files, key=lambda file: ("delta" in file.base, file.name)))
    return dataset_name(next(iter(datasets)), by_file) if len(datasets) == 1 else by_file


def _notes(lines: Lines) -> tuple[str, ...]:
    others: dict[str, int] = {}
    for node in lines.nodes.values():
        if node.schema in SCHEMAS and not node.target:
            others[node.schema] = others.get(node.schema, 0) + 1
    told = [
        f"{number} {schema} that are no targets are read as ties, not as entries" for schema, number in others.items()
    ]
    if lines.delta and not lines.full:
        told.append("a delta: only what was added or changed, not the whole list")
    if lines.removed:
        told.append(f"a delta removes {len(lines.removed)}: {', '.join(sorted(lines.removed)[:20])}")
    return tuple(told)


def _ties(lines: Lines) -> dict[str, list[Node]]:
    """The entities that speak of others, by the id of each they speak of."""
    found: dict[str, list[Node]] = {}
    for node in lines.nodes.values():
        for name in TIES.get(node.schema, ()):
            for other in node.get(name):
                found.setdefault(other, []).append(node)
    return found


def _entity(list_id: str, node: Node, lines: Lines, ties: Sequence[Node], unknown: dict[str, None]) -> ListedEntity:
    entry = Entry(list_id, node.id, SCHEMAS[node.schema], node.where)
    _names(entry, node)
    _values(entry, node)
    _topics(entry, node)
    for each in ties:
        _join(entry, each, node.id, lines)
    for name, each in nested(node):
        _join_nested(entry, name, each, node.id, lines)
    for reference in node.get("addressEntity"):
        if reference in lines.nodes:
            _address(entry, lines.nodes[reference])
    _keep(entry, node, unknown)
    entity = entry.done()
    return entity if entity.measures else replace(entity, measures=("other",))


def _names(entry: Entry, node: Node) -> None:
    names = node.get("name")
    entry.name(node.caption if node.caption in names or not names else names[0], "primary")
    for prop, kind in NAMES.items():
        for name in node.get(prop):
            entry.name(name, kind)


def _values(entry: Entry, node: Node) -> None:
    entry.identifiers(numbers_of(node))
    for prop, field in PLAIN.items():
        entry.add(field, *node.get(prop))
    for country in node.get(*COUNTRIES):
        entry.countries(country)
    for birth in node.get("birthDate"):
        entry.born(birth)
    for gender in node.get("gender"):
        entry.gender(gender)
    for address in node.get("address", "full"):
        entry.address(address)
    if node.schema not in entry.schema:
        entry.keep("schema", node.schema)
    entry.keep("datasets", ";".join(node.datasets))


def _topics(entry: Entry, node: Node) -> None:
    for topic in node.get("topics"):
        entry.add("measures", TOPICS.get(topic))


def _join(entry: Entry, tie: Node, own_id: str, lines: Lines) -> None:
    """What an entity that speaks of this one says of it."""
    if tie.schema == "Sanction":
        _sanction(entry, tie)
    elif tie.schema in ("Identification", "Passport"):
        _document(entry, tie)
    else:
        for name in TIES[tie.schema]:
            if (tie.schema, name) not in UNTOLD:
                _others(entry, tie, name, own_id, lines)


def _others(entry: Entry, tie: Node, name: str, own_id: str, lines: Lines) -> None:
    """Those whom a property of a tie names, beside the entry itself."""
    for other in tie.get(name):
        if other != own_id:
            known = lines.nodes.get(other)
            _link(entry, tie.schema, name, known.caption if known else other, other)
    for held in tie.held.get(name, []):
        if held.id != own_id:
            _link(entry, tie.schema, name, held.caption, held.id)


def _join_nested(entry: Entry, name: str, node: Node, own_id: str, lines: Lines) -> None:
    if node.schema == "Address":
        _address(entry, node)
    elif node.schema in TIES:
        _join(entry, node, own_id, lines)
    else:
        entry.link(name, node.caption or node.id, node.id)


def _link(entry: Entry, schema: str, name: str, caption: str, other: str) -> None:
    entry.link(KINDS.get((schema, name), schema.lower()), caption or other, other)


def _sanction(entry: Entry, sanction: Node) -> None:
    entry.add("programs", *sanction.get("program", "programId"))
    entry.add("remarks", *sanction.get("reason", "summary"))
    entry.add("urls", *sanction.get("sourceUrl", "programUrl"))
    provisions = sanction.get("provisions")
    entry.add("measures", *(measures_of(provisions) if provisions else ()))
    began = [day for text in sanction.get("listingDate", "startDate") if (day := one_day(text))]
    entry.listed_on = min(filter(None, (entry.listed_on, *began)), default=None)
    ended = [day for text in sanction.get("endDate") if (day := one_day(text))]
    entry.ends_on = max(filter(None, (entry.ends_on, *ended)), default=None)
    for prop in ("authority", "authorityId", "unscId", "status", "duration"):
        for value in sanction.get(prop):
            entry.keep(f"Sanction:{prop}", value)


def _document(entry: Entry, document: Node) -> None:
    kind = " ".join([document.schema, *document.get("type", "summary")]).lower()
    scheme = "PASSPORT" if "passport" in kind else "NATIONAL-ID"
    country = next(iter(document.get("country")), "").upper() or None
    for number in document.get("number", "passportNumber"):
        entry.identifier(scheme, number, country)


def _address(entry: Entry, address: Node) -> None:
    parts = address.get("street", "street2", "postalCode", "city", "state", "region")
    for full in address.get("full") or [", ".join(parts)]:
        entry.add("addresses", full)
    for country in address.get("country"):
        entry.countries(country)


def _keep(entry: Entry, node: Node, unknown: dict[str, None]) -> None:
    read_here = {*NAMES, *NUMBERS, *PLAIN, *COUNTRIES, "birthDate", "gender", "address", "full", "addressEntity"}
    for prop, values in node.texts.items():
        if prop in read_here:
            continue
        if prop not in KEPT:
            unknown.setdefault(f"{node.schema}:{prop}")
        for value in values:
            entry.keep(prop, value)


SOURCE = Source("ftm", recognise, read)
