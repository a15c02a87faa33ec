"""`brightline doors`: the folders, queues and webhooks of config.toml, served beside HTTP over the same store."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from brightline.cli.context import Context
from brightline.cli.stores import own_store

app = typer.Typer(name="doors", no_args_is_help=True, help="Watched folders, queues and webhooks.")
Db = Annotated[str | None, typer.Option(help="sqlite:///FILE or postgresql://…; default: the home's own store.")]


@app.callback()
def doors_() -> None:
    """Watched folders, queues and webhooks."""


@app.command("run")
def run(
    context: typer.Context,
    once: Annotated[bool, typer.Option("--once", help="Take what waits now, deliver what is due, and end.")] = False,
    db: Db = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes that decide; default: one for each core.")
    ] = None,
) -> int:
    """Serve every door of config.toml until ctrl-C or SIGTERM; 3 where something could not be read."""
    from brightline.cli.service.doors import run_doors  # here: other verbs need not wait for it to load

    ours: Context = context.obj
    count = workers or ours.settings.workers or os.cpu_count() or 1
    return run_doors(ours, db or own_store(ours.home), count, once=once)
