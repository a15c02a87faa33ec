"""Keys for programs: made and ended by the administrator, each shown once."""

from __future__ import annotations

from starlette.responses import Response

from brightline.cases.api_keys import end_key, keys, make_key
from brightline.cases.people import people
from brightline.cases.permissions import SCOPES, allowed
from brightline.desk.drawing import draw
from brightline.desk.going import go
from brightline.desk.visit import Ask

HERE = "/desk/keys"


def show(ask: Ask) -> Response:
    """Every key but its secret."""
    return _page(ask)


def make(ask: Ask) -> Response:
    """A new key. Its secret stands on the answer to this form and nowhere else."""
    scopes = tuple(str(one) for one in ask.form.getlist("scope"))
    _, secret = make_key(ask.service.store, ask.word("person"), ask.word("label"), scopes, ask.actor)
    return _page(ask, secret)


def end(ask: Ask) -> Response:
    """End a key at once."""
    end_key(ask.service.store, ask.path["id"], ask.actor)
    return go(HERE, "key-ended")


def _page(ask: Ask, secret: str = "") -> Response:
    store = ask.service.store
    content = {
        "keys": keys(store, ask.actor),
        "people": [one for one in people(store, ask.actor) if not one.disabled],
        "scopes": SCOPES,
        "secret": secret,
        "may_change": allowed(ask.actor, "keys.change"),
    }
    return draw("keys.html", ask, content)
