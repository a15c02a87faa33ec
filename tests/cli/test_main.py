"""The last door: every error is one sentence with its exit status."""

from __future__ import annotations

import errno
from collections.abc import Callable
from typing import Any

import pytest

from brightline.cli import main as module
from brightline.cli.main import _options_first, run
from brightline.errors import CallError, SourceError, UnreadableMessage, WorkerLost

CALL = ("here", "this", "that")


@pytest.mark.parametrize(
    ("raised", "status", "told"),
    [
        (CallError(*CALL), 2, "here: expected that, found this"),
        (SourceError(*CALL), 2, "here: expected that, found this"),
        (UnreadableMessage(*CALL), 3, "here: expected that, found this"),
        (WorkerLost(*CALL), 1, "here: expected that, found this"),
        (OSError(errno.ENOSPC, "No space left", "/d/x"), 1, "the disk is full (/d/x); nothing half-written is left"),
        (OSError(errno.EACCES, "Permission denied", "/d/x"), 1, "Permission denied (/d/x); nothing half-written"),
        (KeyboardInterrupt(), 130, "stopped by ctrl-C; nothing half-written is left"),
        (RuntimeError("heron"), 1, "a fault of ours, RuntimeError: heron. Nothing was released by it."),
    ],
)
def test_each_error_is_one_sentence(
    raised: BaseException, status: int, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(**_: object) -> None:
        raise raised

    monkeypatch.delenv("BRIGHTLINE_DEBUG", raising=False)
    monkeypatch.setattr(module, "command_line", lambda names: broken)
    assert run([]) == status
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"brightline: {told}")
    assert said.err.count("\n") == 1


def test_asked_for_the_place_of_a_fault_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(**_: object) -> None:
        raise RuntimeError("heron")

    monkeypatch.setenv("BRIGHTLINE_DEBUG", "1")
    monkeypatch.setattr(module, "command_line", lambda names: broken)
    with pytest.raises(RuntimeError, match="heron"):
        run([])


@pytest.mark.parametrize(
    ("arguments", "ordered"),
    [
        (["screen", "a", "--json"], ["--json", "screen", "a"]),
        (["lists", "show", "--home", "h", "x"], ["--home", "h", "lists", "show", "x"]),
        (["lists", "show", "--home=h"], ["--home=h", "lists", "show"]),
        (["match", "--", "--json"], ["match", "--", "--json"]),
        (["match", "--home"], ["--home", "match"]),
    ],
)
def test_shared_options_come_first_up_to_two_dashes(arguments: list[str], ordered: list[str]) -> None:
    assert _options_first(arguments) == ordered


@pytest.mark.parametrize("arguments", [("no-such-verb",), ("screen",), ("screen", "--no-such-option", "x")])
def test_a_wrong_call_points_to_the_help(arguments: tuple[str, ...], desk: Any, sentence: Callable[[Any], str]) -> None:
    done = desk.quick(*arguments)
    assert done.status == 2
    assert "brightline --help" in sentence(done)
