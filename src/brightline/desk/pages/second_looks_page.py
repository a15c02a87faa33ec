"""Second looks: releases drawn to be looked at again by somebody else, and what the look came to."""

from __future__ import annotations

from starlette.responses import Response

from brightline.cases.permissions import allowed
from brightline.cases.second_look import draw as draw_sample
from brightline.cases.second_look import record_look, second_looks_due
from brightline.desk.drawing import draw
from brightline.desk.going import go
from brightline.desk.visit import Ask

HERE = "/desk/second-looks"


def show(ask: Ask) -> Response:
    """What is to be looked at, the oldest first, and what was."""
    store, actor = ask.service.store, ask.actor
    content = {
        "due": second_looks_due(store, actor),
        "done": second_looks_due(store, actor, done=True),
        "may_look": allowed(actor, "second-looks.record"),
    }
    return draw("second_looks.html", ask, content)


def more(ask: Ask) -> Response:
    """Draw from the releases since the last draw; which ones, the journal decides."""
    count = draw_sample(ask.service.store)
    return go(HERE, "drawn" if count else "none-drawn")


def record(ask: Ask) -> Response:
    """Say what a look came to; where it does not agree, the case is there to be taken up."""
    agrees = ask.word("agrees") == "yes"
    case = record_look(
        ask.service.store, ask.path["decision"], ask.actor, agrees=agrees, comment=ask.word("comment", 4000)
    )
    return go(f"/desk/cases/{case}" if case else HERE, "done")
