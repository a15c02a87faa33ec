"""What people do with a case: every act checked against state, role and second person, told to the journal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, RowMapping, delete, insert, select, update

from brightline.cases.actors import Actor
from brightline.cases.acts import KINDS, Act
from brightline.cases.again import screen_again, screen_repaired, screen_replied, what_changed
from brightline.cases.database import Store, stamp
from brightline.cases.deciding import Deciding, Screened
from brightline.cases.events import tell
from brightline.cases.guards import (
    case_row,
    check_alone,
    check_disposition,
    check_second,
    check_state,
    check_words,
)
from brightline.cases.kept import decision_line
from brightline.cases.moves import ANEW, MOVES, NO_RECOMMENDATION, UNLOCKED, Doing, Done, waited
from brightline.cases.open import decided_columns
from brightline.cases.outbox import announce
from brightline.cases.people import require_live
from brightline.cases.permissions import require
from brightline.cases.reasons import graver
from brightline.cases.rows import CaseView
from brightline.cases.states import IN_REVIEW, RECOMMENDED, SCREENED_ANEW, SECONDS, WAITING
from brightline.cases.stored import lay_again
from brightline.cases.summary import summary_of
from brightline.cases.tables.cases import case_decisions, cases, due_reports
from brightline.cases.urgency import urgency_of
from brightline.cases.view import case_view
from brightline.errors import Clash, Refused
from brightline.screen.four_eyes import FourEyes
from brightline.screen.plain import Json
from brightline.screen.wire import read_line
from brightline.terms.dispositions import RELEASED

__all__ = ["KINDS", "MOST_TOGETHER", "Act", "act", "act_together"]

MOST_TOGETHER = 200


@dataclass(frozen=True, slots=True)
class _Planned:
    """An act on one case, with what had to be screened for it before its transaction.

    `decision`: the one screened; `recommended`: the journal line of what a second person agrees to or not.
    """

    case_id: str
    act: Act
    decision: str
    recommended: int | None
    again: Screened | None


def act(store: Store, case_id: str, one: Act, actor: Actor, deciding: Deciding) -> CaseView:
    """Do it, in one transaction with its journal lines, and give the case as it is now.

    A release screens the payment again with the current edition first; where the answer changed nothing is released,
    the new decision is kept, and a 409 says what changed. Raises Refused (403, 404, 409 or 422) with a sentence.
    """
    check_words(one)
    require(actor, f"cases.{one.kind}")
    planned = _plan(store, case_id, one, actor, deciding)
    four_eyes = deciding.edition.policy.four_eyes
    with store.write() as conn:
        changed = _carry_out(conn, store, planned, actor, four_eyes)
    if changed:
        raise _changed_since(case_id, changed)
    return case_view(store, case_id, actor, four_eyes=four_eyes)


def act_together(store: Store, case_ids: Sequence[str], one: Act, actor: Actor, deciding: Deciding) -> tuple[str, ...]:
    """The same act on several cases of one counterparty and one entry: all of them or none. The ids, sorted.

    Raises Refused where they are not of one counterparty and one entry, or one of them refuses.
    """
    check_words(one)
    require(actor, f"cases.{one.kind}")
    chosen = tuple(sorted(set(case_ids)))
    _check_together(store, chosen)
    planned = [_plan(store, name, one, actor, deciding) for name in chosen]
    with store.write() as conn:
        for each in planned:
            if changed := _carry_out(conn, store, each, actor, deciding.edition.policy.four_eyes):
                raise _changed_since(each.case_id, changed)
    return chosen


def _check_together(store: Store, case_ids: Sequence[str]) -> None:
    if not 1 <= len(case_ids) <= MOST_TOGETHER:
        raise Refused("cases", f"{len(case_ids)} cases", f"1 to {MOST_TOGETHER}")
    with store.read() as conn:
        rows = [case_row(conn, name) for name in case_ids]
    if len({(row["counterparty_key"], row["entry"]) for row in rows}) > 1 or rows[0]["counterparty_key"] is None:
        raise Refused("cases", "several counterparties or entries", "cases of one counterparty and one entry")


def _plan(store: Store, case_id: str, one: Act, actor: Actor, deciding: Deciding) -> _Planned:
    """What has to be screened is screened before the transaction, so that nobody waits for it to write."""
    with store.read() as conn:
        row = case_row(conn, case_id)
        check_state(conn, row, one, actor, stamp(store.now()))
        line = read_line(decision_line(conn, row["decision"]).decode())
    again = None
    if one.kind == "repair":
        again = screen_repaired(one.message or b"", line, deciding, store.now())
    elif one.kind == "reply":
        again = screen_replied(one.message or b"", line, deciding, store.now())
    elif _releases(row, one):
        _check_release(row, one, actor, line, deciding.edition.policy.four_eyes)
        again = screen_again(line, deciding, store.now())
    recommended = row["recommended_line"] if one.kind in SECONDS else None
    return _Planned(case_id, one, row["decision"], recommended, again)


def _releases(row: RowMapping, one: Act) -> bool:
    if one.kind == "approve":
        return bool(row["recommended"] == RELEASED and one.disposition in (None, RELEASED))
    return one.kind == "dispose" and one.disposition == RELEASED


def _check_release(row: RowMapping, one: Act, actor: Actor, line: Json, four_eyes: FourEyes) -> None:
    """What would be refused anyhow is refused before anything is screened or kept."""
    check_disposition(row, line, RELEASED)
    if one.kind == "approve":
        check_second(row, actor)
    else:
        check_alone(row, RELEASED, four_eyes)


def _carry_out(conn: Connection, store: Store, planned: _Planned, actor: Actor, four_eyes: FourEyes) -> tuple[str, ...]:
    """Do it in the caller's transaction. What changed since the decision in force, where that forbids it."""
    require_live(conn, actor)
    row, one, now = case_row(conn, planned.case_id), planned.act, store.now()
    check_state(conn, row, one, actor, stamp(now))
    _check_same(row, planned)
    line = read_line(decision_line(conn, row["decision"]).decode())
    doing = Doing(conn, store, row, line, one, actor, now, four_eyes)
    changed: tuple[str, ...] = ()
    if planned.again is not None:
        new, after = _take_anew(conn, store, row, planned.again)
        changed = what_changed(line, after) if one.kind not in SCREENED_ANEW else ()
        row = case_row(conn, planned.case_id)
        doing = replace(doing, row=row, line=after)
        if changed:
            _write(doing, _void(doing, planned.decision, new, changed))
            return changed
    _write(doing, MOVES[one.kind](doing), more={"from": planned.decision} if one.kind in SCREENED_ANEW else {})
    return ()


