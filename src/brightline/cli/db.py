"""`brightline db`: the store's tables, backups, exports, and the erasure of personal data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from brightline.cli.context import Context

app = typer.Typer(name="db", no_args_is_help=True, help="The store: upgrade, backup, restore, export, erase.")
Db = Annotated[str | None, typer.Option(help="sqlite:///FILE or postgresql://…; default: the home's store.")]


@app.callback()
def db_() -> None:
    """The store: upgrade, backup, restore, export, erase."""


@app.command("upgrade")
def upgrade(context: typer.Context, db: Db = None) -> None:
    """Bring a store to this program's tables, or lay them where there are none. Make a backup first."""
    from brightline.cli.store_verbs import upgrade_store

    ours: Context = context.obj
    upgrade_store(ours, db)


@app.command("backup")
def backup(
    context: typer.Context, file: Annotated[Path, typer.Argument(help="A name that is free.")], db: Db = None
) -> None:
    """Write the whole store, as it is at one moment, to one file; the service may go on meanwhile."""
    from brightline.cli.store_verbs import back_up_store

    ours: Context = context.obj
    back_up_store(ours, db, file)


@app.command("restore")
def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="What `db backup` wrote.")],
    db: Db = None,
    replace: Annotated[bool, typer.Option("--replace", help="What the store holds now may go.")] = False,
    key: Annotated[list[Path] | None, typer.Option(help="A public key that may have signed the backup.")] = None,
) -> None:
    """Fill a store from a backup, whole or not at all; its journal is verified before it is kept."""
    from brightline.cli.store_verbs import restore_store

    ours: Context = context.obj
    restore_store(ours, db, file, key or [], replace=replace)


@app.command("export")
def export(
    context: typer.Context,
    out: Annotated[Path, typer.Option(help="Write decisions here, one JSON object a line.")],
    since: Annotated[str | None, typer.Option(help="Decided at this moment or later.")] = None,
    until: Annotated[str | None, typer.Option(help="Decided before this moment.")] = None,
    db: Db = None,
) -> None:
    """The stored decisions as `screen` writes them; `explain` and `replay` read the file."""
    from brightline.cli.store_verbs import export_decisions

    ours: Context = context.obj
    export_decisions(ours, db, since, until, out)


@app.command("erase")
def erase(
    context: typer.Context,
    subject: Annotated[str, typer.Argument(metavar="ID", help="The id of a decision or case.")],
    why: Annotated[str, typer.Option(help="Stays in the journal: name nobody.")],
    db: Db = None,
) -> None:
    """Destroy the keys of one decision, its case and its messages: nobody reads them again; the journal verifies."""
    from brightline.cli.store_verbs import erase_subject

    ours: Context = context.obj
    erase_subject(ours, db, subject, why)


@app.command("retention")
def retention(
    context: typer.Context,
    terms: Annotated[Path | None, typer.Option(help="A file of terms; default: ten years for everything.")] = None,
    erase_now: Annotated[bool, typer.Option("--erase", help="Erase what is due; else it is only listed.")] = False,
    db: Db = None,
) -> None:
    """List what is past its term by outcome and country, or erase it."""
    from brightline.cli.store_verbs import keep_terms

    ours: Context = context.obj
    keep_terms(ours, db, terms, erase_now=erase_now)
