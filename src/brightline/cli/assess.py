"""`brightline assess`: the determination over customers, for periodic review."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from brightline.cli.context import Context, counted
from brightline.cli.customer_rows import customer_rows
from brightline.cli.home import keep_edition
from brightline.cli.open import open_edition
from brightline.cli.screen import warn
from brightline.errors import CallError
from brightline.screen.customers import Assessed, assess, assessed_json
from brightline.screen.moments import read_as_of

UNREADABLE = 3


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("assess")(run)


def run(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(metavar="PARTIES", help="Customers: CSV, JSON lines or Parquet.")],
    as_of: Annotated[str | None, typer.Option(help="The moment of law, with its zone; default: now.")] = None,
    policy: Annotated[Path | None, typer.Option(help="A policy file or the name of a shipped one.")] = None,
    institution: Annotated[Path | None, typer.Option(help="Who asks: a profile file or a shipped one's name.")] = None,
    trial: Annotated[
        bool,
        typer.Option("--trial", help="Use the few entries that ship, without any list imported: for trying out only."),
    ] = False,
) -> int:
    """Assess customers by the same rules as payments: the answer, what to ask for, and the next review."""
    ours: Context = context.obj
    rows = list(customer_rows(path))
    moments = read_as_of(as_of, None, datetime.now(UTC))
    edition = open_edition(ours, moments.known, policy, institution, trial=trial)
    warn(ours, edition, moments)
    keep_edition(ours.home, edition)
    unread = 0
    for where, row in rows:
        if isinstance(row, CallError):
            unread += 1
            _put_unread(ours, where, row)
        else:
            _put(ours, assess(row, edition, moments))
    told = f"; {counted(unread, 'row', 'rows')} could not be read" if unread else ""
    ours.say(f"{counted(len(rows) - unread, 'customer', 'customers')} assessed{told}")
    return UNREADABLE if unread else 0


def _put(ours: Context, assessed: Assessed) -> None:
    if ours.as_json:
        ours.put(assessed_json(assessed))
    else:
        ours.print("\n".join(_lines(assessed)))


def _lines(assessed: Assessed) -> Iterator[str]:
    customer, told = assessed.customer, assessed_json(assessed)
    answer = assessed.decision.determination.answer.value
    country = f" ({customer.country})" if customer.country else ""
    yield f"{answer:12}  {customer.id}  {customer.name}{country}; next review {told['next_review']}"
    yield from (f"    {one}" for one in told["reasons"])  # type: ignore[attr-defined]
    yield from (f"    ask for {one}" for one in assessed.ask)


def _put_unread(ours: Context, where: str, told: CallError) -> None:
    if ours.as_json:
        error = {name: getattr(told, name) for name in ("where", "found", "expected", "advice")}
        ours.put({"id": None, "row": where, "outcome": "unreadable", "error": error})
    else:
        ours.print(f"{'unreadable':12}  {told}")
