"""A file of passports, and the documents that lie beside it: each must be there, with the digest that was seen."""

from __future__ import annotations

from hashlib import file_digest
from pathlib import Path

from brightline.beside.passports import PassportBook, documents_of, read_passports
from brightline.beside.strict import line_of
from brightline.cli.files import read_text, why
from brightline.errors import CallError

ADVICE = "Put the document back, or clear the relationship anew on the documents there are."


def read_passport_file(path: Path) -> PassportBook:
    """The passports of a file. Raises PathError, or CallError with file and line, where one or a document is wrong."""
    text = read_text(path, "a JSON array of passports")
    book = read_passports(text, str(path))
    for place, document in documents_of(book):
        wrong = _wrong(path.parent / str(document.file), document.sha256)
        if wrong:
            where = f"{path}: line {line_of(text, place)}: {'.'.join(str(step) for step in place)}"
            raise CallError(where, f"{document.title!r}: {wrong}", "the document as it was seen", ADVICE)
    return book


def _wrong(file: Path, sha256: str) -> str:
    """What is wrong with a document; empty where it is there, unchanged."""
    try:
        with file.open("rb") as opened:
            found = file_digest(opened, "sha256").hexdigest()
    except OSError as broken:
        return f"{file} cannot be read ({why(broken)})"
    return "" if found == sha256 else f"{file} has changed since: its sha256 is now {found[:16]}…"
