"""The page that says no: what was asked, why not, and what to do."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from brightline.cases.service import Service
from brightline.cases.sessions import COOKIE, csrf_of_session, person_of_session
from brightline.desk.door import theme_of
from brightline.desk.drawing import draw
from brightline.desk.kept import NOTHING, Kept
from brightline.desk.visit import NOBODY, Ask
from brightline.errors import BrightlineError, Refused, StoreError

HEADINGS = {
    401: "Sign in first",
    403: "Not yours to do",
    404: "Not here",
    409: "Somebody was first",
    422: "That does not fit",
    429: "Too many tries",
    503: "The store does not answer",
}


def refusal(service: Service, request: Request, told: BrightlineError, kept: Kept = NOTHING) -> Response:
    """The refusal as a page, with its status; the bar of the desk stays, so that nobody is stranded.

    `kept`: what was typed into the form, to be copied from there.
    """
    status = told.status if isinstance(told, Refused) else 503 if isinstance(told, StoreError) else 500
    ask = _ask(service, request, reachable=status != 503)
    return draw("refusal.html", ask, {"heading": heading_of(status), "told": said(told), "kept": kept}, status)


def heading_of(status: int) -> str:
    """The refusal in few words."""
    return HEADINGS.get(status, "That did not work")


def said(told: BrightlineError) -> dict[str, str]:
    """The parts of an error as a page shows them."""
    return {part: str(getattr(told, part, "")) for part in ("where", "found", "expected", "advice")}


def _ask(service: Service, request: Request, *, reachable: bool) -> Ask:
    token = request.cookies.get(COOKIE, "") if reachable else ""
    actor = person_of_session(service.store, token) if token else None
    csrf = (csrf_of_session(service.store, token) or "") if actor else ""
    return Ask(
        service=service,
        actor=actor or NOBODY,
        csrf=csrf,
        token=token,
        here=request.url.path,
        path={},
        query=request.query_params,
        theme=theme_of(request),
    )
