"""`brightline institution`: the profiles of who asks, and a check of an edited one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from brightline.cli.context import Context
from brightline.cli.open import chosen_institution, named_institution
from brightline.nexus.institution import shipped_names

app = typer.Typer(
    name="institution", no_args_is_help=True, help="Who asks: the profile in force, those that ship, and a check."
)


@app.command("list")
def list_them(context: typer.Context) -> None:
    """The profiles that ship, by name."""
    ours: Context = context.obj
    for name in shipped_names():
        if ours.as_json:
            ours.put({"institution": name})
        else:
            ours.print(name)


@app.command()
def show(
    context: typer.Context,
    name: Annotated[Path | None, typer.Argument(help="A profile file or the name of a shipped one.")] = None,
) -> None:
    """Print a profile as a file to edit: the one in force, or the one asked for."""
    ours: Context = context.obj
    profile = chosen_institution(ours, name)
    if ours.as_json:
        bound = sorted(profile.bound_by)
        ours.put({"institution": profile.name, "country": profile.country, "bound_by": bound, "text": profile.text})
    else:
        ours.print(profile.text.rstrip("\n") or "No profile says who asks; `brightline institution list` names some.")


@app.command()
def check(context: typer.Context, path: Annotated[Path, typer.Argument(help="The profile file.")]) -> None:
    """Read a profile as strictly as `screen` does; say what is wrong, or whose law binds it."""
    ours: Context = context.obj
    profile = named_institution(path)
    bound = ", ".join(sorted(profile.bound_by))
    if ours.as_json:
        ours.put({"institution": profile.name, "country": profile.country, "bound_by": sorted(profile.bound_by)})
    else:
        ours.print(f"{path}: institution {profile.name!r} in {profile.country}, bound by {bound}, holds")
