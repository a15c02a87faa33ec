"""The door of the desk: who asks, whether the form is one of ours, and whether the role may."""

from __future__ import annotations

import hmac
from urllib.parse import quote, urlsplit

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from brightline.cases.permissions import require
from brightline.cases.service import Service
from brightline.cases.sessions import COOKIE, csrf_of_session, person_of_session
from brightline.desk.visit import NOBODY, Ask
from brightline.errors import NotAllowed, NotSignedIn

THEME = "brightline_theme"
THEMES = ("light", "dark")
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def admit(service: Service, action: str | None, request: Request, form: FormData) -> Ask | Response:
    """What the page is asked for, or the way to the sign-in page. `action` None: for anybody, signed in or not.

    Raises NotAllowed where the form came from elsewhere, its token is not of this session, or the role may not do this;
    NotSignedIn where a form was sent without a live session.
    """
    posted = request.method == "POST"
    if posted:
        _must_be_ours(request)
    token = request.cookies.get(COOKIE, "")
    actor = person_of_session(service.store, token) if token else None
    if action is not None and actor is None:
        return _to_sign_in(request)
    csrf = (csrf_of_session(service.store, token) or "") if actor else ""
    if action is not None and actor is not None:
        require(actor, action)
        if posted:
            _must_match(csrf, form)
    return Ask(
        service=service,
        actor=actor or NOBODY,
        csrf=csrf,
        token=token,
        here=request.url.path,
        path={name: str(value) for name, value in request.path_params.items()},
        query=request.query_params,
        form=form,
        theme=theme_of(request),
        client=request.client.host if request.client else "",
        secure=service.settings.secure or request.url.hostname not in LOOPBACK,
        said=request.query_params.get("said", ""),
    )


def theme_of(request: Request) -> str:
    """The look that was chosen; empty where the browser's own choice holds."""
    chosen = request.cookies.get(THEME, "")
    return chosen if chosen in THEMES else ""


def is_ours(request: Request) -> bool:
    """Whether a form was sent from a page of this desk, by what the browser says of where it came from."""
    site, origin = _origin(request)
    return site == "same-origin" or (site is None and bool(origin) and origin == request.headers.get("host"))


def _origin(request: Request) -> tuple[str | None, str]:
    return request.headers.get("sec-fetch-site"), urlsplit(request.headers.get("origin", "")).netloc


def _must_be_ours(request: Request) -> None:
    """A form sent from another site is refused."""
    if is_ours(request):
        return
    site, origin = _origin(request)
    told = site or origin or "no origin"
    raise NotAllowed(
        "form", f"one sent from elsewhere ({told[:80]})", "a form of this desk", "Open the page and send it from there."
    )


def _must_match(csrf: str, form: FormData) -> None:
    sent = form.get("csrf")
    if not csrf or not isinstance(sent, str) or not hmac.compare_digest(csrf.encode(), sent.encode()):
        raise NotAllowed(
            "form", "a token that is not of this session", "a form of this session", "Load the page again."
        )


def _to_sign_in(request: Request) -> Response:
    if request.method == "POST":
        raise NotSignedIn("form", "no live session", "somebody signed in", "Sign in and send the form again.")
    there = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return RedirectResponse(f"/desk/sign-in?next={quote(there)}", 303)
