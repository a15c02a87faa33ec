"""The journal inside one writing transaction: the head is read at its first line, everything is written at its end.

Lines of one transaction go to the database together, with the inner nodes they complete and one signed checkpoint.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from sqlalchemy import Connection, bindparam, select, update

from brightline.cases.failpoints import reach
from brightline.cases.journal.hashing import add_leaf, pack, root_of, unpack
from brightline.cases.journal.line import SALT_BYTES, Line, salted_digest
from brightline.cases.journal.signing import Signer
from brightline.cases.rows_in import add_rows
from brightline.cases.tables.journal import checkpoints, journal, journal_contents, journal_head, journal_nodes

# Made once: a statement that is built anew for each call costs more than running it.
_HEAD = select(journal_head)
_MOVE_HEAD = update(journal_head)
_RENEW_CHECKPOINT = update(checkpoints).where(checkpoints.c.size == bindparam("was"))

_MINUTE = 16  # characters of a stamp up to its minute


@dataclass(slots=True)
class Writing:
    """Lines waiting for the end of their transaction, behind the head as it was found."""

    origin: str
    size: int
    peaks: list[bytes]
    checkpointed: str
    was: int
    lines: list[dict[str, object]] = field(default_factory=list)
    contents: list[dict[str, object]] = field(default_factory=list)
    nodes: list[dict[str, object]] = field(default_factory=list)

    def add(self, at: str, kind: str, subject: str, content: bytes, kept: bytes | None, under: str | None) -> int:
        """One more line. `kept`: the content as it shall stand beside the line, None where it has a table."""
        self.size += 1
        salt = os.urandom(SALT_BYTES)
        line = Line(self.size, at, kind, subject, salted_digest(salt, content))
        leaf = line.leaf()
        for level, place, hashed in add_leaf(self.peaks, self.size - 1, leaf):
            self.nodes.append({"level": level, "place": place, "hash": hashed})
        said = {"line": self.size, "at": at, "kind": kind, "subject": subject, "digest": line.digest, "leaf": leaf}
        self.lines.append(said)
        self.contents.append({"line": self.size, "salt": salt, "content": kept, "sealed_under": under})
        return self.size


def begin_lines(conn: Connection) -> Writing:
    """The head as it stands. The caller is the only writer until its transaction ends."""
    head = conn.execute(_HEAD).one()
    return Writing(head.origin, head.size, unpack(head.peaks), head.checkpointed, head.size)


def write_lines(conn: Connection, writing: Writing, signer: Signer, at: str) -> None:
    """Write the lines with all that hangs on them, and a checkpoint over them."""
    add_rows(conn, journal, writing.lines)
    add_rows(conn, journal_contents, writing.contents)
    reach("journal.lines-written")
    add_rows(conn, journal_nodes, writing.nodes)
    reach("journal.nodes-written")
    _checkpoint(conn, writing, signer, at)
    peaks = pack(writing.peaks)
    conn.execute(_MOVE_HEAD, {"size": writing.size, "peaks": peaks, "checkpointed": at})
    reach("journal.head-written")


def _checkpoint(conn: Connection, writing: Writing, signer: Signer, at: str) -> None:
    """Sign the new size. Of each minute the last checkpoint stays: the newest takes the place of one of its minute."""
    made = signer.sign(writing.origin, writing.size, root_of(writing.peaks), at)
    values = {"size": made.size, "root": made.root, "at": made.at, "key": made.key, "signature": made.signature}
    if writing.was and writing.checkpointed[:_MINUTE] == at[:_MINUTE]:
        conn.execute(_RENEW_CHECKPOINT, values | {"was": writing.was})
    else:
        add_rows(conn, checkpoints, [values])
