"""Pairs and passports proposed from a case; a second person approves them."""

from __future__ import annotations

import re

from starlette.responses import Response

from brightline.cases.pairs import propose_pair
from brightline.cases.passports import propose_passport
from brightline.desk.going import go
from brightline.desk.visit import Ask

_BETWEEN = re.compile(r"[\s,;]+")


def pair(ask: Ask) -> Response:
    """Propose that a party of the payment is not the entry it was compared with."""
    said = {name: ask.word(name, 2000) for name in ("path", "list", "entry", "reason", "expires")}
    propose_pair(ask.service.store, ask.path["case"], said, ask.actor, ask.service.deciding)
    return go(f"/desk/cases/{ask.path['case']}", "proposed")


def passport(ask: Ask) -> Response:
    """Propose that the relationship was cleared on the documents kept with the case."""
    said: dict[str, object] = {"expires": ask.word("expires")}
    said["goods"] = [{"hs": one, "words": []} for one in _several(ask, "goods")]
    said |= {name: _several(ask, name) for name in ("route", "banks")}
    said["ceiling"] = {"currency": ask.word("currency"), "payment": ask.word("payment")}
    propose_passport(ask.service.store, ask.path["case"], said, ask.actor, ask.service.deciding)
    return go(f"/desk/cases/{ask.path['case']}", "proposed")


def _several(ask: Ask, name: str) -> list[str]:
    return [one for one in _BETWEEN.split(ask.word(name, 2000)) if one]
