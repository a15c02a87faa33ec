"""Tables of text: decoded strictly, split as CSV, their columns checked against what we agreed to read.

`rows_of` is for tables with a header; `read_rows` for those that have none, or may have been cut in half unnoticed.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from brightline.errors import SourceError
from brightline.lists.source import SourceFile

OLDER = ("utf-8", "cp1252", "latin-1")  # of publishers whose tools write now one, now the other
_MOST_UNREADABLE = 100  # one line in so many may be unreadable
_ALIKE = 0.75  # how much of a misspelt column must be that of the right one
_END_MARK = b"\x1a"
OURS = "Correct the header; nothing was imported."  # of formats that are our own
_ANEW = "The format has to be read anew before it is used; nothing was imported."


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one file. `ended`: the end mark (Ctrl-Z) was there; `width`: columns of nearly every row."""

    name: str
    rows: tuple[tuple[int, list[str]], ...]
    width: int
    skipped: tuple[str, ...]
    ended: bool


def decode(data: bytes, where: str, encodings: Sequence[str] = ("utf-8",)) -> str:
    """The text of a file in the first of the encodings that fits, a mark of order dropped.

    Raises SourceError for an empty file, for binary content and where no encoding fits.
    """
    if not data.strip():
        raise SourceError(where, "an empty file", "a list", "The download may have been cut; fetch it again.")
    if b"\x00" in data:
        raise SourceError(where, "binary content", f"text in {' or '.join(encodings)}")
    data = data.removeprefix(b"\xef\xbb\xbf")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as wrong:
            place = f"byte {wrong.start + 1} ({data[wrong.start]:#04x})"
    raise SourceError(where, place, f"text in {' or '.join(encodings)}", "The file is damaged or in another encoding.")


def first_line(head: bytes) -> str:
    """The first line of a file's head, for recognising only: never raises."""
    return head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].decode("utf-8", "replace").strip()


def columns_of(line: str, delimiter: str = ",") -> list[str]:
    """The cells of one line, for recognising only: an unclosed quote gives nothing."""
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter, strict=True), [])]
    except csv.Error:
        return []


def rows_of(text: str, where: str, delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """The rows that are not empty, each with the line it ends on. Raises SourceError where a quote never closes."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield reader.line_num, row
    except csv.Error as wrong:
        found = f"{wrong}"
        advice = "The file is cut or damaged; fetch it again."
        raise SourceError(f"{where} line {reader.line_num}", found, "a table with closed quotes", advice) from wrong


def check_columns(
    header: Sequence[str], needed: Iterable[str], optional: Iterable[str], where: str, advice: str = _ANEW
) -> None:
    """Prove that a header has each needed column and no unknown or repeated one. Raises SourceError naming them."""
    must, may = list(needed), list(optional)
    known = [*must, *(name for name in may if name not in must)]
    missing = [name for name in must if name not in header]
    unknown = [name for name in header if name not in known]
    repeated = sorted({name for name in header if list(header).count(name) > 1})
    told = f"{where} header"
    if unknown:
        found = f"the unknown column{_many(unknown)} {_list(unknown)}{_perhaps(unknown, known, header)}"
        raise SourceError(told, found, f"only {_list(known)}", advice)
    if missing:
        raise SourceError(told, f"no column {_list(missing)}", f"the columns {_list(must)}", advice)
    if repeated:
        raise SourceError(told, f"the column {_list(repeated)} more than once", "each column once", advice)


def nearest(written: str, known: Iterable[str]) -> str | None:
    """The known column that a misspelt one most resembles; None where it resembles none."""
    return next(iter(get_close_matches(written.casefold(), list(known), 1, _ALIKE)), None)


def _perhaps(unknown: Sequence[str], known: Sequence[str], header: Sequence[str]) -> str:
    """Of unknown columns those that are a known one misspelt, in words."""
    free = [name for name in known if name not in header]
    meant = [(name, one) for name in unknown if (one := nearest(name, free))]
    told = ", ".join(f"{name!r} is perhaps {one!r}" for name, one in meant)
    return f" ({told})" if told else ""


def row_fields(header: Sequence[str], row: Sequence[str], where: str) -> dict[str, str]:
    """The cells of a row under their columns. Raises SourceError where the row is shorter or longer than the header."""
    if len(row) != len(header):
        raise SourceError(where, f"{len(row)} cells", f"{len(header)} cells as in the header")
    return dict(zip(header, row, strict=True))


def read_rows(file: SourceFile, *, delimiter: str = ",") -> Rows:
    """All rows of a table with the width that most of them have; rows that differ are named in `skipped`.

    A row over several lines is one that differs: the publishers read here have no line ends inside a value, so that
    it is a stray quote that swallows what follows. Raises SourceError where the file is empty or cut, or where more
    than one line in a hundred belongs to rows that differ.
    """
    text = decode(file.data, file.name, OLDER)
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
    if lost * _MOST_UNREADABLE > lines:
        found = (
            f"{lost} of {lines} lines in rows that differ, the first with {len(odd[0][2])} columns in line {odd[0][0]}"
        )
        raise SourceError(name, found, f"{width} columns in each line", "Fetch the file anew.")


def _named(name: str, row: tuple[int, int, list[str]], width: int) -> str:
    first, last, values = row
    if last > first:
        return f"{name} lines {first} to {last}: a quote that is not closed"
    return f"{name} line {first}: {len(values)} columns instead of {width}"


def _many(names: Sequence[str]) -> str:
    return "s" if len(names) > 1 else ""


def _list(names: Sequence[str]) -> str:
    return ", ".join(repr(name) for name in names)
