"""An entry as compact bytes and back: JSON, fields by name, empty ones left out, values in canonical order."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from brightline.terms import Link, ListedEntity, ListedIdentifier, ListedName

_NAME_ORDER = {"primary": 0, "original": 1, "alias": 2, "former": 3, "weak": 4}
_FIELDS = tuple(field.name for field in fields(ListedEntity))
_SORTED = ("programs", "measures", "secondary", "birth_dates", "genders", "countries", "addresses", "urls", "kept")
_AS_TUPLE: dict[str, Callable[[list[Any]], tuple[object, ...]]] = {
    "names": lambda rows: tuple(ListedName(*row) for row in rows),
    "identifiers": lambda rows: tuple(ListedIdentifier(*row) for row in rows),
    "links": lambda rows: tuple(Link(*row) for row in rows),
    "kept": lambda rows: tuple((row[0], row[1]) for row in rows),
}


def canonical(entity: ListedEntity) -> ListedEntity:
    """The same entity with its values in an order that no file decides: primary name first, the rest sorted."""
    changed: dict[str, Any] = {name: tuple(sorted(set(getattr(entity, name)))) for name in _SORTED}
    return replace(
        entity,
        names=tuple(sorted(set(entity.names), key=lambda name: (_NAME_ORDER.get(name.kind, 9), name.value, name.kind))),
        identifiers=tuple(
            sorted(set(entity.identifiers), key=lambda each: (each.scheme, each.value, each.country or ""))
        ),
        links=tuple(sorted(set(entity.links), key=lambda link: (link.kind, link.name, link.entry or ""))),
        **changed,
    )


def _row(value: object) -> object:
    if isinstance(value, ListedName):
        return (value.value, value.kind)
    if isinstance(value, ListedIdentifier):
        return (value.scheme, value.value, value.country)
    if isinstance(value, Link):
        return (value.kind, value.name, value.entry)
    return value


def pack(entity: ListedEntity) -> bytes:
    """The bytes of an entry, equal for equal entries."""
    stored = {}
    for name in _FIELDS:
        value = getattr(entity, name)
        if value:
            stored[name] = [_row(each) for each in value] if isinstance(value, tuple) else value
    return json.dumps(stored, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def unpack(data: bytes) -> ListedEntity:
    """The entry that `pack` made these bytes from."""
    stored: dict[str, Any] = json.loads(data.decode("utf-8", "surrogatepass"))
    values: dict[str, Any] = {
        name: _AS_TUPLE.get(name, tuple)(value) if isinstance(value, list) else value for name, value in stored.items()
    }
    return ListedEntity(**{"names": (), **values})
