"""A whole run: one world over several seeds, the what-ifs over it, the other sets that fit, and what moves what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from brightline.lab.episode.scenario import Scenario, what_if
from brightline.lab.episode.tables import Parameter, events, number, parameters
from brightline.lab.episode.targets import NEEDED
from brightline.lab.episode.world import Episode
from brightline.text.marks import parse_yaml

AS_IT_WAS, FIT = "as it was", "fit"
QUIET = "no-threat"  # the scenario that the tests of cause need
MOST_WHAT_IF_SEEDS = 5  # seeds of a what-if; differences are taken seed by seed, so few are enough
FEWER_FIRMS = 1_500  # of the runs of the sensitivity table


@dataclass(frozen=True, slots=True)
class Plan:
    """What is run. `fits`: other sets of settings that meet the bands; `sensitive`: each setting is moved."""

    world: Episode
    seeds: int
    scenarios: tuple[Scenario, ...] = ()
    fits: tuple[Mapping[str, float], ...] = ()
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One run of the plan: what it is for, and its world."""

    label: str
    world: Episode


def tasks(plan: Plan) -> Iterator[Task]:
    """Every run of a plan, always in the same order."""
    seeds = [plan.world.seed + step for step in range(plan.seeds)]
    yield from (Task(AS_IT_WAS, replace(plan.world, seed=seed)) for seed in seeds)
    for scenario in plan.scenarios:
        for seed in seeds[:MOST_WHAT_IF_SEEDS]:
            yield Task(f"what-if {scenario.name}", what_if(replace(plan.world, seed=seed), scenario))
    for place, settings in enumerate(plan.fits):
        yield Task(f"{FIT} {place + 1}", replace(plan.world, settings={**plan.world.settings, **settings}))
    yield from _moved(plan.world) if plan.sensitive else ()


def _moved(world: Episode) -> Iterator[Task]:
    small = replace(world, firms=min(world.firms, FEWER_FIRMS), months=NEEDED)
    yield Task("moved", small)
    for name, one in parameters().items():
        for side, value in (("low", one.low), ("high", one.high)):
            yield Task(f"moved {side} {name}", replace(small, settings={**small.settings, name: value}))
    for name, event in small.events.items():
        for side, kick in zip(("low", "high"), event.span, strict=True):
            if event.span[0] < event.span[1]:
                changed = {**small.events, name: replace(event, kick=kick)}
                yield Task(f"moved {side} event:{name}", replace(small, events=changed))


def shipped_settings() -> dict[str, float]:
    """Every setting as shipped."""
    return {name: one.value for name, one in parameters().items()}


def movable() -> Mapping[str, tuple[float, float, str, str]]:
    """What the sensitivity table moves: name → low, high, source, words."""
    told = {name: (one.low, one.high, one.source, one.told) for name, one in parameters().items()}
    kicks = {f"event:{name}": (*one.span, "assumed", f"kick of: {one.told}") for name, one in events().items()}
    return {**told, **{name: one for name, one in kicks.items() if one[0] < one[1]}}


@lru_cache(maxsize=1)
def shipped_fits() -> tuple[Mapping[str, float], ...]:
    """The sets of fitted settings, beside the shipped one, that meet every band. Raises LawError for a broken file."""
    text = files("brightline.lab.episode").joinpath("fits.yaml").read_text("utf-8")
    place = parse_yaml(text, "lab/episode/fits.yaml")
    known: Mapping[str, Parameter] = parameters()
    made = []
    for one in place.items():
        settings = {name: number(value) for name, value in one.entry().left.items()}
        if wrong := sorted(name for name in settings if name not in known or not known[name].fitted):
            raise one.refuse(f"the setting {wrong[0]!r}", "only settings that say fitted")
        made.append(settings)
    return tuple(made)
