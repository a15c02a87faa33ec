"""What if: a thin overlay over the episode. Unknown words are refused with their place and the nearest right one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from importlib.resources import files

from brightline.errors import CallError
from brightline.lab.episode.banks import bank_names
from brightline.lab.episode.tables import EVENT_KINDS, Event, Parameter, bank_kinds, events, number, parameters
from brightline.lab.episode.world import BEGINS, MOST_MONTHS, Episode, month_start
from brightline.lab.world import nearest
from brightline.text.marks import Entry, Value, parse_yaml

EVERY = "all"
ONLY_IF_ASKED = ("no-floor",)  # it may close the corridor, which no scenario does unless somebody says so


@dataclass(frozen=True, slots=True)
class Scenario:
    """Changes over a world: settings, those taken `times` what they are (x2), events (None: it did not happen), ways of
    banks, and licences that end."""

    name: str
    told: str
    settings: Mapping[str, float] = field(default_factory=dict)
    times: Mapping[str, float] = field(default_factory=dict)
    events: Mapping[str, Event | None] = field(default_factory=dict)
    ways: Mapping[str, str] = field(default_factory=dict)
    licences_ended: Mapping[str, date] = field(default_factory=dict)
    text: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What a scenario may name beside the words of the tables: ways of screening, and licences of the law book."""

    ways: tuple[str, ...]
    licences: tuple[str, ...]


@lru_cache(maxsize=1)
def shipped_scenarios() -> Mapping[str, str]:
    """Name → text of the scenarios that ship."""
    there = files("brightline.lab.episode").joinpath("scenarios").iterdir()
    texts = {one.name.removesuffix(".yaml"): one.read_text("utf-8") for one in there if one.name.endswith(".yaml")}
    return dict(sorted(texts.items()))


def read_scenario(text: str, where: str, words: Words) -> Scenario:
    """Read a scenario strictly. Raises CallError naming the line, what was found and the nearest right word."""
    entry = parse_yaml(text, where, CallError).entry()
    name, told = entry.take("scenario").text(), entry.take("told").text()
    settings, changed, banks, ended = (_part(entry, key) for key in ("settings", "events", "banks", "licences_ended"))
    _close(entry)
    return Scenario(
        name, told, {key: _setting(key, value) for key, value in settings if not _is_times(value)},
        {key: _times(key, value) for key, value in settings if _is_times(value)},
        {key: _event(key, value) for key, value in changed}, dict(_ways(banks, words)),
        {_licence(key, value, words): _day(value) for key, value in ended}, text,
    )  # fmt: skip


def what_if(world: Episode, scenario: Scenario) -> Episode:
    """The world with a scenario over it; the world itself stays as it is."""
    happened = {**world.events, **scenario.events}
    return replace(
        world, settings={**world.settings, **_settings(world, scenario)},
        events={name: one for name, one in happened.items() if one is not None},
        ways={**world.ways, **scenario.ways}, licences_ended={**world.licences_ended, **scenario.licences_ended},
        scenario=scenario.name,
    )  # fmt: skip


def _settings(world: Episode, scenario: Scenario) -> dict[str, float]:
    """The changed settings; what is multiplied stays within what its kind allows."""
    times = {name: world[name] * factor for name, factor in scenario.times.items()}
    kept = {name: min(value, 1.0) if parameters()[name].kind == "share" else value for name, value in times.items()}
    return {**scenario.settings, **kept}


def _is_times(place: Value) -> bool:
    return not place.is_mapping and not place.is_list and place.text("a number, or times such as x2").startswith("x")


def _times(name: str, place: Value) -> float:
    _known(place, name, "the unknown setting", parameters())
    try:
        factor = float(place.text().removeprefix("x"))
    except ValueError:
        raise place.refuse(repr(place.text()), "times such as x2") from None
    if not 0 <= factor <= 100:
        raise place.refuse(place.text(), "times from x0 to x100")
    return factor


