"""Tables of text: decoded strictly, split as CSV, their columns checked against what we agreed to read."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from brightline.errors import SourceError

MARKUP = ("<!doctype html", "<html", "<?xml", "<")
_ANEW = "The format has to be read anew before it is used; nothing was imported."


def decode(data: bytes, where: str, encodings: Sequence[str] = ("utf-8",)) -> str:
    """The text of a file in the first of the encodings that fits, a mark of order dropped.

    Raises SourceError for an empty file, for binary content and where no encoding fits.
    """
    if not data.strip():
        raise SourceError(where, "an empty file", "a list", "The download may have been cut; fetch it again.")
    if b"\x00" in data[:65536]:
        raise SourceError(where, "binary content", f"text in {' or '.join(encodings)}")
    for encoding in encodings:
        try:
            return data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
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


def check_columns(header: Sequence[str], needed: Iterable[str], optional: Iterable[str], where: str) -> None:
    """Prove that a header has each needed column and no unknown or repeated one. Raises SourceError naming them."""
    must, may = list(needed), list(optional)
    known = [*must, *(name for name in may if name not in must)]
    missing = [name for name in must if name not in header]
    unknown = [name for name in header if name not in known]
    repeated = sorted({name for name in header if list(header).count(name) > 1})
    told = f"{where} header"
    if unknown:
        found = f"the unknown column{_many(unknown)} {_list(unknown)}"
        raise SourceError(told, found, f"only {_list(known)}", _ANEW)
    if missing:
        raise SourceError(told, f"no column {_list(missing)}", f"the columns {_list(must)}", _ANEW)
    if repeated:
        raise SourceError(told, f"the column {_list(repeated)} more than once", "each column once", _ANEW)


def row_fields(header: Sequence[str], row: Sequence[str], where: str) -> dict[str, str]:
    """The cells of a row under their columns. Raises SourceError where the row is shorter or longer than the header."""
    if len(row) != len(header):
        raise SourceError(where, f"{len(row)} cells", f"{len(header)} cells as in the header")
    return dict(zip(header, row, strict=True))


def _many(names: Sequence[str]) -> str:
    return "s" if len(names) > 1 else ""


def _list(names: Sequence[str]) -> str:
    return ", ".join(repr(name) for name in names)
