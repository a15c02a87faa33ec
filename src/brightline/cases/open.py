"""Opening a case for a payment that was not released."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from brightline.cases.database import Store

OPENS = ("review", "stop", "unreadable")  # outcomes that a person has to look at


def open_case(conn: Connection, store: Store, decision: str, message: str, line: Mapping[str, object], by: str) -> str:
    """Open the case of a decision in the caller's transaction, with its journal line. The id of the case.

    `decision`: the id the line is stored under, which names the case too. `message`: the id of what it came in; `by`:
    of who posted it. A decision whose case is open already, or was ended, opens no second one.
    """
    raise NotImplementedError