def _check_same(row: RowMapping, planned: _Planned) -> None:
    """Raises Clash where somebody came in between: nobody agrees to what was not there to be looked at."""
    if row["decision"] != planned.decision:
        raise Clash("case", "a decision taken since", "the one you looked at", "Read it again.")
    if planned.recommended not in (None, row["recommended_line"]):
        raise Clash("case", "a recommendation made since", "the one you looked at", "Read it again.")


def take_up(
    conn: Connection, store: Store, row: RowMapping, again: Screened, changed: Sequence[str], actor: Actor
) -> None:
    """Have a decision taken anew in force, in the caller's transaction: the case is open, and nothing recommended.

    `changed` says why it is taken up and what is not as it was; both decisions are named in its journal line.
    """
    before = row["decision"]
    new, _ = _take_anew(conn, store, row, again)
    told = {"before": before, "after": new, "changed": list(changed), "taken_up": True}
    tell(conn, store, row["id"], "changed-since", actor, content=told)
    state = row["state"] if row["is_open"] and row["state"] != RECOMMENDED else IN_REVIEW
    voided = NO_RECOMMENDATION if row["is_open"] else {**NO_RECOMMENDATION, **ANEW}
    values = {**voided, **UNLOCKED, "state": state, "revision": row["revision"] + 1}
    conn.execute(update(cases).where(cases.c.id == row["id"]).values(**values))
    _place(conn, case_row(conn, row["id"]))


def _take_anew(conn: Connection, store: Store, row: RowMapping, again: Screened) -> tuple[str, Json]:
    """Keep a decision taken anew as the one in force: its id and line."""
    kept = lay_again(conn, store, again)[0]
    if kept.new:
        told = {"decision": kept.id, "outcome": kept.outcome, "message": row["message"], "case": row["id"]}
        announce(conn, store, "decision.created", [told])
    after = read_line(kept.line.decode())
    summary = summary_of(after)
    columns = decided_columns(summary, row["opened"], escalated=row["escalated"])
    gravest = graver(row["gravest"], summary.outcome)
    conn.execute(update(cases).where(cases.c.id == row["id"]).values(**columns, decision=kept.id, gravest=gravest))
    known = list(conn.scalars(select(case_decisions.c.decision).where(case_decisions.c.case == row["id"])))
    if kept.id not in known:
        conn.execute(insert(case_decisions).values(case=row["id"], number=len(known) + 1, decision=kept.id))
    return kept.id, after


def _void(doing: Doing, before: str, after: str, changed: Sequence[str]) -> Done:
    """The approval does not count: back to review, with both decisions named."""
    values = {"state": IN_REVIEW, **waited(doing), **NO_RECOMMENDATION, **UNLOCKED}
    return Done("changed-since", values, {"before": before, "after": after, "changed": list(changed)})


def _write(doing: Doing, done: Done, more: Json | None = None) -> None:
    """The columns, the journal line, the reports due, and where the case now stands in the queue."""
    conn, case_id = doing.conn, doing.row["id"]
    content = {**done.content, **(more or {})}
    if doing.act.kind in SCREENED_ANEW:
        content["decision"] = doing.row["decision"]
    line = tell(conn, doing.store, case_id, done.told, doing.actor, doing.act.reason, doing.act.comment, content)
    values = {**done.values, "revision": doing.row["revision"] + 1}
    if done.named_by:
        values[done.named_by] = line
    if done.told == "reopened":
        conn.execute(delete(due_reports).where(due_reports.c.case == case_id, due_reports.c.filed.is_(None)))
    for report, day in done.reports.items():
        owed = {"case": case_id, "report": report}
        conn.execute(delete(due_reports).filter_by(**owed))
        conn.execute(insert(due_reports).values(**owed, due_on=day))
    conn.execute(update(cases).where(cases.c.id == case_id).values(**values))
    _place(conn, case_row(conn, case_id))


def _place(conn: Connection, row: RowMapping) -> None:
    """What falls due next, and the place in the queue: the cut-off while the money is held, then reports owed."""
    owed = select(due_reports.c.due_on).where(due_reports.c.case == row["id"], due_reports.c.filed.is_(None))
    days = [f"{day}T23:59:59.999999Z" for day in conn.scalars(owed)]
    held = row["is_open"] and row["state"] not in WAITING and row["cut_off"]
    due = min([*days, *([row["cut_off"]] if held else [])], default=None)
    urgency = urgency_of(row["outcome"], row["escalated"], due, row["amount_sorts"], row["opened"])
    conn.execute(update(cases).where(cases.c.id == row["id"]).values(due=due, urgency=urgency))


def _changed_since(case_id: str, changed: Sequence[str]) -> Clash:
    told = "; ".join(changed)
    return Clash(f"case {case_id}", f"on screening again {told}", "the answer that was approved", "Look at it anew.")
