"""The evidence pack of a case: a page to print, the same as PDF, and a bundle that proves itself."""

from __future__ import annotations

from importlib import resources

from starlette.responses import HTMLResponse, JSONResponse, Response

from brightline.cases.database import stamp
from brightline.cases.evidence import case_bundle, case_lines
from brightline.cases.journal.reading import newest_checkpoint
from brightline.cases.view import case_view
from brightline.desk.drawing import draw
from brightline.desk.pages.case_page import content
from brightline.desk.visit import Ask
from brightline.errors import Refused

STYLE = "pack.css"


def show(ask: Ask) -> Response:
    """The pack as a page of its own, made for paper."""
    return _page(ask, style="")


def pdf(ask: Ask) -> Response:
    """The pack as PDF. Raises Refused where this machine has no Chromium to print with."""
    printer = ask.service.printer
    if printer is None:
        told = "no Chromium on the machine of the service"
        raise Refused("PDF", told, "one to print with", "Open the pack and print it from the browser.")
    style = resources.files("brightline.desk").joinpath("static", STYLE).read_text(encoding="utf-8")
    drawn = printer(bytes(_page(ask, style).body))
    return _file(Response(drawn, media_type="application/pdf"), ask, "pdf")


def bundle(ask: Ask) -> Response:
    """The pack for a program: `brightline journal check` verifies it with the public key alone."""
    return _file(JSONResponse(case_bundle(ask.service.store, ask.path["case"], ask.actor)), ask, "json")


def _page(ask: Ask, style: str) -> HTMLResponse:
    store = ask.service.store
    view = case_view(store, ask.path["case"], ask.actor)
    with store.read() as conn:
        lines, checkpoint = case_lines(conn, view.row.id), newest_checkpoint(conn)
    told = {"style": style, "lines": lines, "checkpoint": checkpoint, "made": stamp(store.now())}
    return draw("pack.html", ask, {**content(ask, view), **told})


def _file(answer: Response, ask: Ask, ending: str) -> Response:
    answer.headers["content-disposition"] = f'attachment; filename="case-{ask.path["case"][:12]}.{ending}"'
    return answer
