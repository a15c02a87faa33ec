"""Lines of FollowTheMoney JSON: read strictly as JSON, tolerant of a text where a list of texts is due."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from brightline.errors import SourceError
from brightline.lists.reading import table
from brightline.lists.source import SourceFile

# Keys of a line beside its properties; those we do not use are passed over on purpose.
_KEYS = frozenset(
    {
        *("id", "caption", "schema", "properties", "referents", "datasets", "target", "origin", "profile_id"),
        *("first_seen", "last_seen", "last_change", "mutable", "role_id", "version"),
    }
)


@dataclass(slots=True)
class Node:
    """One entity of the file. `texts` are its properties' values, `held` the entities nested in them."""

    id: str
    schema: str
    where: str
    target: bool = True
    caption: str = ""
    texts: dict[str, list[str]] = field(default_factory=dict)
    held: dict[str, list[Node]] = field(default_factory=dict)
    datasets: list[str] = field(default_factory=list)
    seen: str = ""

    def get(self, *names: str) -> list[str]:
        """The values of these properties, in order."""
        return [text for name in names for text in self.texts.get(name, [])]


@dataclass(slots=True)
class Lines:
    """What the files hold: entities by id, ids that a delta removed, whether there was a full export at all."""

    nodes: dict[str, Node] = field(default_factory=dict)
    removed: list[str] = field(default_factory=list)
    full: bool = False
    delta: bool = False
    last_seen: str = ""


def read_lines(files: Iterable[SourceFile], skipped: list[str], unknown: dict[str, None]) -> Lines:
    """All lines of the files, full exports before deltas, deltas by name. Lines that fail are named in `skipped`."""
    lines = Lines()
    for file in sorted(files, key=lambda each: ("delta" in each.base, each.name)):
        for number, text in enumerate(table.decode(file.data, file.name).split("\n"), 1):
            if not text.strip():
                continue
            where = f"{file.name} line {number}"
            try:
                _one_line(lines, _object(text, where), where, unknown)
            except SourceError as wrong:
                skipped.append(str(wrong))
    return lines


def _object(text: str, where: str) -> dict[str, object]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as wrong:
        advice = "The file is cut or damaged; fetch it again."
        raise SourceError(where, f"no JSON ({wrong})", "one JSON object a line", advice) from wrong
    if not isinstance(found, dict):
        raise SourceError(where, f"a JSON {type(found).__name__}", "one JSON object a line")
    return found


def _one_line(lines: Lines, found: dict[str, object], where: str, unknown: dict[str, None]) -> None:
    operation = found.get("op")
    if operation is None:
        lines.full = True
        node = _node(found, where, unknown)
        lines.nodes[node.id] = node
        lines.last_seen = max(lines.last_seen, node.seen)
        return
    lines.delta = True
    entity = found.get("entity")
    if not isinstance(entity, dict) or operation not in ("ADD", "MOD", "DEL"):
        raise SourceError(where, f"op {operation!r}", "ADD, MOD or DEL with an entity")
    if operation == "DEL":
        lines.nodes.pop(_text(entity.get("id")), None)
        lines.removed.append(_text(entity.get("id")))
        return
    node = _node(entity, where, unknown)
    lines.nodes[node.id] = node


def _node(found: dict[str, object], where: str, unknown: dict[str, None]) -> Node:
    identity, schema, properties = found.get("id"), found.get("schema"), found.get("properties")
    if not isinstance(identity, str) or not identity:
        raise SourceError(where, f"id {identity!r}", "an id in letters")
    if not isinstance(schema, str):
        raise SourceError(where, f"schema {schema!r}", "the name of a schema")
    if not isinstance(properties, dict):
        raise SourceError(where, f"properties {type(properties).__name__}", "an object of properties")
    node = Node(identity, schema, where)
    node.target = found.get("target") is not False
    node.caption = _text(found.get("caption"))
    node.seen = _text(found.get("last_seen"))
    node.datasets = [text for each in _list(found.get("datasets")) if (text := _text(each))]
    for key in found:
        if key not in _KEYS:
            unknown.setdefault(key)
    for name, value in properties.items():
        _property(node, str(name), value, where, unknown)
    return node


def _property(node: Node, name: str, value: object, where: str, unknown: dict[str, None]) -> None:
    name = name.rpartition(":")[2]
    for each in _list(value):
        if isinstance(each, dict) and isinstance(each.get("properties"), dict):
            node.held.setdefault(name, []).append(_node(each, where, unknown))
        elif isinstance(each, dict | list):
            unknown.setdefault(f"{node.schema}:{name} (an object)")
            node.texts.setdefault(name, []).append(json.dumps(each, ensure_ascii=False, sort_keys=True))
        elif text := _text(each):
            node.texts.setdefault(name, []).append(text)


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: object) -> str:
    if isinstance(value, bool) or value is None:
        return ""
    return value if isinstance(value, str) else str(value) if isinstance(value, int | float) else ""


def nested(node: Node) -> Iterator[tuple[str, Node]]:
    """The entities nested in a node, with the property that holds them."""
    for name, nodes in node.held.items():
        for each in nodes:
            yield name, each
