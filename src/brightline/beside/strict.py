"""Strict reading of what is handed in beside a message: one sentence with file and line for the first thing wrong.

Shapes are pydantic models that forbid keys they do not know; a model is the documentation of its shape.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from brightline.errors import CallError

Shape = TypeVar("Shape")
_MOST_SHOWN = 60
_UNKNOWN_KEY = "extra_forbidden"
_IN_WORDS = {  # kinds of pydantic's errors whose own words are a programmer's
    "missing": "a value",
    "string_type": "a text in quotes",
    "string_too_short": "a text that is not empty",
    "too_short": "at least one",
    "list_type": "a list",
    "dict_type": "an object of keys and values",
    "model_type": "an object of keys and values",
}


class Strict(BaseModel):
    """The shape of something handed in: frozen, no key unknown, no type bent."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


def read_json(text: str, where: str) -> object:
    """A JSON text as plain values; a key that stands twice is refused. Raises CallError with file and line."""
    try:
        return json.loads(text, object_pairs_hook=lambda pairs: _once(pairs, where))
    except json.JSONDecodeError as broken:
        raise CallError(f"{where}: line {broken.lineno}", broken.msg, "JSON") from None
    except RecursionError:
        raise CallError(where, "values nested too deep", "JSON of the documented shape") from None


def _once(pairs: Sequence[tuple[str, object]], where: str) -> dict[str, object]:
    said = dict(pairs)
    if len(said) < len(pairs):
        twice = next(key for place, (key, _) in enumerate(pairs) if key in dict(pairs[:place]))
        raise CallError(where, f"the key {twice!r} twice in one object", "each key once")
    return said


def shaped(adapter: TypeAdapter[Shape], value: object, where: str, text: str | None = None) -> Shape:
    """Plain values in a documented shape. `text`: what they were read from, for the line of what is wrong.

    Raises CallError for the first thing that does not fit.
    """
    try:
        return adapter.validate_python(value)
    except ValidationError as broken:
        first = broken.errors(include_url=False)[0]
        kind, place = first["type"], first["loc"]
        expected = _keys(adapter, place) if kind == _UNKNOWN_KEY else _expected(kind, first["msg"])
        raise CallError(at(where, text, place), _found(kind, first["input"]), expected) from None


def at(where: str, text: str | None, place: Sequence[int | str]) -> str:
    """A place in words: the file, the line where it is known, and the keys that lead there."""
    line = line_of(text, place) if text is not None else None
    return ": ".join([where, *([f"line {line}"] if line else []), *([".".join(map(str, place))] if place else [])])


def _found(kind: str, value: object) -> str:
    if kind == "missing":
        return "nothing"
    if kind == _UNKNOWN_KEY:
        return "a key that is not known"
    told = repr(value)
    return told if len(told) <= _MOST_SHOWN else f"{told[:_MOST_SHOWN]}…"


def _expected(kind: str, message: str) -> str:
    return _IN_WORDS.get(kind) or message.removeprefix("Value error, ").removeprefix("Input should be ")


def _keys(adapter: TypeAdapter[Shape], place: Sequence[int | str]) -> str:
    """The keys there are where one stands that is not known: what the shape says, followed down to that place."""
    whole = adapter.json_schema()
    at_hand = _plain(whole, whole)
    for step in place[:-1]:
        below = at_hand.get("properties", {}).get(step) or at_hand.get("items") or at_hand.get("additionalProperties")
        at_hand = _plain(below, whole) if isinstance(below, dict) else {}
    known = ", ".join(at_hand.get("properties", ()))
    return f"one of {known}" if known else "only the documented keys"


def _plain(schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Mapping[str, Any]:
    """A part of a JSON schema with its reference followed, and without the null that an optional value allows."""
    some = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    if some:
        return _plain(some[0], whole)
    reference = schema.get("$ref", "")
    return whole["$defs"][reference.rpartition("/")[2]] if reference else schema


def line_of(text: str, place: Sequence[int | str]) -> int | None:
    """The line on which a place of a JSON or YAML text stands: read again, with marks, for errors alone."""
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return None
    line = None
    for step in place:
        found = _below(node, step)
        if found is None:
            break
        line, node = found
    return line


def _below(node: yaml.Node | None, step: int | str) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark.line + 1, node.value[step]
    return None
