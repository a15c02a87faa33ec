"""parameters/ and places/: one file per number, set of words or set of places, each dated value with its citation."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from brightline.law.shapes import Act, Dated, Parameter
from brightline.law.spans import join_spans, read_after_end, read_cites, read_span
from brightline.law.vocabulary import UNITS
from brightline.text.marks import Entry, Value

_PLACE = re.compile(r"[A-Z]{2}")
_GREATEST = {"percent": 100_000, "share": 1_000, "days": 100_000_000}


def read_parameters(files: Sequence[Value], acts: Mapping[str, Act]) -> dict[str, Parameter]:
    """Every parameter by its name. Raises LawError where a file says something we do not understand."""
    parameters: dict[str, Parameter] = {}
    for file in files:
        parameter = _read_parameter(file, acts)
        if parameter.name in parameters:
            raise file.refuse(f"the parameter {parameter.name} a second time", "one file per parameter")
        parameters[parameter.name] = parameter
    return parameters


def _read_parameter(file: Value, acts: Mapping[str, Act]) -> Parameter:
    entry = file.entry()
    name, asks = entry.take("name").text(), entry.take("asks").text()
    unit = entry.take("unit").word(UNITS)
    items = entry.take("values", "A parameter has at least one dated value").items()
    entry.close()
    values = [_read_value(item.entry(), unit, acts) for item in items]
    spans = join_spans([(item, value.span) for item, value in zip(items, values, strict=True)])
    dated = tuple(replace(value, span=span) for value, span in zip(values, spans, strict=True))
    _say_what_follows(items, dated)
    return Parameter(name, asks, unit, dated)


def _read_value(entry: Entry, unit: str, acts: Mapping[str, Act]) -> Dated:
    value = entry.take("value")
    cites = read_cites(entry, acts)
    span = read_span(entry, acts, cites)
    after_end = read_after_end(entry, acts)
    entry.close()
    if unit in ("words", "places"):
        return Dated(span, _places(value) if unit == "places" else value.words(), None, cites, after_end)
    return Dated(span, (), _number(value, unit), cites, after_end)


def _say_what_follows(items: Sequence[Value], values: Sequence[Dated]) -> None:
    """A value that ends says what holds then: the next value, or that nobody knows."""
    for number, (item, value) in enumerate(zip(items, values, strict=True)):
        following = values[number + 1].span.start if number + 1 < len(values) else None
        if value.span.end != following and value.after_end is None:
            told = f"a value that ends on {value.span.told_end} and nothing after it"
            raise item.refuse(told, "the value that follows, or after_end: {answer: unknown, note: ..., cite: ...}")
        if value.span.end == following and value.after_end is not None:
            raise item.refuse("after_end", "none: the value is open, or the next one follows at once")


def _number(value: Value, unit: str) -> int:
    number = value.thousandths()
    if number > _GREATEST[unit]:
        raise value.refuse(value.text(), f"a {unit} from 0 to {_GREATEST[unit] // 1000}")
    return number


def _places(value: Value) -> tuple[str, ...]:
    places = value.words()
    for item in value.items():
        if not _PLACE.fullmatch(item.text()):
            raise item.refuse(repr(item.text()), "a country as two capitals (ISO 3166), such as RU")
    return places
