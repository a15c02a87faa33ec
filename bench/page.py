"""docs/speed.md from bench/last.json: the page says what was measured last, nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE, LAST = ROOT / "docs" / "speed.md", ROOT / "bench" / "last.json"

INTRODUCTION = """\
<!-- Built by `make bench` from bench/last.json; do not edit. -->
# Speed

`make bench` measures all of this on your machine, prints it as one table beside the last run, and answers with exit
status 1 where a target is missed. `.venv/bin/python -m bench --no-keep` does so without keeping the figures.

Rates are per second of one core's processor time; seconds are on the wall. The list is OFAC's complete SDN list of
2 July 2024 (15,443 entries). "Times as long" sets our time beside something else measured in the same run: a bare
parser that only reads, or a brute-force comparison with every listed name. Real messages and lists are not part of the
checkout; without them their rows are skipped and the last figures stay.

"New names": every payment has names and texts that were never asked for before, in an edition opened for it. "As
they come": real messages once through, in a fresh edition. "Again": the same messages once more, when answers are
remembered.
"""


def page() -> str:
    """The page as text."""
    said = json.loads(LAST.read_text(encoding="utf-8"))
    machine = said["machine"]
    told = f"Measured with {machine['cores']} cores, {machine['machine']}, Python {machine['python']}."
    head = ["| what | measured | target | beside | times as long |", "| --- | --- | --- | --- | --- |"]
    return "\n".join([INTRODUCTION, told, "", *head, *(_line(row) for row in said["rows"]), ""])


def _line(row: dict[str, Any]) -> str:
    measured = "skipped" if row["value"] is None else f"{row['value']:,.4g} {row['unit']}"
    bound = "at least" if row["least"] else "under"
    target = "" if row["target"] is None else f"{bound} {row['target']:,g} {row['unit']}"
    ratio = "" if row["ratio"] is None else f"{row['ratio']:,.2f}"
    return f"| {row['name']} | {measured} | {target} | {row['against']} | {ratio} |"


def write() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")
