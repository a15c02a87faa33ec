"""`brightline match`: listed entities whose names are like a name, best first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from brightline.beside.entry_digest import entry_digest
from brightline.cli.context import Context, counted
from brightline.cli.names_file import Misread, read_names
from brightline.cli.open import open_edition
from brightline.cli.screen import lists_used
from brightline.errors import CallError
from brightline.names.pairs import SCHEMAS
from brightline.names.scores import weight_of
from brightline.screen.edition import Edition
from brightline.screen.match import matches
from brightline.screen.read_query import Written, read_query
from brightline.terms import Candidate, Query


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("match")(run)


@dataclass(frozen=True, slots=True)
class How:
    """How far and how to look."""

    threshold: float | None
    limit: int | None
    exhaustive: bool


def run(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="The name to look for.")] = None,
    names: Annotated[
        Path | None, typer.Option(help="A file of names: CSV if it ends in .csv, else one a line.")
    ] = None,
    schema: Annotated[str | None, typer.Option(help=f"One of {', '.join(SCHEMAS)}.")] = None,
    country: Annotated[list[str] | None, typer.Option(help="A country of the bearer; may be repeated.")] = None,
    birth_date: Annotated[str | None, typer.Option(help="1945, 1945-03 or 1945-03-07.")] = None,
    identifier: Annotated[list[str] | None, typer.Option("--id", help="SCHEME:VALUE, such as INN:7707083893.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many; default: all.")] = None,
    threshold: Annotated[
        float | None, typer.Option(min=0.0, max=1.0, help="Lowest score; default: the policy's.")
    ] = None,
    exhaustive: Annotated[
        bool, typer.Option("--exhaustive", help="Compare with every entry, without the index.")
    ] = False,
    trial: Annotated[
        bool,
        typer.Option("--trial", help="Use the few entries that ship, without any list imported: for trying out only."),
    ] = False,
) -> int:
    """Candidates, best first: all that reach the threshold."""
    ours: Context = context.obj
    if (name is None) == (names is None):
        raise CallError("match", "neither NAME nor --names" if name is None else "both NAME and --names", "one of them")
    written = Written(name or "", schema, tuple(country or ()), birth_date, tuple(identifier or ()))
    queries = _asked(written) if names is None else _from_file(names, written)
    edition = open_edition(ours, None, None, trial=trial)
    if edition.trial:
        ours.say("TRIAL: the starter edition is for trying out, not for use.")
    ours.say(lists_used(edition, datetime.now(UTC)))
    for row, query in enumerate(queries, start=1):
        if isinstance(query, Misread):
            _put_misread(ours, row, query)
        else:
            _put(ours, row, query, _found(query, edition, How(threshold, limit, exhaustive)), edition)
    return 3 if any(isinstance(query, Misread) for query in queries) else 0


def _asked(written: Written) -> tuple[Query, ...]:
    if written.schema is not None and written.schema not in SCHEMAS:
        raise CallError("--schema", repr(written.schema), f"one of {', '.join(SCHEMAS)}")
    return (read_query(written, "--"),)


def _from_file(names: Path, beside: Written) -> tuple[Query | Misread, ...]:
    if beside != Written(""):
        found = "--names with --schema, --country, --birth-date or --id"
        raise CallError("match", found, "these as columns of the file", "Name it something.csv.")
    return read_names(names)


def _found(query: Query, edition: Edition, how: How) -> Sequence[Candidate]:
    score = edition.policy.candidate_score if how.threshold is None else how.threshold
    found = matches(query, edition.lists, weight_of(score), exhaustive=how.exhaustive)
    return found if how.limit is None else found[: how.limit]


def _put(ours: Context, row: int, query: Query, found: Sequence[Candidate], edition: Edition) -> None:
    if ours.as_json:
        entities = {one.version.list: one.entities for one in edition.lists}
        told = [_json(one, entry_digest(entities[one.list][one.position])) for one in found]
        ours.put({"row": row, "query": query.name, "candidates": told})
        return
    ours.print(f"{query.name}: {counted(len(found), 'candidate', 'candidates') if found else 'no candidates'}")
    for line in _lines(found):
        ours.print(line)


def _put_misread(ours: Context, row: int, query: Misread) -> None:
    """A row that could not be read, in its place; never the same as one without candidates."""
    told = query.told
    ours.say(f"row {row} not read: {told}")
    if ours.as_json:
        error = {"where": told.where, "found": told.found, "expected": told.expected, "advice": told.advice}
        ours.put({"row": row, "query": query.name, "candidates": [], "error": error})
    else:
        ours.print(f"{query.name}: not read: {told}")


def _json(one: Candidate, digest: str) -> dict[str, object]:
    steps = [{"name": s.name, "ours": s.ours, "theirs": s.theirs, "weight": s.weight} for s in one.steps]
    return {
        "list": one.list,
        "entry": one.entry,
        "name": one.name,
        "schema": one.schema,
        "score": one.score,
        "weight": one.weight,
        "digest": digest,
        "steps": steps,
    }


def _lines(found: Sequence[Candidate]) -> Iterator[str]:
    for one in found:
        yield f"  {one.score:.4f}  {one.name}  [{one.list} {one.entry}, {one.schema}]"
        for step in one.steps:
            compared = f"  {step.ours} | {step.theirs}" if step.ours or step.theirs else ""
            yield f"          {step.weight:+7d}  {step.name}{compared}"
