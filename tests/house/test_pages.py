"""The pages are built from the code or checked against it: commands, lists, rules, and every command the words name."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from brightline.cli.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
LAW = ROOT / "src" / "brightline" / "law"
SOURCES = ROOT / "src" / "brightline" / "lists" / "sources"
WORDS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LATER = re.compile(r"part \d of the plan")
CALL = re.compile(r"(?:\./)?(?:\.venv/bin/)?brightline ((?:[^`\n|&;>]|\|(?= ))*)")
RULES = sorted(path.stem for path in (LAW / "rules").glob("*.yaml"))


def _tool(name: str, folder: str = "tools") -> ModuleType:
    """A tool, which is part of no package."""
    spec = importlib.util.spec_from_file_location(f"{folder}_{name}", ROOT / folder / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_of_commands_is_as_built() -> None:
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == _tool("cli_page").page(), "run: make docs"


def test_every_command_and_option_has_its_place() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    for words, command in _tool("cli_page").commands().items():
        section = page.partition(f"\n## {' '.join(words)}\n")[2].partition("\n## ")[0]
        assert section, f"{' '.join(words)} has no section"
        assert command.help, f"{' '.join(words)} does not say what it does"
        for option in command.params:
            if option.param_type_name == "option" and "--help" not in option.opts:
                assert all(name in section for name in option.opts), f"{words}: {option.opts}"
                assert getattr(option, "help", None), f"{words}: {option.opts} does not say what it does"


def test_every_setting_has_its_place() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert [name for name in Settings.model_fields if f"BRIGHTLINE_{name.upper()}" not in page] == []


def test_the_pages_of_lists_are_as_built() -> None:
    built = _tool("list_pages").pages()
    kept = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "lists").glob("*.md")}
    assert kept == built, "run: make docs"


def test_the_page_of_speed_tells_the_last_measured_figures() -> None:
    built = _tool("page", "bench").page()
    assert (ROOT / "docs" / "speed.md").read_text(encoding="utf-8") == built, "run: make bench"


def _source_folders() -> list[str]:
    return sorted(path.name for path in SOURCES.iterdir() if path.is_dir() and any(path.glob("*.py")))


def test_every_list_source_says_what_it_is_and_has_a_page() -> None:
    assert len(_source_folders()) >= 10
    for name in _source_folders():
        assert (SOURCES / name / "about.yaml").is_file(), f"{name} has no about.yaml"
        assert (ROOT / "docs" / "lists" / f"{name}.md").is_file(), f"{name} has no page"


def test_every_list_source_is_asked() -> None:
    registry = importlib.import_module("brightline.lists.sources.registry")
    assert sorted(source.name for source in registry.SOURCES) == _source_folders()


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_its_page_and_its_examples(rule: str) -> None:
    assert (ROOT / "docs" / "rules" / f"{rule}.md").is_file(), f"{rule} has no page: make rules"
    examples = ROOT / "tests" / "rules" / f"{rule}.yaml"
    assert examples.is_file(), f"{rule} has no examples"
    answers = set(_answers(yaml.safe_load(examples.read_text(encoding="utf-8")), rule))
    assert {"yes", "no", "unknown"} <= answers, f"{rule} lacks an example of { ({'yes', 'no', 'unknown'} - answers) }"


def _answers(said: Any, rule: str) -> Iterator[str]:
    """Every answer expected of a rule, wherever it stands in the file."""
    if isinstance(said, dict):
        for key, value in said.items():
            if (key in (rule, "answer") and isinstance(value, str)) or (key == "expect" and isinstance(value, str)):
                yield value
            else:
                yield from _answers(value, rule)
    elif isinstance(said, list):
        for value in said:
            yield from _answers(value, rule)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_examples_around_each_change_of_the_law(rule: str) -> None:
    """The day before and the day of each version; the first version too, for a rule that was not there before."""
    said = yaml.safe_load((LAW / "rules" / f"{rule}.yaml").read_text(encoding="utf-8"))
    examples = (ROOT / "tests" / "rules" / f"{rule}.yaml").read_text(encoding="utf-8")
    days = {str(found) for found in re.findall(r"\d{4}-\d{2}-\d{2}", examples)}
    for version in said["versions"]:
        assert str(version["from"]) in days, f"{rule}: no example of the day {version['from']}"


def test_no_rule_page_or_example_is_left_of_a_rule_that_is_gone() -> None:
    pages = {path.stem for path in (ROOT / "docs" / "rules").glob("*.md")} - {"index"}
    examples = {path.stem for path in (ROOT / "tests" / "rules").glob("*.yaml")}
    assert pages == set(RULES)
    assert examples == set(RULES)


def _said() -> Iterator[tuple[str, str]]:
    """Every line of the hand-written pages that may name a command, with its place."""
    for path in WORDS:
        if path.relative_to(ROOT).as_posix() == "docs/cli.md":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if not LATER.search(line):
                yield f"{path.relative_to(ROOT)}:{number}", line


def _calls() -> list[tuple[str, list[str]]]:
    return [
        (place, found.split("  #")[0].split())
        for place, line in _said()
        if "`" in line or line.startswith(("./", ".venv", "brightline", "$ ", "    "))
        for found in CALL.findall(line)
        if re.match(r"-?-?[a-z]", found)
    ]


def test_the_words_name_commands_at_all() -> None:
    assert len({tuple(words[:1]) for _, words in _calls()}) >= 6


def test_every_command_the_words_name_is_there_with_its_options() -> None:
    known = _tool("cli_page").commands()
    shared = {"--home", "--json", "--version", "--help"}
    wrong: list[str] = []
    for place, words in _calls():
        words = [word for word in words if word not in ("--json",)]
        while words[:1] == ["--home"]:
            words = words[2:]
        verb = tuple(words[:2]) if tuple(words[:2]) in known else tuple(words[:1])
        groups = {name[0] for name in known if len(name) > 1}
        if verb not in known:
            if not (words[:1] and words[0].startswith("--")) and not (
                words[:1] and words[0] in groups and len(words) == 1
            ):
                wrong.append(f"{place}: brightline {' '.join(words)}")
            continue
        options = {name for option in known[verb].params for name in option.opts} | shared
        wrong += [f"{place}: {word}" for word in words if word.startswith("--") and word.split("=")[0] not in options]
    assert wrong == []


def test_every_word_of_make_the_pages_name_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    named = {(place, word) for place, line in _said() for word in re.findall(r"(?:`|^)make ([a-z]+)", line)}
    assert {word for _, word in named} >= {"demo", "test"}
    assert [f"{place}: make {word}" for place, word in sorted(named) if word not in targets] == []


def test_no_link_between_pages_is_broken() -> None:
    broken = []
    for path in WORDS:
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
            if not re.match(r"[a-z]+:", target) and not (path.parent / target).exists():
                broken.append(f"{path.relative_to(ROOT)}: {target}")
    assert broken == []


def test_the_readme_shows_the_demo_as_it_is(tmp_path: Path) -> None:
    """The example output in the README is what the demo prints, line for line."""
    shown = re.search(r"<!-- demo -->\n```text\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.S)
    assert shown is not None, "README has no example output between <!-- demo --> and a code block"
    call = [sys.executable, "-m", "brightline", "demo"]
    done = subprocess.run(call, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=True)
    printed = {line.rstrip() for line in (done.stdout + done.stderr).splitlines()}
    lines = [line.rstrip() for line in shown[1].splitlines() if line.strip() not in ("", "…")]
    assert len(lines) >= 5
    assert [line for line in lines if line not in printed] == []
