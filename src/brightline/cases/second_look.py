"""Second looks: one in so many releases, by people and by the program, is looked at again by somebody else.

Which ones is drawn by the digest of the journal line that released them. Nobody knows it before the line is written,
and afterwards everybody can check the draw: no chance but what the journal holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from brightline.cases.actors import Actor
from brightline.cases.database import Store, stamp
from brightline.cases.events import tell
from brightline.cases.journal.append import append
from brightline.cases.journal.standing import DECISION
from brightline.cases.kept import decision_line, message_of
from brightline.cases.open import open_case
from brightline.cases.people import require_live
from brightline.cases.permissions import require
from brightline.cases.states import RELEASED
from brightline.cases.tables.cases import cases, second_looks
from brightline.cases.tables.journal import journal
from brightline.cases.tables.received import decisions
from brightline.errors import Clash, NotAllowed, NotThere, Refused
from brightline.screen.wire import read_line

ONE_IN = 50
LONGEST_LIST = 500
_AT_ONCE = 20_000  # journal lines looked through in one go


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
    with store.write() as conn:
        rows = [row for row in _releases(conn) if is_drawn(row.digest, one_in)]
        known = set(conn.scalars(select(second_looks.c.decision)))
        at = stamp(store.now())
        new = {row.decision: row for row in rows if row.decision not in known}
        if new:
            own = [{"decision": name, "case": row.case, "line": row.line, "chosen": at} for name, row in new.items()]
            conn.execute(insert(second_looks), own)
            append(conn, store, "second-looks-drawn", "second-looks", {"one_in": one_in, "decisions": sorted(new)})
        return len(new)


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
    last = conn.scalar(select(func.max(second_looks.c.line))) or 0
    since = (journal.c.line > last, journal.c.line <= last + _AT_ONCE)
    alone = select(journal.c.line, journal.c.digest, decisions.c.id.label("decision"), cases.c.id.label("case"))
    alone = alone.join(decisions, decisions.c.id == journal.c.subject).outerjoin(cases, cases.c.id == decisions.c.id)
    yield from conn.execute(
        alone.where(*since, journal.c.kind == DECISION.kind, decisions.c.outcome == "release", cases.c.id.is_(None))
    )
    people = select(journal.c.line, journal.c.digest, cases.c.decision, cases.c.id.label("case"))
    people = people.join(cases, cases.c.ended_line == journal.c.line)
    yield from conn.execute(people.where(*since, cases.c.disposition == RELEASED))
