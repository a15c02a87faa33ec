"""Drafts of a case: made from its decision in force, with a line in its journal; sending them is for people."""

from __future__ import annotations

from hashlib import sha256

from brightline.answering.drafts.make import Draft, make_draft
from brightline.answering.drafts.order import Wish
from brightline.cases.actors import Actor
from brightline.cases.database import Store
from brightline.cases.events import tell
from brightline.cases.guards import case_row
from brightline.cases.kept import decision_line
from brightline.cases.people import require_live
from brightline.cases.permissions import require
from brightline.screen.wire import read_line

AT_THE_TERMINAL = "cli"  # how somebody who works on the store itself comes in


def draft_of_case(store: Store, case_id: str, wish: Wish, actor: Actor) -> Draft:
    """A draft about the payment of a case, told to its journal with its digest.

    Raises Refused (403, 404, 422) for who may not, no such case, and what cannot be drafted.
    """
    require(actor, "cases.draft")
    with store.write() as conn:
        if actor.via != AT_THE_TERMINAL:
            require_live(conn, actor)
        row = case_row(conn, case_id)
        draft = make_draft(read_line(decision_line(conn, row["decision"]).decode()), wish, store.now())
        code = draft.order.code.code if draft.order.code else None
        said = {"draft": draft.order.kind.kind, "reference": draft.order.reference, "code": code}
        tell(conn, store, case_id, "drafted", actor, content={**said, "digest": sha256(draft.content).hexdigest()})
    return draft
