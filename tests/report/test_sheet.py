"""A report of figures as page, JSON and CSV."""

from __future__ import annotations

import csv
import io

from brightline.report.sheet import SECONDS, SHARE, TEXT, Column, Figure, Line, Sheet, Table, sheet_json, table_csv
from brightline.report.sheet_page import MOST_ROWS, sheet_page, told

HOSTILE = "=1+1<script>alert(1)</script>\u202e"
TABLE = Table(
    "held", "Held", (Column("who", "Who", TEXT), Column("n", "N"), Column("rate", "R", SHARE)), [(HOSTILE, 12345, 0.5)]
)
FIGURE = Figure("curve", "A curve", "threshold", "alerts", [Line("alerts", [(0.5, 10), (0.7, 0)])], here=0.6)


def test_a_page_shows_every_table_and_lets_nothing_run() -> None:
    page = sheet_page(
        Sheet("month", "July", [("Month", "2024-07")], [TABLE], ["A note."], [FIGURE], ["It failed."])
    ).decode()
    assert "<script" not in page.replace("&lt;script", "")
    assert all(words in page for words in ("12,345", "50.0 %", "‹U+202E›", "1 did not hold", "A note.", "<polyline"))
    assert "default-src 'none'" in page


def test_rows_beyond_what_a_page_shows_are_counted() -> None:
    table = Table("many", "Many", (Column("n", "N"),), [(n,) for n in range(MOST_ROWS + 7)])
    assert "and 7 more in the data" in sheet_page(Sheet("month", "July", [], [table])).decode()


def test_the_data_keep_values_as_they_are_and_a_spreadsheet_runs_none() -> None:
    said = sheet_json(Sheet("month", "July", [], [TABLE], figures=[FIGURE]))
    assert said["tables"] == {"held": [{"who": HOSTILE, "n": 12345, "rate": 0.5}]}
    assert said["figures"] == {"curve": {"alerts": [[0.5, 10], [0.7, 0]]}}
    _, row = csv.reader(io.StringIO(table_csv(TABLE).decode()))
    assert (row[0].startswith("'="), row[1:]) == (True, ["12345", "0.5"])


def test_values_are_told_as_readers_write_them() -> None:
    assert [told(value, SECONDS) for value in (600, 7_200, 200_000)] == ["10 min", "2 h", "2 d"]
    assert (told(None, SHARE), told(0, SHARE)) == ("–", "0.0 %")
