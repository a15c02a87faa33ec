"""`world.json` of a run: everything that makes it again, bit for bit, each number with its range and source."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from importlib.resources import files

from brightline.errors import CallError
from brightline.lab.episode.plan import Plan, shipped_settings
from brightline.lab.episode.rates import Answer, Rates
from brightline.lab.episode.scenario import Words, read_scenario
from brightline.lab.episode.tables import EVENT_KINDS, Event, bank_kinds, parameters
from brightline.lab.episode.world import MOST_MONTHS, Episode
from brightline.lab.world import nearest

FORMAT = "brightline.episode/1"
MOST_SEEDS, MOST_FIRMS = 200, 50_000
_TABLES = ("banks.yaml", "kinds.yaml", "calendar.yaml", "customs.csv", "targets.yaml")
_EXPECTED = "a world.json of `brightline lab run`"


@lru_cache(maxsize=1)
def tables_digest() -> str:
    """The digest of the tables that a world.json does not hold: banks, kinds of orders, calendar, customs, bands."""
    there = files("brightline.lab.episode")
    return hashlib.sha256(b"".join(there.joinpath(name).read_bytes() for name in _TABLES)).hexdigest()


def plan_json(plan: Plan) -> bytes:
    """A plan as a file; reading it back gives an equal plan."""
    world = plan.world
    content = {
        "format": FORMAT, "seed": world.seed, "seeds": plan.seeds, "months": world.months, "firms": world.firms,
        "sensitive": plan.sensitive, "tables": tables_digest(),
        "settings": [
            {"name": name, "value": world[name], "range": [one.low, one.high], "told": one.told,
             "source": one.source if world[name] == one.value else f"set by the caller (shipped: {one.value})"}
            for name, one in parameters().items()
        ],
        "events": [_event_json(one) for one in world.events.values()],
        "scenarios": [one.text for one in plan.scenarios], "fits": [dict(one) for one in plan.fits],
        "engine": {
            "edition": world.rates.edition, "signed": dict(world.rates.signed),
            "answers": [
                {"way": way, "phase": phase, "kind": kind, "released": one.released, "reviewed": one.reviewed,
                 "stopped": one.stopped, "released_signed": one.released_signed, "asked": one.asked}
                for (way, phase, kind), one in world.rates.answers.items()
            ],
        },
    }  # fmt: skip
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _event_json(one: Event) -> dict[str, object]:
    return {
        "name": one.name, "date": one.day.isoformat(), "kind": one.kind, "told": one.told, "kick": one.kick,
        "range": list(one.span), "lasting": one.lasting, "reaches": list(one.reaches), "agents_lost": one.agents_lost,
        "source": one.source,
    }  # fmt: skip


def read_plan(text: str, where: str, licences: Sequence[str]) -> Plan:
    """A plan from its file. Raises CallError where it is none, or was made with other tables."""
    try:
        said = json.loads(text)
        if said["format"] != FORMAT:
            raise ValueError(f"the format {said['format']!r}")
        if said["tables"] != tables_digest():
            raise ValueError("tables of another version of the program")
        rates = _rates(said["engine"])
        words = Words(rates.ways, tuple(licences))
        world = Episode(
            int(said["seed"]), checked_months(int(said["months"])), checked_firms(int(said["firms"])),
            checked_settings({str(one["name"]): float(one["value"]) for one in said["settings"]}, where),
            {one.name: one for one in map(_event, said["events"])}, rates,
        )  # fmt: skip
        return Plan(
            world, checked_seeds(int(said["seeds"])),
            tuple(read_scenario(one, f"{where}, scenario {at + 1}", words) for at, one in enumerate(said["scenarios"])),
            tuple({str(name): float(value) for name, value in one.items()} for one in said["fits"]),
            bool(said["sensitive"]),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError) as broken:
        raise CallError(where, f"{broken}", _EXPECTED) from None


def _rates(said: Mapping[str, object]) -> Rates:
    rows = said["answers"]
    if not isinstance(rows, list) or not isinstance(said["signed"], dict):
        raise TypeError("answers of the engine that are no list")
    answers = {
        (str(one["way"]), str(one["phase"]), str(one["kind"])): Answer(
            float(one["released"]), float(one["reviewed"]), float(one["stopped"]), float(one["released_signed"]),
            int(one["asked"]),
        )
        for one in rows
    }  # fmt: skip
    return Rates(str(said["edition"]), answers, {str(kind): float(share) for kind, share in said["signed"].items()})


def _event(said: Mapping[str, object]) -> Event:
    span, reaches = said["range"], said["reaches"]
    if not isinstance(span, list) or not isinstance(reaches, list):
        raise TypeError("an event without range or reaches")
    kind = str(said["kind"])
    if kind not in EVENT_KINDS or any(one not in bank_kinds() for one in reaches):
        raise ValueError(f"the event {said['name']!r} of a kind or for banks that are not known")
    return Event(
        str(said["name"]), date.fromisoformat(str(said["date"])), kind, str(said["told"]), float(str(said["kick"])),
        (float(span[0]), float(span[1])), float(str(said["lasting"])), tuple(str(one) for one in reaches),
        float(str(said["agents_lost"])), str(said["source"]),
    )  # fmt: skip


def checked_months(months: int) -> int:
    """Months told, 1 to 14. Raises CallError otherwise."""
    return _within("--months", months, 1, MOST_MONTHS)


def checked_seeds(seeds: int) -> int:
    """How many seeds. Raises CallError outside 1 to 200."""
    return _within("--seeds", seeds, 1, MOST_SEEDS)


def checked_firms(firms: int) -> int:
    """How many firms. Raises CallError outside 200 to 50,000; fewer say nothing about sizes."""
    return _within("--firms", firms, 200, MOST_FIRMS)


def _within(option: str, value: int, low: int, high: int) -> int:
    if not low <= value <= high:
        raise CallError(option, str(value), f"a number from {low} to {high}")
    return value


def checked_settings(changed: Mapping[str, float], where: str) -> dict[str, float]:
    """The shipped settings with some changed. Raises CallError for an unknown name or a value that cannot be."""
    known = parameters()
    for name, value in changed.items():
        if name not in known:
            raise CallError(
                where,
                f"the unknown setting {name!r}",
                f"one of {', '.join(sorted(known))}",
                nearest(name, tuple(known)),
            )
        share = known[name].kind == "share"
        if not (0 <= value <= 1 if share else 0 < value < 1e6):
            raise CallError(f"{where}, {name}", str(value), "a share from 0 to 1" if share else "a number above 0")
    return {**shipped_settings(), **changed}
