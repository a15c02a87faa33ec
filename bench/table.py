"""Rows of measured figures: printed as a table beside their targets and the last committed run, kept as JSON."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

LAST = Path(__file__).resolve().parent / "last.json"


@dataclass(frozen=True, slots=True)
class Row:
    """One figure beside its target and something else measured in the same run.

    `least`: the target is a floor (a rate), else a ceiling (seconds). `ratio`: our time by the other's.
    """

    name: str
    value: float | None  # None: not measured, `why` says why
    unit: str
    target: float | None = None
    least: bool = True
    against: str = ""
    ratio: float | None = None
    why: str = ""

    @property
    def holds(self) -> str:
        """Whether the target is reached."""
        if self.value is None or self.target is None:
            return "-"
        return "yes" if (self.value >= self.target) == self.least or self.value == self.target else "NO"


HEAD = ("what", "measured", "target", "reached", "beside", "times as long", "last run")


def table(rows: Sequence[Row], last: dict[str, float]) -> str:
    """The rows as text, columns aligned."""
    cells = [HEAD, *(_cells(row, last.get(row.name)) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEAD))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in cells]
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:]])


def _cells(row: Row, last: float | None) -> tuple[str, ...]:
    if row.value is None:
        return (row.name, f"skipped: {row.why}", "", "", "", "", "")
    target = "" if row.target is None else f"{'>=' if row.least else '<'} {row.target:,g} {row.unit}"
    ratio = "" if row.ratio is None else f"{row.ratio:,.2f}"
    change = "" if not last else f"{last:,.4g} ({(row.value - last) / last:+.0%})"
    return (row.name, f"{row.value:,.4g} {row.unit}", target, row.holds, row.against, ratio, change)


def read_last() -> dict[str, float]:
    """The figures of the last committed run, by name."""
    if not LAST.is_file():
        return {}
    said = json.loads(LAST.read_text(encoding="utf-8"))
    return {row["name"]: row["value"] for row in said["rows"] if row["value"] is not None}


def write_last(rows: Sequence[Row]) -> None:
    """Keep the figures with the kind of machine they were measured on; a row that was skipped keeps its old figure."""
    kept = {row["name"]: row for row in json.loads(LAST.read_text(encoding="utf-8"))["rows"]} if LAST.is_file() else {}
    new = {row.name: kept.get(row.name, asdict(row)) if row.value is None else asdict(row) for row in rows}
    machine = {"cores": os.cpu_count(), "machine": platform.machine(), "python": platform.python_version()}
    said = {"machine": machine, "command": "make bench", "rows": [_rounded(row) for row in new.values()]}
    LAST.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _rounded(row: dict[str, object]) -> dict[str, object]:
    return {key: float(f"{value:.4g}") if isinstance(value, float) else value for key, value in row.items()}
