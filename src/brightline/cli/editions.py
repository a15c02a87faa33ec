"""`brightline editions list`: the editions decisions were taken with."""

from __future__ import annotations

from typing import Any

import typer

from brightline.cli.context import Context, counted
from brightline.cli.home import kept_editions

app = typer.Typer(name="editions", no_args_is_help=True, help="The editions decisions were taken with.")


@app.callback()
def editions() -> None:
    """The editions decisions were taken with."""


@app.command("list")
def list_them(context: typer.Context) -> None:
    """Each edition by id, with its lists, law, policy and engine."""
    ours: Context = context.obj
    kept = kept_editions(ours.home)
    for one in kept:
        _put(ours, dict(one))
    if not kept and not ours.as_json:
        ours.print(f"no edition yet in {ours.home}: `brightline screen` keeps each one it decides with")


def _put(ours: Context, one: dict[str, Any]) -> None:
    if ours.as_json:
        ours.put(one)
        return
    ours.print(f"{one['id']}  law {one['law'][:12]}  policy {one['policy'][:12]}  engine {one['engine']}")
    for version in one["lists"]:
        entries = counted(version["entries"], "entry", "entries")
        ours.print(f"    {version['list']}@{version['published']}  {entries}  {version['digest'][:12]}")
