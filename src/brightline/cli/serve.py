"""`brightline serve`: the HTTP service and the review desk over one store, until it is told to stop."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from brightline.cli.context import Context

HOST, PORT = "127.0.0.1", 8000


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("serve")(run)


def run(
    context: typer.Context,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = HOST,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0: any that is free.")] = PORT,
    db: Annotated[str | None, typer.Option(help="sqlite:///FILE or postgresql://…; default: in the home.")] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes that decide; default: one for each core.")
    ] = None,
    demo: Annotated[
        bool, typer.Option("--demo", help="Invented cases, no key needed; for this machine alone.")
    ] = False,
    media: Annotated[
        Path | None, typer.Option(help="Stories of the press beside every payment: the lines of `brightline media`.")
    ] = None,
) -> int:
    """Answer payments over HTTP and show the review desk, until ctrl-C or SIGTERM."""
    from brightline.cli.service.running import Plan, serve  # here: other verbs need not wait for a web server to load

    ours: Context = context.obj
    count = workers or ours.settings.workers or os.cpu_count() or 1
    serve(ours, Plan(host, port, db or _default_store(ours.home, demo), count, demo, media))
    return 0


def _default_store(home: Path, demo: bool) -> str:
    return f"sqlite:///{(home / ('demo.db' if demo else 'cases.db')).absolute()}"
