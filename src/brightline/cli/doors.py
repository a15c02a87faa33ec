"""`brightline doors`: the folders, queues and webhooks of config.toml, served beside HTTP over the same store."""

from __future__ import annotations

import base64
import os
import secrets
from dataclasses import asdict
from typing import Annotated

import typer

from brightline.cli.context import Context, counted
from brightline.cli.stores import opened, own_store

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


@app.command("deliveries")
def deliveries(
    context: typer.Context,
    limit: Annotated[int, typer.Option(min=1, help="How many, newest first.")] = 50,
    again: Annotated[bool, typer.Option("--again", help="Have what was given up tried anew first.")] = False,
    db: Db = None,
) -> None:
    """What webhooks were to tell, to whom, and how it stands: delivered, waits, or given up."""
    from brightline.cases.outbox import delivery_log, try_again

    ours: Context = context.obj
    with opened(ours, db or own_store(ours.home), signs=again) as store:
        if again:
            ours.say(f"{counted(try_again(store), 'event', 'events')} tried anew.")
        for one in delivery_log(store, limit):
            if ours.as_json:
                ours.put(asdict(one))
            else:
                last = f", {one.told} ({one.last})" if one.last else ""
                ours.print(
                    f"{one.made}  {one.target}  {one.event}  {one.stands}, {counted(one.tries, 'try', 'tries')}{last}"
                )


@app.command("secret")
def secret(context: typer.Context) -> None:
    """Make a secret for a webhook: put it in a file that only the doors may read, and hand it to the target."""
    ours: Context = context.obj
    ours.print(f"whsec_{base64.b64encode(secrets.token_bytes(32)).decode()}")
