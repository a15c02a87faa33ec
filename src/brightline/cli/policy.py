"""`brightline policy`: the policy in force as a file to edit, and a check of an edited one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from brightline.cli.context import Context
from brightline.cli.open import chosen_policy, named_policy
from brightline.law.book import read_book

app = typer.Typer(name="policy", no_args_is_help=True, help="The policy in force, and a check of an edited one.")


@app.command()
def show(
    context: typer.Context,
    name: Annotated[Path | None, typer.Argument(help="A policy file or the name of a shipped one.")] = None,
) -> None:
    """Print the policy in force: the shipped one, the one the settings name, or the one asked for."""
    ours: Context = context.obj
    policy = chosen_policy(ours, name, read_book())
    if ours.as_json:
        ours.put({"policy": policy.name, "version": policy.version, "digest": policy.digest, "text": policy.text})
    else:
        ours.print(policy.text.rstrip("\n"))


@app.command()
def check(context: typer.Context, path: Annotated[Path, typer.Argument(help="The policy file.")]) -> None:
    """Read a policy file as strictly as `screen` does; say what is wrong, or that it holds."""
    ours: Context = context.obj
    policy = named_policy(path, read_book())
    if ours.as_json:
        ours.put({"policy": policy.name, "version": policy.version, "digest": policy.digest})
    else:
        ours.print(f"{path}: policy {policy.name!r}, version {policy.version}, holds")
