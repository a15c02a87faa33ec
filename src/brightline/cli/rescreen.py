"""`brightline rescreen`: a whole book of parties against the lists, in parts, so that a stop costs little."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from brightline.batch.rescreen import Finder
from brightline.cli.announce import announce_rescreen
from brightline.cli.book_files import BookFile, Shard, Told, book_files, shards
from brightline.cli.book_index import BookIndex, make_index, open_index
from brightline.cli.context import Context, counted
from brightline.cli.open import open_edition
from brightline.cli.rescreen_out import check_out, put_out, put_unread, write_out, write_unread
from brightline.cli.rescreen_parts import Part, Parts
from brightline.cli.rescreen_progress import Progress
from brightline.cli.rescreen_run import Carrier, answered, inline
from brightline.cli.rescreen_since import change_since, touched_parts
from brightline.cli.screen import lists_used
from brightline.errors import CallError
from brightline.names.scores import weight_of
from brightline.screen.edition import Edition

NAMED = 10  # rows that could not be read, named on stderr where a file names them all


class Engine(StrEnum):
    """What carries the rows."""

    INLINE = "inline"
    SPARK = "spark"


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("rescreen")(run)


@dataclass(frozen=True, slots=True)
class Task:
    """What one call was asked to do."""

    files: tuple[BookFile, ...]
    edition: Edition
    engine: Engine
    asked_workers: int | None

    @property
    def workers(self) -> int:
        """How many processes of this machine."""
        return self.asked_workers or os.cpu_count() or 1

    @property
    def threshold(self) -> int:
        """The least weight of a candidate."""
        return weight_of(self.edition.policy.candidate_score)

    @property
    def key(self) -> str:
        """Everything but the rows that decides about the answer."""
        return f"{self.edition.note.id} {self.threshold}"


def run(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="PARTIES", help="Parties in CSV or Parquet, or a folder of them.")],
    engine: Annotated[Engine, typer.Option(help="What carries the rows; spark needs `make spark`.")] = Engine.INLINE,
    out: Annotated[
        Path | None, typer.Option(help="Write candidates here: .csv, .csv.gz, .parquet or a folder; else stdout.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="LIST@DATE", help="Only entries that came or changed since this version.")
    ] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes; default: one for each core.")] = None,
    trial: Annotated[
        bool,
        typer.Option("--trial", help="Use the few entries that ship, without any list imported: for trying out only."),
    ] = False,
) -> int:
    """Compare every party of a book with the lists; one line a candidate, by party, score and entry."""
    ours: Context = context.obj
    files = book_files(path)
    if out is not None:
        check_out(out)
        _check_apart(out, files)
    edition = open_edition(ours, None, None, trial=trial)
    if edition.trial:
        ours.say("TRIAL: the starter edition is for trying out, not for use.")
    ours.say(lists_used(edition, datetime.now(UTC)))
    task = Task(files, edition, engine, workers or ours.settings.workers)
    with _parts(out, task.key) as parts:
        done = _go_through(ours, task, parts) if since is None else _since(ours, task, parts, since)
        _deliver(ours, out, done)
    ours.say(_summary(done))
    announce_rescreen(ours, edition.note.id, _sums(done))
    return 1 if any(part.faults for part in done) else 3 if any(part.unread for part in done) else 0


def _check_apart(out: Path, files: tuple[BookFile, ...]) -> None:
    for one in files:
        if out.exists() and (out.samefile(one.path) or out.resolve() in one.path.resolve().parents):
            raise CallError(str(out), "a part of the book to read", "another place to write to")


@contextmanager
def _parts(out: Path | None, key: str) -> Iterator[Parts]:
    """Parts beside the output, kept until that is whole; without an output for this call alone."""
    if out is None:
        with tempfile.TemporaryDirectory(prefix="brightline-") as folder:
            yield Parts(Path(folder), key)
        return
    parts = Parts(out.absolute().parent / f".{out.name}.rescreen", key)
    try:
        yield parts
    except BaseException:
        parts.clear_if_empty()
        raise
    parts.clear()


def _go_through(ours: Context, task: Task, parts: Parts) -> list[Part]:
    told, done = Told({}), []
    progress = Progress(ours)
    try:
        with _carrier(ours, task) as carry:
            for part, shard, held in answered(_told_once(ours, task, told), parts, carry):
                done.append(part)
                progress.tell(part, shard, held=held)
    except KeyboardInterrupt:
        ours.say(
            f"{counted(sum(part.rows for part in done), 'row', 'rows')} are done; the same call goes on from there."
        )
        raise
    return done


def _carrier(ours: Context, task: Task) -> AbstractContextManager[Carrier]:
    if task.engine is Engine.SPARK:
        from brightline.cli.rescreen_spark import spark

        return spark(ours.home, task.edition, task.threshold, task.asked_workers)
    return nullcontext(inline(Finder(task.edition.lists, task.threshold), task.workers))


def _since(ours: Context, task: Task, parts: Parts, since: str) -> list[Part]:
    """The same for entries that came or changed; the index of the book is made where it is not there."""
    change = change_since(ours.home, since, task.edition)
    told = f"{change.version} since {change.since}: {change.added} added, {change.changed} changed"
    ours.say(f"{told}, {len(change.gone)} gone{_named(change.gone)}")
    if not change.entries.entities:
        return []
    index = open_index(ours.home, task.files) or _indexed(ours, task)
    return list(touched_parts(index, change, parts, task.threshold, task.workers))


def _indexed(ours: Context, task: Task) -> BookIndex:
    ours.say("The index of this book is made now; it is kept for the next change.")
    progress = Progress(ours)
    source = _told_once(ours, task, Told({}))
    return make_index(ours.home, task.files, source, task.workers, progress.indexed)


def _named(gone: Sequence[str]) -> str:
    more = f" and {len(gone) - NAMED} more" if len(gone) > NAMED else ""
    return f" ({', '.join(gone[:NAMED])}{more})" if gone else ""


def _told_once(ours: Context, task: Task, told: Told) -> Iterator[Shard]:
    """The shards; columns that no search uses are named when first seen."""
    named: set[str] = set()
    for shard in shards(task.files, told):
        if new := [name for name in told.unused if name not in named]:
            named.update(new)
            ours.say(f"Columns not used: {', '.join(new)[:300]}")
        yield shard


def _deliver(ours: Context, out: Path | None, done: list[Part]) -> None:
    if out is None:
        put_out(ours, done)
        put_unread(ours, done, None)
        return
    write_out(out, done)
    beside = out.absolute().parent / f"{out.name}.unread.csv"
    write_unread(beside, done)
    put_unread(ours, done, NAMED)
    if (unread := sum(part.unread for part in done)) > NAMED:
        ours.say(f"… and {unread - NAMED} more; all are named in {beside}")


def _sums(done: list[Part]) -> tuple[int, int, int, int]:
    """Rows, candidates, rows that could not be read, and those of them that are a fault of ours."""
    rows, hits, unread, faults = (
        sum(getattr(part, name) for part in done) for name in ("rows", "hits", "unread", "faults")
    )
    return rows, hits, unread, faults


def _summary(done: list[Part]) -> str:
    rows, hits, unread, faults = _sums(done)
    told = f"{counted(rows, 'party', 'parties')} rescreened: {counted(hits, 'candidate', 'candidates')}"
    told += f"; {counted(unread, 'row', 'rows')} could not be read" if unread else ""
    return told + (f", {faults} of them because of a fault of ours" if faults else "")
