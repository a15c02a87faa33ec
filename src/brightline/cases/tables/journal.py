"""The journal: lines that are only ever added, the tree over them, and signed checkpoints.

What a line speaks of stands beside it, not in it: the line holds a salted digest. Erasure empties `journal_contents`
for a subject; lines, nodes and checkpoints stay as they are.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, SmallInteger, String, Table

from brightline.cases.tables.metadata import METADATA

journal = Table(
    "journal",
    METADATA,
    Column("line", BigInteger, primary_key=True, autoincrement=False),  # from 1
    Column("at", String(27), nullable=False),
    Column("kind", String(40), nullable=False),
    Column("subject", String(80), nullable=False, index=True),
    Column("digest", LargeBinary, nullable=False),  # sha256 of salt and content
    Column("leaf", LargeBinary, nullable=False),  # the hash of this line in the tree
)

journal_contents = Table(
    "journal_contents",
    METADATA,
    Column("line", BigInteger, primary_key=True, autoincrement=False),
    Column("salt", LargeBinary),  # none: erased
    Column("content", LargeBinary),  # none: stands in a table of its own, or erased
    Column("sealed_under", String(32), index=True),  # the key that content is sealed under; none: in the clear
)

journal_nodes = Table(
    "journal_nodes",
    METADATA,
    Column("level", SmallInteger, primary_key=True, autoincrement=False),  # 1: over two lines
    Column("place", BigInteger, primary_key=True, autoincrement=False),  # from 0 in its level; only whole subtrees
    Column("hash", LargeBinary, nullable=False),
)

journal_head = Table(
    "journal_head",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),  # always 1
    Column("origin", String(32), nullable=False),  # names this log in its checkpoints
    Column("size", BigInteger, nullable=False),
    Column("peaks", LargeBinary, nullable=False),  # hashes of the whole subtrees, widest first
    Column("checkpointed", String(27), nullable=False),  # when the newest checkpoint was made
)

checkpoints = Table(
    "checkpoints",
    METADATA,
    Column("size", BigInteger, primary_key=True, autoincrement=False),
    Column("root", LargeBinary, nullable=False),
    Column("at", String(27), nullable=False),
    Column("key", LargeBinary, nullable=False),  # the public key, 32 bytes
    Column("signature", LargeBinary, nullable=False),
)
