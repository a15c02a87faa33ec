"""The page on goods is built from the tables."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from brightline.law.book import read_book

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_of_goods_is_as_built() -> None:
    spec = importlib.util.spec_from_file_location("tools_goods_page", ROOT / "tools" / "goods_page.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert (ROOT / "docs" / "goods.md").read_text(encoding="utf-8") == tool.page(read_book()), "run: make docs"
