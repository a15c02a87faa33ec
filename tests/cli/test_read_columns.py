"""A column map: ours first, and nothing that is not ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from brightline.cli.read_columns import read_columns
from brightline.errors import CallError, PathError


def test_no_map_is_no_map() -> None:
    assert read_columns(None) is None


def test_a_map_is_read_in_its_order(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text("debtor_name: Ordering customer\namount: Sum\n", encoding="utf-8")
    assert read_columns(tmp_path / "map.yaml") == {"debtor_name": "Ordering customer", "amount": "Sum"}


@pytest.mark.parametrize(
    "text", ["- debtor_name\n", "debtor_name: 1\n", "1: Sum\n", "debtor_name: [\n", "", "no_such_column: Sum\n"]
)
def test_what_is_no_map_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CallError):
        read_columns(tmp_path / "map.yaml")


def test_a_map_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(PathError, match=r"nowhere\.yaml"):
        read_columns(tmp_path / "nowhere.yaml")
