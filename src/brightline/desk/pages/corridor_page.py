"""Corridors: what is held between two countries, and what drives the corridor's rating."""

from __future__ import annotations

import re
from datetime import timedelta

from starlette.responses import Response

from brightline.cases.numbers import Figures, numbers
from brightline.desk.corridor import corridor_on, rating_on
from brightline.desk.drawing import draw
from brightline.desk.notices.read import notices
from brightline.desk.visit import Ask
from brightline.errors import NotThere

DAYS = 90
_NAME = re.compile(r"([A-Z]{2})-([A-Z]{2})")


def index(ask: Ask) -> Response:
    """The corridors in which payments were held lately, the most alerts first, each with its rating."""
    now, book = ask.service.store.now(), ask.service.edition.book
    rows = []
    for name, figures in _lately(ask):
        if found := _NAME.fullmatch(name):
            rows.append((name, rating_on(found[1], found[2], book, now), figures))
    return draw("corridors.html", ask, {"rows": rows, "days": DAYS})


def show(ask: Ask) -> Response:
    """One corridor. Raises NotThere for a name that is not two countries."""
    name = ask.path["corridor"]
    found = _NAME.fullmatch(name)
    if found is None:
        raise NotThere("corridor", repr(name[:20]), "two countries such as CN-RU")
    view = corridor_on(found[1], found[2], ask.service.edition, ask.service.store.now(), notices())
    figures = dict(_lately(ask)).get(name)
    return draw("corridor.html", ask, {"name": name, "corridor": view, "figures": figures, "days": DAYS})


def _lately(ask: Ask) -> list[tuple[str, Figures]]:
    now = ask.service.store.now()
    found = numbers(ask.service.store, ask.actor, now - timedelta(days=DAYS), now + timedelta(seconds=1))
    return list(found.by["corridor"])
