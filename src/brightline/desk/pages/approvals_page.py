"""What a first person recommended and a second has to approve."""

from __future__ import annotations

from functools import partial

from starlette.responses import Response

from brightline.cases.clearances import KINDS, PROPOSED, every_clearance
from brightline.cases.filters import Filters
from brightline.cases.queue import LARGEST_PAGE, queue
from brightline.cases.states import RECOMMENDED
from brightline.desk.drawing import draw, for_how_long
from brightline.desk.visit import Ask


def show(ask: Ask) -> Response:
    """The cases that are recommended, what is due first; and pairs and passports that are proposed."""
    store = ask.service.store
    page = queue(store, Filters(state=(RECOMMENDED,)), ask.actor, ask.query.get("cursor"), LARGEST_PAGE)
    proposed = [one for kind in KINDS for one in every_clearance(store, kind, ask.actor) if one["state"] == PROPOSED]
    ago = partial(for_how_long, now=store.now())
    return draw("approvals.html", ask, {"page": page, "proposed": proposed, "ago": ago})
