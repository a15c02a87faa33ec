"""Decision files are read line by line, within a limit, compressed or not."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from brightline.cli import decisions
from brightline.cli.decisions import decision_texts, read_decision
from brightline.errors import CallError

TEXT = b'{"outcome": "release", "payment": {}}\n\n{"outcome": "stop", "payment": {}}'


@pytest.mark.parametrize("data", [TEXT, gzip.compress(TEXT)], ids=["plain", "gzip"])
def test_lines_come_with_their_numbers(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "d").write_bytes(data)
    found = [
        (number, read_decision(text, "d", number)["outcome"]) for number, text in decision_texts(str(tmp_path / "d"))
    ]
    assert found == [(1, "release"), (3, "stop")]


def test_a_file_that_breaks_off_is_refused(tmp_path: Path) -> None:
    (tmp_path / "d").write_bytes(gzip.compress(TEXT * 1000)[:-20])
    with pytest.raises(CallError, match="a file of decisions"):
        list(decision_texts(str(tmp_path / "d")))


def test_a_line_without_end_is_refused_within_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decisions, "LONGEST", 2**20)
    with pytest.raises(CallError, match="line 1: expected a decision, found more than 1 MB"):
        list(decision_texts("/dev/zero"))


@pytest.mark.parametrize("text", ["[]", "{", '{"outcome": "release"}'])
def test_what_is_no_decision_is_named_with_its_line(text: str) -> None:
    with pytest.raises(CallError, match="d: line 7"):
        read_decision(text, "d", 7)
