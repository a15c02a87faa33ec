"""Whether the journal holds: every line follows, its content is what was written, and nothing stands without a line.

Faults are told in the order of the lines. After the first line that does not follow, only contents are looked at: what
comes behind it hangs on it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, and_, select

from brightline.cases.journal.checkpoint import Checkpoint
from brightline.cases.journal.contents import content_faults, erased_subjects, rows_without_a_line
from brightline.cases.journal.fault import Fault
from brightline.cases.journal.hashing import add_leaf, pack, root_of
from brightline.cases.journal.reading import BATCH, every_checkpoint, line_from
from brightline.cases.tables.journal import journal, journal_head, journal_nodes


@dataclass(slots=True)
class _Walk:
    """The tree as it grows line by line, beside what is stored of it."""

    signed: dict[int, Checkpoint]
    keys: Collection[bytes]
    size: int = 0
    peaks: list[bytes] = field(default_factory=list)
    broken: bool = False

    def step(self, row: Row[Any], nodes: dict[tuple[int, int], bytes]) -> Iterator[Fault]:
        """One line more: its number, its hash, the whole subtrees it completes, the checkpoint over it."""
        if row.line != self.size + 1:
            yield self._break(self.size + 1, f"is missing: line {row.line} comes after line {self.size}")
            return
        leaf = line_from(row).leaf()
        if leaf != row.leaf:
            yield self._break(row.line, "does not follow: its text is not what was written")
            return
        made = add_leaf(self.peaks, self.size, leaf)
        self.size += 1
        for level, place, hashed in made:
            if nodes.get((level, place)) != hashed:
                first = (place << level) + 1
                yield self._break(first, f"does not follow: it or one up to line {row.line} was changed")
                return
        yield from self._checkpoint(self.size)

    def _checkpoint(self, size: int) -> Iterator[Fault]:
        one = self.signed.pop(size, None)
        if one is None:
            return
        if one.root != root_of(self.peaks):
            yield self._break(size, "does not follow: the checkpoint over it has another root")
        elif not one.holds():
            yield Fault(size, f"the signature of the checkpoint over {size} lines does not hold")
        elif self.keys and one.key not in self.keys:
            yield Fault(size, f"the checkpoint over {size} lines is signed with a key that is not trusted")

    def _break(self, number: int, sentence: str) -> Fault:
        self.broken = True
        return Fault(number, sentence)


def verify(conn: Connection, keys: Collection[bytes] = ()) -> Iterator[Fault]:
    """Everything that does not hold, the first line that does not follow first. Nothing: the journal holds.

    `keys`: the public keys that may have signed; without any, a checkpoint is believed on the key it carries itself.
    """
    walk = _Walk({one.size: one for one in every_checkpoint(conn)}, keys)
    erased = erased_subjects(conn)
    newest = max(walk.signed, default=0)
    first = 1
    while rows := conn.execute(select(journal).where(journal.c.line >= first).order_by("line").limit(BATCH)).all():
        nodes = _nodes_over(conn, rows)
        for row in rows:
            if not walk.broken:
                yield from walk.step(row, nodes)
        yield from content_faults(conn, [line_from(row) for row in rows], erased)
        first = rows[-1].line + 1
    if not walk.broken:
        yield from _end(conn, walk, newest)
    yield from rows_without_a_line(conn)


def _nodes_over(conn: Connection, rows: Sequence[Row[Any]]) -> dict[tuple[int, int], bytes]:
    """The stored whole subtrees that these lines complete."""
    start, end = rows[0].line - 1, rows[-1].line
    found: dict[tuple[int, int], bytes] = {}
    level = 1
    while end >> level:
        within = and_(journal_nodes.c.place >= start >> level, journal_nodes.c.place < end >> level)
        for place, hashed in conn.execute(
            select(journal_nodes.c.place, journal_nodes.c.hash).where(journal_nodes.c.level == level, within)
        ):
            found[level, place] = hashed
        level += 1
    return found


def _end(conn: Connection, walk: _Walk, newest: int) -> Iterator[Fault]:
    """The tail: as many lines as the head counts and the newest checkpoint signed."""
    head = conn.execute(select(journal_head)).one_or_none()
    if head is None:
        yield Fault(1, "the head of the journal is gone")
    elif newest > walk.size:
        yield Fault(walk.size + 1, f"is missing: a signed checkpoint counts {newest} lines, {walk.size} are here")
    elif (head.size, head.peaks) != (walk.size, pack(walk.peaks)):
        yield Fault(walk.size + 1, f"is missing: the head counts {head.size} lines, {walk.size} are here")
    elif walk.size and newest != walk.size:
        yield Fault(walk.size, "is under no signed checkpoint: the newest was taken away")
