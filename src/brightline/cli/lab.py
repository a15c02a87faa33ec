"""`brightline lab`: payments with known truth, and what each way of being careful makes of them."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from brightline.cli.context import Context, counted
from brightline.cli.files import write_whole
from brightline.cli.lab_decider import Decider, compare_folders
from brightline.cli.lab_files import folder_for, open_traffic, world_of, write_traffic
from brightline.cli.lab_run import run
from brightline.cli.open import named_policy, open_edition
from brightline.errors import CallError
from brightline.lab.compare import Compared, told
from brightline.lab.hand_made import hand_made_json
from brightline.lab.messages import FORMATS
from brightline.lab.ways import Way, built_in
from brightline.lab.world import World, make_world, nearest, world_json
from brightline.law.book import read_book
from brightline.report.comparison import comparison_page
from brightline.screen.policy import read_policy, shipped_text

MOST_SEEDS = 100

app = typer.Typer(name="lab", no_args_is_help=True, help="Corridor traffic with known truth; policies side by side.")
app.command()(run)


@app.command()
def generate(
    context: typer.Context,
    seed: Annotated[int, typer.Option(help="The seed: the same one gives the same bytes.")],
    payments: Annotated[int, typer.Option(help="How many payments.")],
    first: Annotated[str, typer.Option("--from", help="The first value day.")],
    last: Annotated[str, typer.Option("--to", help="The last value day.")],
    out: Annotated[Path, typer.Option(help="The folder to write to.")],
    written: Annotated[str, typer.Option("--format", help=", ".join(FORMATS))] = "table",
    settings: Annotated[list[str] | None, typer.Option("--set", help="A setting of the world, name=value.")] = None,
) -> None:
    """Write payments as a bank sees them, the truth apart from them, papers, and the world that regenerates all."""
    ours: Context = context.obj
    if written not in FORMATS:
        raise CallError("--format", repr(written), f"one of {', '.join(FORMATS)}", nearest(written, FORMATS))
    changed = dict(_setting(one) for one in settings or ())
    world = make_world(seed, payments, _day(first, "--from"), _day(last, "--to"), changed)
    linked = write_traffic(folder_for(out), world, written)
    ours.say(f"{counted(payments, 'payment', 'payments')}, {linked} of them linked, in {out}")


def _day(written: str, option: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise CallError(option, repr(written), "a day like 2024-07-03") from None


def _setting(written: str) -> tuple[str, float]:
    name, _, value = written.partition("=")
    try:
        return name.strip(), float(value)
    except ValueError:
        raise CallError("--set", repr(written), "a name and a number, such as hidden_share=0.3") from None


@app.command()
def compare(
    context: typer.Context,
    traffic: Annotated[Path, typer.Option(help="A folder of `lab generate`.")],
    out: Annotated[Path, typer.Option(help="The folder to write comparison.json to.")],
    policies: Annotated[list[Path] | None, typer.Option(help="Policy files to compare as well.")] = None,
    more: Annotated[list[Path] | None, typer.Argument(metavar="[POLICY...]", help="Further policy files.")] = None,
    seeds: Annotated[int, typer.Option(min=1, max=MOST_SEEDS, help="Worlds: the given one and further seeds.")] = 1,
    report: Annotated[Path | None, typer.Option(help="Write a page for people here (HTML).")] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes; default: one for each core.")] = None,
) -> None:
    """Decide the same traffic in every way: what each catches, what it costs, and what it got wrong.

    The home's lists known by the last day are used, else the starter edition. Papers are read by the ways that say so.
    """
    ours: Context = context.obj
    world = world_of(traffic)
    open_traffic(traffic)
    edition = open_edition(ours, datetime.combine(world.last, time.max, UTC), None, trial=True)
    ways = _ways(policies or [], more or [])
    place = folder_for(out)
    with TemporaryDirectory() as spare:
        folders = [traffic, *_further(Path(spare), world, seeds)]
        results, samples = compare_folders(Decider(ways, edition), folders, workers or os.cpu_count() or 1)
    content = {
        "world": json.loads(world_json(world)), "seeds": seeds, **told(results, samples, edition),
        "hand_made": hand_made_json(ways, edition),
    }  # fmt: skip
    write_whole(place / "comparison.json", (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode())
    if report is not None:
        write_whole(report, comparison_page(content))
    _put(ours, results, content)


def _ways(named: Sequence[Path], more: Sequence[Path]) -> tuple[Way, ...]:
    """The built-in ways, then the caller's policies without and with papers."""
    book = read_book()
    shipped = read_policy(shipped_text(), "shipped policy", book.rule_names)
    ways = list(built_in(shipped))
    for path in (*named, *more):
        policy = named_policy(path, book)
        ways.append(
            Way(
                f"{path}",
                f"the policy {policy.name}, with papers, profiles and earlier payments",
                policy=policy,
                papers=True,
            )
        )
    return tuple(ways)


def _further(spare: Path, world: World, seeds: int) -> list[Path]:
    """Folders with the traffic of the next seeds."""
    folders = [folder_for(spare / str(step)) for step in range(1, seeds)]
    for step, folder in enumerate(folders, start=1):
        write_traffic(folder, replace(world, seed=world.seed + step), "table")
    return folders


def _put(ours: Context, results: Sequence[Compared], content: dict[str, object]) -> None:
    if ours.as_json:
        ours.put(content)
        return
    ours.print(f"{'way':<28}{'linked value held':>18}{'harmless at once':>18}{'reviews per 1000':>18}")
    names = ("linked_value_held", "harmless_released_at_once", "reviews_per_thousand")
    for one in results:
        cells = [one.pooled[name] for name in names]
        shown = [f"{cell['value']:.3f}" if cell else "-" for cell in cells]
        ours.print(f"{one.way.name:<28}" + "".join(f"{text:>18}" for text in shown))