def _part(entry: Entry, key: str) -> Iterable[tuple[str, Value]]:
    place = entry.take_optional(key)
    return place.entry().left.items() if place else ()


def _close(entry: Entry) -> None:
    for name, value in entry.left.items():
        raise value.refuse(
            f"the unknown key {name!r}", f"only {', '.join(entry.known)}", nearest(name, tuple(entry.known))
        )


def _known(place: Value, word: str, what: str, known: Iterable[str]) -> str:
    words = tuple(known)
    if word not in words:
        raise place.refuse(f"{what} {word!r}", f"one of {', '.join(sorted(words))}", nearest(word, words))
    return word


def _setting(name: str, place: Value) -> float:
    one = parameters()[_known(place, name, "the unknown setting", parameters())]
    return checked(one, number(place), place)


def checked(one: Parameter, value: float, place: Value) -> float:
    """A value that a parameter can have, in or out of its plausible range. Raises the refusal of its place."""
    if one.kind == "share" and not 0 <= value <= 1:
        raise place.refuse(f"{value} for {one.name}", "a share from 0 to 1")
    if one.kind != "share" and not 0 < value < 1e6:
        raise place.refuse(f"{value} for {one.name}", "a number above 0")
    return value


def _event(name: str, place: Value) -> Event | None:
    """An event moved or changed, `never` where it did not happen, or a new one with day, kind and kick."""
    was = events().get(name)
    if was is not None and not place.is_mapping and place.text() == "never":
        return None
    entry = place.entry()
    told = {key: entry.take_optional(key) for key in ("date", "kind", "told", "kick", "lasting", "reaches")}
    _close(entry)
    if was is None and not (told["date"] and told["kind"] and told["kick"]):
        known = tuple(events())
        raise place.refuse(f"the unknown event {name!r} without date, kind and kick", f"one of {', '.join(known)}",
                           nearest(name, known))  # fmt: skip
    one = was or Event(name, BEGINS, EVENT_KINDS[0], name, 0.0, (0.0, 0.0), 0.0, (), 0.0, "the caller")
    return replace(one, **_changes(told))  # type: ignore[arg-type]


def _changes(told: Mapping[str, Value | None]) -> dict[str, object]:
    made: dict[str, object] = {}
    if day := told["date"]:
        made["day"] = _day(day)
    if kind := told["kind"]:
        made["kind"] = kind.word(EVENT_KINDS)
    if words := told["told"]:
        made["told"] = words.text()
    for key in ("kick", "lasting"):
        if place := told[key]:
            made[key] = _between(place, *((-2, 5) if key == "kick" else (0, 1)))
    if reaches := told["reaches"]:
        made["reaches"] = tuple(
            _known(one, one.text(), "the unknown kind of bank", bank_kinds()) for one in reaches.items()
        )
    return made


def _between(place: Value, low: float, high: float) -> float:
    value = number(place)
    if not low <= value <= high:
        raise place.refuse(str(value), f"a number from {low} to {high}")
    return value


def _day(place: Value) -> date:
    """A day of the episode."""
    day, last = place.day(), month_start(MOST_MONTHS)
    if not BEGINS <= day < last:
        raise place.refuse(day.isoformat(), f"a day from {BEGINS} to before {last}")
    return day


def _ways(banks: Iterable[tuple[str, Value]], words: Words) -> Iterable[tuple[str, str]]:
    """A bank, a kind of banks or all of them → the way it takes on."""
    kinds, names = tuple(bank_kinds()), bank_names()
    for key, place in banks:
        _known(place, key, "the missing bank", (EVERY, *kinds, *names))
        way = _known(place, place.text(), "the unknown way", words.ways)
        yield from ((name, way) for name in names if key in (EVERY, name, name.rpartition("-")[0]))


def _licence(name: str, place: Value, words: Words) -> str:
    return _known(place, name, "the unknown licence", words.licences)
