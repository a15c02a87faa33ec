"""`brightline lab run` from end to end: the real engine asked, everything written, and made again bit for bit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from brightline.cli import lab_run
from brightline.cli.main import run
from brightline.lab.episode import engine

SMALL = ["--firms", "300", "--months", "6", "--workers", "1"]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("episode")
    scenario = folder / "mine.yaml"
    scenario.write_text(
        "scenario: mine\ntold: Joint-stock banks go by lists and goods.\nbanks: {joint-stock: list-and-goods}\n"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lab_run, "EACH", 2)
        patch.setattr(engine, "_DRAWN", 700)
        call = ["--home", str(folder / "home"), "lab", "run", *SMALL, "--out", str(folder / "out")]
        assert run([*call, "--scenario", str(scenario), "--scenario", "licence-ended"]) == 0
    return folder / "out"


def test_everything_is_written(out: Path) -> None:
    said = json.loads((out / "episode.json").read_text())
    assert [one["name"] for one in said["what_ifs"]] == ["mine", "licence-ended", "no-threat"]
    assert len(said["bands"]) == 13
    assert len(said["causes"]) == 10
    assert (out / "months.csv").read_text().count("\n") == 7
    assert {one.name for one in out.glob("*.svg")} == {"exports.svg", "payments.svg", "hurt.svg", "what-ifs.svg"}
    assert all((out / f"{one.stem}.pdf").read_bytes().startswith(b"%PDF") for one in out.glob("*.svg"))


def test_the_page_is_whole_and_says_what_it_cannot_say(out: Path) -> None:
    page = (out / "episode.html").read_text()
    assert page.count("<svg") == 4
    assert "Sequence, not cause" in page
    assert "real bank is named" in page
    assert 'src="' not in page
    assert "<script" not in page


def test_the_world_makes_the_run_again_bit_for_bit(out: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    assert run(["lab", "run", "--world", str(out / "world.json"), "--out", str(again), "--workers", "2"]) == 0
    names = sorted(one.name for one in out.iterdir())
    assert len(names) == 12
    assert all((out / name).read_bytes() == (again / name).read_bytes() for name in names)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["--scenario", "al-banks"], "Did you mean 'all-banks'?"),
        (["--set", "penaltee=2"], "Did you mean 'penalty'?"),
        (["--set", "prepaid=-0.1"], "a share from 0 to 1"),
        (["--set", "prepaid"], "a name and a number"),
        (["--months", "15"], "from 1 to 14"),
        (["--seeds", "0"], "from 1 to 200"),
        (["--seed", "-1"], "0 or more"),
        (["--firms", "10"], "from 200"),
        (["--world", "nowhere.json"], "world.json"),
        (["--world", "nowhere.json", "--set", "penalty=2"], "the world alone"),
        (["--policies", "nowhere.yaml"], "a policy file"),
    ],
)
def test_a_wrong_call_is_refused_before_any_work(
    call: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["lab", "run", *call, "--out", "x"]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert "asking the engine" not in told
    assert not list(tmp_path.iterdir())
