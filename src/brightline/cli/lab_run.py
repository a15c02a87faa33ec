"""`brightline lab run`: the episode of 2023 and 2024, its what-ifs, and how far it can be trusted."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from brightline.batch.engines.inline import in_order
from brightline.cli.context import Context
from brightline.cli.files import read_text, write_whole
from brightline.cli.lab_files import folder_for
from brightline.cli.open import named_policy, open_edition
from brightline.errors import CallError
from brightline.lab.episode.engine import Outcomes, Question, Sample, decided, measure
from brightline.lab.episode.plan import QUIET, Plan, Task, shipped_fits, tasks
from brightline.lab.episode.plan_file import (
    checked_firms,
    checked_months,
    checked_seeds,
    checked_settings,
    plan_json,
    read_plan,
)
from brightline.lab.episode.results import gather, results
from brightline.lab.episode.scenario import ONLY_IF_ASKED, Scenario, Words, read_scenario, shipped_scenarios
from brightline.lab.episode.tables import events
from brightline.lab.episode.targets import Months
from brightline.lab.episode.told import tell
from brightline.lab.episode.world import MOST_MONTHS, Episode
from brightline.lab.ways import Way, built_in
from brightline.lab.world import nearest
from brightline.law.book import LawBook, read_book
from brightline.report.episode import episode_page
from brightline.report.episode_figures import figures
from brightline.screen.edition import Edition
from brightline.screen.policy import read_policy, shipped_text

FIRMS, EACH = 5_000, 25  # firms of a world; payments of each kind that the engine is asked about
_KNOWN = datetime(2024, 12, 31, 23, 59, 59, tzinfo=UTC)  # lists published later are not used


def run(
    context: typer.Context,
    world: Annotated[Path | None, typer.Option(help="A world.json of an earlier run: the same run again.")] = None,
    scenario: Annotated[
        list[str] | None,
        typer.Option(help="What-ifs: files, or names of shipped ones. Default: those that ship, but no-floor."),
    ] = None,
    seeds: Annotated[int | None, typer.Option(help="How many seeds (default 1).")] = None,
    seed: Annotated[int | None, typer.Option(help="The first seed (default 1).")] = None,
    months: Annotated[int | None, typer.Option(help="Months told, from November 2023 (default 14).")] = None,
    firms: Annotated[int | None, typer.Option(help=f"Importing firms (default {FIRMS}).")] = None,
    settings: Annotated[list[str] | None, typer.Option("--set", help="A setting, name=value.")] = None,
    policies: Annotated[
        list[Path] | None, typer.Option(help="Policy files that banks of a scenario may take on.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="The folder to write to; without it only the summary is printed.")
    ] = None,
    sensitivity: Annotated[
        bool, typer.Option("--sensitivity", help="Move every setting to the ends of its range.")
    ] = False,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes; default: one for each core.")] = None,
) -> None:
    """Let banks, authorities and importers react from November 2023 to December 2024; compare with the customs series.

    Banks screen as the real engine answers for each kind of payment under the home's lists, else the starter edition.
    """
    ours: Context = context.obj
    numbers = _numbers(seeds, seed, months, firms)
    asked = _Asked(
        scenario or [], dict(_setting(one) for one in settings or ()), policies or [], workers or os.cpu_count() or 1
    )
    ready = _again(world, asked) if world else _ready(ours, asked)
    place = folder_for(out) if out else None
    plan = _with(ready if isinstance(ready, Plan) else _measured(ours, ready, asked.workers), numbers)
    plan = replace(plan, sensitive=plan.sensitive or sensitivity)
    content = _run(plan, asked.workers)
    if place:
        _write(ours, place, plan, content)
    _put(ours, content)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the call says beside the numbers of the run."""

    scenarios: Sequence[str]
    settings: Mapping[str, float]
    policies: Sequence[Path]
    workers: int


def _setting(written: str) -> tuple[str, float]:
    name, _, value = written.partition("=")
    try:
        return name.strip(), float(value)
    except ValueError:
        raise CallError("--set", repr(written), "a name and a number, such as penalty=8") from None


def _again(path: Path, asked: _Asked) -> Plan:
    if asked.scenarios or asked.settings or asked.policies:
        raise CallError(
            "--world", "--scenario, --set or --policies beside it", "the world alone: it holds them already"
        )
    return read_plan(read_text(path, "a world.json of `brightline lab run`"), str(path), tuple(read_book().licences))


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The numbers that the call gives; None: as they stand in the world."""

    seeds: int | None
    seed: int | None
    months: int | None
    firms: int | None


def _numbers(seeds: int | None, seed: int | None, months: int | None, firms: int | None) -> _Numbers:
    """The numbers of the call, each checked."""
    for value, check in ((seeds, checked_seeds), (months, checked_months), (firms, checked_firms)):
        if value is not None:
            check(value)
    if seed is not None and seed < 0:
        raise CallError("--seed", str(seed), "a whole number of 0 or more")
    return _Numbers(seeds, seed, months, firms)


def _with(plan: Plan, said: _Numbers) -> Plan:
    world = plan.world
    seed, months, firms = (
        was if now is None else now
        for now, was in ((said.seed, world.seed), (said.months, world.months), (said.firms, world.firms))
    )
    seeds = plan.seeds if said.seeds is None else said.seeds
    return replace(plan, world=replace(world, seed=seed, months=months, firms=firms), seeds=seeds)


@dataclass(frozen=True, slots=True)
class _Ready:
    """A new plan with everything but the engine's answers."""

    question: Question
    settings: Mapping[str, float]
    scenarios: tuple[Scenario, ...]


