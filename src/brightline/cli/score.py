"""`brightline score --pairs`: how alike the two names of each row are. Needs no list."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import Annotated

import typer

from brightline.cli.context import Context
from brightline.cli.files import read_text, write_whole
from brightline.errors import CallError
from brightline.names.pairs import score_pair

NEEDED = ("schema", "name1", "name2")


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("score")(run)


def run(
    context: typer.Context,
    pairs: Annotated[Path, typer.Option(help="CSV with the columns schema,name1,name2 and any others.")],
    out: Annotated[Path | None, typer.Option(help="Write the scored CSV here; default: stdout.")] = None,
) -> int:
    """Add `score` and `match` to each pair; other columns pass through, order kept."""
    ours: Context = context.obj
    text, count = _scored(read_text(pairs, "a CSV of pairs"), pairs)
    if out is None:
        sys.stdout.write(text)
    else:
        write_whole(out, text.encode())
    ours.say(f"{count} pairs scored")
    return 0


def _scored(text: str, path: Path) -> tuple[str, int]:
    rows = csv.DictReader(io.StringIO(text, newline=""))
    try:
        return _with_scores(rows, path)
    except csv.Error as broken:
        raise CallError(f"{path}: line {rows.line_num}", str(broken), "a table in CSV") from None


def _with_scores(rows: csv.DictReader[str], path: Path) -> tuple[str, int]:
    columns = list(rows.fieldnames or ())
    if missing := [name for name in NEEDED if name not in columns]:
        among = ", ".join(columns)[:200]
        raise CallError(f"{path}: header", f"no column {missing[0]!r} among {among}", ", ".join(NEEDED))
    out = io.StringIO(newline="")
    added = [one for one in ("score", "match") if one not in columns]
    writer = csv.DictWriter(out, [*columns, *added], lineterminator="\n")
    writer.writeheader()
    count = 0
    for row in rows:
        if None in row:
            raise CallError(f"{path}: line {rows.line_num}", "more cells than columns", f"{len(columns)} cells")
        scored = score_pair(row["schema"] or "", row["name1"] or "", row["name2"] or "")
        writer.writerow(row | {"score": f"{scored.score:.4f}", "match": "true" if scored.match else "false"})
        count += 1
    return out.getvalue(), count
