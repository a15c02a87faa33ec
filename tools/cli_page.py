"""Writes docs/cli.md from the command line itself. `--check` only compares and answers 1 where the page differs."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import typer

PAGE = Path(__file__).resolve().parents[1] / "docs" / "cli.md"

INTRODUCTION = """\
<!-- Built by tools/cli_page.py from the command line itself; do not edit. -->
# Commands

`brightline VERB`, installed by `make demo` as `./.venv/bin/brightline`. `--home` and `--json` may stand before or
after the verb. Settings: command line before environment (`BRIGHTLINE_HOME`, `BRIGHTLINE_POLICY`,
`BRIGHTLINE_INSTITUTION`, `BRIGHTLINE_ACTIVATION`, `BRIGHTLINE_WORKERS`)
before `config.toml` in the home; [doors](guide/doors.md) stand there too (`BRIGHTLINE_DOORS`: the same as JSON).
`.gz` is accepted wherever a file is read. Decisions and answers go to stdout, progress and messages to stderr.

## Exit status

The first that applies:

| status | means |
| --- | --- |
| 130 | stopped by ctrl-C; nothing half-written is left |
| 2 | the call, or a list or policy file named in it, is wrong; nothing was changed |
| 1 | a problem of ours, or a check that did not hold (`replay` with differences); always with a message |
| 3 | done, but at least one message or row could not be read; each is in the output as such |
| 0 | done |
"""


def main() -> int:
    """Write the page, or compare it."""
    built = page()
    if "--check" in sys.argv[1:]:
        same = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == built
        print("docs/cli.md is as built" if same else "docs/cli.md differs from the command line: make docs")
        return 0 if same else 1
    PAGE.write_text(built, encoding="utf-8")
    return 0


def page() -> str:
    """The page as text: every command with every option."""
    from brightline.cli.main import command_line

    command: Any = typer.main.get_command(command_line())
    parts = [INTRODUCTION, "## For every verb\n\n" + _table(command)]
    parts += [_section(words, each) for words, each in _leaves(command, ("brightline",))]
    return "\n".join(parts)


def commands() -> Mapping[tuple[str, ...], Any]:
    """Every verb, by its words after `brightline`."""
    from brightline.cli.main import command_line

    whole = typer.main.get_command(command_line())
    return {words[1:]: each for words, each in _leaves(whole, ("brightline",))}


def _leaves(command: Any, words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    children: Mapping[str, Any] = getattr(command, "commands", {})
    if not children:
        yield words, command
    for name in sorted(children):
        yield from _leaves(children[name], (*words, name))


def _section(words: tuple[str, ...], command: Any) -> str:
    usage = " ".join([*words, *(_argument(one) for one in command.params if one.param_type_name == "argument")])
    options = "" if not _options(command) else " [OPTIONS]"
    said = " ".join((command.help or "").split())
    return f"## {' '.join(words[1:])}\n\n`{usage}{options}`\n\n{said}\n\n{_table(command)}"


def _argument(one: Any) -> str:
    name = one.metavar or one.name.upper()
    return name if name.startswith("[") or one.required else f"[{name}]"


def _options(command: Any) -> list[Any]:
    return [one for one in command.params if one.param_type_name == "option" and "--help" not in one.opts]


def _table(command: Any) -> str:
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    rows = [(f"`{_argument(one)}`", one) for one in arguments] + [(_named(one), one) for one in _options(command)]
    if not rows:
        return ""
    lines = [f"| {name} | {_cell(one)} |" for name, one in rows]
    return "\n".join(["| argument or option | what it does |", "| --- | --- |", *lines]) + "\n"


def _named(one: Any) -> str:
    names = ", ".join(one.opts)
    return f"`{names}`" if one.is_flag else f"`{names} {_value(one)}`"


VALUES = {
    "about": "ID",
    "as_of": "MOMENT",
    "birth_date": "DATE",
    "country": "CC",
    "db": "URL",
    "edition": "ID",
    "host": "ADDRESS",
    "identifier": "SCHEME:VALUE",
    "known": "MOMENT",
    "limit": "N",
    "month": "YYYY-MM",
    "newest": "N",
    "one_in": "N",
    "owner": "NAME",
    "samples": "N",
    "url": "URL",
    "list_id": "ID",
    "on": "DAY",
    "port": "N",
    "published": "MOMENT",
    "regime": "REGIME",
    "report": "FILE.html",
    "role": "ROLE",
    "schema": "SCHEMA",
    "scope": "SCOPE",
    "threshold": "SCORE",
    "until": "MOMENT",
    "why": "TEXT",
    "workers": "N",
}  # what to write behind an option; a file for all others


def _value(one: Any) -> str:
    return one.metavar or VALUES.get(one.name, "FOLDER" if one.name == "home" else "FILE")


def _cell(one: Any) -> str:
    said = " ".join((getattr(one, "help", None) or "").split()).replace("|", "\\|")
    return said + (" May be repeated." if getattr(one, "multiple", False) and "repeated" not in said else "")


if __name__ == "__main__":
    sys.exit(main())
