"""The rule pages under docs/ are those that the law book gives."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

from brightline.law.book import read_book

ROOT = Path(__file__).resolve().parents[2]


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("rule_pages", ROOT / "tools" / "rule_pages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pages_are_those_of_the_book() -> None:
    made = _tool().pages(read_book())
    kept = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "rules").glob("*.md")}
    assert kept == made, "run .venv/bin/python tools/rule_pages.py"


def test_each_page_names_its_clauses_its_law_and_what_settles_an_unknown() -> None:
    book = read_book()
    made = _tool().pages(book)
    for rule in book.rules:
        page = made[f"{rule.name}.md"]
        assert rule.would_settle in page
        for version in rule.versions:
            assert all(f"`{clause.id}`" in page for clause in version.clauses())
            assert all(cite.url in page for cite in version.cites)


def test_every_red_flag_is_asked_by_a_clause_or_says_what_it_needs() -> None:
    tool = _tool()
    flags = {row["flag"]: row.get("needs", "") for row in tool.red_flags()}
    asked = tool.flags_of(read_book().rule("diversion-route"))
    assert set(asked) <= set(flags), "a question names a flag that the table does not have"
    assert [flag for flag, needs in flags.items() if not needs and flag not in asked] == []
    assert set(flags.values()) <= set(tool.NEEDS)


def test_the_table_of_red_flags_tells_the_clauses_of_other_rules_too() -> None:
    page = _tool().pages(read_book())["diversion-route.md"]
    row = next(line for line in page.splitlines() if line.startswith("| RF-TRI-07 "))
    assert "`pays-for-another`" in row
    assert "`papers-contradict: sides`" in row
