"""One decision as it was taken, with or without a case: what was read, what was asked, what it rests on."""

from __future__ import annotations

from starlette.responses import Response

from brightline.cases.kept import decision_line
from brightline.desk.drawing import draw
from brightline.desk.visit import Ask
from brightline.report.editions import edition_view
from brightline.report.payments import payment_view
from brightline.report.press import press_views
from brightline.report.reading import part, word
from brightline.screen.explain import BASES
from brightline.screen.wire import read_line


def show(ask: Ask) -> Response:
    """The decision of an id. Raises NotThere."""
    with ask.service.store.read() as conn:
        decision = read_line(decision_line(conn, ask.path["decision"]).decode("utf-8"))
    basis = word(decision, "release_basis")
    content = {
        "p": payment_view(decision, 1),
        "edition": edition_view(decision) if part(decision, "edition") else None,
        "basis": BASES.get(basis, basis),
        "press": press_views(decision),
    }
    return draw("decision.html", ask, content)
