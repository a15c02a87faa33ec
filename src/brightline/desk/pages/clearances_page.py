"""Pairs (a party is not an entry) and passports (a relationship cleared on documents): proposed, live and ended."""

from __future__ import annotations

from starlette.responses import Response

from brightline.cases import clearances
from brightline.cases.clearances import PAIR, PASSPORT, every_clearance
from brightline.cases.permissions import allowed
from brightline.desk.drawing import draw
from brightline.desk.going import go
from brightline.desk.visit import Ask

HERE = "/desk/clearances"


def show(ask: Ask) -> Response:
    """All pairs and passports: those to be approved first, then the newest."""
    store = ask.service.store
    content = {
        "pairs": every_clearance(store, PAIR, ask.actor),
        "passports": every_clearance(store, PASSPORT, ask.actor),
        "may_approve": allowed(ask.actor, "clearances.approve"),
        "may_end": allowed(ask.actor, "clearances.end"),
    }
    return draw("clearances.html", ask, content)


def approve(ask: Ask) -> Response:
    """A second person agrees."""
    clearances.approve(ask.service.store, ask.path["id"], ask.actor, ask.service.deciding, ask.word("why"))
    return go(HERE, "done")


def refuse(ask: Ask) -> Response:
    """A second person does not agree."""
    clearances.refuse(ask.service.store, ask.path["id"], ask.actor, ask.word("why"))
    return go(HERE, "done")


def end(ask: Ask) -> Response:
    """One that is live or proposed ends now."""
    clearances.end(ask.service.store, ask.path["id"], ask.actor, ask.service.deciding, ask.word("why"))
    return go(HERE, "done")
