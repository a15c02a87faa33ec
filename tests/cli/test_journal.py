"""`brightline journal`: an examiner with the public key needs nothing else, and whatever was changed is named."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.cli.stored import take_in


def change(home: Path, statement: str, name: str = "cases.db") -> None:
    with closing(sqlite3.connect(home / name)) as conn, conn:
        conn.execute(statement)


def test_every_store_of_the_home_is_verified_and_named(desk: Any) -> None:
    take_in(desk.home, "A")
    take_in(desk.home, "B", name="demo.db")
    (desk.home / "notes.db").write_bytes(b"")
    done = desk.quick("journal", "verify")
    assert done.status == 0
    assert [one.split(": ")[0].rsplit("/", 1)[1] for one in done.out.splitlines()] == ["cases.db", "demo.db"]
    assert done.out.count("all follow") == 2


def test_a_store_that_does_not_hold_is_exit_1_with_the_line(desk: Any) -> None:
    take_in(desk.home, "A")
    take_in(desk.home, "B", name="demo.db")
    change(desk.home, "UPDATE journal SET kind = 'other' WHERE line = 2", "demo.db")
    done = desk.quick("journal", "verify")
    assert done.status == 1
    assert "line 2 does not follow: its text is not what was written" in done.out
    rows = [json.loads(one) for one in desk.quick("journal", "verify", "--json").out.splitlines()]
    assert [one["holds"] for one in rows] == [True, False]
    assert rows[1]["faults"][0].startswith("line 2 does not follow")


def test_no_store_and_a_store_that_is_not_there_are_exit_2(desk: Any) -> None:
    done = desk.quick("journal", "verify")
    assert (done.status, "no store in" in done.err) == (2, True)
    assert desk.quick("journal", "verify", "--db", "sqlite:///nowhere.db").status == 2
    assert not (desk.folder / "nowhere.db").exists()
    assert desk.quick("journal", "verify", "--db", "mysql://x").status == 2


def test_a_key_of_another_home_is_not_believed_unless_named(desk: Any, tmp_path: Path) -> None:
    other = tmp_path / "other"
    take_in(other, "A")
    take_in(desk.home, "B")
    url = f"sqlite:///{other / 'cases.db'}"
    assert "a key that is not trusted" in desk.quick("journal", "verify", "--db", url).out
    assert desk.quick("journal", "verify", "--db", url, "--key", str(other / "journal.pub")).status == 0


def test_a_log_must_have_grown_from_the_checkpoint_kept_elsewhere(desk: Any) -> None:
    take_in(desk.home, "A")
    desk.quick("journal", "checkpoint", "--out", "kept.json")
    take_in(desk.home, "B")
    assert desk.quick("journal", "verify", "--since", "kept.json").status == 0
    (desk.home / "cases.db").unlink()
    take_in(desk.home, "A", "B", "C")  # everything written anew, by whoever holds the key
    done = desk.quick("journal", "verify", "--since", "kept.json")
    assert done.status == 1
    assert "the earlier checkpoint is of another log" in done.out
    desk.write("broken.json", "{}")
    assert desk.quick("journal", "verify", "--since", "broken.json").status == 2


def test_an_examiner_checks_a_bundle_with_the_public_key_alone(desk: Any, tmp_path: Path) -> None:
    (case,) = take_in(desk.home, "A")
    assert desk.quick("journal", "export", "--about", case, "--out", "bundle.json").status == 0
    key = desk.write("bank.pub", (desk.home / "journal.pub").read_bytes())
    desk.home = tmp_path / "elsewhere"
    done = desk.quick("journal", "check", "bundle.json", "--key", str(key))
    assert (done.status, "all follow" in done.out) == (0, True)
    bundle = json.loads((desk.folder / "bundle.json").read_text())
    bundle["lines"][0]["subject"] = "other"
    desk.write("forged.json", json.dumps(bundle))
    done = desk.quick("journal", "check", "forged.json", "--key", str(key))
    assert (done.status, "is not in the log" in done.out) == (1, True)
    assert not desk.home.exists()


def test_the_whole_log_is_exported_and_checked(desk: Any) -> None:
    take_in(desk.home, "A", "B")
    desk.write("log.jsonl", desk.quick("journal", "export").out)
    key = str(desk.home / "journal.pub")
    assert desk.quick("journal", "check", "log.jsonl", "--key", key).status == 0
    lines = (desk.folder / "log.jsonl").read_text().splitlines()
    assert "KVARTSOVIK" not in "".join(lines)
    desk.write("cut.jsonl", "\n".join(lines[:-1]))
    assert desk.quick("journal", "check", "cut.jsonl", "--key", key).status == 1


@pytest.mark.parametrize("content", ["", "letter", "[]", "{}", '{"form": "brightline-journal-bundle-1"}'])
def test_a_file_that_is_no_export_is_exit_2(desk: Any, content: str) -> None:
    take_in(desk.home, "A")
    desk.write("file", content)
    done = desk.quick("journal", "check", "file", "--key", str(desk.home / "journal.pub"))
    assert done.status == 2, done.err
    assert "written by `brightline journal export`" in done.err


def test_a_subject_nobody_speaks_of_and_an_empty_journal_are_exit_2(desk: Any) -> None:
    desk.quick("db", "upgrade")
    assert desk.quick("journal", "checkpoint").status == 2
    assert desk.quick("journal", "export", "--about", "nobody").status == 2
    take_in(desk.home, "A", name="demo.db")
    assert "one of them" in desk.quick("journal", "export").err
