"""`brightline demo`: the main job with what ships in the package. No network, no home."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from importlib import resources
from pathlib import Path

import typer

from brightline.batch.stream import Counts
from brightline.cli.context import Context
from brightline.cli.decide_all import Run, decide_all
from brightline.cli.files import Input, write_whole
from brightline.cli.open import open_starter
from brightline.cli.screen import ORDER, notes, summary, warn
from brightline.law.book import read_book
from brightline.report.page import report_page
from brightline.screen.brief import brief
from brightline.screen.edition import make_edition
from brightline.screen.moments import read_as_of, read_moment
from brightline.screen.plain import Json
from brightline.screen.policy import read_policy, shipped_text
from brightline.screen.wire import read_line

AS_OF = "2024-07-03T09:00:00+08:00"
PAGE = Path("brightline-demo.html")


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("demo")(run)


def run(context: typer.Context) -> int:
    """Screen the sample payments against the starter edition; print why; write brightline-demo.html here."""
    ours: Context = context.obj
    book = read_book()
    policy = read_policy(shipped_text(), "shipped policy", book.rule_names)
    edition = make_edition([open_starter()], book, policy, trial=True)
    moments = read_as_of(AS_OF, None, read_moment(AS_OF, "demo"))
    warn(ours, edition, moments)
    counts = Counts()
    with ExitStack() as held:
        plan = Run(edition, moments, None, workers=1)
        lines: list[bytes] = []
        for part, one in decide_all(plan, tuple(_samples(held)), lambda files: None):
            lines += part.splitlines()
            counts.merge(one)
    decisions = [read_line(text.decode("utf-8")) for text in lines]
    _put(ours, decisions)
    write_whole(PAGE, report_page(decisions, title="Brightline: sample payments", notes=notes(edition, moments)))
    ours.say(f"{summary(counts)}. Each with its evidence, arithmetic and law: open {PAGE}")
    return 1 if counts.problems else 0


def _samples(held: ExitStack) -> Iterator[Input]:
    """The sample messages of the package, in byte order of their names."""
    folder = held.enter_context(resources.as_file(resources.files("brightline.cli").joinpath("samples")))
    for path in sorted(folder.iterdir(), key=lambda path: path.name.encode()):
        if path.name != "EXPECTED.yaml":
            yield Input(str(path), path.name)


def _put(ours: Context, decisions: Sequence[Json]) -> None:
    """For programs every decision in input order; for people the gravest first, in a few lines each."""
    if ours.as_json:
        for decision in decisions:
            ours.put(decision)
        return
    for decision in sorted(decisions, key=lambda one: ORDER.index(str(one["outcome"]))):
        ours.print("\n".join(brief(decision)))
