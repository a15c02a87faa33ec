"""The page of licences under docs/ is the one the law book gives."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from brightline.law.book import read_book

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_is_that_of_the_book_and_names_every_licence() -> None:
    spec = importlib.util.spec_from_file_location("licence_page", ROOT / "tools" / "licence_page.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    kept = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    assert kept == tool.page(read_book()), "run .venv/bin/python tools/licence_page.py"
    for licence in read_book().licences.values():
        assert f"**{licence.id}**" in kept
        assert all(f"[{version.id}]" in kept for version in licence.versions)
