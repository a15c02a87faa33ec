"""`brightline screen`: messages in, one decision line for each, in input order."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, BinaryIO

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from brightline.batch.stream import Counts
from brightline.cli.beside import BesideFiles, read_beside
from brightline.cli.context import Context, counted
from brightline.cli.decide_all import Run, decide_all
from brightline.cli.files import Input, inputs, whole_file, write_whole
from brightline.cli.home import keep_edition
from brightline.cli.open import open_edition
from brightline.cli.read_columns import read_columns
from brightline.errors import CallError, PathError
from brightline.screen.edition import Edition, age_in_days
from brightline.screen.moments import read_as_of
from brightline.screen.requirements import edition_problems, missing_regimes
from brightline.screen.wire import read_line
from brightline.terms import AsOf, ListVersion

ON_A_LINE = 3  # lists told on one line; more have a line each
ORDER = ("stop", "review", "release", "not-a-payment", "unreadable")
SPOOL = 64 * 2**20


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("screen")(run)


def run(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")],
    as_of: Annotated[str | None, typer.Option(help="The moment of law, with its zone; default: now.")] = None,
    known: Annotated[str | None, typer.Option(help="Use lists published by then; default: the same moment.")] = None,
    policy: Annotated[
        Path | None, typer.Option(help="A policy file or the name of a shipped one; default: shipped.")
    ] = None,
    institution: Annotated[
        Path | None, typer.Option(help="Who asks: a profile file or the name of a shipped one; default: not said.")
    ] = None,
    trade: Annotated[Path | None, typer.Option(help="Papers of the trade, JSON by end-to-end id or UETR.")] = None,
    profiles: Annotated[Path | None, typer.Option(help="Profiles of parties (JSON).")] = None,
    history: Annotated[
        Path | None, typer.Option(help="Earlier payments (JSON lines, CSV, Parquet, decisions).")
    ] = None,
    passports: Annotated[
        Path | None, typer.Option(help="Passports: relationships cleared on documents (JSON).")
    ] = None,
    pairs: Annotated[Path | None, typer.Option(help="Pairs: parties found not to be a listed entry (JSON).")] = None,
    media: Annotated[Path | None, typer.Option(help="Stories of the press: the lines of `brightline media`.")] = None,
    columns: Annotated[Path | None, typer.Option(help="A column map for tables (YAML: ours: theirs).")] = None,
    out: Annotated[Path | None, typer.Option(help="Write decisions here; stdout then stays empty.")] = None,
    report: Annotated[Path | None, typer.Option(help="Write a page for people here (HTML).")] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes; default: one for each core.")] = None,
    trial: Annotated[
        bool,
        typer.Option("--trial", help="Use the few entries that ship, without any list imported: for trying out only."),
    ] = False,
) -> int:
    """Screen payments; each becomes a decision line, a not-a-payment line or a named unreadable line."""
    ours: Context = context.obj
    moments = read_as_of(as_of, known, datetime.now(UTC))
    found = tuple(inputs(paths))
    _check_places(found, out, report)
    chosen = read_columns(columns)
    book = read_beside(BesideFiles(trade, profiles, history, passports, pairs, media))
    edition = open_edition(ours, moments.known, policy, institution, trial=trial)
    warn(ours, edition, moments)
    keep_edition(ours.home, edition)
    plan = Run(edition, moments, chosen, workers or ours.settings.workers or _cores(found), book)
    counts = _write(ours, plan, found, out, report)
    ours.say(summary(counts))
    for unmet in book.unmet(counts.met):
        ours.say(unmet)
    return status_of(counts) or (3 if book.unmet(counts.met) else 0)


def _cores(found: Sequence[Input]) -> int:
    """One worker for each core, but none beyond the first where there is little to do."""
    return (os.cpu_count() or 1) if len(found) > 64 else 1


def _check_places(found: Sequence[Input], out: Path | None, report: Path | None) -> None:
    """An output must have a folder to stand in and must not be one of the inputs."""
    for place in (out, report):
        if place is None:
            continue
        if not place.absolute().parent.is_dir():
            raise PathError(str(place), "no such folder", "an output in a folder that is there")
        if place.is_dir():
            raise PathError(str(place), "a folder", "a file name to write to")
        if place.exists() and any(one.path is not None and _same(one.path, place) for one in found):
            raise CallError(str(place), "one of the files to read", "another file to write to")
    if out is not None and report is not None and out.absolute() == report.absolute():
        raise CallError(str(report), "the same file as --out", "another file for the report")


def _same(one: str, other: Path) -> bool:
    try:
        return other.samefile(one)
    except OSError:
        return False


def _write(ours: Context, plan: Run, found: Sequence[Input], out: Path | None, report: Path | None) -> Counts:
    """Write all lines to `out` or stdout, then the page, made from the lines as written.

    The lines are safe before the page is begun: a page that fails loses no decision.
    """
    with tempfile.SpooledTemporaryFile(SPOOL) as spool:
        counts = Counts()
        with _sink(out) as sink, _progress(ours, len(found)) as done:
            for lines, part in decide_all(plan, found, done):
                sink.write(lines)
                if report is not None:
                    spool.write(lines)
                counts.merge(part)
            sink.flush()
        if report is not None:
            from brightline.report.page import report_page  # here: templates are slow to load and seldom asked for

            spool.seek(0)
            decisions = (read_line(one.decode("utf-8")) for one in spool)
            title = f"Brightline: {sum(counts.by_outcome.values())} messages"
            write_whole(report, report_page(decisions, title=title, notes=notes(plan.edition, plan.as_of)))
    return counts


@contextmanager
def _sink(out: Path | None) -> Iterator[BinaryIO]:
    if out is None:
        yield sys.stdout.buffer
        return
    with whole_file(out) as file:
        yield file


@contextmanager
def _progress(ours: Context, total: int) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal, nothing elsewhere."""
    if not ours.console.is_terminal or total < 2:
        yield lambda files: None
        return
    bar = (TextColumn("screening"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*bar, console=ours.console, transient=True) as progress:
        task = progress.add_task("screening", total=total)
        yield lambda files: progress.advance(task, files)


def warn(ours: Context, edition: Edition, moments: AsOf) -> None:
    """What a person should know about the edition before trusting the answers, on stderr."""
    for note in notes(edition, moments):
        ours.say(note)


def notes(edition: Edition, moments: AsOf) -> tuple[str, ...]:
    """The lists in use with their age, what is missing, and the trial warning."""
    trial = ("TRIAL: the starter edition is for trying out, not for use; no release here is a real one.",)
    missing = ", ".join(missing_regimes(edition))
    return (
        *(trial if edition.trial else ()),
        lists_used(edition, moments.known),
        *((f"Regimes not loaded, so unknown: {missing}",) if missing else ()),
        *(f"Every release becomes a review: {one.lacks}." for one in edition_problems(edition, moments)),
    )


def lists_used(edition: Edition, known: datetime) -> str:
    """The lists that answer, each with its day and its age at `known`."""
    used = [
        f"{one.version.list} of {one.version.published} ({_age(one.version, known)}"
        f"{', an excerpt' if one.version.excerpt and not edition.trial else ''})"
        for one in edition.lists
    ]
    return f"Lists: {', '.join(used)}" if len(used) <= ON_A_LINE else "\n    ".join(("Lists:", *used))


def _age(version: ListVersion, known: datetime) -> str:
    age = age_in_days(version, known)
    return f"{counted(age, 'day', 'days')} old" if age >= 0 else "published later than that"


def summary(counts: Counts) -> str:
    """One sentence with the counts by outcome."""
    total = sum(counts.by_outcome.values())
    told = ", ".join(f"{counts.by_outcome[name]} {name}" for name in ORDER if counts.by_outcome.get(name))
    faults = f"; {counts.problems} could not be decided because of a fault of ours" if counts.problems else ""
    return f"{counted(total, 'message', 'messages')}: {told or 'nothing to read'}{faults}"


def status_of(counts: Counts) -> int:
    """1 after a fault of ours, 3 if something could not be read, else 0."""
    if counts.problems:
        return 1
    return 3 if counts.by_outcome.get("unreadable") else 0
