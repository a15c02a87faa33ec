"""`brightline owners`: the answer under each regime, in words and as lines; wrong calls."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from brightline.cli.main import run

LIST = "id,name,schema,measures,countries\n1,ALDERWOOD HARBOUR HOLDING,Company,blocking,RU\n"
OWNERS = (
    "owner,owned,percent,source\nALDERWOOD HARBOUR HOLDING,Birch Lane Trading,60,extract\n"
    "Birch Lane Trading,Cedar Hill FZE,25-50,extract\n"
)


@pytest.fixture
def home(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> str:
    """A home with an invented list and a register."""
    (tmp_path / "parties.csv").write_text(LIST)
    (tmp_path / "owners.csv").write_text(OWNERS)
    home = str(tmp_path / "home")
    for name in ("parties.csv", "owners.csv"):
        assert run(["--home", home, "lists", "import", str(tmp_path / name), "--published", "2024-07-01"]) == 0
    capfd.readouterr()
    return home


def test_a_party_no_register_holds_is_unknown(home: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["--home", home, "--json", "owners", "Nobody Known", "--regime", "us"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["answer"], told["least"], told["greatest"]) == ("unknown", "0.00", "100.00")


def test_a_regime_without_a_list_is_unknown(home: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["--home", home, "--json", "owners", "birch lane trading"]) == 0
    told = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [(one["regime"], one["answer"]) for one in told] == [("us", "unknown"), ("eu", "unknown"), ("uk", "unknown")]
    assert told[0]["notes"] == ["no list of this regime is loaded"]


def test_a_regime_nobody_knows_is_a_wrong_call(home: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["--home", home, "owners", "Cedar Hill FZE", "--regime", "mars"]) == 2
    assert "expected one of us, eu, uk, found 'mars'" in capfd.readouterr().err


def test_without_a_register_nothing_can_be_said(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "parties.csv").write_text(LIST)
    home = str(tmp_path / "home")
    assert run(["--home", home, "lists", "import", str(tmp_path / "parties.csv")]) == 0
    assert run(["--home", home, "owners", "Cedar Hill FZE"]) == 2
    assert "no register of owners" in capfd.readouterr().err
