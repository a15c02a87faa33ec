"""Rows of a publisher's table, read so that a file cut in half is noticed."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from brightline.errors import SourceError
from brightline.lists.source import SourceFile

MOST_UNREADABLE = 100  # one row in so many may be unreadable
_END_MARK = b"\x1a"


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one file. `ended`: the end mark (Ctrl-Z) was there; `width`: columns of nearly every row."""

    name: str
    rows: tuple[tuple[int, list[str]], ...]
    width: int
    skipped: tuple[str, ...]
    ended: bool


def decoded(file: SourceFile) -> str:
    """The text of a file in UTF-8 or, where it is not that, in cp1252. Raises SourceError for binary content."""
    data = file.data.removeprefix(b"\xef\xbb\xbf")
    if b"\x00" in data:
        raise SourceError(file.name, "bytes that are no text", "a text file", "Fetch the file anew.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read_rows(file: SourceFile, *, delimiter: str = ",") -> Rows:
    """All rows of a table with the width that most of them have; rows of another width are named in `skipped`.

    Raises SourceError where the file is empty or cut, or where more than one row in a hundred has another width.
    """
    text = decoded(file)
    body = text.rstrip("\r\n\x1a \t") if text.rstrip("\r\n \t").endswith("\x1a") else text
    ended = file.data.rstrip(b"\r\n \t").endswith(_END_MARK)
    try:
        reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter)
        rows = [(reader.line_num, row) for row in reader if row]
    except csv.Error as broken:
        raise SourceError(file.name, str(broken), "a table of values", "Fetch the file anew.") from None
    if not rows:
        raise SourceError(file.name, "an empty file", "a table of values", "Fetch the file anew.")
    width = Counter(len(row) for _, row in rows).most_common(1)[0][0]
    _refuse_a_cut(file.name, body, rows[-1][1], width)
    odd = [(line, row) for line, row in rows if len(row) != width]
    if len(odd) * MOST_UNREADABLE > len(rows):
        line, row = odd[0]
        found = f"{len(odd)} of {len(rows)} rows with another number of columns, the first {len(row)} in line {line}"
        raise SourceError(file.name, found, f"{width} columns in each row", "Fetch the file anew.")
    skipped = tuple(f"{file.name} line {line}: {len(row)} columns instead of {width}" for line, row in odd)
    return Rows(file.name, tuple(each for each in rows if len(each[1]) == width), width, skipped, ended)


def _refuse_a_cut(name: str, body: str, last: Sequence[str], width: int) -> None:
    tail = body.rstrip("\r\n").rpartition("\n")[2]
    in_quotes = tail.count('"') % 2 == 1 and "\n" not in "".join(last)
    short = not body.endswith("\n") and (len(last) < width or not last[-1].strip())
    if in_quotes or short or len(last) < width:
        raise SourceError(name, "a last row that stops in the middle", "a whole file", "It was cut; fetch it anew.")
