"""What each act changes in a case: the columns it sets and what its journal line says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, RowMapping, select, update

from brightline.cases.actors import Actor
from brightline.cases.acts import Act
from brightline.cases.database import Store, stamp
from brightline.cases.due import due_of
from brightline.cases.guards import check_alone, check_disposition, check_second
from brightline.cases.locks import LOCKED_FOR
from brightline.cases.reasons import reason_for
from brightline.cases.states import IN_REVIEW, RECOMMENDED, WAITING_BANK, WAITING_CUSTOMER
from brightline.cases.tables.cases import due_reports
from brightline.cases.tables.people import people
from brightline.cases.tables.requests import requests
from brightline.errors import Clash, Refused
from brightline.screen.four_eyes import FourEyes
from brightline.screen.plain import Json

NO_RECOMMENDATION: Mapping[str, object] = {
    "recommended": None,
    "recommended_reason": None,
    "recommended_by": None,
    "recommended_line": None,
}
ANEW: Mapping[str, object] = {  # of an ended case that is taken up again
    "is_open": True,
    **dict.fromkeys(("ended", "ended_by", "ended_line", "disposition", "reason", "true_match")),
}
UNLOCKED: Mapping[str, object] = {"locked_by": None, "locked_until": None}
_WAITING_FOR = {"customer": WAITING_CUSTOMER, "bank": WAITING_BANK}


@dataclass(frozen=True, slots=True)
class Doing:
    """An act in the middle of its transaction. `line`: the decision in force. `now`: by the store's clock.

    `four_eyes`: what takes two people under the policy in force.
    """

    conn: Connection
    store: Store
    row: RowMapping
    line: Json
    act: Act
    actor: Actor
    now: datetime
    four_eyes: FourEyes


@dataclass(frozen=True, slots=True)
class Done:
    """What an act changes. `told`: the kind in the timeline. `named_by`: the column that keeps the journal line.

    `reports`: the reports it makes due, with their days.
    """

    told: str
    values: Mapping[str, object] = field(default_factory=dict)
    content: Mapping[str, object] = field(default_factory=dict)
    named_by: str | None = None
    reports: Mapping[str, str] = field(default_factory=dict)


def assign(doing: Doing) -> Done:
    """Give the case to somebody who may work on it, or to nobody."""
    to = doing.act.to
    person = doing.conn.execute(select(people).where(people.c.id == to)).first() if to else None
    if to and (person is None or person.disabled or person.role not in ("analyst", "approver")):
        raise Refused("to", repr(to[:64]), "the id of a live analyst or approver, or nothing for nobody")
    return Done("assigned", {"assignee": to or None}, {"to": to, "to_name": person.name if person else None})


def note(doing: Doing) -> Done:
    """Write something down."""
    return Done("note")


def lock(doing: Doing) -> Done:
    """Have the case open alone for a while."""
    return Done("taken", {"locked_by": doing.actor.id, "locked_until": stamp(doing.now + LOCKED_FOR)})


def unlock(doing: Doing) -> Done:
    """Let others at it again."""
    return Done("given-back", UNLOCKED)


def wait(doing: Doing) -> Done:
    """Wait for the customer or the other bank: the clock stands."""
    if doing.act.to not in _WAITING_FOR:
        raise Refused("to", repr((doing.act.to or "nothing")[:40]), "customer or bank")
    state = _WAITING_FOR[doing.act.to]
    return Done("waiting", {"state": state, "waiting_since": stamp(doing.now), **UNLOCKED}, {"for": doing.act.to})


def resume(doing: Doing) -> Done:
    """The answer came: the clock goes on."""
    return Done("resumed", {"state": IN_REVIEW, **waited(doing)})


def escalate(doing: Doing) -> Done:
    """Give it to somebody more senior: it comes first in the queue, and belongs to nobody until taken."""
    return Done("escalated", {"state": IN_REVIEW, "escalated": True, "assignee": None, **UNLOCKED})


def recommend(doing: Doing) -> Done:
    """Say what should be done; a second person approves."""
    disposition = doing.act.disposition or ""
    check_disposition(doing.row, doing.line, disposition)
    said = {"recommended": disposition, "recommended_reason": doing.act.reason, "recommended_by": doing.actor.id}
    values = {"state": RECOMMENDED, **said, **waited(doing), **UNLOCKED}
    return Done("recommended", values, {"disposition": disposition}, named_by="recommended_line")


def approve(doing: Doing) -> Done:
    """Do what another person recommended. Somebody who looked blind and came to another answer sends it back so."""
    row, own = doing.row, doing.act.disposition
    check_second(row, doing.actor)
    if own is not None and own != row["recommended"]:
        values = {"state": IN_REVIEW, "escalated": True, **NO_RECOMMENDATION, **UNLOCKED}
        return Done("disagreed", values, {"recommended": row["recommended"], "disposition": own})
    return _end(doing, row["recommended"], row["recommended_reason"], {"recommended_by": row["recommended_by"]})


def send_back(doing: Doing) -> Done:
    """Not so: the first person has to look again."""
    check_second(doing.row, doing.actor)
    values = {"state": IN_REVIEW, "assignee": doing.row["recommended_by"], **NO_RECOMMENDATION, **UNLOCKED}
    return Done("sent-back", values, {"recommended": doing.row["recommended"]})


def dispose(doing: Doing) -> Done:
    """End the case alone, where one person may."""
    disposition = doing.act.disposition or ""
    check_alone(doing.row, disposition, doing.four_eyes)
    return _end(doing, disposition, doing.act.reason or "", {})


def repair(doing: Doing) -> Done:
    """The corrected message has a decision of its own by now; what was recommended of the first one is void."""
    return Done("repaired", {"state": IN_REVIEW, **NO_RECOMMENDATION, **waited(doing)})


def reply(doing: Doing) -> Done:
    """What was asked for came: the payment has a decision beside the new papers, and what we asked is answered."""
    ours = (requests.c.case == doing.row["id"]) & (requests.c.way == "out") & requests.c.answered.is_(None)
    done = {"answered": stamp(doing.now), "answered_by": doing.actor.id}
    doing.conn.execute(update(requests).where(ours).values(**done))
    return Done("reply", {"state": IN_REVIEW, **NO_RECOMMENDATION, **waited(doing)})


def reopen(doing: Doing) -> Done:
    """Take up an ended case anew."""
    values = {"state": IN_REVIEW, **ANEW, **NO_RECOMMENDATION}
    return Done("reopened", values, {"disposition": doing.row["disposition"]})


def filed(doing: Doing) -> Done:
    """A report that was due has been filed with its authority."""
    owed = (due_reports.c.case == doing.row["id"]) & (due_reports.c.report == doing.act.to)
    found = doing.conn.execute(select(due_reports).where(owed)).first()
    if found is None:
        raise Refused("to", repr((doing.act.to or "nothing")[:40]), "a report that this case owes")
    if found.filed:
        raise Clash("report", f"a report filed at {found.filed[:16]}Z", "one that is still owed")
    values = {"filed": stamp(doing.now), "filed_by": doing.actor.id}
    doing.conn.execute(update(due_reports).where(owed).values(**values))
    return Done("report-filed", {}, {"report": doing.act.to, "due_on": found.due_on})


def _end(doing: Doing, disposition: str, reason: str, more: Mapping[str, object]) -> Done:
    check_disposition(doing.row, doing.line, disposition)
    values = {
        "state": disposition,
        "is_open": False,
        "ended": stamp(doing.now),
        "ended_by": doing.actor.id,
        "disposition": disposition,
        "reason": reason,
        "true_match": reason_for(reason, disposition).true_match,
    }
    day = doing.now.date()
    reports = {one.name: one.due_on(day).isoformat() for one in due_of(doing.line, disposition)}
    content = {
        "disposition": disposition,
        "reason": reason,
        "decision": doing.row["decision"],
        "reports": reports,
        **more,
    }
    return Done("ended", {**values, **waited(doing), **UNLOCKED}, content, named_by="ended_line", reports=reports)


def waited(doing: Doing) -> Mapping[str, object]:
    """The end of a wait, where the case was waiting: how long the clock stood is added up."""
    since = doing.row["waiting_since"]
    if since is None:
        return {}
    stood = int((doing.now - datetime.fromisoformat(since)).total_seconds())
    return {"waiting_since": None, "waited": doing.row["waited"] + max(0, stood)}


MOVES: Mapping[str, Callable[[Doing], Done]] = {
    "assign": assign,
    "note": note,
    "lock": lock,
    "unlock": unlock,
    "wait": wait,
    "resume": resume,
    "escalate": escalate,
    "recommend": recommend,
    "approve": approve,
    "send-back": send_back,
    "dispose": dispose,
    "repair": repair,
    "reply": reply,
    "reopen": reopen,
    "filed": filed,
}
