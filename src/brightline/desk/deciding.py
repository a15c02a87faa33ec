"""What the forms of the case page are filled with: answers, people, drafts, an earlier answer to apply again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from brightline.cases.passports import draft_passport
from brightline.cases.people import colleagues
from brightline.cases.permissions import allowed
from brightline.cases.rows import CaseView, EarlierCase
from brightline.desk.answers import answers, answers_of, reasons_to_reopen
from brightline.desk.changed import side_by_side
from brightline.desk.visit import Ask
from brightline.errors import Refused
from brightline.terms.dispositions import RELEASED

USUAL = timedelta(days=365)  # how long a pair or passport holds unless a person says otherwise
AS_BEFORE = "as-before"


def to_decide(ask: Ask, view: CaseView) -> Mapping[str, object]:
    """Everything beside the case itself that its forms need. Nothing is offered while somebody else has it open."""
    free = view.row.locked_by in (None, ask.actor.name)
    today = ask.service.store.now().date()
    open_now = view.actions if free else tuple(one for one in view.actions if one.kind in ("note", "filed"))
    with ask.service.store.read() as conn:
        changed = side_by_side(conn, view)
    return {
        "offered": {one.kind: one for one in open_now},
        "answers": answers_of(open_now),
        "own_answers": answers() if view.hidden else (),
        "reopening": reasons_to_reopen(),
        "colleagues": colleagues(ask.service.store),
        "changed": changed,
        "again": _again(ask, view),
        "draft": _draft(ask, view),
        "may_propose": allowed(ask.actor, "clearances.propose"),
        "may_file": allowed(ask.actor, "files.add"),
        "can_print": ask.service.printer is not None,
        "today": today.isoformat(),
        "expires": (today + USUAL).isoformat(),
    }


def _again(ask: Ask, view: CaseView) -> Mapping[str, str] | None:
    """The earlier answer that this person asks to apply again, ready to be looked at and sent; never sent by itself."""
    asked = ask.query.get("again", "")
    found = next((one for one in view.earlier if one.offers and one.id == asked), None)
    return None if found is None else {"answer": f"{RELEASED}:{AS_BEFORE}", "comment": _words(found)}


def _words(earlier: EarlierCase) -> str:
    ended = date.fromisoformat(earlier.ended[:10])
    return f"As in case {earlier.id[:12]} of {ended}, released by {earlier.ended_by}: same party, same entry."


def _draft(ask: Ask, view: CaseView) -> Mapping[str, object] | None:
    """A passport as far as the payment and the files say; None where this payment cannot have one."""
    if not allowed(ask.actor, "clearances.propose") or view.row.outcome == "unreadable":
        return None
    try:
        return draft_passport(ask.service.store, view.row.id)
    except Refused:
        return None
