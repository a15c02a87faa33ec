"""`screen --history`: earlier payments beside the messages, from the file to the decision and back."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from brightline.cli.history_files import read_history_files
from brightline.cli.main import run
from brightline.errors import CallError, PathError

HEAD = "date,outcome,determination,amount,currency,debtor_name,debtor_country,creditor_name,creditor_country,remittance"
ROWS = (
    "2024-08-30,released,not-linked,900.00,CNY,OOO Lavka,RU,Yunnan Leaf Co Ltd,CN,tea invoice 10",
    "2024-09-02,returned,linked,950.00,CNY,OOO Lavka,RU,Yunnan Leaf Co Ltd,CN,ball bearings invoice 12",
)
PAYMENTS = (
    "end_to_end_id,amount,currency,debtor_name,debtor_country,creditor_name,creditor_country,remittance\n"
    + "".join(f"E{n},{938 + n}.00,CNY,OOO Lavka,RU,Yunnan Leaf,CN,tea invoice {n}\n" for n in range(10, 16))
)
AS_OF = ("--as-of", "2024-09-10T12:00:00Z")


@pytest.fixture
def history(tmp_path: Path) -> Path:
    path = tmp_path / "history.csv"
    path.write_text("\n".join((HEAD, *ROWS)) + "\n", encoding="utf-8")
    return path


def _screened(tmp_path: Path, history: Path, name: str, *more: str) -> list[dict[str, object]]:
    (tmp_path / "in.csv").write_text(PAYMENTS, encoding="utf-8")
    out = tmp_path / name
    call = ["screen", str(tmp_path / "in.csv"), "--trial", "--home", str(tmp_path / "home"), "--out", str(out)]
    assert run([*call, "--history", str(history), *AS_OF, *more]) == 0
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def test_bearings_that_became_tea_are_stopped_and_replay_is_exact(tmp_path: Path, history: Path) -> None:
    decisions = _screened(tmp_path, history, "out.jsonl")
    by_id = {one["payment"]["end_to_end_id"]: one["outcome"] for one in decisions}  # type: ignore[index]
    assert by_id["E12"] == "stop"
    assert by_id["E13"] == "release"  # another invoice
    assert run(["replay", str(tmp_path / "out.jsonl"), "--home", str(tmp_path / "home")]) == 0


def test_payments_of_one_input_are_no_history_of_each_other(tmp_path: Path, history: Path) -> None:
    for decision in _screened(tmp_path, history, "out.jsonl"):
        assert decision["beside"]["history"]["pair"]["payments"] == 2  # type: ignore[index]


def test_workers_and_compression_change_nothing(tmp_path: Path, history: Path) -> None:
    packed = tmp_path / "history.csv.gz"
    packed.write_bytes(gzip.compress(history.read_bytes()))
    assert _screened(tmp_path, history, "one.jsonl") == _screened(tmp_path, packed, "two.jsonl", "--workers", "2")


def test_decisions_are_a_history(tmp_path: Path, history: Path) -> None:
    _screened(tmp_path, history, "first.jsonl")
    again = _screened(tmp_path, tmp_path / "first.jsonl", "again.jsonl", "--as-of", "2024-09-20T12:00:00Z")
    assert {one["beside"]["history"]["pair"]["payments"] for one in again} == {6}  # type: ignore[index]


def test_a_file_that_is_not_there_or_damaged(tmp_path: Path, history: Path) -> None:
    with pytest.raises(PathError, match="a file of earlier payments"):
        read_history_files([tmp_path / "none.csv"])
    damaged = tmp_path / "half.csv.gz"
    damaged.write_bytes(gzip.compress(history.read_bytes())[:-12])
    with pytest.raises(CallError, match="a whole gzip file"):
        read_history_files([damaged])


def test_a_wrong_row_ends_the_call_before_anything_is_written(
    tmp_path: Path, history: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    history.write_text("\n".join((HEAD, *ROWS, ROWS[0].replace("900.00", "9oo"))) + "\n", encoding="utf-8")
    (tmp_path / "in.csv").write_text(PAYMENTS, encoding="utf-8")
    out = tmp_path / "out.jsonl"
    assert run(["screen", str(tmp_path / "in.csv"), "--trial", "--history", str(history), "--out", str(out)]) == 2
    assert "row 3: amount: expected digits" in capsys.readouterr().err
    assert not out.exists()
