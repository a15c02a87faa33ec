"""Decision files as written by `screen`: read line by line, with the place of anything wrong."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

from brightline.errors import CallError, PathError
from brightline.screen.explain import Json
from brightline.screen.wire import read_line


def decision_texts(path: str) -> Iterator[tuple[int, str]]:
    """The lines of a decision file (`-`: standard input; `.gz` accepted) with their numbers."""
    try:
        if path == "-":
            yield from _lines(sys.stdin.buffer.read())
        else:
            data = Path(path).read_bytes()
            yield from _lines(gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data)
    except (OSError, EOFError) as broken:
        told = getattr(broken, "strerror", None) or str(broken)
        raise PathError(path, told, "a file of decisions, one JSON object a line") from None


def _lines(data: bytes) -> Iterator[tuple[int, str]]:
    for number, raw in enumerate(data.split(b"\n"), start=1):
        if raw.strip():
            yield number, raw.decode("utf-8", "replace")


def read_decision(text: str, path: str, number: int) -> Json:
    """One line as a decision. Raises CallError naming the line if it is none."""
    try:
        decision = read_line(text)
    except ValueError:
        decision = {}
    if "outcome" not in decision or not isinstance(decision.get("payment"), dict):
        raise CallError(f"{path}: line {number}", repr(text[:60]), "a decision as `brightline screen` writes it")
    return decision
