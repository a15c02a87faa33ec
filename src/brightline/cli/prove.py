"""`brightline prove`: that listed names are found, canaries stop, and where the line lies; with a model card."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from brightline.cli.context import Context


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("prove")(run)


def run(
    context: typer.Context,
    url: Annotated[
        str | None, typer.Option(help="A running service to ask over HTTP; default: the engine in this process.")
    ] = None,
    key: Annotated[
        str, typer.Option(metavar="KEY", envvar="BRIGHTLINE_KEY", help="A key of the service with the scope match.")
    ] = "",
    db: Annotated[
        str | None, typer.Option(help="sqlite:///FILE or postgresql://…; default: what is in the home.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="The folder to write into; default: this one.")
    ] = None,
    one_in: Annotated[int, typer.Option(min=1, help="Ask for one in so many entries, drawn by their ids.")] = 1,
    newest: Annotated[int, typer.Option(min=1, help="Stored payments looked up again for the line.")] = 500,
    samples: Annotated[int, typer.Option(min=2, help="Payments nearest to the line to show.")] = 40,
    owner: Annotated[str, typer.Option(help="Who answers for the model; stands on the card.")] = "",
    trial: Annotated[
        bool, typer.Option("--trial", help="With the starter edition while no public list is there.")
    ] = False,
) -> int:
    """Ask every list for its own names and numbers, fly canaries, show the line; 1 where something did not hold."""
    from brightline.cli.prove_verb import Wish, prove

    ours: Context = context.obj
    return prove(ours, Wish(url, key, db, out, one_in, newest, samples, owner, trial))
