"""`brightline lab` from end to end, with the real engine and the starter edition."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from brightline.cli.main import run
from brightline.report.comparison import comparison_page

GENERATE = ["lab", "generate", "--seed", "7", "--from", "2024-07-03", "--to", "2024-07-12"]


@pytest.fixture(scope="module")
def traffic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("lab") / "traffic"
    assert run([*GENERATE, "--payments", "150", "--out", str(place), "--format", "mixed"]) == 0
    return place


def test_generate_writes_the_same_bytes_again(traffic: Path, tmp_path: Path) -> None:
    assert run([*GENERATE, "--payments", "150", "--out", str(tmp_path / "again"), "--format", "mixed"]) == 0
    names = sorted(one.relative_to(traffic) for one in traffic.rglob("*") if one.is_file())
    assert {str(one) for one in names} >= {
        *("payments.parquet", "truth.parquet", "world.json", "papers.json"),
        *("owners.csv", "profiles.json", "history.jsonl"),
    }
    assert all((traffic / one).read_bytes() == (tmp_path / "again" / one).read_bytes() for one in names)
    assert pq.read_table(traffic / "truth.parquet").column_names == ["payment_id", "linked", "reason_codes"]


def test_compare_over_two_seeds_with_a_policy_of_the_caller(traffic: Path, tmp_path: Path) -> None:
    page, out = tmp_path / "page.html", tmp_path / "result"
    call = ["--home", str(tmp_path / "home"), "lab", "compare", "--traffic", str(traffic), "--out", str(out)]
    assert run([*call, "--seeds", "2", "--report", str(page), "--policies", "regional-bank", "--workers", "2"]) == 0
    said = json.loads((out / "comparison.json").read_text())
    ways = {one["name"]: one["measures"] for one in said["ways"]}
    assert len(ways) == 7
    assert all(len(one["by_seed"]) == 2 for one in said["ways"])
    held = {name: one["linked_payments_held"]["value"] for name, one in ways.items()}
    released = {name: one["harmless_released_at_once"]["value"] for name, one in ways.items()}
    assert held["list-only"] < held["shipped-with-papers"] < held["block-all"]
    assert released["block-all"] < released["shipped-with-papers"]
    for one in ways.values():
        assert all(m is None or m["low"] - 1e-6 <= m["value"] <= m["high"] + 1e-6 for m in one.values())
    harmless = [case["ways"] for case in said["hand_made"] if not case["linked"]]
    assert {case["shipped-with-papers"]["outcome"] for case in harmless} == {"release"}
    assert comparison_page(said) == page.read_bytes()
    text = page.read_text()
    assert "shipped-with-papers" in text
    assert "http" not in text.replace("http-equiv", "").replace("http://www.w3.org", "")


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ([*GENERATE, "--payments", "9", "--out", "x", "--format", "pacs8"], "Did you mean 'pacs008'?"),
        ([*GENERATE, "--payments", "9", "--out", "x", "--set", "hidden_shar=0.1"], "Did you mean 'hidden_share'?"),
        ([*GENERATE[:-1], "2024-02-30", "--payments", "9", "--out", "x"], "a day like 2024-07-03"),
        (["lab", "compare", "--traffic", "nowhere", "--out", "x"], "world.json"),
    ],
)
def test_wrong_input_is_refused_and_nothing_is_written(
    call: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(call) == 2
    assert said in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
