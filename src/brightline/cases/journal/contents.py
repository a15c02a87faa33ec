"""What the lines speak of, beside what is stored: every text as written, every row with its line, erasure on record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import reduce
from typing import Any

from sqlalchemy import ColumnElement, Connection, String, bindparam, cast, exists, literal, select, tuple_

from brightline.cases.journal.fault import Fault
from brightline.cases.journal.line import Line, salted_digest
from brightline.cases.journal.standing import STANDING, Standing
from brightline.cases.sealed import open_with
from brightline.cases.tables.journal import journal, journal_contents
from brightline.cases.tables.keys import case_keys

ERASED = "erased"  # the kind of line that puts an erasure on record; its subject is the key that was destroyed

_BESIDE = (
    select(journal_contents, case_keys.c.key)
    .outerjoin(case_keys, case_keys.c.subject == journal_contents.c.sealed_under)
    .where(journal_contents.c.line.between(bindparam("first"), bindparam("last")))
)

Rows = Mapping[tuple[str, str], Mapping[str, Any]]


def erased_subjects(conn: Connection) -> frozenset[str]:
    """The keys whose destruction is on record."""
    return frozenset(conn.scalars(select(journal.c.subject).where(journal.c.kind == ERASED)))


def content_faults(conn: Connection, lines: Sequence[Line], erased: Set[str]) -> Iterator[Fault]:
    """Contents that are not what these consecutive lines digest, gone without an erasure, or unreadable."""
    span = {"first": lines[0].number, "last": lines[-1].number}
    beside = {row["line"]: dict(row) for row in conn.execute(_BESIDE, span).mappings()}
    rows = _rows_of(conn, lines)
    for line in lines:
        told = _fault(line, beside.get(line.number), rows, erased)
        if told:
            yield Fault(line.number, told)


def _fault(line: Line, beside: Mapping[str, Any] | None, rows: Rows, erased: Set[str]) -> str:
    """What is wrong with the content of a line, nothing where it is as written."""
    if beside is None:
        return "has lost the content that stood beside it"
    if beside["salt"] is None or (beside["sealed_under"] and beside["key"] is None):
        gone = "is without its content, and no erasure is on record"
        return "" if beside["sealed_under"] in erased else gone
    row = rows.get((line.kind, line.subject))
    if line.kind in STANDING and row is None:
        return f"speaks of {line.kind} {line.subject}, whose row is gone"
    try:
        content = _content(line, beside, row)
    except ValueError as broken:
        return f"speaks of {line.kind} {line.subject}: {broken}"
    same = salted_digest(beside["salt"], content) == line.digest
    return "" if same else f"speaks of {line.kind} {line.subject}, which is not as it was written"


def _content(line: Line, beside: Mapping[str, Any], row: Mapping[str, Any] | None) -> bytes:
    """What is stored now. Raises ValueError where sealed data does not open."""
    under, key = beside["sealed_under"], beside["key"]
    if row is None:
        kept = bytes(beside["content"] or b"")
        return open_with(key, under, kept) if under else kept
    kind = STANDING[line.kind]
    return kind.content_of(row, open_with(key, under, row["sealed"] or b"") if kind.sealed else b"")


def _rows_of(conn: Connection, lines: Sequence[Line]) -> Rows:
    """The rows these lines speak of, by kind and subject."""
    found: dict[tuple[str, str], Mapping[str, Any]] = {}
    for kind in STANDING.values():
        subjects = [parts for line in lines if line.kind == kind.kind and (parts := _parts(kind, line.subject))]
        if subjects:
            columns = tuple_(*(kind.table.c[name] for name in kind.subject))
            for row in map(dict, conn.execute(select(kind.table).where(columns.in_(subjects))).mappings()):
                found[kind.kind, kind.subject_of(row)] = row
    return found


def _parts(kind: Standing, subject: str) -> tuple[object, ...]:
    """What names the row, nothing where the subject is not of this kind's shape: the line was changed."""
    try:
        return kind.parts_of(subject)
    except ValueError:
        return ()


def rows_without_a_line(conn: Connection) -> Iterator[Fault]:
    """Rows put into the store beside the journal, or whose line was taken out of it: the first of each kind."""
    for kind in STANDING.values():
        told = exists().where(journal.c.kind == kind.kind, journal.c.subject == _subject(kind))
        row = (
            conn.execute(select(kind.table).where(~told).order_by(*kind.table.primary_key).limit(1)).mappings().first()
        )
        if row is not None:
            yield Fault(
                None, f"{kind.kind} {kind.subject_of(dict(row))} stands in the store without a line in the journal"
            )


def _subject(kind: Standing) -> ColumnElement[str]:
    """What a line calls a row, said by the database."""
    first, *others = (cast(kind.table.c[name], String) for name in kind.subject)
    return reduce(lambda said, one: said + literal("/") + one, others, first)
