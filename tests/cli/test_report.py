"""`brightline report`: a folder of files, or lines, or one sentence."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from tests.cli.stored import take_in


class Printer:
    """Prints without a browser, which is proved elsewhere."""

    def __call__(self, page: bytes) -> bytes:
        return b"%PDF" + page[:1]

    def close(self) -> None:
        """Nothing is open."""


def test_a_month_is_written_as_page_and_data(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("brightline.cli.sheet_files.chromium_printer", Printer)
    take_in(desk.home, "A", "B")
    month = f"{datetime.now(UTC):%Y-%m}"
    done = desk.quick("report", "--month", month, "--out", "reports")
    assert done.status == 0, done.err
    said = json.loads((desk.folder / "reports" / f"report-{month}.json").read_text())
    assert {row["name"]: row["value"] for row in said["tables"]["numbers"]}["alerts"] == 2
    assert (desk.folder / "reports" / f"report-{month}-ageing.csv").read_text().startswith("age,")
    assert (desk.folder / "reports" / f"report-{month}.pdf").read_bytes().startswith(b"%PDF")
    assert json.loads(desk.quick("report", "--month", month, "--json").out)["tables"] == said["tables"]


def test_a_wrong_call_is_exit_2_and_writes_nothing(desk: Any) -> None:
    assert "no store" in desk.quick("report", "--month", "2024-07").err
    take_in(desk.home, "A")
    for month, found in (("2024-7", "a month like 2024-07"), ("2999-01", "expected a month")):
        done = desk.quick("report", "--month", month)
        assert (done.status, found in done.err) == (2, True), done.err
    (desk.folder / "taken").write_text("a file")
    assert desk.quick("report", "--month", "2024-07", "--out", "taken").status == 2
    assert sorted(one.name for one in desk.folder.iterdir()) == ["taken"]
