"""`brightline db`: tables, backups, exports, erasure, terms; each from the terminal, whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.cli.stored import take_in


def test_tables_are_laid_and_laying_them_again_changes_nothing(desk: Any) -> None:
    assert "from nothing to" in desk.quick("db", "upgrade").err
    assert "already" in desk.quick("db", "upgrade").err
    assert desk.quick("journal", "verify").status == 0


def test_a_backup_is_restored_into_an_empty_home(desk: Any, tmp_path: Path) -> None:
    (case,) = take_in(desk.home, "A")
    assert desk.quick("db", "backup", "backup.db").status == 0
    desk.home = tmp_path / "new"
    done = desk.quick("db", "restore", "backup.db")
    assert done.status == 0, done.err
    assert "everyone signs in anew" in done.err
    desk.quick("db", "export", "--out", "decisions.jsonl")
    assert json.loads((desk.folder / "decisions.jsonl").read_text())["id"] == case


def test_a_restore_over_data_and_a_backup_over_a_file_are_exit_2(desk: Any) -> None:
    take_in(desk.home, "A")
    desk.quick("db", "backup", "backup.db")
    done = desk.quick("db", "restore", "backup.db")
    assert (done.status, "--replace" in done.err) == (2, True)
    assert desk.quick("db", "restore", "backup.db", "--replace").status == 0
    assert desk.quick("db", "backup", "backup.db").status == 2
    assert desk.quick("db", "restore", "nothing.db").status == 2


def test_a_file_that_is_no_backup_is_exit_2_and_leaves_no_store(desk: Any) -> None:
    desk.write("letter.db", "a letter " * 100)
    for name, found in (("letter.db", "no database"), ("nothing.db", "no such file")):
        done = desk.quick("db", "restore", name)
        assert (done.status, found in done.err) == (2, True)
    assert not (desk.home / "cases.db").exists()


def test_exported_decisions_are_explained(desk: Any) -> None:
    (case,) = take_in(desk.home, "A")
    desk.quick("db", "export", "--out", "decisions.jsonl")
    done = desk.quick("explain", "decisions.jsonl", case)
    assert done.status == 0
    assert "ZAVOD KVARTSOVIK" in done.out
    desk.quick("db", "export", "--out", "none.jsonl", "--until", "2020-01-01")
    assert (desk.folder / "none.jsonl").read_bytes() == b""


def test_an_erased_case_is_gone_from_the_export_and_the_journal_verifies(desk: Any) -> None:
    case, _ = take_in(desk.home, "A", "B")
    done = desk.quick("db", "erase", case, "--why", "the customer asked")
    assert "keys destroyed" in done.err
    assert "was erased before" in desk.quick("db", "erase", case, "--why", "again").err
    desk.quick("db", "export", "--out", "decisions.jsonl")
    assert case not in (desk.folder / "decisions.jsonl").read_text()
    assert desk.quick("journal", "verify").status == 0
    assert desk.quick("db", "erase", "nobody", "--why", "x").status == 2


def test_terms_are_listed_before_anything_is_erased(desk: Any) -> None:
    take_in(desk.home, "A")
    assert "0 decisions past their term; nothing was erased" in desk.quick("db", "retention").err
    desk.write("terms.yaml", "otherwise: {days: none, because: x}")
    done = desk.quick("db", "retention", "--terms", "terms.yaml", "--erase")
    assert (done.status, "terms.yaml, line 1" in done.err) == (2, True)


def test_a_file_that_is_no_store_is_one_sentence(desk: Any) -> None:
    desk.home.mkdir()
    (desk.home / "cases.db").write_text("a letter " * 100)
    for call in (("db", "upgrade"), ("db", "backup", "b.db"), ("journal", "verify")):
        done = desk.quick(*call)
        assert (done.status, "not a database" in done.err) == (1, True), done.err
