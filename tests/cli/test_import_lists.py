"""Importing lists: which exit status, what is taken, what is refused, and that a bad one changes nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from brightline.cli import import_lists as module

Sdn = Callable[..., bytes]
NAMED = ("PRIMERSKIY PRIBORNYY ZAVOD", "-0- ", "RUSSIA-EO14024", "Tax ID No. 7701234565 (Russia).")


def _import(desk: Any, *arguments: str) -> Any:
    return desk.quick("lists", "import", "--excerpt", "--published", "2024-07-01", *arguments)


def test_a_list_is_taken_and_told_for_people_and_for_programs(desk: Any, sdn_file: Sdn) -> None:
    desk.write("sdn.csv", sdn_file(3, NAMED))
    done = _import(desk, "sdn.csv")
    assert done.status == 0, done.err
    assert done.out.startswith("imported us-ofac-sdn@2024-07-01: 4 entries, an excerpt, ")
    (told,) = [json.loads(line) for line in _import(desk, "sdn.csv", "--json").out.splitlines()]
    assert (told["list"], told["entries"], told["published_from"]) == ("us-ofac-sdn", 4, "option")
    assert (Path(told["folder"]) / "list.arrow").is_file()


def test_the_same_file_twice_gives_the_same_version(
    desk: Any, sdn_file: Sdn, fingerprint: Callable[[Path], Mapping[str, str]]
) -> None:
    desk.write("sdn.csv", sdn_file(3, NAMED))
    _import(desk, "sdn.csv")
    before = fingerprint(desk.home)
    assert _import(desk, "sdn.csv").status == 0
    assert fingerprint(desk.home) == before != {}


def test_what_is_no_list_is_passed_over_in_a_folder_and_refused_by_name(desk: Any, sdn_file: Sdn) -> None:
    desk.write("lists/sdn.csv", sdn_file(3))
    desk.write("lists/notes.txt", "call the bank about the heron\n")
    inside = _import(desk, "lists")
    assert inside.status == 3
    assert "passed over" in inside.err
    assert "imported us-ofac-sdn" in inside.out
    named = _import(desk, "lists/notes.txt")
    assert (named.status, named.out) == (2, "")
    assert "refused" in named.err


def test_two_files_of_one_version_that_differ_are_both_refused(desk: Any, sdn_file: Sdn) -> None:
    desk.write("a/sdn.csv", sdn_file(3))
    desk.write("b/sdn.csv", sdn_file(4))
    done = _import(desk, "a", "b")
    assert done.status == 2
    assert "which differ" in done.err
    assert desk.quick("lists", "show", "--json").out == ""


def test_a_refusal_is_a_line_for_programs(desk: Any) -> None:
    desk.write("notes.txt", "call the bank\n")
    (told,) = [json.loads(line) for line in _import(desk, "notes.txt", "--json").out.splitlines()]
    assert [Path(name).name for name in told["files"]] == ["notes.txt"]
    assert told["refused"]


def test_a_folder_without_files_is_refused(desk: Any, sentence: Callable[[Any], str]) -> None:
    (desk.folder / "empty").mkdir()
    done = _import(desk, "empty")
    assert done.status == 2
    assert "at least one file of a list" in sentence(done)
    assert not desk.home.exists()


def test_too_many_files_are_refused_before_any_is_read(
    desk: Any, sdn_file: Sdn, sentence: Callable[[Any], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_FILES", 1)
    for name in ("one", "two"):
        desk.write(f"lists/{name}.csv", sdn_file(1))
    done = _import(desk, "lists")
    assert done.status == 2
    assert "2 files" in sentence(done)
    assert not desk.home.exists()


def test_of_many_rows_not_read_a_few_are_named_and_the_rest_counted() -> None:
    said: list[str] = []

    class Listening:
        def say(self, message: str) -> None:
            said.append(message)

    module._name_some(Listening(), "a", "row not read", [f"row {number}" for number in range(8)])  # type: ignore[arg-type]
    assert said[:5] == [f"a: row not read: row {number}" for number in range(5)]
    assert said[5:] == ["a: row not read: 3 more; see `brightline lists show a`"]
