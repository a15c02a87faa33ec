"""`brightline journal`: verify it, give it to an examiner, check what an examiner was given."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from brightline.cli.context import Context

app = typer.Typer(name="journal", no_args_is_help=True, help="The journal: verify, export, check.")
Db = Annotated[str | None, typer.Option(help="sqlite:///FILE or postgresql://…; default: what is in the home.")]
Out = Annotated[Path | None, typer.Option(help="Write here; default: stdout.")]
Since = Annotated[Path | None, typer.Option(help="A checkpoint kept elsewhere, from which the log must have grown.")]


@app.callback()
def journal() -> None:
    """The journal: verify, export, check."""


@app.command("verify")
def verify(
    context: typer.Context,
    db: Db = None,
    key: Annotated[
        list[Path] | None, typer.Option(help="A public key that may have signed, beside the home's own.")
    ] = None,
    since: Since = None,
) -> int:
    """Check that every line follows and nothing it speaks of was changed; name the first that does not."""
    from brightline.cli.journal_verbs import verify_stores

    ours: Context = context.obj
    return verify_stores(ours, db, key or [], since)


@app.command("export")
def export(
    context: typer.Context,
    about: Annotated[
        str | None, typer.Option(help="The lines about this decision, case or message, with contents and proofs.")
    ] = None,
    since: Since = None,
    db: Db = None,
    out: Out = None,
) -> None:
    """The whole log without contents, or a bundle about one subject, for an examiner."""
    from brightline.cli.journal_verbs import export_journal

    ours: Context = context.obj
    export_journal(ours, db, about, since, out)


@app.command("checkpoint")
def checkpoint(context: typer.Context, db: Db = None, out: Out = None) -> None:
    """The newest signed checkpoint, to be kept elsewhere: `verify --since` proves that the log grew from it."""
    from brightline.cli.journal_verbs import put_checkpoint

    ours: Context = context.obj
    put_checkpoint(ours, db, out)


@app.command("check")
def check(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="What `journal export` wrote.")],
    key: Annotated[list[Path], typer.Option(help="The bank's public key, journal.pub; more than one may be named.")],
) -> int:
    """Check an exported log or bundle with the public key alone: no store, no network."""
    from brightline.cli.journal_verbs import check_export

    ours: Context = context.obj
    return check_export(ours, file, key)
