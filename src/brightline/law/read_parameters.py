"""parameters/ and places/: one file per number, set of words or set of places, each dated value with its citation."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from brightline.law.marks import Entry, Value
from brightline.law.shapes import Act, Cite, Dated, Parameter, Span
from brightline.law.spans import join_spans, read_cites, read_span
from brightline.law.vocabulary import UNITS

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
    read = [_read_value(item.entry(), unit, acts) for item in items]
    spans = join_spans([(item, span) for item, (span, _, _, _) in zip(items, read, strict=True)])
    values = tuple(
        Dated(span, words, number, cites) for span, (_, words, number, cites) in zip(spans, read, strict=True)
    )
    return Parameter(name, asks, unit, values)


def _read_value(
    entry: Entry, unit: str, acts: Mapping[str, Act]
) -> tuple[Span, tuple[str, ...], int | None, tuple[Cite, ...]]:
    value = entry.take("value")
    cites = read_cites(entry, acts)
    span = read_span(entry, acts, cites)
    entry.close()
    if unit in ("words", "places"):
        return span, _places(value) if unit == "places" else value.words(), None, cites
    return span, (), _number(value, unit), cites


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
