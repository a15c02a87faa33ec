"""Words that are ordinary words, or words of trade, as well as names (`ordinary.tsv`): Orion, Zvezda, Optima."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from brightline.names.read import read_name
from brightline.names.words import Word


def is_ordinary(word: Word) -> bool:
    """Whether a word tells nobody by itself: in the table, or known as a generic word, a place, a given name."""
    return word.role != "name" or word.plain in _table()


def tells_nobody(name: str) -> bool:
    """Whether a body's name is one ordinary word, so that many bear it ("ООО Орион")."""
    return any(len(reading.words) == 1 and is_ordinary(reading.words[0]) for reading in read_name(name))


@lru_cache(maxsize=1)
def _table() -> frozenset[str]:
    text = files("brightline.names").joinpath("ordinary.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return frozenset(word for line in lines for word in line.split())
