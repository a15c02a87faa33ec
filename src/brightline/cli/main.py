"""The command line: finds the verb, and turns every error into one sentence and the right exit status."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from brightline import __version__
from brightline.cli.context import Context
from brightline.cli.settings import read_settings
from brightline.errors import BrightlineError

STOPPED = 130

VERBS = (
    "demo",
    "screen",
    "explain",
    "replay",
    "shadow",
    "match",
    "owners",
    "score",
    "check",
    "assess",
    "media",
    "prove",
    "report",
    "serve",
    "rescreen",
)
GROUPS = ("lists", "editions", "draft", "policy", "institution", "law", "lab", "journal", "db", "users", "doors")


def command_line(names: Sequence[str] = (*VERBS, *GROUPS)) -> typer.Typer:
    """The command line with these verbs; loading a verb loads what it needs, so a call loads its own alone."""
    app = typer.Typer(
        name="brightline",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        help="Is this cross-border payment linked to Russia's military-industrial base? Release, review or stop, "
        "and why.",
    )
    app.callback()(start)
    for name in names:
        module = import_module(f"brightline.cli.{name}")
        if name in VERBS:
            module.register(app)
        else:
            app.add_typer(module.app)
    return app


def _version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"brightline {__version__}\n")
        raise typer.Exit


def start(
    context: typer.Context,
    home: Annotated[Path | None, typer.Option(help="Where lists and editions live [BRIGHTLINE_HOME].")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Machine-readable lines on stdout.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    """Read the settings once for every verb."""
    settings = read_settings(home, dict(os.environ))
    context.obj = Context(settings, as_json, Console(stderr=True, soft_wrap=True))


def run(arguments: list[str]) -> int:
    """Run one call and return its exit status: 130, 2, 1, 3 or 0, the first that applies.

    Nothing but a sentence ever reaches the user.
    """
    try:
        ordered = _options_first(arguments)
        called = _verb(ordered)
        app = command_line((called,) if called else () if "--version" in ordered else (*VERBS, *GROUPS))
        status = app(args=ordered, standalone_mode=False, prog_name="brightline")
        sys.stdout.flush()
        if status == STOPPED:  # what the option reader makes of ctrl-C
            raise KeyboardInterrupt
        return status if isinstance(status, int) else 0
    except (KeyboardInterrupt, typer.Abort):
        return _say("stopped by ctrl-C; nothing half-written is left", STOPPED)
    except BrightlineError as told:
        return _say(str(told), told.exit_status)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _say("the reader of the output went away before it was all written", 1)
    except OSError as broken:
        return _say(_disk(broken), 1)
    except Exception as fault:  # noqa: BLE001 - the last door: a sentence instead of a traceback
        return _usage_or_fault(fault)


def _verb(ordered: Sequence[str]) -> str | None:
    """The verb of a call whose options stand first; None where none, or none that there is, is named."""
    words = iter(ordered)
    for word in words:
        if word == "--home":
            next(words, None)
        elif not word.startswith("-"):
            return word if word in VERBS + GROUPS else None
    return None


def _usage_or_fault(fault: Exception) -> int:
    """A wrong call, told by the option reader, or a fault of ours."""
    format_message = getattr(fault, "format_message", None)
    if callable(format_message):
        return _say(f"{_in_words(format_message()) or 'Say what to do.'} See: brightline --help", 2)
    if os.environ.get("BRIGHTLINE_DEBUG"):
        raise fault
    name = f"{type(fault).__name__}: {fault}"
    return _say(f"a fault of ours, {name[:500]}. Nothing was released by it. BRIGHTLINE_DEBUG=1 shows where.", 1)


def _in_words(message: str) -> str:
    """What the option reader says, without words of its own that nobody needs, and with an end."""
    told = message.replace("Input should be greater than or equal to", "expected at least")
    told = told.replace("Input should be less than or equal to", "expected at most").replace(
        "Input should be", "expected"
    )
    return told if not told or told.endswith((".", "?", "!")) else f"{told}."


def _disk(broken: OSError) -> str:
    if broken.errno == errno.ENOSPC:
        return f"the disk is full{_at(broken)}; nothing half-written is left. Make room and call again."
    return f"{broken.strerror or broken}{_at(broken)}; nothing half-written is left."


def _at(broken: OSError) -> str:
    return f" ({broken.filename})" if broken.filename else ""


def _say(message: str, status: int) -> int:
    sys.stderr.write(f"brightline: {message}\n")
    return status


def _options_first(arguments: list[str]) -> list[str]:
    """`--json` and `--home` may stand before or after the verb; up to a `--`, after which all are names."""
    first: list[str] = []
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            rest += [argument, *waiting]
        elif argument == "--json" or argument.startswith("--home="):
            first.append(argument)
        elif argument == "--home":
            first += [argument, *([value] if (value := next(waiting, None)) is not None else [])]
        else:
            rest.append(argument)
    return first + rest
