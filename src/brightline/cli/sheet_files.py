"""Writing a report of figures into a folder: the page, the same printed, and its data."""

from __future__ import annotations

import json
from pathlib import Path

from brightline.cli.context import Context
from brightline.cli.files import write_whole
from brightline.cli.service.printing import chromium_printer
from brightline.errors import PathError
from brightline.report.sheet import Sheet, sheet_json, table_csv
from brightline.report.sheet_page import sheet_page


def write_sheet(ours: Context, sheet: Sheet, out: Path, stem: str) -> None:
    """`STEM.html`, `STEM.pdf` where Chromium is there to print, `STEM.json`, and a CSV for each table.

    Raises PathError where the folder cannot be made.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as broken:
        raise PathError(str(out), broken.strerror or "no folder", "a folder we may write into") from None
    page = sheet_page(sheet)
    write_whole(out / f"{stem}.html", page)
    write_whole(out / f"{stem}.json", json.dumps(sheet_json(sheet), ensure_ascii=False, indent=1).encode() + b"\n")
    for table in sheet.tables:
        write_whole(out / f"{stem}-{table.name}.csv", table_csv(table))
    printed = _print(out / f"{stem}.pdf", page)
    ours.say(f"{out / stem}.html, .json and {len(sheet.tables)} CSV files{' and .pdf' if printed else ''} written")
    if not printed:
        ours.say("No PDF: there is no Chromium on this machine to print with. The page prints from any browser.")


def _print(file: Path, page: bytes) -> bool:
    printer = chromium_printer()
    if printer is None:
        return False
    try:
        write_whole(file, printer(page))
    finally:
        printer.close()
    return True
