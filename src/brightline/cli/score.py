"""`brightline score --pairs`: how alike the two names of each row are. Needs no list."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import Annotated

import typer

from brightline.cli.context import Context
from brightline.cli.files import write_whole
from brightline.cli.names_file import read_text_file
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
    text, count = _scored(read_text_file(pairs, "a CSV of pairs"), pairs)
    if out is None:
        sys.stdout.write(text)
    else:
        write_whole(out, text.encode())
    ours.say(f"{count} pairs scored")
    return 0


def _scored(text: str, path: Path) -> tuple[str, int]:
    rows = csv.DictReader(io.StringIO(text, newline=""), restkey=None)
    columns = list(rows.fieldnames or ())
    if missing := [name for name in NEEDED if name not in columns]:
        raise CallError(f"{path}: header", f"no column {missing[0]!r} among {columns}", ", ".join(NEEDED))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(
        out, [*columns, *(one for one in ("score", "match") if one not in columns)], lineterminator="\n"
    )
    writer.writeheader()
    count = 0
    for row in rows:
        if None in row:
            raise CallError(f"{path}: line {rows.line_num}", "more cells than columns", f"{len(columns)} cells")
        scored = score_pair(row["schema"] or "", row["name1"] or "", row["name2"] or "")
        writer.writerow(row | {"score": f"{scored.score:.4f}", "match": "true" if scored.match else "false"})
        count += 1
    return out.getvalue(), count
