"""The measured figures of docs/names.md: what stands between two marks is written here, nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bench.table import Row

PAGE = Path(__file__).resolve().parents[2] / "docs" / "names.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


def lines(rows: Iterable[Row]) -> list[str]:
    """The rows as a table of Markdown."""
    return ["| what | measured | target | reached |", "| --- | --- | --- | --- |", *map(_line, rows)]


def _line(row: Row) -> str:
    measured = "skipped" if row.value is None else f"{row.value:,.4g} {row.unit}".strip()
    bound = "at least" if row.least else "at most"
    target = "" if row.target is None else f"{bound} {row.target:,g} {row.unit}".strip()
    return f"| {row.name} | {measured} | {target} | {'' if row.holds == '-' else row.holds.lower()} |"


def write(rows: Iterable[Row]) -> None:
    """Put the figures into the page. Raises ValueError where the page has lost its marks."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, mark, after = rest.partition(END)
    if not mark:
        raise ValueError(f"{PAGE.name} has lost its marks: expected {BEGIN} and {END}")
    PAGE.write_text("\n".join([before + BEGIN, "", *lines(rows), "", END]) + after, encoding="utf-8")
