"""Adding a line to the journal, inside the transaction of what it tells."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from brightline.cases.database import Store, lines_of, stamp
from brightline.cases.journal.line import canonical
from brightline.cases.journal.standing import Standing
from brightline.cases.sealed import seal


def append(
    conn: Connection,
    store: Store,
    kind: str,
    subject: str,
    content: Mapping[str, object],
    *,
    under: str | None = None,
) -> int:
    """One line about a change made in this transaction; its number, from 1.

    `conn` is that of `store.write()`. The line holds a salted digest of `content` (JSON values only). The content
    stands beside it, sealed under the key of `under` where given (the id of a decision or message): give it wherever
    the content may hold personal data. It is written when the transaction ends; until then no query sees it.
    """
    said = canonical(content)
    kept = seal(conn, under, said) if under else said
    return lines_of(conn).add(stamp(store.now()), kind, subject, said, kept, under)


def append_standing(
    conn: Connection, store: Store, kind: Standing, row: Mapping[str, object], text: bytes = b""
) -> int:
    """One line about a row that stands in a table of its own, and the text that is sealed in it; its number."""
    content = kind.content_of(row, text)
    at, subject, under = stamp(store.now()), kind.subject_of(row), kind.key_of(row)
    return lines_of(conn).add(at, kind.kind, subject, content, None, under)
