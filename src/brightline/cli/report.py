"""`brightline report`: the report of a month, for whoever answers for the desk."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Annotated

import typer

from brightline.cli.context import Context


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("report")(run)


def run(
    context: typer.Context,
    month: Annotated[str, typer.Option(help="The month, like 2024-07; one that still runs is told as it stands.")],
    db: Annotated[
        str | None, typer.Option(help="sqlite:///FILE or postgresql://…; default: what is in the home.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="The folder to write into; default: this one.")
    ] = None,
) -> int:
    """What a month was: ageing, overdue, overrides, pairs and passports, exposure, reports due, release rates."""
    from brightline.cases.actors import AUDITOR, Actor
    from brightline.cases.month.report import month_report
    from brightline.cases.month.span import read_month
    from brightline.cli.sheet_files import write_sheet
    from brightline.cli.stores import one_store, opened
    from brightline.report.sheet import sheet_json

    ours: Context = context.obj
    reader = Actor(f"cli:{getpass.getuser()}", getpass.getuser(), AUDITOR, "cli")
    with opened(ours, one_store(ours.home, db)) as store:
        sheet = month_report(store, reader, read_month(month, store.now()))
    if ours.as_json:
        ours.put(sheet_json(sheet))
    if out is not None or not ours.as_json:
        write_sheet(ours, sheet, out or Path(), f"report-{month}")
    return 0
