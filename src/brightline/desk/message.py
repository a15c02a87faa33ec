"""The message as received, with the words that led to each finding marked in it."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from brightline.report.marks import Marked, marked
from brightline.report.reading import shown

MOST_SIGNS, LEAST_SIGNS = 20_000, 3


def message_marked(raw: str | None, told: Mapping[int, frozenset[str]]) -> tuple[Marked, str]:
    """The message in marked pieces, and a note where it is cut or gone. Tags of XML are never taken for words."""
    if raw is None:
        return (("The message is not kept any more: its personal data was erased.", 0),), "erased"
    note = f"first {MOST_SIGNS:,} of {len(raw):,} characters" if len(raw) > MOST_SIGNS else ""
    text = _visible(raw[:MOST_SIGNS])
    needles = {number: {form for one in words for form in _forms(one)} for number, words in told.items()}
    return marked(text, needles), note


def _forms(words: str) -> tuple[str, ...]:
    """Words as they may stand in a message. A country's two letters stand in it everywhere and would say nothing."""
    return () if len(words) < LEAST_SIGNS and words.isascii() else (words, escape(words))


def _visible(raw: str) -> str:
    """Signs that steer or hide text made visible, line by line, so that none of a line is cut."""
    return "\n".join(shown(line, MOST_SIGNS) for line in raw.replace("\r\n", "\n").split("\n"))
