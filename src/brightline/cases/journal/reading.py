"""Reading the journal: its lines, the content beside them, its newest checkpoint, and the hashes proofs are made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from brightline.cases.journal.checkpoint import Checkpoint
from brightline.cases.journal.line import Line
from brightline.cases.journal.proofs import NodeAt
from brightline.cases.journal.standing import STANDING
from brightline.cases.sealed import open_sealed
from brightline.cases.tables.journal import checkpoints, journal, journal_contents, journal_head, journal_nodes
from brightline.errors import NotThere

BATCH = 500


def line_at(conn: Connection, number: int) -> Line:
    """A line by its number. Raises NotThere where the journal has none."""
    row = conn.execute(select(journal).where(journal.c.line == number)).one_or_none()
    if row is None:
        raise NotThere(f"journal line {number}", "none of this number", "a line of the journal")
    return line_from(row)


def line_from(row: Row[Any]) -> Line:
    """A line from its row."""
    return Line(row.line, row.at, row.kind, row.subject, row.digest)


def lines_about(conn: Connection, subject: str) -> tuple[Line, ...]:
    """Every line about a subject, in order."""
    return tuple(map(line_from, conn.execute(select(journal).where(journal.c.subject == subject).order_by("line"))))


def lines_from(conn: Connection, first: int) -> Iterator[Line]:
    """All lines from a number on, in order, without holding them all."""
    while rows := conn.execute(select(journal).where(journal.c.line >= first).order_by("line").limit(BATCH)).all():
        yield from map(line_from, rows)
        first = rows[-1].line + 1


def content_at(conn: Connection, line: Line) -> tuple[bytes, bytes] | None:
    """The salt and content a line digests, from beside it or from its table; None where it was erased.

    Raises ValueError where sealed data does not open, NotThere where the row is gone.
    """
    asked = select(journal_contents).where(journal_contents.c.line == line.number)
    beside = conn.execute(asked).one_or_none()
    if beside is None:
        raise NotThere(f"journal line {line.number}", "no content beside it", "its salt and content")
    if beside.salt is None:
        return None
    content = _standing_content(conn, line) if line.kind in STANDING else _kept_content(conn, beside)
    return None if content is None else (beside.salt, content)


def _kept_content(conn: Connection, beside: Row[Any]) -> bytes | None:
    if beside.sealed_under is None:
        return bytes(beside.content)
    return open_sealed(conn, beside.sealed_under, beside.content)


def _standing_content(conn: Connection, line: Line) -> bytes | None:
    kind = STANDING[line.kind]
    row = _row(conn, line)
    if not kind.sealed:
        return kind.content_of(row)
    text = open_sealed(conn, kind.key_of(row) or "", row["sealed"])  # type: ignore[arg-type]
    return None if text is None else kind.content_of(row, text)


def _row(conn: Connection, line: Line) -> Mapping[str, object]:
    kind = STANDING[line.kind]
    named = dict(zip(kind.subject, kind.parts_of(line.subject), strict=True))
    row = conn.execute(select(kind.table).filter_by(**named)).mappings().one_or_none()
    if row is None:
        raise NotThere(f"journal line {line.number}", f"no row of {kind.table.name}", f"{line.kind} {line.subject}")
    return dict(row)


def newest_checkpoint(conn: Connection) -> Checkpoint | None:
    """The checkpoint over the whole journal; None while it has no lines."""
    return next(_checkpoints(conn, select(checkpoints).order_by(checkpoints.c.size.desc()).limit(1)), None)


def checkpoint_over(conn: Connection, size: int) -> Checkpoint:
    """The checkpoint over so many lines. Raises NotThere where none is kept: of each minute only the last is."""
    found = next(_checkpoints(conn, select(checkpoints).where(checkpoints.c.size == size)), None)
    if found is None:
        raise NotThere(f"checkpoint over {size} lines", "none that is kept", "the size of a checkpoint seen before")
    return found


def every_checkpoint(conn: Connection) -> Iterator[Checkpoint]:
    """All kept checkpoints by size."""
    return _checkpoints(conn, select(checkpoints).order_by(checkpoints.c.size))


def _checkpoints(conn: Connection, asked: Select[Any]) -> Iterator[Checkpoint]:
    origin = str(conn.scalar(select(journal_head.c.origin)))
    for row in conn.execute(asked):
        yield Checkpoint(origin, row.size, row.root, row.at, row.key, row.signature)


def nodes_of(conn: Connection) -> NodeAt:
    """Hashes of whole subtrees, looked up one at a time: a proof needs a few dozen."""

    def node(level: int, place: int) -> bytes:
        if level == 0:
            return line_at(conn, place + 1).leaf()
        asked = select(journal_nodes.c.hash)
        return bytes(conn.execute(asked.filter_by(level=level, place=place)).scalar_one())

    return node
