"""Rows of a publisher's table, read so that a file cut in half is noticed."""

from __future__ import annotations

import csv
import io
from collections import Counter
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
    """All rows of a table with the width that most of them have; rows that differ are named in `skipped`.

    A row over several lines is one that differs: the publishers read here have no line ends inside a value, so that
    it is a stray quote that swallows what follows. Raises SourceError where the file is empty or cut, or where more
    than one line in a hundred belongs to rows that differ.
    """
    text = decoded(file)
    ended = file.data.rstrip(b"\r\n \t").endswith(_END_MARK)
    lines = list(io.StringIO(text.rstrip("\r\n\x1a \t") if ended else text, newline=""))
    rows = _numbered(file.name, lines, delimiter)
    width = Counter(len(row) for _, _, row in rows).most_common(1)[0][0]
    _refuse_a_cut(file.name, "".join(lines[rows[-1][0] - 1 :]), "" if ended else delimiter, len(rows[-1][2]) < width)
    odd = [(first, last, row) for first, last, row in rows if len(row) != width or last > first]
    _refuse_many(file.name, odd, len(lines), width)
    kept = tuple((first, row) for first, last, row in rows if len(row) == width and last == first)
    return Rows(file.name, kept, width, tuple(_named(file.name, each, width) for each in odd), ended)


def _numbered(name: str, lines: list[str], delimiter: str) -> list[tuple[int, int, list[str]]]:
    """The rows with the first and last line of each. Raises SourceError where there is none."""
    rows: list[tuple[int, int, list[str]]] = []
    reader = csv.reader(lines, delimiter=delimiter)
    before = 0
    try:
        for row in reader:
            if row:
                rows.append((before + 1, reader.line_num, row))
            before = reader.line_num
    except csv.Error as broken:
        raise SourceError(name, f"{broken}, in line {before + 1}", "a table of values", "Fetch it anew.") from None
    if not rows:
        raise SourceError(name, "an empty file", "a table of values", "Fetch the file anew.")
    return rows


def _refuse_a_cut(name: str, written: str, delimiter: str, short: bool) -> None:
    """Refuse a last row with an open quote, with columns missing, or with nothing after its last delimiter."""
    nothing_follows = bool(delimiter) and written.rstrip(" ").endswith(delimiter)
    if short or nothing_follows or written.count('"') % 2 == 1:
        raise SourceError(name, "a last row that stops in the middle", "a whole file", "It was cut; fetch it anew.")


def _refuse_many(name: str, odd: list[tuple[int, int, list[str]]], lines: int, width: int) -> None:
    lost = sum(last - first + 1 for first, last, _ in odd)
    if lost * MOST_UNREADABLE > lines:
        found = (
            f"{lost} of {lines} lines in rows that differ, the first with {len(odd[0][2])} columns in line {odd[0][0]}"
        )
        raise SourceError(name, found, f"{width} columns in each line", "Fetch the file anew.")


def _named(name: str, row: tuple[int, int, list[str]], width: int) -> str:
    first, last, values = row
    if last > first:
        return f"{name} lines {first} to {last}: a quote that is not closed"
    return f"{name} line {first}: {len(values)} columns instead of {width}"