def _ready(ours: Context, asked: _Asked) -> _Ready:
    """Everything the caller wrote, checked."""
    book = read_book()
    ways = _ways(asked.policies, book)
    words = Words(tuple(way.name for way in ways), tuple(book.licences))
    scenarios = _scenarios(asked.scenarios, words)
    settings = checked_settings(asked.settings, "--set")
    without = sorted({name for one in scenarios for name in one.licences_ended})
    return _Ready(Question(open_edition(ours, _KNOWN, None, trial=True), ways, EACH, without), settings, scenarios)


def _measured(ours: Context, ready: _Ready, workers: int) -> Plan:
    """The plan, with the engine asked."""
    ours.say("asking the engine about payments of every kind")
    rates = measure(ready.question, partial(_decide, workers))
    return Plan(Episode(1, MOST_MONTHS, FIRMS, ready.settings, events(), rates), 1, ready.scenarios, shipped_fits())


def _ways(named: Sequence[Path], book: LawBook) -> tuple[Way, ...]:
    shipped = read_policy(shipped_text(), "shipped policy", book.rule_names)
    return (
        *built_in(shipped),
        *(Way(f"{path}", f"the policy {path}", policy=named_policy(path, book), papers=True) for path in named),
    )


def _scenarios(named: Sequence[str], words: Words) -> tuple[Scenario, ...]:
    """The scenarios asked for, all that ship where none is, and always the one without threats: the tests need it."""
    shipped = shipped_scenarios()
    usual = [name for name in shipped if name not in ONLY_IF_ASKED]
    chosen = list(dict.fromkeys([*(named or usual), QUIET]))
    return tuple(_scenario(one, shipped, words) for one in chosen)


def _scenario(named: str, shipped: Mapping[str, str], words: Words) -> Scenario:
    if named in shipped:
        return read_scenario(shipped[named], f"scenario {named}", words)
    if not Path(named).exists():
        expected = f"a scenario file, or one of {', '.join(shipped)}"
        raise CallError("--scenario", repr(named), expected, nearest(named, tuple(shipped)))
    return read_scenario(read_text(Path(named), "a scenario in YAML"), named, words)


def _decide(workers: int, sample: Sample, ways: Sequence[Way], edition: Edition) -> Outcomes:
    """The payments of a sample decided in parts, one worker each."""
    count = len(sample.payments)
    step = max(1, -(-count // workers))
    parts = [
        replace(sample, payments=sample.payments[at : at + step], kinds=sample.kinds[at : at + step],
                signed=sample.signed[at : at + step])
        for at in range(0, count, step)
    ]  # fmt: skip
    made = in_order(lambda at: decided(parts[at], ways, edition), range(len(parts)), min(workers, len(parts)))
    return [row for part in made for row in part]


def _run(plan: Plan, workers: int) -> dict[str, object]:
    todo = list(tasks(plan))
    made = in_order(_told, todo, min(workers, len(todo)))
    return results(plan, gather([one.label for one in todo], made))


def _told(task: Task) -> Months:
    return tell(task.world)


def _write(ours: Context, place: Path, plan: Plan, content: Mapping[str, object]) -> None:
    write_whole(place / "world.json", plan_json(plan))
    write_whole(place / "episode.json", (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode())
    write_whole(place / "months.csv", _months_table(content))
    drawn = figures(content)
    for name, picture in drawn.items():
        write_whole(place / name, picture)
    if not drawn:
        ours.say("no figures: matplotlib is not installed (pip install 'brightline[lab]')")
    pictures = {name: picture for name, picture in drawn.items() if name.endswith(".svg")}
    write_whole(place / "episode.html", episode_page(content, json.loads(plan_json(plan)), pictures))
    ours.say(f"written to {place}: world.json, episode.json, months.csv, episode.html and {len(drawn)} figures")


def _months_table(content: Mapping[str, object]) -> bytes:
    """A row a month: what customs told, then low, median and high of every measure."""
    told, customs, names = content["months"], content["customs"], content["month"]
    assert isinstance(told, dict) and isinstance(customs, dict) and isinstance(names, list)  # noqa: PT018 — for types
    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\n")
    levels = [(name, level) for name in told for level in told[name]]
    writer.writerow(["month", *(f"customs_{flow}" for flow in customs), *(f"{name}_{level}" for name, level in levels)])
    for at, month in enumerate(names):
        row = [month, *(customs[flow][at] for flow in customs), *(told[name][level][at] for name, level in levels)]
        writer.writerow(["" if one is None else one for one in row])
    return sink.getvalue().encode()


def _put(ours: Context, content: Mapping[str, object]) -> None:
    if ours.as_json:
        ours.put(content)
        return
    bands, later, what_ifs = (content[key] for key in ("bands", "not_fitted", "what_ifs"))
    assert isinstance(bands, list) and isinstance(later, list) and isinstance(what_ifs, list)  # noqa: PT018 — for types
    ours.print(f"{'band':<72}{'from':>8}{'to':>8}{'run':>8}  seeds within")
    for one in bands:
        ours.print(
            f"{one['told']:<72}{one['low']:>8}{one['high']:>8}{one['median']:>8.3f}  {one['met']} of {content['seeds']}"
        )
    for one in later:
        ours.print(
            f"{one['month']}, not fitted: customs {one['customs']:+.1%}, run {one['run']:+.1%}, miss {one['miss']:+.1%}"
        )
    for one in what_ifs:
        exports, returned = one["measures"]["exports"], one["measures"]["returned"]
        change = exports["would_be"] / exports["was"] - 1 if exports["was"] else 0.0
        ours.print(
            f"what if {one['name']}: exports {change:+.1%}, returned {returned['was']:.0%} → {returned['would_be']:.0%}"
        )
