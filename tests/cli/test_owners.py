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


def test_a_register_alone_is_no_list_and_the_starter_edition_may_stand_beside_it(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A register names no listed party, so that a trial still has the starter edition to look owners up in."""
    (tmp_path / "owners.csv").write_text(
        "owner,owned,percent,owner_country\nPUBLIC JOINT STOCK COMPANY SBERBANK OF RUSSIA,Birch Lane Trading,60,RU\n"
    )
    home = ["--home", str(tmp_path / "home")]
    assert run([*home, "lists", "import", str(tmp_path / "owners.csv"), "--published", "2024-07-01"]) == 0
    assert run([*home, "owners", "Birch Lane Trading"]) == 2
    assert "none of listed parties, only registers of owners (owners@2024-07-01)" in capfd.readouterr().err
    call = ["owners", "Birch Lane Trading", "--trial", "--regime", "us", "--as-of", "2024-07-02T12:00:00Z"]
    assert run([*home, "--json", *call]) == 0
    told = json.loads(capfd.readouterr().out)
    assert (told["answer"], told["least"], told["greatest"]) == ("yes", "60.00", "60.00")


LINKED = (
    "id,name,schema,measures,countries,remarks\n"
    "1,ALDERWOOD HARBOUR HOLDING,Company,blocking,RU,\n"
    "2,KVARTSOVIK SEVERNIYMAYAK,Company,blocking,RU,It is a wholly owned subsidiary of ALDERWOOD HARBOUR HOLDING.\n"
    "3,Pavel Kvartsovik,Person,blocking,RU,Owner of a 75 % stake in the company Zorka Mayak Food\n"
)


def test_words_of_lists_are_asked_as_registers_are(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Neither company stands in a register: one is an entry, the other only named by one."""
    (tmp_path / "parties.csv").write_text(LINKED)
    home = ["--home", str(tmp_path / "home"), "--json"]
    assert run([*home, "lists", "import", str(tmp_path / "parties.csv"), "--published", "2024-07-01"]) == 0
    capfd.readouterr()
    for name in ("Kvartsovik Severniymayak", "Zorka Mayak Food"):
        assert run([*home, "owners", name, "--regime", "us"]) == 0
        told = json.loads(capfd.readouterr().out)
        assert (told["register"], told["owners_above"]) == ("parties", 1)


def test_a_number_that_is_none_is_told_with_its_reason(home: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["--home", home, "owners", "LEI:123"]) == 2
    told = "LEI:123: expected a LEI of 20 letters and digits whose check digits hold, found '123' (3 signs)"
    assert told in capfd.readouterr().err


def test_an_owner_known_by_a_number_alone_is_nobodys_no(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Level 2 of GLEIF without level 1: a number stands above, and nothing says whose it is. Level 1 settles it."""
    child, parent = "529900T8BM49AURSDO55", "5493001KJTIIGC8Y1R12"
    home = ["--home", str(tmp_path / "home")]
    (tmp_path / "sdn.csv").write_text(f'1,"OTHER","-0-","RUSSIA-EO14024"{",-0-" * 8}\n')
    (tmp_path / "level-2.csv").write_text(
        "Relationship.StartNode.NodeID,Relationship.EndNode.NodeID,Relationship.RelationshipType,"
        f"Relationship.RelationshipStatus\n{child},{parent},IS_DIRECTLY_CONSOLIDATED_BY,ACTIVE\n"
    )
    (tmp_path / "level-1.csv").write_text(
        f"LEI,Entity.LegalName,Entity.LegalAddress.Country\n{child},Cedar GmbH,DE\n{parent},Birch AG,DE\n"
    )
    assert run([*home, "lists", "import", str(tmp_path / "sdn.csv"), "--published", "2024-07-01", "--excerpt"]) == 0
    answers = []
    for level in ("level-2.csv", "level-1.csv"):
        assert run([*home, "lists", "import", str(tmp_path / level), "--published", "2024-06-01"]) == 0
        capfd.readouterr()
        assert run([*home, "--json", "owners", f"LEI:{child}", "--regime", "us"]) == 0
        told = json.loads(capfd.readouterr().out)
        answers.append((told["party"], told["answer"], len(told["settles"])))
    assert answers == [(child, "unknown", 1), ("Cedar GmbH", "no", 0)]
