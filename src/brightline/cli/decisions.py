"""Decision files as written by `screen`: read line by line, with the place of anything wrong."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Iterator
from contextlib import nullcontext
from io import BufferedReader
from typing import BinaryIO, cast

from brightline.cli.files import why
from brightline.errors import CallError, PathError
from brightline.screen.plain import Json
from brightline.screen.wire import read_line

LONGEST = 64 * 2**20  # bytes of one line


def decision_texts(path: str) -> Iterator[tuple[int, str]]:
    """The lines of a decision file (`-`: standard input; `.gz` accepted) with their numbers, one at a time."""
    try:
        with nullcontext(sys.stdin.buffer) if path == "-" else open(path, "rb") as file:
            packed = cast("BufferedReader", file).peek(2).startswith(b"\x1f\x8b")
            yield from _lines(gzip.GzipFile(fileobj=file) if packed else file, path)
    except (OSError, EOFError, zlib.error) as broken:
        told = why(broken) if isinstance(broken, OSError) and broken.errno else str(broken)
        raise PathError(path, told, "a file of decisions, one JSON object a line") from None


def _lines(file: BinaryIO | gzip.GzipFile, path: str) -> Iterator[tuple[int, str]]:
    for number, raw in enumerate(iter(lambda: file.readline(LONGEST), b""), start=1):
        if len(raw) == LONGEST:
            raise CallError(f"{path}: line {number}", f"more than {LONGEST >> 20} MB", "a decision")
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


def is_meant(decision: Json, wanted: str) -> bool:
    """Whether a decision is the one named: by its id, six digits of it at least, or by its source."""
    payment = decision["payment"]
    source = payment.get("source") if isinstance(payment, dict) else None
    return source == wanted or (len(wanted) >= 6 and str(decision.get("id", "")).startswith(wanted))
