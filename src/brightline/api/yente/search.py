"""A plain text against the lists: what `GET /search/{dataset}` answers."""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

import pycountry

from brightline.api.yente.entity import entity_id, entity_json, properties_of, seen_dates, topics_of
from brightline.api.yente.match import Scope
from brightline.api.yente.schemas import is_a
from brightline.api.yente.words import WordIndex
from brightline.errors import CallError
from brightline.screen.edition import Edition, OpenList
from brightline.terms import ListedEntity

FacetName = Literal["datasets", "schema", "countries", "names", "identifiers", "topics", "genders"]
DEFAULT_FACETS: tuple[FacetName, ...] = ("countries", "topics", "datasets")
_LABELS = {"datasets": "Data sources", "schema": "Entity types", "countries": "Countries", "topics": "Topics"}
_TOPICS = {"sanction": "Sanctioned entity", "export.control": "Export controlled", "poi": "Person of interest"}
_MOST_VALUES = 100  # of one facet
_LESS_THAN_A_DAY = re.compile(r"\d{4}(-\d{2})?")
_PAIRED = (("(", ")"), ("[", "]"))

Hit = tuple[OpenList, ListedEntity]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is searched for: a text, a schema, where, values of fields, in which order, which page and facets.

    `filters`: of each field one of the values, or every one with `every`.
    """

    text: str
    schema: str
    scope: Scope
    filters: Mapping[str, Sequence[str]] = field(default_factory=dict)
    every: bool = False
    sort: tuple[str, ...] = ()
    facets: tuple[FacetName, ...] = DEFAULT_FACETS
    limit: int = 10
    offset: int = 0


class TextSearch:
    """Text search over one edition. The words of a list are gathered when it is first searched."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._words: dict[str, WordIndex] = {}
        self._gathering = threading.Lock()

    def search(self, wanted: Wanted) -> dict[str, object]:
        """One page of results, with the facets of all of them."""
        hits = _sorted(self._hits(wanted), wanted.sort)
        page = hits[wanted.offset : wanted.offset + wanted.limit]
        return {
            "results": [entity_json(entity, one) for one, entity in page],
            "facets": {name: _facet(name, hits) for name in wanted.facets},
            "total": {"value": len(hits), "relation": "eq"},
            "limit": wanted.limit,
            "offset": wanted.offset,
        }

    def _hits(self, wanted: Wanted) -> list[Hit]:
        return [
            (one, entity)
            for one in self._edition.lists
            if one.version.list in wanted.scope.lists
            for entity in map(one.entities.__getitem__, self._words_of(one).holding(wanted.text))
            if is_a(entity.schema, wanted.schema)
            and all(_has(name, asked, one, entity, wanted.every) for name, asked in wanted.filters.items())
            and wanted.scope.holds(entity, one)
        ]

    def _words_of(self, one: OpenList) -> WordIndex:
        with self._gathering:
            if one.version.list not in self._words:
                self._words[one.version.list] = WordIndex(one)
            return self._words[one.version.list]


def filters_of(written: Sequence[str], also: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Values asked for by field, from `field:value` and from parameters of their own. Raises CallError."""
    found: dict[str, list[str]] = {name: list(values) for name, values in also.items() if values}
    for one in written:
        name, colon, value = one.partition(":")
        if not colon:
            raise CallError("filter", repr(one[:60]), "field:value, such as properties.birthDate:1965")
        found.setdefault(name.removeprefix("properties."), []).append(value)
    return {name: tuple(values) for name, values in found.items()}


def _has(name: str, asked: Sequence[str], one: OpenList, entity: ListedEntity, every: bool) -> bool:
    """Whether an entry has one of the values of a field, or all of them; a year or a month holds its days."""
    held = [value.casefold() for value in _values(name, one, entity)]
    found = (any(_is(value, sought.strip().casefold()) for value in held) for sought in asked)
    return all(found) if every else any(found)


def _is(value: str, asked: str) -> bool:
    return value == asked or (_LESS_THAN_A_DAY.fullmatch(asked) is not None and value.startswith(f"{asked}-"))


def check_syntax(text: str) -> None:
    """Raises CallError where quotes, slashes or brackets of the query language are left open."""
    for sign in ('"', "/"):
        if text.count(sign) % 2:
            raise CallError("q", f"an open {sign}", "a closed one", "Or send simple=true to search the text as it is.")
    for opening, closing in _PAIRED:
        if text.count(opening) != text.count(closing):
            raise CallError("q", f"an open {opening}", f"a {closing}", "Or send simple=true.")


def _sorted(hits: list[Hit], sort: Sequence[str]) -> list[Hit]:
    """By the fields asked for, each `field` or `field:desc`; fields we do not have change nothing."""
    for asked in reversed(sort):
        name, _, order = asked.partition(":")
        if key := _key(name):
            hits = sorted(hits, key=key, reverse=order == "desc")
    return hits


def _key(name: str) -> Callable[[Hit], str] | None:
    if name in ("first_seen", "last_seen", "last_change"):
        return lambda hit: seen_dates(hit[1], hit[0])[name]
    if name in ("caption", "name", "names"):
        return lambda hit: hit[1].names[0].value if hit[1].names else ""
    return (lambda hit: entity_id(hit[1], hit[0].version.list)) if name == "id" else None


def _facet(name: str, hits: Iterable[Hit]) -> Mapping[str, object]:
    counts: Counter[str] = Counter()
    labels: dict[str, str] = {}
    for one, entity in hits:
        counts.update(set(_values(name, one, entity)))
        if name == "datasets":
            labels[one.version.list] = one.version.publisher or one.version.list
    best = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_MOST_VALUES]
    values = [{"name": value, "label": labels.get(value) or _label(name, value), "count": n} for value, n in best]
    return {"label": _LABELS.get(name, name.capitalize()), "values": values}


def _values(name: str, one: OpenList, entity: ListedEntity) -> Sequence[str]:
    """What an entry counts under in a facet, and what a filter compares; any other field is a property."""
    match name:
        case "datasets":
            return (one.version.list,)
        case "schema":
            return (entity.schema,)
        case "countries":
            return [code.lower() for code in entity.countries]
        case "topics":
            return topics_of(entity)
        case "names":
            return [written.value for written in entity.names]
        case "identifiers":
            return [number.value for number in entity.identifiers]
        case "genders":
            return properties_of(entity).get("gender", [])
        case "target":
            return ("true",)
        case _:
            return properties_of(entity).get(name, [])


@lru_cache(maxsize=1024)
def _label(name: str, value: str) -> str:
    if name == "countries":
        found = pycountry.countries.get(alpha_2=value.upper())
        return str(getattr(found, "common_name", found.name)) if found else value
    return _TOPICS.get(value, value)
