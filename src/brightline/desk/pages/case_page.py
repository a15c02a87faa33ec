"""The case page: everything about one held payment on one screen."""

from __future__ import annotations

from functools import partial
from urllib.parse import urlencode

from starlette.responses import Response

from brightline.cases.rows import CaseView
from brightline.cases.view import case_view
from brightline.desk.beside import beside_view
from brightline.desk.deciding import to_decide
from brightline.desk.drawing import draw, for_how_long
from brightline.desk.kept import NOTHING, kept_of
from brightline.desk.message import message_marked
from brightline.desk.pages.queue_page import asked_of
from brightline.desk.pages.refusal import heading_of, said
from brightline.desk.visit import Ask
from brightline.errors import Refused
from brightline.report.editions import edition_view
from brightline.report.payments import payment_view
from brightline.report.press import press_views
from brightline.report.reading import Json, part, word


def show(ask: Ask) -> Response:
    """The case as this person may see it. A second person may ask to look without the first one's answer."""
    view = _view(ask, blind=ask.query.get("blind") == "1")
    return draw("case/case.html", ask, content(ask, view))


def refused(ask: Ask, told: Refused) -> Response:
    """The case as it is now, what is wrong with a form sent to it, and in the form what was typed. Raises NotThere."""
    view = _view(ask)
    refusal = {"heading": heading_of(told.status), "told": said(told), "kept": kept_of(ask.here, ask.form)}
    return draw("case/case.html", ask, {**content(ask, view), "refusal": refusal, "kept": refusal["kept"]}, told.status)


def _view(ask: Ask, *, blind: bool = False) -> CaseView:
    four_eyes = ask.service.edition.policy.four_eyes
    return case_view(ask.service.store, ask.path["case"], ask.actor, blind=blind, four_eyes=four_eyes)


def content(ask: Ask, view: CaseView) -> dict[str, object]:
    """What the templates of the case page are given."""
    payment = payment_view(view.decision, 1)
    raw, raw_note = message_marked(view.raw, payment.told)
    now = ask.service.store.now()
    return {
        **to_decide(ask, view),
        "beside": beside_view(view.decision),
        "view": view,
        "row": view.row,
        "p": payment,
        "raw": raw,
        "raw_note": raw_note,
        "edition": edition_view(view.decision) if part(view.decision, "edition") else None,
        "error": _error(view.decision),
        "mine": view.row.locked_by == ask.actor.name,
        "elsewhere": bool(view.row.locked_by) and view.row.locked_by != ask.actor.name,
        "ago": partial(for_how_long, now=now),
        "query": ask.word("query", 2000) or urlencode(asked_of(ask)),
        "press": press_views(view.decision),
        "refusal": None,
        "kept": NOTHING,
    }


def _error(decision: Json) -> dict[str, str] | None:
    """Why a message could not be read; None where it could."""
    told = part(decision, "error")
    return {name: word(told, name) for name in ("where", "found", "expected", "advice")} if told else None
