"""Drafts, answers and letters of a case: made from its decision in force, each with a journal line."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from sqlalchemy import Connection, RowMapping

from brightline.answering.answers.answer import answer_text
from brightline.answering.drafts.make import Draft, make_draft
from brightline.answering.drafts.order import Wish
from brightline.answering.letters.letter import Ordered, letter_text
from brightline.cases.actors import Actor
from brightline.cases.database import Store
from brightline.cases.events import tell
from brightline.cases.guards import case_row
from brightline.cases.kept import decision_line
from brightline.cases.people import require_live
from brightline.cases.permissions import require
from brightline.cases.requests.register import lay_asked
from brightline.errors import Clash
from brightline.screen.plain import Json
from brightline.screen.wire import read_line

AT_THE_TERMINAL = "cli"  # how somebody who works on the store itself comes in
CUSTOMER = "customer"  # whom letters are counted under: no name


def draft_of_case(store: Store, case_id: str, wish: Wish, actor: Actor) -> Draft:
    """A draft about the payment of a case, told to its journal with its digest.

    Raises Refused (403, 404, 422) for who may not, no such case, and what cannot be drafted.
    """
    require(actor, "cases.draft")
    with store.write() as conn:
        _, line = _case(conn, case_id, actor)
        draft = make_draft(line, wish, store.now())
        code = draft.order.code.code if draft.order.code else None
        said = {"draft": draft.order.kind.kind, "reference": draft.order.reference, "code": code}
        _tell(conn, store, case_id, actor, said, draft.content)
    return draft


def answer_of_case(store: Store, case_id: str, profile: str, actor: Actor) -> str:
    """The answer about a case for who asks, told to its journal with its digest. Raises Refused as `draft_of_case`."""
    require(actor, "cases.draft")
    with store.write() as conn:
        row, line = _case(conn, case_id, actor)
        text = answer_text(line, row["state"], profile)
        _tell(conn, store, case_id, actor, {"draft": "answer", "profile": profile}, text.encode())
    return text


def letter_of_case(store: Store, case_id: str, ordered: Ordered, actor: Actor) -> str:
    """The letter to the customer of a case, counted as a request of ours. Raises Refused, Clash where it is ended."""
    require(actor, "cases.draft")
    with store.write() as conn:
        row, line = _case(conn, case_id, actor)
        if not row["is_open"]:
            raise Clash("case", f"one that is {row['state']}", "one that is open", "Take it up anew before you ask.")
        reference = case_id[:12].upper()
        text = letter_text(line, reference, ordered, store.now().date())
        request = lay_asked(conn, store, case_id, CUSTOMER, reference, ordered.until)
        said = {"draft": "letter", "language": ordered.language, "agreed_by": ordered.agreed_by, "request": request}
        _tell(conn, store, case_id, actor, {**said, "until": ordered.until.isoformat()}, text.encode())
    return text


def _case(conn: Connection, case_id: str, actor: Actor) -> tuple[RowMapping, Json]:
    """The case, and the line of its decision in force, for somebody who is still there."""
    if actor.via != AT_THE_TERMINAL:
        require_live(conn, actor)
    row = case_row(conn, case_id)
    return row, read_line(decision_line(conn, row["decision"]).decode())


def _tell(
    conn: Connection, store: Store, case_id: str, actor: Actor, said: Mapping[str, object], content: bytes
) -> None:
    tell(conn, store, case_id, "drafted", actor, content={**said, "digest": sha256(content).hexdigest()})
