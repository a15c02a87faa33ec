"""`lists import --update`: changes laid beside a frozen register, answered as if it had been built anew; refusals."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from brightline.cli.home import OWNERS, UPDATE, stored_lists
from brightline.cli.main import run
from brightline.cli.stored_owners import open_owners
from brightline.errors import BrightlineError

HEADER = "owner,owned,percent,source,to\n"
FILLER = "".join(f"Filler {at},Filled {at},50,extract,\n" for at in range(120))
FIRST = f"{HEADER}Alder,Birch FZE,60,extract,\nJohn Doe,Birch FZE,10,extract,\nBirch FZE,Cedar,25-50,extract,\n{FILLER}"
CHANGED = "Alder,Birch FZE,49,later,\nJohn Doe,Birch FZE,10,extract,2024-07-15\nNew Owner,Birch FZE,20,later,\n"
CHANGES = f"{HEADER}{CHANGED}"
NOW = f"{HEADER}{CHANGED}Birch FZE,Cedar,25-50,extract,\n{FILLER}"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A home with an invented register, called from a folder of its own."""
    monkeypatch.chdir(tmp_path)
    call = ["--home", str(tmp_path / "home")]
    assert run([*call, *_import("owners", FIRST, "2024-07-01")]) == 0
    return call


def _import(name: str, text: str, published: str, *more: str) -> list[str]:
    Path(f"{name}.csv").write_text(text)
    return ["lists", "import", f"{name}.csv", "--published", published, *more]


def _update(text: str, published: str) -> list[str]:
    return _import("changes", text, published, "--list", "owners", "--update")


def test_an_update_answers_as_the_register_built_anew(home: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert run([*home, *_update(CHANGES, "2024-08-01")]) == 0
    assert "1 stake added, 1 ended, 1 changed since what it updates" in capfd.readouterr().err
    assert run([*home, *_import("owners", NOW, "2024-08-02")]) == 0
    assert "0 stakes added, 0 ended, 0 changed since owners@2024-08-01" in capfd.readouterr().err
    first, updated, anew = stored_lists(Path(home[1]))
    assert [(one.folder / UPDATE).exists() for one in (first, updated, anew)] == [False, True, False]
    assert not (updated.folder / OWNERS).exists()
    one, other = open_owners(updated).graph, open_owners(anew).graph
    assert (updated.version.stakes, list(one.all_edges())) == (anew.version.stakes, list(other.all_edges()))
    assert first.version.digest != updated.version.digest != anew.version.digest


def test_the_same_update_again_changes_nothing_and_a_later_one_follows(home: list[str]) -> None:
    for _ in range(2):
        assert run([*home, *_update(CHANGES, "2024-08-01")]) == 0
    assert run([*home, *_update(f"{HEADER}New Owner,Cedar,5,later,\n", "2024-09-01")]) == 0
    first, _, last = stored_lists(Path(home[1]))
    edges = [edge for edge in open_owners(last).graph.all_edges() if not edge.owned.startswith("name:filled")]
    assert [(edge.owner, edge.printed) for edge in edges] == [
        ("name:alder", "49"), ("name:john doe", "10"), ("name:new owner", "20"), ("name:new owner", "5"),
    ]  # fmt: skip
    (first.folder / OWNERS).write_bytes(b"something else")
    with pytest.raises(BrightlineError, match="damaged"):
        open_owners(last)


def test_an_update_of_much_is_built_whole(home: list[str]) -> None:
    assert run([*home, *_update(FIRST.replace("Filler", "Other"), "2024-08-01")]) == 0
    assert (stored_lists(Path(home[1]))[-1].folder / OWNERS).exists()


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (_import, "no such register in the home"),
        (lambda name, text, day, *_: _update(text, "2024-06-01"), "an update published later than what it updates"),
    ],
)
def test_what_cannot_be_updated_is_refused(
    home: list[str], capfd: pytest.CaptureFixture[str], call: object, told: str
) -> None:
    assert run([*home, *call("elsewhere", CHANGES, "2024-08-01", "--update")]) == 2  # type: ignore[operator]
    assert told in capfd.readouterr().err
    assert len(stored_lists(Path(home[1]))) == 1


def test_a_list_of_parties_is_no_register(home: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    text = "id,name,schema,measures,countries\n1,Alder,Company,blocking,RU\n"
    assert run([*home, *_import("parties", text, "2024-08-01", "--update")]) == 2
    assert "a register that says all of a company at once (owners_csv or uk_psc)" in capfd.readouterr().err


def test_a_changed_list_is_taken_up_without_touching_the_register(
    home: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    """Listed on one day, delisted on a later: the answer changes, the stakes are the same file."""
    before = (stored_lists(Path(home[1]))[0].folder / OWNERS).stat()
    asked = []
    for day, name in (("2024-07-02", "OTHER"), ("2024-07-03", "ALDER"), ("2024-07-04", "OTHER")):
        Path("sdn.csv").write_text(f'1,"{name}","-0-","RUSSIA-EO14024"{",-0-" * 8}\n')
        assert run([*home, "lists", "import", "sdn.csv", "--published", day, "--excerpt"]) == 0
        capfd.readouterr()
        assert run([*home, "--json", "owners", "Birch FZE", "--as-of", f"{day}T12:00:00Z", "--regime", "us"]) == 0
        asked.append(json.loads(capfd.readouterr().out)["answer"])
    after = (stored_lists(Path(home[1]))[0].folder / OWNERS).stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)
    assert asked == ["no", "unknown", "no"]
