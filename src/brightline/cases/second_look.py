"""Second looks: one in so many releases, by people and by the program, is looked at again by somebody else.

Which ones is drawn by the digest of the journal line that released them. Nobody knows it before the line is written,
and afterwards everybody can check the draw: no chance but what the journal holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from brightline.cases.actors import Actor
from brightline.cases.database import Store, stamp
from brightline.cases.events import tell
from brightline.cases.journal.append import append
from brightline.cases.journal.standing import DECISION
from brightline.cases.kept import decision_line, in_parts, message_of
from brightline.cases.open import open_case
from brightline.cases.people import require_live
from brightline.cases.permissions import require
from brightline.cases.tables.cases import cases, second_looks
from brightline.cases.tables.journal import journal, journal_head
from brightline.cases.tables.received import decisions
from brightline.errors import Clash, NotAllowed, NotThere, Refused
from brightline.screen.wire import read_line
from brightline.terms.dispositions import RELEASED

ONE_IN = 50
LONGEST_LIST = 500
_AT_ONCE = 20_000  # journal lines asked for in one query
_SINCE = journal.c.line.between(bindparam("first"), bindparam("last"))
_BY_THE_PROGRAM = (
    select(journal.c.line, journal.c.digest, decisions.c.id.label("decision"), cases.c.id.label("case"))
    .join(decisions, decisions.c.id == journal.c.subject)
    .outerjoin(cases, cases.c.id == decisions.c.id)
    .where(_SINCE, journal.c.kind == DECISION.kind, decisions.c.outcome == "release", cases.c.id.is_(None))
)
_BY_PEOPLE = (
    select(journal.c.line, journal.c.digest, cases.c.decision, cases.c.id.label("case"))
    .join(cases, cases.c.ended_line == journal.c.line)
    .where(_SINCE, cases.c.disposition == RELEASED)
)


@dataclass(frozen=True, slots=True)
class SecondLook:
    """A release to look at again. `case`: None where the program released by itself. `agrees`: None before the look."""

    decision: str
    case: str | None
    chosen: str
    looked: str | None
    agrees: bool | None


def draw(store: Store, one_in: int = ONE_IN) -> int:
    """Draw from the releases since the last draw; how many there are to look at more. Raises Refused."""
    if one_in < 1:
        raise Refused("second look", f"one in {one_in}", "one in 1 or more")
    with store.read() as conn:
        drawn = {row.decision: row for row in _releases(conn) if is_drawn(row.digest, one_in)}
    with store.write() as conn:
        known = _known(conn, tuple(drawn))
        new = [row for name, row in drawn.items() if name not in known]
        at = stamp(store.now())
        if new:
            own = [{"decision": row.decision, "case": row.case, "line": row.line, "chosen": at} for row in new]
            conn.execute(insert(second_looks), own)
            said = {"one_in": one_in, "decisions": sorted(row.decision for row in new)}
            append(conn, store, "second-looks-drawn", "second-looks", said)
        return len(new)


def _known(conn: Connection, names: Sequence[str]) -> set[str]:
    """Those of these decisions that were drawn before."""
    return {
        name
        for some in in_parts(names)
        for name in conn.scalars(select(second_looks.c.decision).where(second_looks.c.decision.in_(some)))
    }


def is_drawn(digest: bytes, one_in: int) -> bool:
    """Whether a journal line's salted digest draws what the line released."""
    return int.from_bytes(digest[:8], "big") % one_in == 0


def second_looks_due(store: Store, actor: Actor, *, done: bool = False) -> tuple[SecondLook, ...]:
    """What is still to be looked at, the oldest first; with `done` what was looked at, the newest first."""
    require(actor, "cases.read")
    asked = select(second_looks)
    if done:
        asked = asked.where(second_looks.c.looked.is_not(None)).order_by(second_looks.c.looked.desc())
    else:
        asked = asked.where(second_looks.c.looked.is_(None)).order_by(second_looks.c.line)
    with store.read() as conn:
        rows = conn.execute(asked.limit(LONGEST_LIST))
        return tuple(SecondLook(row.decision, row.case, row.chosen, row.looked, row.agrees) for row in rows)


def record_look(store: Store, decision: str, actor: Actor, *, agrees: bool, comment: str) -> str | None:
    """Say what a second look came to. The case to take up where it does not agree; one is opened where there was none.

    Raises Refused: where nothing was drawn, somebody looked already, or the one who released it would look again.
    """
    require(actor, "second-looks.record")
    if not comment.strip():
        raise Refused("comment", "nothing", "a sentence that says what you saw")
    with store.write() as conn:
        require_live(conn, actor)
        row = _to_look_at(conn, decision, actor)
        values = {"looked": stamp(store.now()), "by": actor.id, "agrees": agrees}
        conn.execute(update(second_looks).where(second_looks.c.decision == decision).values(**values))
        case_id: str | None = row.case
        if case_id is None and not agrees:
            line = read_line(decision_line(conn, decision).decode())
            case_id = open_case(conn, store, decision, message_of(conn, decision) or "", line, actor.id)
            conn.execute(update(second_looks).where(second_looks.c.decision == decision).values(case=case_id))
        said = {"agrees": agrees}
        tell(conn, store, case_id or decision, "second-look", actor, comment=comment, content=said)
        return None if agrees else case_id


def _to_look_at(conn: Connection, decision: str, actor: Actor) -> Row[Any]:
    looks = select(second_looks.c.case, second_looks.c.looked, cases.c.ended_by, cases.c.recommended_by)
    joined = looks.outerjoin(cases, cases.c.id == second_looks.c.case)
    row: Any = conn.execute(joined.where(second_looks.c.decision == decision)).first()
    if row is None:
        raise NotThere("second looks", f"the decision {decision[:64]!r}", "one that was drawn")
    if row.looked:
        raise Clash("second look", f"one done at {row.looked[:16]}Z", "one still to be done")
    if actor.id in (row.ended_by, row.recommended_by):
        raise NotAllowed("second look", "the same person who released it", "another person")
    found: Row[Any] = row
    return found


def _releases(conn: Connection) -> Iterator[Any]:
    """The lines since the last draw that released something: by the program, and by people who ended a case so."""
    first = (conn.scalar(select(func.max(second_looks.c.line))) or 0) + 1
    size = conn.scalar(select(journal_head.c.size)) or 0
    for start in range(first, size + 1, _AT_ONCE):
        yield from conn.execute(_BY_THE_PROGRAM, {"first": start, "last": start + _AT_ONCE - 1})
    yield from conn.execute(_BY_PEOPLE, {"first": first, "last": size})
