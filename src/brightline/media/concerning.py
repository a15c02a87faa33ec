"""Which stories concern a payment: those that name one of its parties, as a body or person and never as a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from brightline.beside.media import media_of
from brightline.beside.strict import read_json
from brightline.errors import CallError
from brightline.names.freeze import build
from brightline.names.index import NameIndex
from brightline.names.scores import SHIPPED_THRESHOLD, weight_of
from brightline.screen.press import as_entity, press_query
from brightline.terms import AsOf, ListedEntity, Payment, Query
from brightline.text.countries import countries_in

Json = Mapping[str, object]

_BODIES = ("person", "organization")
_GRAVE, _DAMAGED = ("critical", "major"), 3  # differences of weight from which a copy counts as damaged
_EXPECTED = "the lines that `brightline media` writes"


@dataclass(frozen=True)
class StoryBook:
    """The stories of a file, each as a decision would keep it, after the day it was first printed ("": not told)."""

    stories: Sequence[tuple[str, Json]]

    def given_for(self, payment: Payment, as_of: AsOf) -> object:
        """The stories that name a party and were printed by the moment of knowledge, with the names that may be meant.

        A name is looked up as lists are, at the shipped threshold.
        """
        found: dict[int, set[int]] = {}
        for story, place in {at for party in payment.parties for at in self._naming(press_query(party))}:
            if self.stories[story][0] <= as_of.known.date().isoformat():
                found.setdefault(story, set()).add(place)
        return [self._kept(story, places) for story, places in sorted(found.items())]

    def _kept(self, story: int, places: set[int]) -> Json:
        told = self.stories[story][1]
        return {**told, "named": [one for at, one in enumerate(_named(told)) if at in places]}

    def _naming(self, query: Query) -> Iterator[tuple[int, int]]:
        if query.name or query.forms:
            index, places = self._index
            yield from (places[found.position] for found in index.find(query, weight_of(SHIPPED_THRESHOLD)))

    @cached_property
    def _index(self) -> tuple[NameIndex, Sequence[tuple[int, int]]]:
        places = [(story, at) for story, (_, told) in enumerate(self.stories) for at in range(len(_named(told)))]
        entities = [_entity(self.stories[story][1], at) for story, at in places]
        return NameIndex.from_bytes(build(entities), entities), places


def _entity(told: Json, at: int) -> ListedEntity:
    countries = told["countries"]
    assert isinstance(countries, list)
    return as_entity(str(_named(told)[at]["name"]), f"{told['story']}.{at}", countries)


def _named(told: Json) -> Sequence[Json]:
    named = told["named"]
    return named if isinstance(named, list) else []


def read_stories(text: str, where: str) -> StoryBook:
    """The stories of the lines of `brightline media`. Raises CallError, with the line, for anything else."""
    days: dict[str, str] = {}
    stories: list[tuple[str, Json]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            place = f"{where}: line {number}"
            told = read_json(line, place)
            try:
                _read(told, place, days, stories)
            except (KeyError, TypeError, AttributeError):
                raise CallError(place, "a line of another shape", _EXPECTED) from None
    return StoryBook(stories)


def _read(told: object, place: str, days: dict[str, str], stories: list[tuple[str, Json]]) -> None:
    if not isinstance(told, dict) or told.get("kind") not in ("article", "story"):
        raise CallError(place, "no article and no story", _EXPECTED)
    if told["kind"] == "article":
        days[told["file"]] = told["published"] or ""
        return
    kept = _condensed(told)
    if kept["named"]:
        media_of([kept], place)
        printed = [day for file in told["articles"] if (day := days.get(file))]
        stories.append((min(printed, default=""), kept))


def _condensed(told: dict[str, list[dict[str, object]]]) -> Json:
    """What a decision keeps of a story: its sources and whom it names, not its wording."""
    faults = Counter(str(one["article"]) for one in told["differences"] if one["severity"] in _GRAVE)
    places = [str(one["name"]) for one in told["mentions"] if one["type"] == "place"]
    return {
        "story": told["id"],
        "title": told["claims"][0]["text"] if told["claims"] else "",
        "independent_sources": told["independent_sources"],
        "because": told["sources_because"],
        "articles": told["articles"],
        "damaged": sorted(file for file, count in faults.items() if count >= _DAMAGED),
        "countries": sorted({code for place in places for code in countries_in(place)}),
        "named": [
            {key: one[key] for key in ("name", "context", "articles")}
            for one in told["mentions"]
            if one["type"] in _BODIES
        ],
    }
