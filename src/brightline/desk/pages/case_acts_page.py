"""What a person does in a case: one form an act, each with the permission of its own kind."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from starlette.responses import Response

from brightline.cases.acts import Act
from brightline.cases.guards import LONGEST_COMMENT
from brightline.cases.view import case_view
from brightline.cases.workflow import act, act_together
from brightline.desk.answers import chosen_answer
from brightline.desk.changed import changed_since
from brightline.desk.going import go
from brightline.desk.visit import Ask
from brightline.errors import Clash, Refused

STAYING = ("note", "assign", "lock", "filed", "repair", "reply", "reopen", "resume")  # the person goes on in the case
TOGETHER = ("recommend", "dispose")  # what may be done to several cases at once
MOST_MESSAGE = 1 << 20


def doing(kind: str) -> Callable[[Ask], Response]:
    """The page that takes the form of one kind of act."""
    return partial(_do, kind=kind)


def doing_together(kind: str) -> Callable[[Ask], Response]:
    """The page that takes one act for several cases of one counterparty and one entry."""
    return partial(_do_together, kind=kind)


def _do(ask: Ask, kind: str) -> Response:
    """Do it and go on: to the queue where the case is done with, else back to it.

    Where screening again changed the answer, the case shows both decisions. Raises Refused as the workflow does.
    """
    case = ask.path["case"]
    try:
        act(ask.service.store, case, asked_act(ask, kind), ask.actor, ask.service.deciding)
    except Clash:
        if changed_since(case_view(ask.service.store, case, ask.actor)) is None:
            raise
        return go(f"/desk/cases/{case}", "changed")
    if kind in STAYING:
        return go(f"/desk/cases/{case}", "done")
    query = ask.word("query", 2000)
    return go("/desk/queue" + (f"?{query}" if query else ""), "done")


def _do_together(ask: Ask, kind: str) -> Response:
    cases = [one for one in ask.form.getlist("case") if isinstance(one, str)]
    act_together(ask.service.store, cases, asked_act(ask, kind), ask.actor, ask.service.deciding)
    return go("/desk/queue?by=counterparty", "done")


def asked_act(ask: Ask, kind: str) -> Act:
    """The act as the form asks for it. Raises Refused for a form that is not one of ours."""
    disposition, reason = chosen_answer(ask)
    message = ask.word("message", MOST_MESSAGE)
    return Act(
        kind,
        reason=reason,
        comment=ask.word("comment", LONGEST_COMMENT + 1) or None,
        disposition=disposition,
        to=ask.word("to", 80) or None,
        message=message.encode() if message else None,
        revision=_revision(ask.word("revision", 20)),
    )


def _revision(written: str) -> int | None:
    if not written:
        return None
    if written.isascii() and written.isdigit():
        return int(written)
    raise Refused("revision", repr(written), "the number the page was drawn with", "Load the page again.")
