"""What was done in a case, told to the journal and read back from it: the timeline is the journal's own text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Row, select

from brightline.cases.actors import Actor
from brightline.cases.database import Store
from brightline.cases.journal.append import append
from brightline.cases.outbox import announce
from brightline.cases.rows import Event
from brightline.cases.sealed import key_of, open_with
from brightline.cases.tables.journal import journal, journal_contents

PREFIX = "case-"  # of the kinds of journal lines that make up a timeline


def tell(
    conn: Connection,
    store: Store,
    case_id: str,
    kind: str,
    by: Actor,
    reason: str | None = None,
    comment: str | None = None,
    content: Mapping[str, object] | None = None,
) -> int:
    """One line about an act in a case; what it says is sealed under the case's key. The number of the line.

    Whoever wants to hear of cases is told that it was done, not what it says.
    """
    said = {"by": by.id, "by_name": by.name, "via": by.via, "reason": reason, "comment": comment}
    line = append(conn, store, PREFIX + kind, case_id, {**said, "content": dict(content or {})}, under=case_id)
    announce(conn, store, "case.changed", [{"case": case_id, "what": kind, "line": line}])
    return line


def timeline(conn: Connection, case_id: str) -> tuple[Event, ...]:
    """All that was done in a case, oldest first. What was erased has no content, but its line, moment and kind."""
    chosen = (
        select(journal.c.line, journal.c.at, journal.c.kind, journal_contents.c.content)
        .outerjoin(journal_contents, journal_contents.c.line == journal.c.line)
        .where(journal.c.subject == case_id, journal.c.kind.startswith(PREFIX))
        .order_by(journal.c.line)
    )
    key = key_of(conn, case_id)
    return tuple(_event(_read(key, case_id, row.content), row) for row in conn.execute(chosen))


def comment_of(conn: Connection, case_id: str, line: int | None) -> str:
    """The comment of one line of a case; empty where it was erased."""
    sealed = conn.scalar(select(journal_contents.c.content).where(journal_contents.c.line == line))
    return str(_read(key_of(conn, case_id), case_id, sealed).get("comment") or "")


def _event(said: Mapping[str, Any], row: Row[Any, Any, Any, Any]) -> Event:
    by, name = str(said.get("by", "")), str(said.get("by_name", ""))
    kind = str(row.kind).removeprefix(PREFIX)
    return Event(row.line, row.at, kind, by, name, said.get("reason"), said.get("comment"), said.get("content") or {})


def _read(key: bytes | None, case_id: str, sealed: bytes | None) -> dict[str, Any]:
    if key is None or sealed is None:
        return {}
    said: dict[str, Any] = json.loads(open_with(key, case_id, sealed))
    return said
