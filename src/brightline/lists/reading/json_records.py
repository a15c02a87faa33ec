"""JSON as registers publish it: one object a line, an array of objects, or one object alone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from brightline.errors import SourceError
from brightline.lists.reading import table
from brightline.lists.source import SourceFile

_ADVICE = "The file is cut or damaged; fetch it again."


class Fields:
    """The fields of one object, read as text, objects or lists whatever the publisher left out."""

    def __init__(self, value: object, where: str) -> None:
        self._value: Mapping[str, Any] = value if isinstance(value, dict) else {}
        self.where = where

    def text(self, *path: str) -> str:
        """The text at the end of a path of keys; empty where there is none. A number as its digits."""
        value: object = self._value
        for key in path:
            value = value.get(key) if isinstance(value, dict) else None
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            return ""
        return " ".join(str(value).split())

    def inner(self, *path: str) -> Fields:
        """The object at the end of a path of keys; one without fields where there is none."""
        value: object = self._value
        for key in path:
            value = value.get(key) if isinstance(value, dict) else None
        return Fields(value, self.where)

    def each(self, key: str) -> list[Fields]:
        """The objects of a list."""
        value = self._value.get(key)
        return [Fields(one, self.where) for one in value] if isinstance(value, list) else []

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of a list."""
        value = self._value.get(key)
        return tuple(str(one) for one in value) if isinstance(value, list) else ()

    def holds(self, key: str) -> bool:
        """Whether there is such a field with anything in it."""
        return self._value.get(key) not in (None, "", [], {})


def records(file: SourceFile, skipped: list[str]) -> Iterator[Fields]:
    """Every object of a file, each with its place; lines that are no JSON object are named in `skipped`.

    Raises SourceError where a file that is not in lines is no JSON.
    """
    text = table.decode(file.data, file.name)
    if _in_lines(text):
        yield from _lines(text, file.name, skipped)
        return
    whole = _parsed(text, file.name)
    for place, one in enumerate(whole if isinstance(whole, list) else [whole], start=1):
        yield Fields(one, f"{file.name} object {place}")


def _in_lines(text: str) -> bool:
    """Whether the first line is an object by itself."""
    first = text.lstrip().split("\n", 1)[0].strip()
    return first.startswith("{") and first.endswith("}") and isinstance(_or_none(first), dict)


def _or_none(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _lines(text: str, name: str, skipped: list[str]) -> Iterator[Fields]:
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        found, where = _or_none(line), f"{name} line {number}"
        if isinstance(found, dict):
            yield Fields(found, where)
        else:
            skipped.append(str(SourceError(where, f"{line[:40]!r}", "one JSON object a line")))


def _parsed(text: str, where: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as wrong:
        raise SourceError(where, f"no JSON ({wrong})", "JSON", _ADVICE) from None
