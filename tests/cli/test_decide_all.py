"""From inputs to lines: in input order, the same however the work is cut up, each file told once."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from tests.screen.conftest import AFTER_JUNE, edition_of, version

from brightline.cli import decide_all as module
from brightline.cli.decide_all import Run, decide_all
from brightline.cli.files import Input


@pytest.fixture
def found(tmp_path: Path) -> tuple[Input, ...]:
    """A table of ten rows, twelve small payments, and a file cut in half."""
    rows = "".join(f"HERON {at},OOO ROMASHKA {at},{at}.00,CNY\n" for at in range(10))
    (tmp_path / "a.csv").write_text("creditor_name,debtor_name,amount,currency\n" + rows, encoding="utf-8")
    for at in range(12):
        said = {"amount": f"{at}.00", "currency": "CNY", "parties": [{"role": "debtor", "name": f"OOO ROMASHKA {at}"}]}
        (tmp_path / f"b{at:02}.json").write_text(json.dumps(said), encoding="utf-8")
    (tmp_path / "c.xml").write_text("<Document", encoding="utf-8")
    return tuple(Input(str(path), path.name) for path in sorted(tmp_path.iterdir()))


@pytest.fixture
def lines() -> Callable[[Sequence[Input]], bytes]:
    """All lines of some inputs; every file must have been told as done."""

    edition = edition_of(version())

    def made(found: Sequence[Input]) -> bytes:
        told: list[int] = []
        parts = [part for part, _ in decide_all(Run(edition, AFTER_JUNE, None, workers=1), found, told.append)]
        assert sum(told) == len(found)
        return b"".join(parts)

    return made


def _sources(lines: bytes) -> list[str]:
    return [json.loads(line)["payment"]["source"] for line in lines.splitlines()]


def test_lines_come_in_input_order(found: tuple[Input, ...], lines: Callable[[Sequence[Input]], bytes]) -> None:
    expected = [f"a.csv#{row}" for row in range(1, 11)] + [f"b{at:02}.json#1" for at in range(12)] + ["c.xml#1"]
    assert _sources(lines(found)) == expected
    assert _sources(lines(found[::-1])) == [*expected[:-14:-1], *expected[:10]]


@pytest.mark.parametrize(("name", "value"), [("CHUNK", 1), ("CHUNK", 3), ("SMALL", 1), ("LARGE", 10)])
def test_how_the_work_is_cut_up_changes_nothing(
    name: str, value: int, found: tuple[Input, ...], lines: Callable[[Sequence[Input]], bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    whole = lines(found)
    monkeypatch.setattr(module, name, value)
    assert lines(found) == whole


def test_a_file_that_went_away_is_one_unreadable_line(
    found: tuple[Input, ...], lines: Callable[[Sequence[Input]], bytes]
) -> None:
    gone = Input(str(found[0].path) + ".gone", "gone.csv")
    first, *_ = lines((gone, *found)).splitlines()
    told = json.loads(first)
    assert (told["outcome"], told["payment"]["source"]) == ("unreadable", "gone.csv#1")
