"""`brightline shadow`: our decisions beside the alerts of the filter that is in use, every difference explained."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from brightline.cli.context import Context
from brightline.cli.decisions import decision_texts, read_decision
from brightline.cli.files import read_text
from brightline.errors import CallError
from brightline.screen.plain import Json
from brightline.screen.shadow import Alert, compare

REFERENCES = ("uetr", "end_to_end_id", "message_id")
SAID = ("list", "entry", "name", "reason", "outcome")


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("shadow")(run)


def run(
    context: typer.Context,
    theirs: Annotated[
        Path, typer.Argument(metavar="THEIRS.csv", help="Alerts of the other filter, one a row; columns in the guide.")
    ],
    decisions: Annotated[
        str | None, typer.Argument(metavar="[DECISIONS]", help="What `screen` wrote; default: the store.")
    ] = None,
    db: Annotated[
        str | None, typer.Option(help="sqlite:///FILE or postgresql://…; default: what is in the home.")
    ] = None,
    since: Annotated[str | None, typer.Option(help="Of the store: decided at this moment or later.")] = None,
    until: Annotated[str | None, typer.Option(help="Of the store: decided before this moment.")] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="The folder to write into; default: this one.")
    ] = None,
) -> int:
    """Compare with the alerts of another filter: held by both, by it alone, by us alone, each with the reasons."""
    from brightline.cli.sheet_files import write_sheet
    from brightline.report.shadow import shadow_sheet
    from brightline.report.sheet import sheet_json

    ours: Context = context.obj
    if decisions is not None and (db or since or until):
        raise CallError("DECISIONS", "a file and a store", "one of them", "--db, --since and --until are of the store.")
    alerts = read_alerts(theirs)
    named = decisions or "the store"
    lines = _of_file(decisions) if decisions is not None else _of_store(ours, db, since, until)
    sheet = shadow_sheet(compare(lines, alerts), f"{theirs.name}, {len(alerts):,} alerts", named)
    for what, count in sheet.tables[0].rows:
        ours.say(f"{what}: {count}")
    if ours.as_json:
        ours.put(sheet_json(sheet))
    if out is not None or not ours.as_json:
        write_sheet(ours, sheet, out or Path(), "shadow")
    return 0


def read_alerts(path: Path) -> list[Alert]:
    """The alerts of a CSV file. Raises PathError, or CallError where no column names a payment."""
    reader = csv.DictReader(read_text(path, "a CSV file of alerts").splitlines())
    columns = {str(one).strip().lower(): one for one in reader.fieldnames or ()}
    if not set(columns) & set(REFERENCES):
        told = f"the columns {', '.join(columns) or 'none'}"
        raise CallError(str(path), told[:300], f"one of {', '.join(REFERENCES)}", "Name the payment of each alert.")
    return [
        _alert(number, {name: row.get(one) or "" for name, one in columns.items()}) for number, row in _rows(reader)
    ]


def _rows(reader: csv.DictReader[str]) -> Iterator[tuple[int, dict[str, str]]]:
    for row in reader:
        yield reader.line_num, row


def _alert(number: int, row: dict[str, str]) -> Alert:
    uetr, end_to_end, message = (row.get(name, "").strip() for name in REFERENCES)
    said = "; ".join(f"{name} {value}" for name in SAID if (value := row.get(name, "").strip()))
    return Alert(number, uetr, end_to_end, message, said)


def _of_file(path: str) -> Iterator[Json]:
    for number, text in decision_texts(path):
        yield read_decision(text, path, number)


def _of_store(ours: Context, db: str | None, since: str | None, until: str | None) -> Iterator[Json]:
    from brightline.cases.database import stamp
    from brightline.cases.export import exported_lines
    from brightline.cli.stores import one_store, opened
    from brightline.screen.moments import read_moment
    from brightline.screen.wire import read_line

    first = stamp(read_moment(since, "--since")) if since else ""
    last = stamp(read_moment(until, "--until")) if until else "9"
    with opened(ours, one_store(ours.home, db)) as store, store.read() as conn:
        for line in exported_lines(conn, first, last):
            yield read_line(line.decode())
