"""The tables of the folder `letters`: letters, and a few whole words, of other scripts in plain Latin."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

_SCRIPTS = ("cyrillic", "greek", "arabic", "hebrew", "georgian", "armenian", "chinese", "japanese", "korean")


def rows(name: str) -> list[list[str]]:
    """The rows of one of the tab-separated tables of this package, without its notes."""
    text = files("brightline.text").joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def letter_tables() -> dict[str, dict[str, str]]:
    """Name of the table → letters or words as folded → Latin. Read once."""
    tables: dict[str, dict[str, str]] = {}
    for script in _SCRIPTS:
        for table, written, plain in rows(f"letters/{script}.tsv"):
            tables.setdefault(table, {})[written] = plain
    return tables
