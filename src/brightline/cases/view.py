"""One case with all that a person needs to decide it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from brightline.cases.actors import Actor
from brightline.cases.clearances import clearances_of_case
from brightline.cases.database import Store, stamp
from brightline.cases.due import reports
from brightline.cases.events import comment_of, timeline
from brightline.cases.files import files_of
from brightline.cases.guards import case_row, dispositions_of, needs_second
from brightline.cases.kept import body_of, standing
from brightline.cases.offers import earlier_cases
from brightline.cases.people import names_of
from brightline.cases.permissions import allowed, require
from brightline.cases.queue import rows_of
from brightline.cases.rows import CaseView, DueReport, Event, Offered, Recommendation
from brightline.cases.states import RECOMMENDED, SECONDS, TRANSITIONS
from brightline.cases.tables.cases import case_decisions, due_reports
from brightline.cases.tables.received import messages
from brightline.screen.four_eyes import FourEyes
from brightline.screen.plain import Json
from brightline.screen.policy import shipped_four_eyes
from brightline.screen.wire import read_line


def case_view(
    store: Store, case_id: str, actor: Actor, blind: bool = False, four_eyes: FourEyes | None = None
) -> CaseView:
    """The case as this person may see it. `blind`: a second person hides what the first one recommended until done.

    `four_eyes`: what takes two people under the policy in force; as shipped where nobody says.
    Raises Refused (404) where there is no such case, (403) where the role may not read cases.
    """
    require(actor, "cases.read")
    with store.read() as conn:
        row = case_row(conn, case_id)
        hidden = blind and row["state"] == RECOMMENDED
        return _view(conn, store, row, actor, hidden, shipped_four_eyes() if four_eyes is None else four_eyes)


def _view(conn: Connection, store: Store, row: RowMapping, actor: Actor, hidden: bool, four_eyes: FourEyes) -> CaseView:
    names, decisions = names_of(conn), _decisions(conn, row["id"])
    line = _line(conn, row["decision"])
    story = timeline(conn, row["id"])
    body = body_of(conn, row["message"])
    return CaseView(
        row=rows_of(conn, [row], stamp(store.now()))[0],
        revision=row["revision"],
        decision=line,
        decisions=decisions,
        raw=None if body is None else body.decode("utf-8", "replace"),
        content_type=conn.scalar(select(messages.c.content_type).where(messages.c.id == row["message"])) or "",
        timeline=_unhidden(story, row) if hidden else story,
        recommendation=None if hidden else _recommendation(conn, row, names, story),
        hidden=hidden,
        earlier=earlier_cases(conn, row, names),
        due=_due(conn, row["id"]),
        files=files_of(conn, row["id"], names),
        pairs=clearances_of_case(conn, row["id"], "pair", names),
        passports=clearances_of_case(conn, row["id"], "passport", names),
        actions=tuple(_offered(row, line, actor, four_eyes)),
    )


def _line(conn: Connection, decision: str) -> Json:
    """The decision's line; nothing but its id where it was erased."""
    found = standing(conn, [decision]).get(decision)
    return read_line(found.line.decode()) if found else {"id": decision}


def _decisions(conn: Connection, case_id: str) -> tuple[str, ...]:
    chosen = select(case_decisions.c.decision).where(case_decisions.c.case == case_id)
    return tuple(conn.scalars(chosen.order_by(case_decisions.c.number)))


def _recommendation(
    conn: Connection, row: RowMapping, names: Mapping[str, str], story: Sequence[Event]
) -> Recommendation | None:
    if row["recommended"] is None:
        return None
    at = next((one.at for one in story if one.line == row["recommended_line"]), "")
    comment = comment_of(conn, row["id"], row["recommended_line"])
    by = row["recommended_by"]
    return Recommendation(row["recommended"], row["recommended_reason"], comment, by, names.get(by, ""), at)


def _unhidden(story: Sequence[Event], row: RowMapping) -> tuple[Event, ...]:
    """The timeline without what the first person came to: that one recommended something shows, not what."""
    told: list[Event] = []
    for one in story:
        own = one.by == row["recommended_by"] and one.kind in ("recommended", "note")
        told.append(Event(one.line, one.at, one.kind, one.by, one.by_name, None, None) if own else one)
    return tuple(told)


def _due(conn: Connection, case_id: str) -> tuple[DueReport, ...]:
    owed = select(due_reports).where(due_reports.c.case == case_id).order_by(due_reports.c.due_on)
    return tuple(due_report(row.report, row.due_on, row.filed) for row in conn.execute(owed))


def due_report(name: str, due_on: str, filed: str | None) -> DueReport:
    """A report that is owed, with what due.yaml says of it. One that is no longer in the file keeps its name."""
    known = reports().get(name)
    if known is None:
        return DueReport(name, "", name, due_on, "unverified", "", filed)
    return DueReport(name, known.regime, known.what, due_on, known.status, f"{known.act}, {known.url}", filed)


def _offered(row: RowMapping, line: Mapping[str, Any], actor: Actor, four_eyes: FourEyes) -> Iterator[Offered]:
    """The acts open to this person in this state, in the order of the table."""
    for kind, needs in TRANSITIONS.items():
        if row["state"] not in needs.come_from or not allowed(actor, f"cases.{kind}"):
            continue
        if kind in SECONDS and actor.id == row["recommended_by"]:
            continue
        if kind in ("recommend", "dispose"):
            open_now = dispositions_of(row, line)
            guarded = tuple(one for one in open_now if needs_second(row, one, four_eyes))
            yield Offered(kind, open_now if kind == "recommend" else _alone(open_now, guarded), guarded)
        else:
            yield Offered(kind)


def _alone(open_now: Sequence[str], guarded: Sequence[str]) -> tuple[str, ...]:
    return tuple(one for one in open_now if one not in guarded)
