"""Signing in and out, and choosing a light or dark look."""

from __future__ import annotations

from starlette.responses import Response

from brightline.cases.demo_people import PEOPLE
from brightline.cases.sessions import COOKIE, LONGEST, sign_in, sign_out
from brightline.desk.door import THEME, THEMES
from brightline.desk.drawing import draw
from brightline.desk.going import go, inside
from brightline.desk.visit import Ask
from brightline.errors import Refused

A_YEAR = 365 * 24 * 3600


def show(ask: Ask) -> Response:
    """The sign-in page; whoever is signed in goes on."""
    there = inside(ask.query.get("next", ""))
    return go(there) if ask.actor.id else _page(ask, there)


def enter(ask: Ask) -> Response:
    """Open a session, or say why not: wrong name or password, or too many tries and how long to wait."""
    there = inside(ask.word("next", 2000))
    try:
        session = sign_in(ask.service.store, ask.word("name"), ask.secret("password"), ask.client)
    except Refused as told:
        return _page(ask, there, told)
    answer = go(there)
    answer.set_cookie(
        COOKIE,
        session.token,
        max_age=int(LONGEST.total_seconds()),
        path="/",
        httponly=True,
        samesite="strict",
        secure=ask.secure,
    )
    return answer


def leave(ask: Ask) -> Response:
    """End the session."""
    sign_out(ask.service.store, ask.token)
    answer = go("/desk/sign-in")
    answer.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict", secure=ask.secure)
    return answer


def choose_theme(ask: Ask) -> Response:
    """Keep a light or dark look in this browser."""
    answer = go(inside(ask.word("back", 2000)))
    if (chosen := ask.word("theme")) in THEMES:
        answer.set_cookie(
            THEME, chosen, max_age=A_YEAR, path="/desk", httponly=True, samesite="strict", secure=ask.secure
        )
    return answer


def _page(ask: Ask, there: str, told: Refused | None = None) -> Response:
    people = PEOPLE if ask.service.settings.demo else ()
    refused = f"{told.found[:1].upper()}{told.found[1:]}. {told.advice}" if told else ""
    content = {"next": there, "name": ask.word("name"), "people": people, "refused": refused}
    return draw("sign_in.html", ask, content, told.status if told else 200)
