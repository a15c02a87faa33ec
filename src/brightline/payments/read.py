"""Bytes → payments, whatever format they are in: the one door through which every message comes.

Recognised by content, the name helps where content leaves it open: XML, MT, our JSON, JSON lines, CSV, Parquet,
each perhaps compressed with gzip. Sources are numbered `source#1`, `source#2`… in the order of the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from brightline.errors import UnreadableMessage
from brightline.payments.bytes import unpack
from brightline.payments.columns import check_columns
from brightline.payments.encoding import plain_text
from brightline.payments.enrich import complete
from brightline.payments.iso20022 import read_xml, unreadable
from brightline.payments.mt import read_mt
from brightline.payments.table import looks_like_table, read_csv, read_json, read_parquet
from brightline.terms import NotAPayment, Payment, Read

_HEAD = 4096
_XML = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff|[\s\0])*<")
_FIN = re.compile(r"\A[\s$\x00-\x1f]*\{[1-5S]:|\A[\s$\x00-\x1f]*:\d\d[A-Z]?:", re.I)
_FIN_INSIDE = re.compile(r"\{[1245]:|^:(?:20|32A|50K|59):", re.M)
_BINARY = (
    (b"PK\x03\x04", "a ZIP archive"),
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)


def read_message(data: bytes, source: str) -> list[Read]:
    """Every payment of a file, at least one answer, sources numbered from 1. Never raises for what a file holds."""
    return read_table(data, source)


def read_table(data: bytes, source: str, columns: Mapping[str, str] | None = None) -> list[Read]:
    """As `read_message`, with a map from our columns to those of the tables read.

    Raises CallError if the map names a column that is not ours.
    """
    chosen = check_columns(columns) if columns else {}
    try:
        reads = _read(unpack(data, source), source, chosen)
        if not reads:
            raise UnreadableMessage("file", "a table without rows", "at least one payment")
    except UnreadableMessage as told:
        reads = [unreadable(source, told)]
    except Exception as broken:  # noqa: BLE001 — a message that breaks our reader must reach a person, not end a run
        reads = [unreadable(source, _our_fault(broken))]
    return [_finished(read, f"{source}#{number}") for number, read in enumerate(reads, start=1)]


def _read(data: bytes, source: str, columns: Mapping[str, str]) -> list[Read]:
    if not data.strip(b" \t\r\n\0\x1a\xef\xbb\xbf\xff\xfe"):
        raise UnreadableMessage("file", "an empty file" if not data else "nothing but blanks", "a message")
    if data.startswith(b"PAR1"):
        return read_parquet(data, source, columns)
    if _XML.match(data[:_HEAD]):
        return read_xml(data, source)
    _refuse_binary(data)
    text, _ = plain_text(data)
    start = text.lstrip("\ufeff \t\r\n\0")[:1]
    if start == "<":
        return read_xml(data, source)
    if _FIN.match(text):
        return read_mt(text, source)
    if start in ("{", "["):
        return read_json(data, source, columns)
    if columns or looks_like_table(text):
        return read_csv(data, source, columns)
    return _read_by_name(data, text, source, columns)


def _read_by_name(data: bytes, text: str, source: str, columns: Mapping[str, str]) -> list[Read]:
    """What the content leaves open: a FIN message after other text, a table whose header we do not know."""
    name = source.lower().removesuffix(".gz")
    if _FIN_INSIDE.search(text):
        return read_mt(text, source)
    if name.endswith((".csv", ".tsv")):
        return read_csv(data, source, columns)
    shown = " ".join(text[:200].split())[:60]
    told = f"text of no format we know: {shown}"
    raise UnreadableMessage("file", told, "XML, MT, JSON, CSV or Parquet", "Hand in the message as the bank sent it.")


def _refuse_binary(data: bytes) -> None:
    """Files that are no text: by their first bytes, or by NULs that no text encoding explains."""
    for mark, what in _BINARY:
        if data.startswith(mark):
            raise UnreadableMessage("file", what, "XML, MT, JSON, CSV or Parquet", "Unpack or export it first.")
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return
    if head.count(0) or sum(byte < 9 or 13 < byte < 32 for byte in head) > len(head) // 10:
        raise UnreadableMessage("file", "binary data", "XML, MT, JSON, CSV or Parquet")


def _finished(read: Read, source: str) -> Read:
    """The answer under its numbered source; a payment completed with what can be recognised in it."""
    if isinstance(read, NotAPayment):
        return NotAPayment(replace(read.payment, source=source))
    if not isinstance(read, Payment):
        return replace(read, source=source)
    try:
        return complete(replace(read, source=source))
    except Exception as broken:  # noqa: BLE001 — as above: unreadable, never lost and never half-read
        return unreadable(source, _our_fault(broken))


def _our_fault(broken: Exception) -> UnreadableMessage:
    what = f"{type(broken).__name__}: {broken}"[:200]
    return UnreadableMessage("message", f"something our reader fails on ({what})", "a message", "Please report it.")
