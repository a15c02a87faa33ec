"""`brightline lists`: fetch, import, show and compare publishers' lists."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, cast

import typer

from brightline.cli.context import Context, counted
from brightline.cli.fetch.fetch_lists import fetch_lists
from brightline.cli.home import stored_lists
from brightline.cli.import_lists import import_lists
from brightline.cli.list_versions import about_list, entry_words, named_version, open_frozen, row_of
from brightline.cli.lists_after import after
from brightline.cli.stored_owners import open_owners
from brightline.lists.diff import Change, Difference, diff
from brightline.lists.edition import FrozenList
from brightline.lists.gather import Wanted
from brightline.ownership.grains import told
from brightline.ownership.graph import OwnerGraph

app = typer.Typer(name="lists", no_args_is_help=True, help="Publishers' lists: fetch, import, show, compare.")


@app.callback()
def lists() -> None:
    """Publishers' lists: fetch, import, show, compare."""


@app.command("import")
def import_them(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files or folders; formats are recognised.")],
    list_id: Annotated[
        str | None, typer.Option("--list", help="The list's id, where the format carries anybody's.")
    ] = None,
    published: Annotated[str | None, typer.Option(help="When it was published, if the file does not say.")] = None,
    excerpt: Annotated[
        bool, typer.Option("--excerpt", help="A part on purpose: no minimum; the edition says so.")
    ] = False,
    update: Annotated[
        bool, typer.Option("--update", help="Changes to a register of owners: they replace what it said of a company.")
    ] = False,
) -> int:
    """Import lists; each is taken whole or not at all, and a bad one never replaces a good one."""
    ours: Context = context.obj
    return import_lists(ours, paths, Wanted(list_id, published, excerpt), update=update)


@app.command("fetch")
def fetch_them(
    context: typer.Context,
    wanted: Annotated[list[str] | None, typer.Argument(metavar="[ID...]", help="Lists by id; all where none.")] = None,
    mirror: Annotated[
        str | None, typer.Option("--from", metavar="URL", help="A mirror: each file is asked for as URL/NAME.")
    ] = None,
) -> int:
    """Fetch lists from their publishers; only what changed comes, and a bad one never replaces a good one."""
    ours: Context = context.obj
    return fetch_lists(ours, wanted or (), mirror)


@app.command()
def show(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="[LIST[@DATE]]", help="One list or version.")] = None,
) -> None:
    """What is loaded, how old, from where; or one version in detail."""
    ours: Context = context.obj
    if name is not None:
        _put_detail(ours, about_list(named_version(ours.home, name)))
        return
    stored = stored_lists(ours.home)
    now = datetime.now(UTC)
    for one in stored:
        row = row_of(one, now)
        if ours.as_json:
            ours.put(row)
        else:
            ours.print(_line(row))
    if not stored and not ours.as_json:
        ours.print(f"no list in {ours.home}: `brightline lists import FILE`")


def _line(row: dict[str, object]) -> str:
    marks = [word for word in ("excerpt", "private") if row[word]]
    marks += ["replaced by a later import"] if not row["current"] else []
    told = f"; {', '.join(marks)}" if marks else ""
    words = entry_words(register=row["regime"] == "ownership", stakes=bool(row["stakes"]))
    entries = counted(cast("int", row["entries"]), *words)
    age = counted(cast("int", row["age_days"]), "day", "days")
    return (
        f"{row['list']}@{row['published']}  {entries}, {age} old "
        f"(date from {row['published_from']}), {row['publisher']}, digest {str(row['digest'])[:12]}{told}"
    )


def _put_detail(ours: Context, detail: dict[str, object]) -> None:
    if ours.as_json:
        ours.put(detail)
        return
    for key, value in detail.items():
        if isinstance(value, dict):
            value = ", ".join(f"{name} {count}" for name, count in value.items()) or "none"
        elif isinstance(value, list):
            value = "; ".join(str(one) for one in value) or "none"
        ours.print(f"{key.replace('_', ' ')}: {value}")


@app.command("diff")
def diff_them(
    context: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help="LIST@DATE.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="LIST@DATE.")],
) -> None:
    """Who was added and removed, and what changed in those that stayed."""
    ours: Context = context.obj
    versions = [named_version(ours.home, name) for name in (old, new)]
    if all(one.version.stakes for one in versions):
        _put_owners(ours, *(open_owners(one).graph for one in versions))
    before, after = (open_frozen(one) for one in versions)
    difference = diff(before, after)
    if not any(one.version.names_parties for one in versions):
        return
    if ours.as_json:
        _json(ours, difference, before, after)
    else:
        _words(ours, difference, before, after)


@app.command("after")
def after_them(
    context: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help="LIST@DATE, as it was.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="LIST@DATE, as it is.")],
    db: Annotated[str | None, typer.Option(help="The store; default: the one in the home.")] = None,
    parties: Annotated[Path | None, typer.Option(help="Customers too: a CSV, JSON lines or Parquet file.")] = None,
    as_of: Annotated[str | None, typer.Option(help="The moment to decide at, with its zone; default: now.")] = None,
) -> int:
    """The morning after: stored payments, customers, pairs and passports that a change touches, taken up as cases."""
    return after(context.obj, old, new, db, parties, as_of)


def _put_owners(ours: Context, before: OwnerGraph, after: OwnerGraph) -> None:
    """The stakes that went and those that came; one whose share changed is both."""
    was, now = set(before.all_edges()), set(after.all_edges())
    for change, graph, edges in (("removed", before, was - now), ("added", after, now - was)):
        for edge in sorted(edges, key=str):
            owner, owned = (graph.name(graph.place(one) or 0) for one in (edge.owner, edge.owned))
            if ours.as_json:
                ours.put({"change": change, "stake": dict(zip(edge._fields, edge, strict=True)), "owner": owner})
            else:
                ours.print(f"{change:8} {owner} -> {owned}: {told(edge.portion)} {edge.kind} [{edge.source}]")
    if not ours.as_json:
        ours.print(f"{len(now - was)} stakes added, {len(was - now)} removed")


def _name(frozen: FrozenList, entry: str) -> str:
    place = frozen.find_entry(entry)
    return frozen[place].names[0].value if place is not None and frozen[place].names else ""


def _json(ours: Context, difference: Difference, before: FrozenList, after: FrozenList) -> None:
    for entry in difference.removed:
        ours.put({"change": "removed", "entry": entry, "name": _name(before, entry)})
    for one in difference.changed:
        ours.put(
            {"change": "changed", "entry": one.entry, "field": one.field, "old": list(one.old), "new": list(one.new)}
        )
    for entry in difference.added:
        ours.put({"change": "added", "entry": entry, "name": _name(after, entry)})


def _words(ours: Context, difference: Difference, before: FrozenList, after: FrozenList) -> None:
    for entry in difference.removed:
        ours.print(f"removed  {entry}  {_name(before, entry)}")
    for one in difference.changed:
        ours.print(f"changed  {one.entry}  {_name(after, one.entry)}: {_change(one)}")
    for entry in difference.added:
        ours.print(f"added    {entry}  {_name(after, entry)}")
    touched = len({one.entry for one in difference.changed})
    ours.print(f"{len(difference.added)} added, {len(difference.removed)} removed, {touched} changed")


def _change(one: Change) -> str:
    gone = f" no longer {'; '.join(one.old)}" if one.old else ""
    come = f" now {'; '.join(one.new)}" if one.new else ""
    return f"{one.field}{gone}{',' if gone and come else ''}{come}" if gone or come else f"{one.field} in another order"
